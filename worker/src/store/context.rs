//! What a route needs before it can decide, read in one batch: who asks, what an idempotency key led to, and a ticket's history.

use super::attention::read_adjustments;
use super::people::plainly;
use super::{NOT_LEFT_BEHIND, Results, Store, StoreError, Value};
use crate::http::secrets::Hash;
use domain::Instant;
use domain::access::{Pass, Person, Role, Way, sees_ticket};
use domain::api::Me;
use domain::calendar::Adjustments;
use domain::ident::{AccountId, BranchId, CompanyId};
use domain::privacy::DataPolicy;
use domain::second_factor::FactorState;
use domain::sign_in::Lifetime;
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
    /// Until when their session lasts now that it was used, when that is to be written down.
    pub prolonged: Option<Instant>,
    /// Whose writes theirs are counted among: their own, and apart from its owner's for whoever holds a link to a ticket.
    pub writes_as: String,
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
    /// The administrators' changes to the calendar, if somebody asks (R12).
    pub adjustments: Option<Adjustments>,
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
    consented: u8,
    adjustments: Option<String>,
    session_from: Instant,
    session_used: Instant,
    passed: u8,
    enrolled: u8,
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
    "SELECT a.id, a.email, a.name, a.phone, a.role, a.company_id, a.branch_id, c.name AS company,
        EXISTS (SELECT 1 FROM consent WHERE account_id = a.id AND version = ?3) AS consented,
        (SELECT after FROM attention_change ORDER BY serial DESC LIMIT 1) AS adjustments,
        s.created_at AS session_from, COALESCE(s.used_at, s.created_at) AS session_used, s.factor_at IS NOT NULL AS passed,
        EXISTS (SELECT 1 FROM second_factor f WHERE f.account_id = a.id) AS enrolled
    FROM session s JOIN account a ON a.id = s.account_id LEFT JOIN company c ON c.id = a.company_id
    WHERE s.token_hash = ?1 AND s.expires_at > ?2 AND a.deactivated_at IS NULL";

const BRANCHES: &str = "SELECT b.id, b.name FROM session s JOIN account a ON a.id = s.account_id
    JOIN branch b ON b.company_id = a.company_id AND (a.branch_id IS NULL OR a.branch_id = b.id)
    WHERE s.token_hash = ?1 AND s.expires_at > ?2 ";

const RECORDED: &str = "SELECT i.fingerprint, i.ticket FROM session s
    JOIN idempotency i ON i.account_id = s.account_id AND i.key = ?2 WHERE s.token_hash = ?1";

/// Who holds a pass to a ticket, and what a key of theirs led to. A link that was taken back takes its passes with it, and
/// so does an account that may not come in, or left the ticket's hotel: whoever made the link, or else whose ticket it is.
const PASS: &str = "SELECT p.account_id, p.door, p.name, p.link_id, i.fingerprint, i.ticket,
        (SELECT after FROM attention_change ORDER BY serial DESC LIMIT 1) AS adjustments FROM pass p
    JOIN ticket t ON t.number = p.ticket LEFT JOIN account a ON a.id = iif(p.door = 'hand_over', p.account_id, t.requester_id)
    LEFT JOIN hand_over_link l ON l.id = p.link_id LEFT JOIN idempotency i ON i.account_id = p.account_id AND i.key = ?4
    WHERE p.token_hash = ?1 AND p.ticket = ?2 AND p.expires_at > ?3 AND l.revoked_at IS NULL
        AND a.deactivated_at IS NULL AND a.erased_at IS NULL AND ";

