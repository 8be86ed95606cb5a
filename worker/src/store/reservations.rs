//! Numbers reserved for a call (R13).

use super::{Store, StoreError};
use crate::http::secrets::Hash;
use domain::Instant;
use domain::api::reservation::{Reservation, ReservedNumber};
use domain::guide::Draft;
use domain::ticket::TicketNumber;
use serde::Deserialize;
use serde::de::IgnoredAny;

/// A reservation about to be written.
#[derive(Debug)]
pub struct NewReservation<'a> {
    /// The number and until when it waits.
    pub number: ReservedNumber,
    /// What was typed so far.
    pub draft: &'a Draft,
    /// The address it is asked from, hashed.
    pub asked_from: &'a Hash,
    /// The idempotency key, of nobody's account.
    pub key: &'a str,
    /// A digest of what was sent.
    pub fingerprint: &'a str,
    /// How many one address may hold.
    pub at_once: u32,
    /// How many all addresses together may hold.
    pub in_all: u32,
}

#[derive(Deserialize)]
struct Row {
    number: u32,
    draft: String,
    reserved_at: Instant,
    expires_at: Instant,
}

#[derive(Deserialize)]
struct Repeated {
    fingerprint: String,
    number: u32,
    expires_at: Instant,
}

impl Store {
    /// Reserves the number. `false` when the address, or all of them together, hold as many as may be held.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the number is a ticket's or reserved, or the key was used already.
    pub async fn reserve(&self, new: NewReservation<'_>, now: Instant) -> Result<bool, StoreError> {
        let ReservedNumber { number, expires_at } = new.number;
        // The same again asks for no other number: it fails on its key, whatever the bound.
        // The key is written first and only below the bound, the number only beside its key: one batch decides both.
        let key = self.statement(
            "INSERT INTO idempotency (account_id, key, fingerprint, ticket, created_at) SELECT '', ?1, ?2, ?3, ?4
             WHERE (SELECT count(*) FROM reservation WHERE asked_from = ?5 AND expires_at > ?4) < ?6
                AND (SELECT count(*) FROM reservation WHERE expires_at > ?4) < ?7
                OR EXISTS (SELECT 1 FROM idempotency WHERE account_id = '' AND key = ?1)",
            [
                new.key.into(),
                new.fingerprint.into(),
                number.value().into(),
                now.into(),
                new.asked_from.as_str().into(),
                new.at_once.into(),
                new.in_all.into(),
            ],
        )?;
        let row = self.statement(
            "INSERT INTO reservation (number, draft, asked_from, reserved_at, expires_at) SELECT ?1, ?2, ?3, ?4, ?5
             WHERE EXISTS (SELECT 1 FROM idempotency WHERE account_id = '' AND key = ?6 AND ticket = ?1)
             RETURNING number",
            [
                number.value().into(),
                serde_json::to_string(new.draft)?.into(),
                new.asked_from.as_str().into(),
                now.into(),
                expires_at.into(),
                new.key.into(),
            ],
        )?;
        let mut results = self.batch(vec![key, row]).await?;
        let _: Vec<IgnoredAny> = results.rows()?;
        Ok(results.first::<IgnoredAny>()?.is_some())
    }

    /// What the key reserved before, and the digest of what was sent with it.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn reserved_with(&self, key: &str) -> Result<Option<(ReservedNumber, String)>, StoreError> {
        let rows: Vec<Repeated> = self
            .all(
                "SELECT i.fingerprint, r.number, r.expires_at FROM idempotency i JOIN reservation r ON r.number = i.ticket
                 WHERE i.account_id = '' AND i.key = ?1",
                [key.into()],
            )
            .await?;
        let Some(row) = rows.into_iter().next() else { return Ok(None) };
        let reserved = ReservedNumber { number: number(row.number)?, expires_at: row.expires_at };
        Ok(Some((reserved, row.fingerprint)))
    }

    /// The reservation, while it waits.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn reservation(
        &self,
        of: TicketNumber,
        now: Instant,
    ) -> Result<Option<Reservation>, StoreError> {
        let rows: Vec<Row> = self
            .all(
                "SELECT number, draft, reserved_at, expires_at FROM reservation WHERE number = ?1 AND expires_at > ?2",
                [of.value().into(), now.into()],
            )
            .await?;
        let Some(row) = rows.into_iter().next() else { return Ok(None) };
        Ok(Some(Reservation {
            number: number(row.number)?,
            draft: serde_json::from_str(&row.draft)?,
            reserved_at: row.reserved_at,
            expires_at: row.expires_at,
        }))
    }

    /// Whether a call took up the number that was reserved with this key; of anybody else's number it is never told.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn was_taken_up(&self, number: TicketNumber, key: &str) -> Result<bool, StoreError> {
        let rows: Vec<IgnoredAny> = self
            .all(
                "SELECT 1 FROM idempotency AS i JOIN ticket AS t ON t.number = i.ticket
                 WHERE i.account_id = '' AND i.key = ?1 AND i.ticket = ?2",
                [key.into(), number.value().into()],
            )
            .await?;
        Ok(!rows.is_empty())
    }

    /// Forgets those that nobody called about in time.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn forget_reservations(&self, now: Instant) -> Result<(), StoreError> {
        self.run("DELETE FROM reservation WHERE expires_at < ?1", [now.into()]).await.map(drop)
    }
}

fn number(value: u32) -> Result<TicketNumber, StoreError> {
    TicketNumber::parse(&value.to_string())
        .map_err(|_| StoreError::Broken(format!("{value} is no ticket number")))
}
