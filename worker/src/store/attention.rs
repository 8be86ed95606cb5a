//! Days of attention that administrators changed (R12), and the open tickets that must hear of them.

use super::commit::Key;
use super::{Store, StoreError, stored};
use domain::Instant;
use domain::access::Person;
use domain::audit::{AuditAct, Entry, SubjectKind};
use domain::calendar::{Adjustments, DayChange};
use domain::ticket::{Rules, Ticket, next_deadline_at, queue_at};
use serde::{Deserialize, Serialize};

/// The adjustments in force, as a column of another question: they cost it no statement of their own.
pub const IN_FORCE: &str = "(SELECT after FROM attention_change ORDER BY serial DESC LIMIT 1)";

/// A change as stored.
#[derive(Debug, Clone, Deserialize)]
pub struct StoredChange {
    /// Its place among all changes, from 1.
    pub serial: u32,
    day: chrono::NaiveDate,
    attends: u8,
    name: String,
    before: String,
    after: String,
    /// Who asked for it, by name.
    pub author: String,
    /// When.
    pub changed_at: Instant,
    /// The number up to which open tickets heard of it.
    pub heard_to: u32,
    /// When all had heard.
    pub heard_at: Option<Instant>,
}

impl StoredChange {
    /// What was asked.
    #[must_use]
    pub fn asked(&self) -> DayChange {
        DayChange { day: self.day, attends: self.attends != 0, name: self.name.clone() }
    }

    /// The adjustments before and after it.
    ///
    /// # Errors
    /// [`StoreError`] when they can't be read.
    pub fn adjustments(&self) -> Result<(Adjustments, Adjustments), StoreError> {
        Ok((serde_json::from_str(&self.before)?, serde_json::from_str(&self.after)?))
    }
}

/// A change about to be written.
#[derive(Debug)]
pub struct NewChange<'a> {
    /// One more than the last.
    pub serial: u32,
    /// What was asked.
    pub asked: &'a DayChange,
    /// In force until now.
    pub before: &'a Adjustments,
    /// In force from now on.
    pub after: &'a Adjustments,
    /// Who asked.
    pub by: &'a Person,
}

/// An open ticket as stored.
#[derive(Debug, Deserialize)]
pub struct OpenTicket {
    /// Its number.
    pub number: u32,
    state: String,
}

impl OpenTicket {
    /// The folded ticket; nothing when it can't be read.
    #[must_use]
    pub fn ticket(&self) -> Option<Ticket> {
        serde_json::from_str(&self.state).ok()
    }
}

/// What cron goes on with when there is any.
#[derive(Debug, Clone, Copy)]
pub struct Waiting {
    /// Some open tickets haven't heard of a change of the calendar.
    pub unheard: bool,
    /// Somebody's erasure isn't at its end.
    pub erasing: bool,
}

#[derive(Deserialize)]
struct InForce {
    after: Option<String>,
    unheard: u8,
    erasing: u8,
}

#[derive(Serialize)]
struct Deadlines {
    number: u32,
    revision: u32,
    next: Option<String>,
    queue: Option<String>,
}

const COLUMNS: &str =
    "SELECT c.serial, c.day, c.attends, c.name, c.before, c.after, c.changed_at, c.heard_to, c.heard_at,
    COALESCE(a.name, '') AS author FROM attention_change c LEFT JOIN account a ON a.id = c.changed_by";