#[derive(Deserialize)]
struct PassRow {
    account_id: String,
    door: String,
    name: String,
    link_id: Option<String>,
    fingerprint: Option<String>,
    ticket: Option<u32>,
    adjustments: Option<String>,
}

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
        self.context_through(question, None, now).await
    }

    /// As [`Store::context`], for somebody who may hold a pass to the ticket asked for. Whoever is signed in and sees the
    /// ticket doesn't need it; for anything but the ticket it is worth nothing.
    ///
    /// # Errors
    /// As [`Store::context`].
    pub async fn context_through(
        &self,
        question: Question<'_>,
        pass: Option<&Hash>,
        now: Instant,
    ) -> Result<Context, StoreError> {
        let pass = pass.zip(question.ticket);
        let mut statements = Vec::new();
        if let Some(session) = question.session {
            let session = || Value::from(session.as_str());
            let version = DataPolicy::SOHO.version.into();
            statements.push(self.statement(CALLER, [session(), now.into(), version])?);
            let branches = format!("{BRANCHES} ORDER BY {}, b.id", plainly("b.name"));
            statements.push(self.statement(&branches, [session(), now.into()])?);
            statements.push(self.statement(RECORDED, [session(), question.key.unwrap_or_default().into()])?);
        }
        if let Some(number) = question.ticket {
            statements.extend(self.history_statements(number)?);
        }
        if let Some((pass, number)) = pass {
            let key = question.key.unwrap_or_default().into();
            statements.push(self.statement(
                &format!("{PASS}{NOT_LEFT_BEHIND}"),
                [pass.as_str().into(), number.value().into(), now.into(), key],
            )?);
        }
        if statements.is_empty() {
            return Ok(Context { caller: None, adjustments: None, recorded: None, loaded: None });
        }
        let mut results = self.batch(statements).await?;
        let (mut caller, mut adjustments, mut recorded) = (None, None, None);
        if question.session.is_some() {
            let row = results.first::<CallerRow>()?;
            let branches = results.rows::<NameRow>()?;
            if let Some(row) = &row {
                adjustments = Some(read_adjustments(row.adjustments.as_deref())?);
            }
            caller = row.map(|row| read_caller(row, branches, now)).transpose()?;
            recorded = results.first()?;
        }
        let loaded = if question.ticket.is_some() { read_history(&mut results)? } else { None };
        if let Some((_, number)) = pass
            && let Some(row) = results.first::<PassRow>()?
        {
            adjustments = Some(read_adjustments(row.adjustments.as_deref())?);
            let seen = |caller: &Caller| {
                loaded.as_ref().is_some_and(|loaded: &Loaded| sees_ticket(&caller.person, &loaded.ticket))
            };
            if !caller.as_ref().is_some_and(seen) {
                recorded = row.recorded();
                caller = Some(row.holder(number)?);
            }
        }
        Ok(Context { caller, adjustments, recorded, loaded })
    }

    /// One ticket with its history and names.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or the stored history doesn't replay.
    pub async fn load(&self, number: TicketNumber) -> Result<Option<Loaded>, StoreError> {
        read_history(&mut self.batch(self.history_statements(number)?).await?)
    }

    pub(super) fn history_statements(
        &self,
        number: TicketNumber,
    ) -> Result<Vec<D1PreparedStatement>, StoreError> {
        let number = || Value::from(number.value());
        Ok(vec![self.statement(EVENTS, [number()])?, self.statement(NAMES, [number()])?])
    }
}

impl PassRow {
    fn recorded(&self) -> Option<Recorded> {
        let (fingerprint, ticket) = self.fingerprint.clone().zip(self.ticket)?;
        Some(Recorded { fingerprint, ticket })
    }

    /// Whoever holds it: a client without a hotel, whatever else the account is.
    fn holder(self, number: TicketNumber) -> Result<Caller, StoreError> {
        let door = Way::parse(&self.door)
            .ok_or_else(|| StoreError::Broken(format!("unknown door {}", self.door)))?;
        let account = AccountId(self.account_id);
        let role = Role::Client;
        // One link, however many devices opened it: a fresh pass is no fresh allowance.
        let writes_as = self.link_id.map_or_else(|| account.to_string(), |link| format!("link.{link}"));
        Ok(Caller {
            person: Person {
                account: account.clone(),
                role,
                company: None,
                branch: None,
                pass: Some(Pass { ticket: number, door, name: self.name }),
            },
            me: Me {
                account,
                name: String::new(),
                email: String::new(),
                phone: None,
                role,
                company: None,
                branches: Vec::new(),
                factor: FactorState::NoneNeeded,
                consented: false,
            },
            prolonged: None,
            writes_as,
        })
    }
}

fn read_caller(row: CallerRow, branches: Vec<NameRow>, now: Instant) -> Result<Caller, StoreError> {
    let role =
        Role::parse(&row.role).ok_or_else(|| StoreError::Broken(format!("unknown role {}", row.role)))?;
    let account = AccountId(row.id);
    let company = row.company_id.map(CompanyId);
    Ok(Caller {
        writes_as: account.to_string(),
        prolonged: Lifetime::of(role).prolonged(row.session_from, row.session_used, now),
        person: Person {
            account: account.clone(),
            role,
            company: company.clone(),
            branch: row.branch_id.map(BranchId),
            pass: None,
        },
        me: Me {
            account,
            name: row.name,
            email: row.email,
            phone: row.phone,
            role,
            company: company.zip(row.company),
            branches: branches.into_iter().map(|branch| (BranchId(branch.id), branch.name)).collect(),
            factor: FactorState::of(role, row.enrolled == 1, row.passed == 1),
            consented: row.consented != 0,
        },
    })
}

pub(super) fn read_history(results: &mut Results) -> Result<Option<Loaded>, StoreError> {
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
