//! Taking a person out of what is stored, and photos whose time is over. Histories keep their events: what says who somebody
//! is, is replaced in them, and the projection is folded from the same replaced events.

use super::{Store, StoreError};
use domain::Instant;
use domain::access::Role;
use domain::audit::{AuditAct, Entry, SubjectKind};
use domain::ident::AccountId;
use domain::ticket::{Event, Ticket, TicketNumber};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use worker::D1PreparedStatement;

/// What stands between a person and the erasure of their data.
#[derive(Debug, Deserialize)]
pub struct Waiting {
    /// Their tickets that are not closed.
    pub tickets: u32,
    /// Their data requests without an answer.
    pub requests: u32,
}

/// Somebody's erasure that isn't at its end.
#[derive(Debug)]
pub struct Erasure {
    /// Whose.
    pub account: AccountId,
    /// What they were when they asked.
    pub role: Role,
    /// The number up to which their histories are done.
    pub done_to: u32,
}

/// A history some of whose events were replaced.
#[derive(Debug)]
pub struct Rewritten {
    /// Its number.
    pub number: u32,
    /// The ticket they add up to; none when what is stored adds up to nothing, which keeps nobody's facts in it.
    pub ticket: Option<Ticket>,
    /// The events that changed, by their place.
    pub events: Vec<(u32, Event)>,
}

/// A closed ticket whose photos are to go.
#[derive(Debug, Deserialize)]
pub struct Photos {
    /// The ticket.
    pub ticket: u32,
    /// Identifiers of its photos, as a JSON list.
    pub photos: String,
}

#[derive(Deserialize)]
struct ErasureRow {
    account_id: String,
    role: String,
    done_to: u32,
}

#[derive(Deserialize)]
struct EventRow {
    ticket: u32,
    body: String,
}

#[derive(Serialize)]
struct NewEvent {
    ticket: u32,
    seq: u32,
    body: String,
}

#[derive(Serialize)]
struct NewState {
    number: u32,
    state: String,
}

/// The tickets of the person that `?1` is.
const THEIRS: &str = "(SELECT number FROM ticket WHERE requester_id = ?1)";