impl Store {
    /// The adjustments in force, and what waits to be gone on with.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn adjustments(&self) -> Result<(Adjustments, Waiting), StoreError> {
        let sql = format!(
            "SELECT {IN_FORCE} AS after, EXISTS (SELECT 1 FROM attention_change WHERE heard_at IS NULL) AS unheard,
                 EXISTS (SELECT 1 FROM erasure WHERE done_at IS NULL) AS erasing"
        );
        let rows: Vec<InForce> = self.all(&sql, []).await?;
        let row = rows.into_iter().next().ok_or_else(|| StoreError::Broken("no calendar".into()))?;
        let waiting = Waiting { unheard: row.unheard == 1, erasing: row.erasing == 1 };
        Ok((read_adjustments(row.after.as_deref())?, waiting))
    }

    /// The latest changes, newest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn attention_changes(&self, limit: u32) -> Result<Vec<StoredChange>, StoreError> {
        self.all(&format!("{COLUMNS} ORDER BY c.serial DESC LIMIT ?1"), [limit.into()]).await
    }

    /// The oldest change that some open tickets haven't heard of.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn unheard_change(&self) -> Result<Option<StoredChange>, StoreError> {
        let sql = format!("{COLUMNS} WHERE c.heard_at IS NULL ORDER BY c.serial LIMIT 1");
        Ok(self.all(&sql, []).await?.into_iter().next())
    }

    /// Puts a change in force.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when another change came first, or the key was used already.
    pub async fn change_attention(
        &self,
        new: NewChange<'_>,
        key: Key<'_>,
        now: Instant,
    ) -> Result<(), StoreError> {
        let act = if new.asked.attends { AuditAct::CalendarDayRemoved } else { AuditAct::CalendarDayAdded };
        let record = Entry::by(new.by, act, SubjectKind::CalendarDay, &new.asked.day.to_string())
            .with("reason", new.asked.name.trim());
        let change = self.statement(
            "INSERT INTO attention_change (serial, day, attends, name, before, after, changed_by, changed_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            [
                new.serial.into(),
                new.asked.day.to_string().into(),
                u32::from(new.asked.attends).into(),
                new.asked.name.trim().into(),
                serde_json::to_string(new.before)?.into(),
                serde_json::to_string(new.after)?.into(),
                new.by.account.as_str().into(),
                now.into(),
            ],
        )?;
        let key = self.statement(
            "INSERT INTO idempotency (account_id, key, fingerprint, ticket, created_at) VALUES (?1, ?2, ?3, ?4, ?5)",
            [
                key.account.as_str().into(),
                key.text.into(),
                key.fingerprint.into(),
                new.serial.into(),
                now.into(),
            ],
        )?;
        self.batch(vec![change, key, self.audit(&record, now)?]).await.map(drop)
    }

    /// Open tickets above a number, in its order.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn open_tickets(&self, above: u32, limit: u32) -> Result<Vec<OpenTicket>, StoreError> {
        self.all(
            "SELECT number, state FROM ticket WHERE status <> 'closed' AND number > ?1 ORDER BY number LIMIT ?2",
            [above.into(), limit.into()],
        )
        .await
    }

    /// Reckons the stored deadlines of tickets anew. One that changed meanwhile has them reckoned already.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn reckon_deadlines(&self, tickets: &[Ticket], rules: &Rules) -> Result<(), StoreError> {
        let rows: Vec<Deadlines> = tickets
            .iter()
            .map(|ticket| Deadlines {
                number: ticket.number.value(),
                revision: ticket.revision,
                next: next_deadline_at(ticket, rules).map(stored),
                queue: queue_at(ticket, rules).map(stored),
            })
            .collect();
        self.run(
            "UPDATE ticket SET next_deadline_at = new.value ->> 'next', queue_at = new.value ->> 'queue'
             FROM json_each(?1) AS new
             WHERE ticket.number = new.value ->> 'number' AND ticket.revision = new.value ->> 'revision'",
            [serde_json::to_string(&rows)?.into()],
        )
        .await
        .map(drop)
    }

    /// Notes how far open tickets have heard of a change; `all` when there are no more.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn heard(&self, serial: u32, to: u32, all: bool, now: Instant) -> Result<(), StoreError> {
        let at = all.then_some(now);
        self.run(
            "UPDATE attention_change SET heard_to = max(heard_to, ?2), heard_at = COALESCE(heard_at, ?3) WHERE serial = ?1",
            [serial.into(), to.into(), at.into()],
        )
        .await
        .map(drop)
    }
}

/// Reads what is stored; nothing stored is the law's calendar.
///
/// # Errors
/// [`StoreError`] when it can't be read.
pub fn read_adjustments(stored: Option<&str>) -> Result<Adjustments, StoreError> {
    Ok(stored.map(serde_json::from_str).transpose()?.unwrap_or_default())
}
