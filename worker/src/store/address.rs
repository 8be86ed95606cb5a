//! The change of somebody's address: nothing of it holds until the code mailed to the new one comes back.

use super::outbox::FIRST_OF_ALL;
use super::sessions::LiveCode;
use super::{Store, StoreError};
use crate::http::secrets::Hash;
use crate::mail::Post;
use domain::Instant;
use domain::audit::Entry;
use domain::ident::AccountId;
use domain::sign_in::{GUESSES_COUNTED_OVER, MAILS_AT_WILL};
use serde::Deserialize;

/// One try at the code that proves an address, as it was counted.
#[derive(Debug, Deserialize)]
pub struct AddressTry {
    /// The address it is about, in the form people sign in by.
    pub email: String,
    /// The code it is compared with, and the tries made at it.
    #[serde(flatten)]
    pub live: LiveCode,
    /// Tries at any such code of the account lately, this one included.
    pub guesses: u32,
}

/// An address that was proven, and who holds it from now on.
#[derive(Debug)]
pub struct Proven<'a> {
    /// Whose account it is.
    pub account: &'a AccountId,
    /// The address until now.
    pub from: &'a str,
    /// The new one.
    pub to: &'a str,
    /// Hash of the code that proved it.
    pub code: &'a Hash,
    /// The session it was proven in, and the token that session has from now on.
    pub session: (&'a Hash, &'a Hash),
}

impl Store {
    /// Notes where somebody wants to change to, in the place of what they wanted before, and queues the letter that goes there;
    /// unless mail to that address was asked for too often lately and a code that was mailed to them still holds. Then what they
    /// wanted before stands, and the statements are the same.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn want_address(
        &self,
        account: &AccountId,
        email: &str,
        code: &Hash,
        expires_at: Instant,
        post: &Post,
        now: Instant,
    ) -> Result<(), StoreError> {
        let asked = self.mail_is_asked_for(email, now)?;
        let wanted = self.statement(
            "INSERT INTO address_change (account_id, email, code_hash, expires_at, since)
             SELECT ?1, ?2, ?3, ?4, ?5 WHERE (SELECT asks FROM sign_in_guess WHERE email = ?2) <= ?6
                 OR NOT EXISTS (SELECT 1 FROM address_change WHERE account_id = ?1 AND expires_at > ?5)
             ON CONFLICT (account_id) DO UPDATE SET email = excluded.email, code_hash = excluded.code_hash,
                 expires_at = excluded.expires_at, tries = 0",
            [
                account.as_str().into(),
                email.into(),
                code.as_str().into(),
                expires_at.into(),
                now.into(),
                MAILS_AT_WILL.into(),
            ],
        )?;
        let mail = self.statement(
            "INSERT INTO outbox (message_id, to_address, letter, created_at, next_attempt_at)
             SELECT ?1, ?2, ?3, ?4, ?5 WHERE EXISTS (SELECT 1 FROM address_change WHERE account_id = ?6 AND code_hash = ?7)",
            [
                post.message_id.as_str().into(),
                email.into(),
                post.letter.as_str().into(),
                now.into(),
                FIRST_OF_ALL.into(),
                account.as_str().into(),
                code.as_str().into(),
            ],
        )?;
        self.batch(vec![asked, wanted, mail]).await.map(drop)
    }

    /// Counts one try at the code that proves the address somebody wants, and returns what to compare it with. The counts are
    /// exact: they stop guessing. `None` when they want none.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn try_address(
        &self,
        account: &AccountId,
        now: Instant,
    ) -> Result<Option<AddressTry>, StoreError> {
        let rows = self
            .all(
                "UPDATE address_change SET tries = tries + 1, guesses = CASE WHEN since > ?3 THEN guesses + 1 ELSE 1 END,
                     since = CASE WHEN since > ?3 THEN since ELSE ?2 END
                 WHERE account_id = ?1 RETURNING email, code_hash, expires_at, tries, guesses",
                [account.as_str().into(), now.into(), (now - GUESSES_COUNTED_OVER).into()],
            )
            .await?;
        Ok(rows.into_iter().next())
    }

    /// Gives an account its new address, all or nothing: every other session ends, and every code, link and pass with it; this
    /// session gets another token; the address until now is told.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the code was used or replaced meanwhile, or the address is another account's by now;
    /// otherwise when the database fails.
    pub async fn change_address(
        &self,
        proven: &Proven<'_>,
        entry: &Entry,
        told: &Post,
        now: Instant,
    ) -> Result<(), StoreError> {
        let &Proven { account, from, to, code, session: (session, next) } = proven;
        let changed = self.statement(
            "UPDATE account SET email = ?2 WHERE id = ?1 AND email = ?3 AND deactivated_at IS NULL AND erased_at IS NULL
                 AND EXISTS (SELECT 1 FROM address_change c WHERE c.account_id = ?1 AND c.email = ?2 AND c.code_hash = ?4)
                 AND NOT EXISTS (SELECT 1 FROM account o WHERE o.email = ?2) RETURNING id",
            [account.as_str().into(), to.into(), from.into(), code.as_str().into()],
        )?;
        let mut statements = vec![changed, self.audit_of_change(entry, now)?];
        // The code stands until the ways in end below: whoever comes second finds none.
        let holds = "EXISTS (SELECT 1 FROM account a JOIN address_change c ON c.account_id = a.id AND c.email = a.email
            WHERE a.id = ?1)";
        for table in ["sign_in_code", "sign_in_link"] {
            statements.push(self.statement(
                &format!("DELETE FROM {table} WHERE email = ?2 AND {holds}"),
                [account.as_str().into(), from.into()],
            )?);
        }
        statements.push(self.statement(
            &format!(
                "INSERT INTO outbox (message_id, to_address, letter, created_at, next_attempt_at)
                 SELECT ?2, ?3, ?4, ?5, ?5 WHERE {holds}"
            ),
            [
                account.as_str().into(),
                told.message_id.as_str().into(),
                from.into(),
                told.letter.as_str().into(),
                now.into(),
            ],
        )?);
        statements.push(self.statement(
            &format!("UPDATE session SET token_hash = ?3 WHERE token_hash = ?2 AND {holds}"),
            [account.as_str().into(), session.as_str().into(), next.as_str().into()],
        )?);
        let as_now = "email = (SELECT c.email FROM address_change c WHERE c.account_id = account.id)";
        statements.extend(self.ways_in_end(account, as_now, Some(next), entry, now)?);
        statements.extend(self.lost_invitations_end(account, entry, now)?);
        self.changed(statements).await
    }
}
