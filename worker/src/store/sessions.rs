//! One-time codes and sessions. Only hashes are stored.

use super::outbox::FIRST_OF_ALL;
use super::{Store, StoreError};
use crate::http::secrets::Hash;
use domain::Instant;
use domain::device::Device;
use domain::ident::AccountId;
use domain::sign_in::{GUESSES_COUNTED_OVER, Lifetime, MAILS_AT_WILL, MAILS_COUNTED_OVER};
use serde::Deserialize;
use worker::D1PreparedStatement;

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

/// One try at the code of an address, as it was counted.
#[derive(Debug)]
pub struct Try {
    /// Tries at codes of the address within the time they are counted over, this one included.
    pub guesses: u32,
    /// The live code, if there is one.
    pub live: Option<LiveCode>,
}

/// A code and a link to keep, and the mail that carries them.
#[derive(Debug)]
pub struct NewCode<'a> {
    /// The address, as people sign in by it.
    pub email: &'a str,
    /// Hash of address and code.
    pub code: &'a Hash,
    /// Hash of what the link carries.
    pub link: &'a Hash,
    /// When both expire.
    pub expires_at: Instant,
    /// The mail's identifier.
    pub message_id: &'a str,
    /// The mail, as JSON.
    pub letter: &'a str,
}

#[derive(Deserialize)]
struct GuessRow {
    tries: u32,
}

