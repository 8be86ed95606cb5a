//! What a route needs before it can decide, read in one batch: who asks, what an idempotency key led to, and a ticket's history.

use super::{Results, Store, StoreError, Value};
use crate::http::secrets::Hash;
use domain::Instant;
use domain::access::{Person, Role};
use domain::api::Me;
use domain::ident::{AccountId, BranchId, CompanyId};
use domain::ticket::{Event, Ticket, TicketNumber, replay};
use serde::Deserialize;
use std::collections::HashMap;
use worker::D1PreparedStatement;

/// A signed-in person and what screens show of them.
#[derive(Debug, Clone)]
pub struct Caller {
    /// What the rules care for.
    pub person: Person,
    /// What the person sees of themselves.
    pub me: Me,
}

/// What an earlier request with the same key did.
#[derive(Debug, Deserialize)]
pub struct Recorded {
    /// A digest of what was sent then.
    pub fingerprint: String,
    /// The ticket it changed or made.
    pub ticket: u32,
}

/// A ticket with its whole history and the names its screens show.
#[derive(Debug)]
pub struct Loaded {
    /// The folded history.
    pub ticket: Ticket,
    /// Every event, oldest first.
    pub events: Vec<Event>,
    /// What people and places are called.
    pub names: Names,
}

/// Names by identifier: accounts, companies and branches.
pub type Names = HashMap<String, String>;

/// What to read.
#[derive(Debug, Default)]
pub struct Question<'a> {
    /// The session's token, hashed.
    pub session: Option<&'a Hash>,
    /// The idempotency key.
    pub key: Option<&'a str>,
    /// The ticket.
    pub ticket: Option<TicketNumber>,
}

/// What was read.
#[derive(Debug)]
pub struct Context {
    /// Who asks, if the session is live.
    pub caller: Option<Caller>,
    /// What the key led to before.
    pub recorded: Option<Recorded>,
    /// The ticket, if it exists. Whether the caller may know is for the domain to say.
    pub loaded: Option<Loaded>,
}

#[derive(Deserialize)]
struct CallerRow {
    id: String,
    email: String,
    name: String,
    phone: Option<String>,
    role: String,
    company_id: Option<String>,
    company: Option<String>,
    branch_id: Option<String>,
}

#[derive(Deserialize)]
struct NameRow {
    id: String,
    name: String,
}

#[derive(Deserialize)]
struct BodyRow {
    body: String,
}

const CALLER: &str =
    "SELECT a.id, a.email, a.name, a.phone, a.role, a.company_id, a.branch_id, c.name AS company
    FROM session s JOIN account a ON a.id = s.account_id LEFT JOIN company c ON c.id = a.company_id
    WHERE s.token_hash = ?1 AND s.expires_at > ?2";

const BRANCHES: &str = "SELECT b.id, b.name FROM session s JOIN account a ON a.id = s.account_id
    JOIN branch b ON b.company_id = a.company_id AND (a.branch_id IS NULL OR a.branch_id = b.id)
    WHERE s.token_hash = ?1 AND s.expires_at > ?2 ORDER BY b.name";

const RECORDED: &str = "SELECT i.fingerprint, i.ticket FROM session s
    JOIN idempotency i ON i.account_id = s.account_id AND i.key = ?2 WHERE s.token_hash = ?1";

const EVENTS: &str = "SELECT body FROM ticket_event WHERE ticket = ?1 ORDER BY seq";

/// Everyone and every place a ticket's screens name.
const NAMES: &str = "SELECT id, name FROM account WHERE id IN (
        SELECT author FROM ticket_event WHERE ticket = ?1
        UNION SELECT requester_id FROM ticket WHERE number = ?1
        UNION SELECT assignee_id FROM ticket WHERE number = ?1
        UNION SELECT json_extract(body, '$.data.to') FROM ticket_event
              WHERE ticket = ?1 AND json_extract(body, '$.event') = 'assigned')
    UNION ALL SELECT c.id, c.name FROM ticket t JOIN company c ON c.id = t.company_id WHERE t.number = ?1
    UNION ALL SELECT b.id, b.name FROM ticket t JOIN branch b ON b.id = t.branch_id WHERE t.number = ?1";

impl Store {
    /// Reads everything the question asks for in one round trip.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a stored history doesn't replay.
    pub async fn context(&self, question: Question<'_>, now: Instant) -> Result<Context, StoreError> {
        let mut statements = Vec::new();
        if let Some(session) = question.session {
            let session = || Value::from(session.as_str());
            statements.push(self.statement(CALLER, [session(), now.into()])?);
            statements.push(self.statement(BRANCHES, [session(), now.into()])?);
            statements.push(self.statement(RECORDED, [session(), question.key.unwrap_or_default().into()])?);
        }
        if let Some(number) = question.ticket {
            statements.extend(self.history_statements(number)?);
        }
        if statements.is_empty() {
            return Ok(Context { caller: None, recorded: None, loaded: None });
        }
        let mut results = self.batch(statements).await?;
        let (mut caller, mut recorded) = (None, None);
        if question.session.is_some() {
            let row = results.first::<CallerRow>()?;
            let branches = results.rows::<NameRow>()?;
            caller = row.map(|row| read_caller(row, branches)).transpose()?;
            recorded = results.first()?;
        }
        let loaded = if question.ticket.is_some() { read_history(&mut results)? } else { None };
        Ok(Context { caller, recorded, loaded })
    }

    /// One ticket with its history and names.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or the stored history doesn't replay.
    pub async fn load(&self, number: TicketNumber) -> Result<Option<Loaded>, StoreError> {
        read_history(&mut self.batch(self.history_statements(number)?).await?)
    }

    fn history_statements(&self, number: TicketNumber) -> Result<Vec<D1PreparedStatement>, StoreError> {
        let number = || Value::from(number.value());
        Ok(vec![self.statement(EVENTS, [number()])?, self.statement(NAMES, [number()])?])
    }
}

fn read_caller(row: CallerRow, branches: Vec<NameRow>) -> Result<Caller, StoreError> {
    let role =
        Role::parse(&row.role).ok_or_else(|| StoreError::Broken(format!("unknown role {}", row.role)))?;
    let account = AccountId(row.id);
    let company = row.company_id.map(CompanyId);
    Ok(Caller {
        person: Person {
            account: account.clone(),
            role,
            company: company.clone(),
            branch: row.branch_id.map(BranchId),
        },
        me: Me {
            account,
            name: row.name,
            email: row.email,
            phone: row.phone,
            role,
            company: company.zip(row.company),
            branches: branches.into_iter().map(|branch| (BranchId(branch.id), branch.name)).collect(),
        },
    })
}

fn read_history(results: &mut Results) -> Result<Option<Loaded>, StoreError> {
    let bodies = results.rows::<BodyRow>()?;
    let names = results.rows::<NameRow>()?;
    if bodies.is_empty() {
        return Ok(None);
    }
    let events =
        bodies.iter().map(|row| serde_json::from_str(&row.body)).collect::<Result<Vec<Event>, _>>()?;
    let ticket = replay(&events)
        .map_err(|error| StoreError::Broken(format!("a history doesn't replay: {error:?}")))?;
    let names = names.into_iter().map(|row| (row.id, row.name)).collect();
    Ok(Some(Loaded { ticket, events, names }))
}
