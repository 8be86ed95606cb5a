//! Mail that comes in: the ticket and the client its address names, and what is counted of it.

use super::attention::read_adjustments;
use super::context::{Loaded, Recorded, read_history};
use super::{Store, StoreError, Value};
use crate::http::secrets::Hash;
use chrono::TimeDelta;
use domain::Instant;
use domain::access::{Person, Role};
use domain::calendar::Adjustments;
use domain::ident::{AccountId, BranchId, CompanyId};
use domain::inbound::Outcome;
use domain::ticket::TicketNumber;
use serde::Deserialize;

/// What a mail's address may lead to.
#[derive(Debug)]
pub struct Addressed {
    /// The ticket.
    pub loaded: Loaded,
    /// Whose it is.
    pub owner: Person,
    /// The owner's address, in the form people sign in by.
    pub address: String,
    /// What the mail led to before.
    pub recorded: Option<Recorded>,
    /// The administrators' changes to the calendar (R12).
    pub adjustments: Adjustments,
}

/// An automatic answer to a mail.
#[derive(Debug)]
pub struct NewAnswer<'a> {
    /// The day, in Bogotá.
    pub day: &'a str,
    /// What it is about; empty for mail that showed no ticket.
    pub about: &'a str,
    /// To whom.
    pub address: &'a str,
    /// The letter, as JSON.
    pub letter: &'a str,
    /// At most so many about the same on one day, to all together.
    pub most: u32,
}

#[derive(Deserialize)]
struct OwnerRow {
    id: String,
    email: String,
    role: String,
    company_id: Option<String>,
    branch_id: Option<String>,
    adjustments: Option<String>,
}

impl Store {
    /// A ticket, whose it is, and what a key of theirs led to, in one round trip.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or the stored history doesn't replay.
    pub async fn addressed(&self, number: TicketNumber, key: &str) -> Result<Option<Addressed>, StoreError> {
        let value = || Value::from(number.value());
        let mut statements = vec![
            self.statement(
                "SELECT a.id, a.email, a.role, a.company_id, a.branch_id,
                    (SELECT after FROM attention_change ORDER BY serial DESC LIMIT 1) AS adjustments
                 FROM ticket t JOIN account a ON a.id = t.requester_id
                 WHERE t.number = ?1 AND a.deactivated_at IS NULL",
                [value()],
            )?,
            self.statement(
                "SELECT i.fingerprint, i.ticket FROM ticket t JOIN idempotency i ON i.account_id = t.requester_id
                 WHERE t.number = ?1 AND i.key = ?2",
                [value(), key.into()],
            )?,
        ];
        statements.extend(self.history_statements(number)?);
        let mut results = self.batch(statements).await?;
        let (owner, recorded) = (results.first::<OwnerRow>()?, results.first()?);
        let (Some(owner), Some(loaded)) = (owner, read_history(&mut results)?) else { return Ok(None) };
        let role = Role::parse(&owner.role)
            .ok_or_else(|| StoreError::Broken(format!("unknown role {}", owner.role)))?;
        Ok(Some(Addressed {
            loaded,
            owner: Person {
                account: AccountId(owner.id),
                role,
                company: owner.company_id.map(CompanyId),
                branch: owner.branch_id.map(BranchId),
                pass: None,
            },
            address: owner.email,
            recorded,
            adjustments: read_adjustments(owner.adjustments.as_deref())?,
        }))
    }

    /// Counts what became of a mail.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn count_mail(&self, day: &str, outcome: Outcome) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO inbound_mail (day, outcome, amount) VALUES (?1, ?2, 1)
             ON CONFLICT (day, outcome) DO UPDATE SET amount = amount + 1",
            [day.into(), outcome.code().into()],
        )
        .await
        .map(drop)
    }

    /// Counts that a mail asks for an automatic answer, and queues it when it is the address's first of the day about this.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn answer_once(&self, answer: &NewAnswer<'_>, now: Instant) -> Result<(), StoreError> {
        let NewAnswer { day, about, address, letter, most } = *answer;
        let hash = Hash::of(&["inbound answer", address]);
        let message_id = format!("answer.{}", Hash::of(&[day, about, address]).as_str());
        let counted = self.statement(
            "INSERT INTO inbound_answer (day, about, address_hash, amount) VALUES (?1, ?2, ?3, 1)
             ON CONFLICT (day, about, address_hash) DO UPDATE SET amount = amount + 1",
            [day.into(), about.into(), hash.as_str().into()],
        )?;
        let queued = self.statement(
            "INSERT INTO outbox (message_id, to_address, letter, created_at, next_attempt_at)
             SELECT ?1, ?2, ?3, ?4, ?4
             WHERE (SELECT count(*) FROM inbound_answer WHERE day = ?5 AND about = ?6) <= ?7
             ON CONFLICT (message_id) DO NOTHING",
            [
                message_id.into(),
                address.into(),
                letter.into(),
                now.into(),
                day.into(),
                about.into(),
                most.into(),
            ],
        )?;
        self.batch(vec![counted, queued]).await.map(drop)
    }

    /// Forgets whom automatic answers went to before `now` less `age`. The figures stay.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn forget_answers(&self, now: Instant, age: TimeDelta) -> Result<(), StoreError> {
        let before = (now - age).date_naive().to_string();
        self.run("DELETE FROM inbound_answer WHERE day < ?1", [before.into()]).await.map(drop)
    }
}