impl Store {
    /// What must come to its end before a person's data can be erased.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn waiting_of(&self, account: &AccountId) -> Result<Waiting, StoreError> {
        let rows = self
            .all(
                "SELECT (SELECT count(*) FROM ticket WHERE requester_id = ?1 AND status <> 'closed') AS tickets,
                    (SELECT count(*) FROM data_request WHERE account_id = ?1 AND answered_at IS NULL) AS requests",
                [account.as_str().into()],
            )
            .await?;
        rows.into_iter().next().ok_or_else(|| StoreError::Broken("a count returned nothing".into()))
    }

    /// Histories that a person opened or wrote in, by number, after a number.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a stored history can't be read.
    pub async fn histories_with(
        &self,
        account: &AccountId,
        after: u32,
        limit: u32,
    ) -> Result<BTreeMap<u32, Vec<Event>>, StoreError> {
        let rows: Vec<EventRow> = self
            .all(
                "SELECT ticket, body FROM ticket_event WHERE ticket IN (
                    SELECT number FROM ticket WHERE requester_id = ?1 AND number > ?2
                    UNION SELECT ticket FROM ticket_event WHERE author = ?1 AND ticket > ?2
                    ORDER BY 1 LIMIT ?3)
                 ORDER BY ticket, seq",
                [account.as_str().into(), after.into(), limit.into()],
            )
            .await?;
        let mut histories: BTreeMap<u32, Vec<Event>> = BTreeMap::new();
        for row in rows {
            histories.entry(row.ticket).or_default().push(serde_json::from_str(&row.body)?);
        }
        Ok(histories)
    }

    /// Writes replaced events over the old ones, with the tickets they add up to and how far the erasure came; all or
    /// nothing.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn rewrite(
        &self,
        account: &AccountId,
        done_to: u32,
        histories: &[Rewritten],
    ) -> Result<(), StoreError> {
        let mut states = Vec::new();
        for Rewritten { number, ticket, .. } in histories {
            if let Some(ticket) = ticket {
                states.push(NewState { number: *number, state: serde_json::to_string(ticket)? });
            }
        }
        let events = self.events_replaced(histories)?;
        let states = self.statement(
            "UPDATE ticket SET state = new.value ->> 'state' FROM json_each(?1) new
             WHERE ticket.number = new.value ->> 'number' AND ticket.revision = (new.value ->> 'state') ->> 'revision'",
            [serde_json::to_string(&states)?.into()],
        )?;
        let came = self.statement(
            "UPDATE erasure SET done_to = max(done_to, ?2) WHERE account_id = ?1",
            [account.as_str().into(), done_to.into()],
        )?;
        self.batch(vec![events, states, came]).await.map(drop)
    }

    fn events_replaced(&self, histories: &[Rewritten]) -> Result<D1PreparedStatement, StoreError> {
        let mut events = Vec::new();
        for Rewritten { number, events: changed, .. } in histories {
            for (seq, event) in changed {
                events.push(NewEvent { ticket: *number, seq: *seq, body: serde_json::to_string(event)? });
            }
        }
        self.statement(
            "UPDATE ticket_event SET body = new.value ->> 'body' FROM json_each(?1) new
             WHERE ticket_event.ticket = new.value ->> 'ticket' AND ticket_event.seq = new.value ->> 'seq'",
            [serde_json::to_string(&events)?.into()],
        )
    }

    /// Whether somebody took a ticket over under this name, whatever they did in it.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn has_visitor(&self, number: TicketNumber, name: &str) -> Result<bool, StoreError> {
        let rows: Vec<IgnoredAny> = self
            .all(
                "SELECT 1 FROM hand_over_link WHERE ticket = ?1 AND last_name = ?2
                 UNION SELECT 1 FROM visitor_consent WHERE ticket = ?1 AND name = ?2",
                [number.value().into(), name.into()],
            )
            .await?;
        Ok(!rows.is_empty())
    }

    /// Ends the way of whoever took a ticket over under this name: from here on they write nothing there.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn end_visits(&self, number: TicketNumber, name: &str) -> Result<(), StoreError> {
        let visits = "DELETE FROM pass WHERE ticket = ?1 AND door = 'hand_over' AND name = ?2";
        self.run(visits, [number.value().into(), name.into()]).await.map(drop)
    }

    /// Writes a history without somebody who took its ticket over and takes their name from what the links have of it, once their way
    /// there has ended ([`Self::end_visits`]). That somebody agreed stays, and names nobody.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn erase_visitor(
        &self,
        history: Rewritten,
        name: &str,
        entry: &Entry,
        now: Instant,
    ) -> Result<(), StoreError> {
        let number = || history.number.into();
        let statements = vec![
            self.events_replaced(std::slice::from_ref(&history))?,
            self.statement(
                "UPDATE hand_over_link SET last_name = NULL WHERE ticket = ?1 AND last_name = ?2",
                [number(), name.into()],
            )?,
            // Two of one link are told apart.
            self.statement(
                "UPDATE visitor_consent SET name = '-' || lower(hex(randomblob(8))) WHERE ticket = ?1 AND name = ?2",
                [number(), name.into()],
            )?,
            self.audit(entry, now)?,
        ];
        self.batch(statements).await.map(drop)
    }

    /// The oldest erasure that isn't at its end.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or what is stored can't be read.
    pub async fn unfinished_erasure(&self) -> Result<Option<Erasure>, StoreError> {
        let rows: Vec<ErasureRow> = self
            .all("SELECT account_id, role, done_to FROM erasure WHERE done_at IS NULL ORDER BY asked_at LIMIT 1", [])
            .await?;
        let read = |row: ErasureRow| {
            let role = Role::parse(&row.role)
                .ok_or_else(|| StoreError::Broken(format!("unknown role {}", row.role)))?;
            Ok(Erasure { account: AccountId(row.account_id), role, done_to: row.done_to })
        };
        rows.into_iter().next().map(read).transpose()
    }

    /// Notes that an erasure came to its end, which leaves an entry in the record; once.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn finish_erasure(&self, erasure: &Erasure, now: Instant) -> Result<(), StoreError> {
        let account = erasure.account.as_str();
        let record = self.audit_if(
            &entry_of(erasure),
            "EXISTS (SELECT 1 FROM erasure WHERE account_id = ?8 AND done_at IS NULL)",
            [account.into(), "".into()],
            now,
        )?;
        let done = self.statement(
            "UPDATE erasure SET done_at = ?2 WHERE account_id = ?1 AND done_at IS NULL",
            [account.into(), now.into()],
        )?;
        self.batch(vec![record, done]).await.map(drop)
    }

    /// Takes the person out of their account, ends all that could still be done in their name, and notes that their histories
    /// are to follow. Consents stay: they prove that one was allowed to, and name nobody.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn begin_erasure(
        &self,
        erasure: &Erasure,
        email: &str,
        now: Instant,
    ) -> Result<(), StoreError> {
        let id = || erasure.account.as_str().into();
        let statements = vec![
            self.links_recorded(&erasure.account, "1", &entry_of(erasure), now)?,
            self.statement(
                "INSERT INTO erasure (account_id, role, asked_at) VALUES (?1, ?2, ?3) ON CONFLICT (account_id) DO NOTHING",
                [id(), erasure.role.code().into(), now.into()],
            )?,
            self.statement("DELETE FROM session WHERE account_id = ?1", [id()])?,
            // Left over from somebody who was staff once.
            self.statement("DELETE FROM recovery_code WHERE account_id = ?1", [id()])?,
            self.statement("DELETE FROM second_factor WHERE account_id = ?1", [id()])?,
            self.statement("DELETE FROM known_device WHERE account_id = ?1", [id()])?,
            self.statement(
                &format!("DELETE FROM pass WHERE account_id = ?1 OR door = 'sender' AND ticket IN {THEIRS}"),
                [id()],
            )?,
            self.statement("DELETE FROM hand_over_link WHERE account_id = ?1", [id()])?,
            self.statement(
                &format!("DELETE FROM unconfirmed WHERE email = ?2 OR ticket IN {THEIRS}"),
                [id(), email.into()],
            )?,
            self.statement("DELETE FROM sign_in_code WHERE email = ?1", [email.into()])?,
            self.statement("DELETE FROM sign_in_link WHERE email = ?1", [email.into()])?,
            self.statement("DELETE FROM sign_in_guess WHERE email = ?1", [email.into()])?,
            self.statement("DELETE FROM address_change WHERE account_id = ?1", [id()])?,
            self.statement("UPDATE invitation SET open_for = NULL, name = '' WHERE open_for = ?1", [email.into()])?,
            // A notice is named after its ticket; those to the desk quote the person as well.
            self.statement(
                &format!(
                    "DELETE FROM outbox WHERE to_account = ?1 OR to_address = ?2 OR letter IS NOT NULL
                        AND CAST(message_id AS INTEGER) IN {THEIRS}"
                ),
                [id(), email.into()],
            )?,
            self.statement("DELETE FROM idempotency WHERE account_id = ?1", [id()])?,
            self.statement("UPDATE data_request SET body = '', answer = '' WHERE account_id = ?1", [id()])?,
            self.statement(
                "UPDATE account SET name = '', phone = NULL, email = id || '@datos.invalid', erased_at = ?2 WHERE id = ?1",
                [id(), now.into()],
            )?,
        ];
        self.batch(statements).await.map(drop)
    }

    /// Tickets that ended before an instant and whose photos were not removed yet, oldest first. What happens to them
    /// afterwards, such as a note, keeps nobody's photos longer.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn photos_to_remove(&self, before: Instant, limit: u32) -> Result<Vec<Photos>, StoreError> {
        self.all(
            "SELECT t.number AS ticket, (SELECT json_group_array(e.body ->> '$.data.id') FROM ticket_event e
                    WHERE e.ticket = t.number AND e.body ->> '$.event' = 'photo_attached') AS photos
             FROM ticket t WHERE t.status = 'closed' AND t.photos_removed_at IS NULL AND t.state ->> '$.ending.at' <= ?1
             ORDER BY t.state ->> '$.ending.at', t.number LIMIT ?2",
            [before.into(), limit.into()],
        )
        .await
    }

    /// Notes that the photos of these tickets are gone.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn photos_removed(&self, tickets: &[u32], now: Instant) -> Result<(), StoreError> {
        self.run(
            "UPDATE ticket SET photos_removed_at = ?1 WHERE number IN (SELECT value FROM json_each(?2))",
            [now.into(), serde_json::to_string(tickets)?.into()],
        )
        .await
        .map(drop)
    }
}

fn entry_of(erasure: &Erasure) -> Entry {
    Entry {
        actor: Some((erasure.account.clone(), erasure.role)),
        ..Entry::of_service(AuditAct::DataErased, SubjectKind::Account, erasure.account.as_str())
    }
}
