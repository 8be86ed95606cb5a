//! Devices that one of SOHO's staff has signed in with, and the letter about one they haven't.

use super::{Store, StoreError};
use crate::http::secrets::Hash;
use crate::mail::Post;
use domain::Instant;
use domain::device::Device;
use domain::sign_in::DEVICE_REMEMBERED;
use worker::D1PreparedStatement;

/// The device that a session rises on.
#[derive(Debug)]
pub struct OnDevice<'a> {
    /// Hash of what it carries to be known again.
    pub mark: &'a Hash,
    /// What kind it says it is.
    pub kind: Device,
}

impl Store {
    /// The statement that leaves the letter about a device that whoever has the session hasn't signed in with lately; before
    /// [`Store::device_noted`]. Nothing, if the batch gave no session this token.
    ///
    /// # Errors
    /// [`StoreError`] when the statement can't be made.
    pub(super) fn new_device_told(
        &self,
        session: &Hash,
        on: &OnDevice<'_>,
        post: &Post,
        now: Instant,
    ) -> Result<D1PreparedStatement, StoreError> {
        self.statement(
            "INSERT INTO outbox (message_id, to_address, letter, created_at, next_attempt_at)
             SELECT ?1, a.email, ?2, ?3, ?3 FROM session s JOIN account a ON a.id = s.account_id
             WHERE s.token_hash = ?4 AND NOT EXISTS (SELECT 1 FROM known_device d
                 WHERE d.account_id = a.id AND d.token_hash = ?5 AND d.seen_at > ?6)",
            [
                post.message_id.as_str().into(),
                post.letter.as_str().into(),
                now.into(),
                session.as_str().into(),
                on.mark.as_str().into(),
                (now - DEVICE_REMEMBERED).into(),
            ],
        )
    }

    /// The statement that notes the device of whoever has the session.
    ///
    /// # Errors
    /// [`StoreError`] when the statement can't be made.
    pub(super) fn device_noted(
        &self,
        session: &Hash,
        on: &OnDevice<'_>,
        now: Instant,
    ) -> Result<D1PreparedStatement, StoreError> {
        self.statement(
            "INSERT INTO known_device (account_id, token_hash, device, first_at, seen_at)
             SELECT account_id, ?2, ?3, ?4, ?4 FROM session WHERE token_hash = ?1
             ON CONFLICT (account_id, token_hash) DO UPDATE SET device = excluded.device, seen_at = excluded.seen_at",
            [session.as_str().into(), on.mark.as_str().into(), on.kind.code().into(), now.into()],
        )
    }

    /// Forgets devices that nobody has signed in with for long.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn forget_devices(&self, now: Instant) -> Result<(), StoreError> {
        self.run("DELETE FROM known_device WHERE seen_at <= ?1", [(now - DEVICE_REMEMBERED).into()])
            .await
            .map(drop)
    }
}
