//! One-time codes and sessions. Only hashes are stored.

use super::outbox::FIRST_OF_ALL;
use super::{Store, StoreError};
use crate::http::secrets::Hash;
use domain::Instant;
use domain::ident::AccountId;
use serde::Deserialize;

/// What is known of the live code of an address.
#[derive(Debug, Deserialize)]
pub struct LiveCode {
    /// Hash of address and code.
    pub code_hash: String,
    /// When it expires, as stored text.
    pub expires_at: String,
    /// Tries, this one included.
    pub tries: u32,
}

impl Store {
    /// Replaces the address's code and queues the mail that carries it, in the place of one that hasn't left yet.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn save_code(
        &self,
        email: &str,
        hash: &Hash,
        expires_at: Instant,
        now: Instant,
        message_id: &str,
        letter: &str,
    ) -> Result<(), StoreError> {
        let code = self.statement(
            "INSERT INTO sign_in_code (email, code_hash, expires_at) VALUES (?1, ?2, ?3)
             ON CONFLICT (email) DO UPDATE SET code_hash = excluded.code_hash, expires_at = excluded.expires_at, tries = 0",
            [email.into(), hash.as_str().into(), expires_at.into()],
        )?;
        let outdated = self.statement(
            "DELETE FROM outbox WHERE sent_at IS NULL AND letter IS NOT NULL AND to_address = ?1",
            [email.into()],
        )?;
        let mail = self.statement(
            "INSERT INTO outbox (message_id, to_address, letter, created_at, next_attempt_at) VALUES (?1, ?2, ?3, ?4, ?5)",
            [message_id.into(), email.into(), letter.into(), now.into(), FIRST_OF_ALL.into()],
        )?;
        self.batch(vec![code, outdated, mail]).await.map(drop)
    }

    /// Counts one try against the address's code and returns it. The count is exact: it is what stops guessing.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn try_code(&self, email: &str) -> Result<Option<LiveCode>, StoreError> {
        let rows = self
            .all(
                "UPDATE sign_in_code SET tries = tries + 1 WHERE email = ?1 RETURNING code_hash, expires_at, tries",
                [email.into()],
            )
            .await?;
        Ok(rows.into_iter().next())
    }

    /// Burns the code, creates the account if the address has none, and starts a session; all or nothing. A code that was
    /// burned or replaced since it was read starts none: then nobody is signed in with the token.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn start_session(
        &self,
        email: &str,
        code: &Hash,
        new_account: &AccountId,
        token: &Hash,
        now: Instant,
        expires_at: Instant,
    ) -> Result<(), StoreError> {
        let account = self.statement(
            "INSERT INTO account (id, email, role, created_at) VALUES (?1, ?2, 'client', ?3) ON CONFLICT (email) DO NOTHING",
            [new_account.as_str().into(), email.into(), now.into()],
        )?;
        let session = self.statement(
            "INSERT INTO session (token_hash, account_id, created_at, expires_at)
             SELECT ?1, a.id, ?2, ?3 FROM account a JOIN sign_in_code c ON c.email = a.email
             WHERE a.email = ?4 AND c.code_hash = ?5",
            [token.as_str().into(), now.into(), expires_at.into(), email.into(), code.as_str().into()],
        )?;
        let burn = self.statement(
            "DELETE FROM sign_in_code WHERE email = ?1 AND code_hash = ?2",
            [email.into(), code.as_str().into()],
        )?;
        self.batch(vec![account, session, burn]).await.map(drop)
    }

    /// Ends a session; a session that is gone already is no error.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn end_session(&self, token: &Hash) -> Result<(), StoreError> {
        self.run("DELETE FROM session WHERE token_hash = ?1", [token.as_str().into()]).await.map(drop)
    }

    /// Forgets codes and sessions that expired.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn forget_expired(&self, now: Instant) -> Result<(), StoreError> {
        let codes = self.statement("DELETE FROM sign_in_code WHERE expires_at < ?1", [now.into()])?;
        let sessions = self.statement("DELETE FROM session WHERE expires_at < ?1", [now.into()])?;
        self.batch(vec![codes, sessions]).await.map(drop)
    }
}
