//! One ticket opened by its number and a mailed code, and the passes that doors give. Only hashes are stored.

use super::outbox::FIRST_OF_ALL;
use super::{NOT_LEFT_BEHIND, Store, StoreError};
use crate::http::secrets::Hash;
use crate::store::sessions::LiveCode;
use chrono::TimeDelta;
use domain::Instant;
use domain::ticket::TicketNumber;
use serde::Deserialize;

/// Codes mailed for one ticket within [`MAILS_WITHIN`] for the asking; above it one leaves only when none that was mailed holds any
/// more. Nobody floods its owner's mailbox, and its owner always finds a code there.
pub const MAILS: u32 = 3;
/// See [`MAILS`].
const MAILS_WITHIN: TimeDelta = TimeDelta::hours(1);
/// Tries at one code; then another must be asked for.
pub const TRIES: u32 = 5;
/// Wrong tries for one ticket within [`WRONG_WITHIN`], whatever code or device they were made with.
pub const WRONG_TRIES: u32 = 9;
/// See [`WRONG_TRIES`].
const WRONG_WITHIN: TimeDelta = TimeDelta::hours(24);

/// A try at a ticket's code.
#[derive(Debug, Deserialize)]
pub struct TicketTry {
    /// The code it is compared with, and the tries made at it.
    #[serde(flatten)]
    pub live: LiveCode,
    /// Tries at any code of the ticket lately, this one included.
    pub wrong: u32,
}

impl Store {
    /// Replaces a ticket's code and queues the mail that carries it, unless too many were wrong, or that was done often and the last
    /// one still holds: whoever asks without end takes no code away from the ticket's owner. A number without a ticket leaves
    /// the same trace but no mail.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn save_ticket_code(
        &self,
        number: TicketNumber,
        hash: &Hash,
        expires_at: Instant,
        now: Instant,
        message_id: &str,
        letter: &str,
    ) -> Result<(), StoreError> {
        let code = self.statement(
            "INSERT INTO ticket_code (ticket, code_hash, expires_at, wrong_since, mails, mails_since)
             VALUES (?1, ?2, ?3, ?4, 1, ?4)
             ON CONFLICT (ticket) DO UPDATE SET code_hash = excluded.code_hash, expires_at = excluded.expires_at, tries = 0,
                mails = CASE WHEN mails_since <= ?5 THEN 1 ELSE mails + 1 END,
                mails_since = CASE WHEN mails_since <= ?5 THEN ?4 ELSE mails_since END
             WHERE (mails_since <= ?5 OR mails < ?6 OR code_hash = '' OR expires_at <= ?4 OR tries >= ?9) AND (wrong_since <= ?7 OR wrong < ?8)",
            [
                number.value().into(),
                hash.as_str().into(),
                expires_at.into(),
                now.into(),
                (now - MAILS_WITHIN).into(),
                MAILS.into(),
                (now - WRONG_WITHIN).into(),
                WRONG_TRIES.into(),
                TRIES.into(),
            ],
        )?;
        // The join on the new hash: no mail for a code that was not taken. Nobody's unconfirmed address is written to, and
        // nobody whom the code would open nothing.
        let mail = self.statement(
            &format!(
                "INSERT INTO outbox (message_id, to_address, letter, created_at, next_attempt_at)
                 SELECT ?1, a.email, ?2, ?3, ?4 FROM ticket t JOIN account a ON a.id = t.requester_id
                 JOIN ticket_code c ON c.ticket = t.number AND c.code_hash = ?5
                 WHERE t.number = ?6 AND a.deactivated_at IS NULL AND {NOT_LEFT_BEHIND}"
            ),
            [
                message_id.into(),
                letter.into(),
                now.into(),
                FIRST_OF_ALL.into(),
                hash.as_str().into(),
                number.value().into(),
            ],
        )?;
        self.batch(vec![code, mail]).await.map(drop)
    }

    /// Counts one try at a ticket's code and returns what to compare it with. The counts are exact: they stop guessing.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn try_ticket_code(
        &self,
        number: TicketNumber,
        now: Instant,
    ) -> Result<Option<TicketTry>, StoreError> {
        let rows = self
            .all(
                "UPDATE ticket_code SET tries = tries + 1,
                    wrong = CASE WHEN wrong_since <= ?2 THEN 1 ELSE wrong + 1 END,
                    wrong_since = CASE WHEN wrong_since <= ?2 THEN ?3 ELSE wrong_since END
                 WHERE ticket = ?1 RETURNING code_hash, expires_at, tries, wrong",
                [number.value().into(), (now - WRONG_WITHIN).into(), now.into()],
            )
            .await?;
        Ok(rows.into_iter().next())
    }

    /// Burns a ticket's code and gives a pass for it, all or nothing. A code that was burned or replaced meanwhile gives
    /// none. The try that was right is taken off the count again.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn give_pass_for_code(
        &self,
        number: TicketNumber,
        code: &Hash,
        token: &Hash,
        now: Instant,
        expires_at: Instant,
    ) -> Result<(), StoreError> {
        let pass = self.statement(
            "INSERT INTO pass (token_hash, ticket, account_id, door, name, created_at, expires_at)
             SELECT ?1, t.number, t.requester_id, 'code', '', ?2, ?3 FROM ticket t
             JOIN ticket_code c ON c.ticket = t.number AND c.code_hash = ?5 WHERE t.number = ?4",
            [
                token.as_str().into(),
                now.into(),
                expires_at.into(),
                number.value().into(),
                code.as_str().into(),
            ],
        )?;
        let burn = self.statement(
            "UPDATE ticket_code SET code_hash = '', wrong = max(wrong - 1, 0) WHERE ticket = ?1 AND code_hash = ?2",
            [number.value().into(), code.as_str().into()],
        )?;
        self.batch(vec![pass, burn]).await.map(drop)
    }

    /// Gives a device's pass back; one that is gone already is no error.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn end_pass(&self, token: &Hash) -> Result<(), StoreError> {
        self.run("DELETE FROM pass WHERE token_hash = ?1", [token.as_str().into()]).await.map(drop)
    }

    /// Forgets passes and codes that expired, and links and unconfirmed addresses a month after that.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn forget_passes(&self, now: Instant, age: TimeDelta) -> Result<(), StoreError> {
        let old = now - age;
        let statements = vec![
            self.statement("DELETE FROM pass WHERE expires_at < ?1", [now.into()])?,
            self.statement(
                "DELETE FROM ticket_code WHERE expires_at < ?1 AND wrong_since < ?1 AND mails_since < ?1",
                [(now - WRONG_WITHIN).into()],
            )?,
            self.statement("DELETE FROM hand_over_link WHERE expires_at < ?1", [old.into()])?,
            self.statement("DELETE FROM unconfirmed WHERE expires_at < ?1", [old.into()])?,
        ];
        self.batch(statements).await.map(drop)
    }
}
