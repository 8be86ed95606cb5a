//! Mail waiting to leave. Claiming a letter and backing off are one act: a claimed letter comes up again by itself if the
//! run that claimed it died.

use super::{NOT_LEFT_BEHIND, Store, StoreError};
use crate::mail::Post;
use chrono::TimeDelta;
use domain::Instant;
use domain::ident::AccountId;
use serde::Deserialize;
use worker::D1PreparedStatement;

/// How often a letter is tried before it is left for people to look at.
pub const TRIES: u32 = 12;

/// The due instant of a letter somebody looks at the screen waiting for. It sorts before every other, so that no amount
/// of news keeps a sign-in code waiting until it has expired.
pub const FIRST_OF_ALL: &str = "";

/// Whether the client that a letter is for is gone from its ticket's hotel: they may not come in, or moved.
fn is_gone() -> String {
    format!(
        "(to_address IS NULL AND EXISTS (
            SELECT 1 FROM account a LEFT JOIN ticket t ON t.number = CAST(message_id AS INTEGER)
            WHERE a.id = to_account AND a.role IN ('client', 'hotel_administrator')
                AND (a.deactivated_at IS NOT NULL OR NOT {NOT_LEFT_BEHIND})))"
    )
}

/// Who administers the hotel that a letter's ticket is of, and sees the ticket (`domain::access::sees_ticket`).
const ADMINISTRATORS: &str = "(SELECT group_concat(h.email, ',') FROM ticket t JOIN account h ON h.company_id = t.company_id
    WHERE t.number = CAST(message_id AS INTEGER) AND h.role = 'hotel_administrator' AND h.deactivated_at IS NULL
        AND h.erased_at IS NULL AND (h.branch_id IS NULL OR h.branch_id = t.branch_id))";

/// A letter this run has claimed.
#[derive(Debug, Deserialize)]
pub struct Claimed {
    /// Its row.
    pub id: u32,
    /// Stable, so that a receiver can drop the second copy.
    pub message_id: String,
    /// Addresses, joined by commas; none when nobody has the role, or goes on with the ticket of who is gone.
    pub recipients: Option<String>,
    /// The account it is for, when that is one person of a hotel.
    pub client: Option<String>,
    /// Not 0 when that person may no longer come in, or left the ticket's hotel, and so isn't written to: whoever administers
    /// that hotel is.
    pub inherited: u32,
    /// The letter, as JSON.
    pub letter: String,
    /// Tries so far, this one included.
    pub attempts: u32,
}

impl Store {
    /// The statement that leaves a letter for the address somebody has now.
    ///
    /// # Errors
    /// [`StoreError`] when the statement can't be made.
    pub(super) fn post_to_account(
        &self,
        account: &AccountId,
        post: &Post,
        now: Instant,
    ) -> Result<D1PreparedStatement, StoreError> {
        self.statement(
            "INSERT INTO outbox (message_id, to_address, letter, created_at, next_attempt_at)
             SELECT ?1, email, ?3, ?4, ?4 FROM account WHERE id = ?2",
            [
                post.message_id.as_str().into(),
                account.as_str().into(),
                post.letter.as_str().into(),
                now.into(),
            ],
        )
    }

    /// Claims up to `limit` letters that are due; those about a ticket are named after it. What was for one of the
    /// staff who is gone goes to the supervisors, what was for one of a hotel to who administers it. Each attempt doubles the wait for the next, from one minute up.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn claim_letters(&self, now: Instant, limit: u32) -> Result<Vec<Claimed>, StoreError> {
        let gone = is_gone();
        self.all(
            &format!("UPDATE outbox SET attempts = attempts + 1,
                next_attempt_at = strftime('%Y-%m-%dT%H:%M:%SZ', ?1, '+' || min(60 << attempts, 14400) || ' seconds')
             WHERE id IN (SELECT id FROM outbox WHERE sent_at IS NULL AND letter IS NOT NULL AND next_attempt_at <= ?1
                          AND attempts < ?3 ORDER BY next_attempt_at, id LIMIT ?2)
             RETURNING id, message_id, letter, attempts, COALESCE(to_address,
                CASE WHEN {gone} THEN {ADMINISTRATORS} ELSE
                    (SELECT email FROM account WHERE id = to_account AND deactivated_at IS NULL) END,
                (SELECT group_concat(email, ',') FROM account WHERE deactivated_at IS NULL AND role = COALESCE(to_role,
                    (SELECT 'supervisor' FROM account WHERE id = to_account AND role NOT IN ('client', 'hotel_administrator'))))
                ) AS recipients,
                (SELECT id FROM account WHERE id = to_account AND to_address IS NULL
                 AND role IN ('client', 'hotel_administrator')) AS client,
                {gone} AS inherited"),
            [now.into(), limit.into(), TRIES.into()],
        )
        .await
    }

    /// Notes what became of claimed letters. A letter that left is forgotten but for the fact that it did.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn settle_letters(
        &self,
        sent: &[u32],
        failed: &[(u32, String)],
        now: Instant,
    ) -> Result<(), StoreError> {
        let sent = self.statement(
            "UPDATE outbox SET sent_at = ?1, letter = NULL, failure = NULL WHERE id IN (SELECT value FROM json_each(?2))",
            [now.into(), serde_json::to_string(sent)?.into()],
        )?;
        let failed = self.statement(
            "UPDATE outbox SET failure = (SELECT value ->> 1 FROM json_each(?1) WHERE value ->> 0 = outbox.id)
             WHERE id IN (SELECT value ->> 0 FROM json_each(?1))",
            [serde_json::to_string(failed)?.into()],
        )?;
        self.batch(vec![sent, failed]).await.map(drop)
    }

    /// Forgets mail that left or was given up before `now` less `age`, and idempotency keys as old.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn forget_old(&self, now: Instant, age: TimeDelta) -> Result<(), StoreError> {
        let before = now - age;
        let outbox = self.statement("DELETE FROM outbox WHERE created_at < ?1", [before.into()])?;
        let keys = self.statement("DELETE FROM idempotency WHERE created_at < ?1", [before.into()])?;
        let runs = self.statement("DELETE FROM cron_run WHERE scheduled_at < ?1", [before.into()])?;
        self.batch(vec![outbox, keys, runs]).await.map(drop)
    }
}
