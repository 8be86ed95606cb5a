//! Taking a person out of what is stored, and photos whose time is over. Histories keep their events: what says who somebody
//! is, is replaced in them, and the projection is folded from the same replaced events.

use super::{Store, StoreError};
use domain::Instant;
use domain::ident::AccountId;
use domain::ticket::{Event, Ticket};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What stands between a person and the erasure of their data.
#[derive(Debug, Deserialize)]
pub struct Waiting {
    /// Their tickets that are not closed.
    pub tickets: u32,
    /// Their data requests without an answer.
    pub requests: u32,
}

/// A history some of whose events were replaced.
#[derive(Debug)]
pub struct Rewritten {
    /// The ticket they add up to.
    pub ticket: Ticket,
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

    /// Writes replaced events over the old ones, with the tickets they add up to; all or nothing. A ticket that went on
    /// meanwhile keeps its newer projection for the next pass to replace.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn rewrite(&self, histories: &[Rewritten]) -> Result<(), StoreError> {
        let (mut events, mut states) = (Vec::new(), Vec::new());
        for Rewritten { ticket, events: changed } in histories {
            let number = ticket.number.value();
            for (seq, event) in changed {
                events.push(NewEvent { ticket: number, seq: *seq, body: serde_json::to_string(event)? });
            }
            states.push(NewState { number, state: serde_json::to_string(ticket)? });
        }
        let events = self.statement(
            "UPDATE ticket_event SET body = new.value ->> 'body' FROM json_each(?1) new
             WHERE ticket_event.ticket = new.value ->> 'ticket' AND ticket_event.seq = new.value ->> 'seq'",
            [serde_json::to_string(&events)?.into()],
        )?;
        let states = self.statement(
            "UPDATE ticket SET state = new.value ->> 'state' FROM json_each(?1) new
             WHERE ticket.number = new.value ->> 'number' AND ticket.revision = (new.value ->> 'state') ->> 'revision'",
            [serde_json::to_string(&states)?.into()],
        )?;
        self.batch(vec![events, states]).await.map(drop)
    }

    /// Takes the person out of their account, and ends all that could still be done in their name. Consents stay: they prove
    /// that one was allowed to, and name nobody.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn erase_account(
        &self,
        account: &AccountId,
        email: &str,
        now: Instant,
    ) -> Result<(), StoreError> {
        let id = || account.as_str().into();
        let statements = vec![
            self.statement("DELETE FROM session WHERE account_id = ?1", [id()])?,
            // Left over from somebody who was staff once.
            self.statement("DELETE FROM recovery_code WHERE account_id = ?1", [id()])?,
            self.statement("DELETE FROM second_factor WHERE account_id = ?1", [id()])?,
            self.statement("DELETE FROM pass WHERE account_id = ?1", [id()])?,
            self.statement("DELETE FROM hand_over_link WHERE account_id = ?1", [id()])?,
            self.statement("DELETE FROM unconfirmed WHERE email = ?1", [email.into()])?,
            self.statement("DELETE FROM sign_in_code WHERE email = ?1", [email.into()])?,
            self.statement("DELETE FROM sign_in_link WHERE email = ?1", [email.into()])?,
            self.statement("DELETE FROM sign_in_guess WHERE email = ?1", [email.into()])?,
            self.statement("DELETE FROM address_change WHERE account_id = ?1", [id()])?,
            self.statement("UPDATE invitation SET open_for = NULL, name = '' WHERE open_for = ?1", [email.into()])?,
            // A notice is named after its ticket; those to the desk quote the person as well.
            self.statement(
                "DELETE FROM outbox WHERE to_account = ?1 OR to_address = ?2 OR letter IS NOT NULL
                    AND CAST(message_id AS INTEGER) IN (SELECT number FROM ticket WHERE requester_id = ?1)",
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

    /// Closed tickets that last changed before an instant and whose photos were not removed yet, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn photos_to_remove(&self, before: Instant, limit: u32) -> Result<Vec<Photos>, StoreError> {
        self.all(
            "SELECT t.number AS ticket, (SELECT json_group_array(e.body ->> '$.data.id') FROM ticket_event e
                    WHERE e.ticket = t.number AND e.body ->> '$.event' = 'photo_attached') AS photos
             FROM ticket t WHERE t.status = 'closed' AND t.photos_removed_at IS NULL AND t.changed_at <= ?1
             ORDER BY t.changed_at, t.number LIMIT ?2",
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