impl Store {
    /// Replaces the address's code and queues the mail that carries it, in the place of one that hasn't left yet; unless many were
    /// asked for lately and one that was mailed still holds. Then that one goes on holding, and the statements are the same.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn save_code(&self, new: &NewCode<'_>, now: Instant) -> Result<(), StoreError> {
        let (email, hash) = (new.email, new.code.as_str());
        let asked = self.mail_is_asked_for(email, now)?;
        let code = self.statement(
            "INSERT INTO sign_in_code (email, code_hash, expires_at)
             SELECT ?1, ?2, ?3 WHERE (SELECT asks FROM sign_in_guess WHERE email = ?1) <= ?4
                 OR NOT EXISTS (SELECT 1 FROM sign_in_code WHERE email = ?1 AND expires_at > ?5)
             ON CONFLICT (email) DO UPDATE SET code_hash = excluded.code_hash, expires_at = excluded.expires_at, tries = 0",
            [email.into(), hash.into(), new.expires_at.into(), MAILS_AT_WILL.into(), now.into()],
        )?;
        // The rest goes with the new code, or not at all.
        let taken = "EXISTS (SELECT 1 FROM sign_in_code WHERE email = ?1 AND code_hash = ?2)";
        let link = self.statement(
            &format!(
                "INSERT INTO sign_in_link (link_hash, email, expires_at) SELECT ?3, ?1, ?4 WHERE {taken}"
            ),
            [email.into(), hash.into(), new.link.as_str().into(), new.expires_at.into()],
        )?;
        let outdated = self.statement(
            &format!(
                "DELETE FROM outbox WHERE sent_at IS NULL AND letter IS NOT NULL AND to_address = ?1
                     AND message_id LIKE 'code.%' AND {taken}"
            ),
            [email.into(), hash.into()],
        )?;
        let mail = self.statement(
            &format!(
                "INSERT INTO outbox (message_id, to_address, letter, created_at, next_attempt_at)
                 SELECT ?3, ?1, ?4, ?5, ?6 WHERE {taken}"
            ),
            [
                email.into(),
                hash.into(),
                new.message_id.into(),
                new.letter.into(),
                now.into(),
                FIRST_OF_ALL.into(),
            ],
        )?;
        self.batch(vec![asked, code, link, outdated, mail]).await.map(drop)
    }

    /// The statement that counts that mail with a code was asked for to an address, known or not.
    ///
    /// # Errors
    /// [`StoreError`] when the statement can't be made.
    pub(super) fn mail_is_asked_for(
        &self,
        email: &str,
        now: Instant,
    ) -> Result<D1PreparedStatement, StoreError> {
        self.statement(
            "INSERT INTO sign_in_guess (email, since, tries, asks, asked_since) VALUES (?1, ?2, 0, 1, ?2)
             ON CONFLICT (email) DO UPDATE SET asks = CASE WHEN asked_since > ?3 THEN asks + 1 ELSE 1 END,
                 asked_since = CASE WHEN asked_since > ?3 THEN asked_since ELSE excluded.asked_since END",
            [email.into(), now.into(), (now - MAILS_COUNTED_OVER).into()],
        )
    }

    /// Counts one try against the address and its code, and returns both. The count is exact: it is what stops guessing.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn try_code(&self, email: &str, now: Instant) -> Result<Try, StoreError> {
        let counted = self.statement(
            "INSERT INTO sign_in_guess (email, since, tries) VALUES (?1, ?2, 1)
             ON CONFLICT (email) DO UPDATE SET tries = CASE WHEN since > ?3 THEN tries + 1 ELSE 1 END,
                 since = CASE WHEN since > ?3 THEN since ELSE excluded.since END
             RETURNING tries",
            [email.into(), now.into(), (now - GUESSES_COUNTED_OVER).into()],
        )?;
        let code = self.statement(
            "UPDATE sign_in_code SET tries = tries + 1 WHERE email = ?1 RETURNING code_hash, expires_at, tries",
            [email.into()],
        )?;
        let mut results = self.batch(vec![counted, code]).await?;
        let guesses = results.first::<GuessRow>()?.map_or(u32::MAX, |row| row.tries);
        Ok(Try { guesses, live: results.first()? })
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
        device: Device,
        now: Instant,
    ) -> Result<(), StoreError> {
        let account = self.statement(
            "INSERT INTO account (id, email, role, created_at) VALUES (?1, ?2, 'client', ?3) ON CONFLICT (email) DO NOTHING",
            [new_account.as_str().into(), email.into(), now.into()],
        )?;
        let session = self.statement(
            "INSERT INTO session (token_hash, account_id, created_at, expires_at, id, device, used_at)
             SELECT ?1, a.id, ?2, CASE WHEN a.role IN ('client', 'hotel_administrator') THEN ?3 ELSE ?6 END,
                 lower(hex(randomblob(16))), ?7, ?2
             FROM account a JOIN sign_in_code c ON c.email = a.email WHERE a.email = ?4 AND c.code_hash = ?5
                 AND a.deactivated_at IS NULL",
            [
                token.as_str().into(),
                now.into(),
                (now + Lifetime::CLIENT.idle).into(),
                email.into(),
                code.as_str().into(),
                (now + Lifetime::STAFF.idle).into(),
                device.code().into(),
            ],
        )?;
        let burn = self.statement(
            "DELETE FROM sign_in_code WHERE email = ?1 AND code_hash = ?2",
            [email.into(), code.as_str().into()],
        )?;
        let links = self.statement(
            "DELETE FROM sign_in_link WHERE email = ?1 AND EXISTS (SELECT 1 FROM session WHERE token_hash = ?2)",
            [email.into(), token.as_str().into()],
        )?;
        // The right code was no guess. Those before it stay counted: signing in gives a guesser no new tries.
        let uncount = self.statement(
            "UPDATE sign_in_guess SET tries = tries - 1
             WHERE email = ?1 AND tries > 0 AND EXISTS (SELECT 1 FROM session WHERE token_hash = ?2)",
            [email.into(), token.as_str().into()],
        )?;
        self.batch(vec![account, session, burn, links, uncount]).await.map(drop)
    }

    /// Burns the link and the code of the same address, creates the account if the address has none, and starts a session; all or
    /// nothing. A link that expired or was used starts none.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn start_session_by_link(
        &self,
        link: &Hash,
        new_account: &AccountId,
        token: &Hash,
        device: Device,
        now: Instant,
    ) -> Result<(), StoreError> {
        let account = self.statement(
            "INSERT INTO account (id, email, role, created_at)
             SELECT ?1, email, 'client', ?2 FROM sign_in_link WHERE link_hash = ?3 AND expires_at > ?2
             ON CONFLICT (email) DO NOTHING",
            [new_account.as_str().into(), now.into(), link.as_str().into()],
        )?;
        let session = self.statement(
            "INSERT INTO session (token_hash, account_id, created_at, expires_at, id, device, used_at)
             SELECT ?1, a.id, ?2, CASE WHEN a.role IN ('client', 'hotel_administrator') THEN ?3 ELSE ?5 END,
                 lower(hex(randomblob(16))), ?6, ?2
             FROM sign_in_link l JOIN account a ON a.email = l.email
             WHERE l.link_hash = ?4 AND l.expires_at > ?2 AND a.deactivated_at IS NULL",
            [
                token.as_str().into(),
                now.into(),
                (now + Lifetime::CLIENT.idle).into(),
                link.as_str().into(),
                (now + Lifetime::STAFF.idle).into(),
                device.code().into(),
            ],
        )?;
        let code = self.statement(
            "DELETE FROM sign_in_code WHERE email = (SELECT email FROM sign_in_link WHERE link_hash = ?1 AND expires_at > ?2)",
            [link.as_str().into(), now.into()],
        )?;
        let burn = self.statement("DELETE FROM sign_in_link WHERE link_hash = ?1", [link.as_str().into()])?;
        self.batch(vec![account, session, code, burn]).await.map(drop)
    }

    /// Writes down that a session was used, which lets it last until `until`; one that ended meanwhile stays ended.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn prolong_session(
        &self,
        token: &Hash,
        until: Instant,
        now: Instant,
    ) -> Result<(), StoreError> {
        self.run(
            "UPDATE session SET expires_at = max(expires_at, ?2), used_at = ?3 WHERE token_hash = ?1",
            [token.as_str().into(), until.into(), now.into()],
        )
        .await
        .map(drop)
    }

    /// Ends what a device holds: its session, if it has one, and its passes. What is gone already is no error.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn end_session(&self, token: Option<&Hash>, passes: &[&Hash]) -> Result<(), StoreError> {
        let passes: Vec<&str> = passes.iter().map(|pass| pass.as_str()).collect();
        let session =
            self.statement("DELETE FROM session WHERE token_hash = ?1", [token.map(Hash::as_str).into()])?;
        let passes = self.statement(
            "DELETE FROM pass WHERE token_hash IN (SELECT value FROM json_each(?1))",
            [serde_json::to_string(&passes)?.into()],
        )?;
        self.batch(vec![session, passes]).await.map(drop)
    }

    /// Forgets codes, links, what was counted of them, sessions and wanted addresses that expired.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn forget_expired(&self, now: Instant) -> Result<(), StoreError> {
        let codes = self.statement("DELETE FROM sign_in_code WHERE expires_at < ?1", [now.into()])?;
        let links = self.statement("DELETE FROM sign_in_link WHERE expires_at < ?1", [now.into()])?;
        let guesses = self.statement(
            "DELETE FROM sign_in_guess WHERE since < ?1 AND asked_since < ?2",
            [(now - GUESSES_COUNTED_OVER).into(), (now - MAILS_COUNTED_OVER).into()],
        )?;
        let sessions = self.statement("DELETE FROM session WHERE expires_at < ?1", [now.into()])?;
        let addresses = self.statement(
            "DELETE FROM address_change WHERE expires_at < ?1 AND since < ?2",
            [now.into(), (now - GUESSES_COUNTED_OVER).into()],
        )?;
        self.batch(vec![codes, links, guesses, sessions, addresses]).await.map(drop)
    }
}
