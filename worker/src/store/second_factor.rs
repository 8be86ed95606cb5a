//! The second factor of SOHO's staff. What is kept of it gives no code away without the deployment's key; recovery codes are
//! kept as hashes.

use super::known_devices::OnDevice;
use super::{Store, StoreError};
use crate::http::secrets::Hash;
use crate::mail::Post;
use domain::Instant;
use domain::access::Person;
use domain::audit::{AuditAct, Entry, SubjectKind};
use domain::device::Device;
use domain::ident::AccountId;
use domain::second_factor::WRONG_COUNTED_OVER;
use serde::Deserialize;
use worker::D1PreparedStatement;

/// What a person may know of their own factor.
#[derive(Debug, Deserialize)]
pub struct FactorRow {
    /// When it was set up.
    pub enrolled_at: Instant,
    /// Recovery codes left.
    pub recovery_codes: u32,
}

/// One try at a factor's code, as it was counted.
#[derive(Debug, Deserialize)]
pub struct FactorTry {
    /// What the secret follows from.
    pub salt: String,
    /// The last step whose code was used.
    pub last_step: u32,
    /// Wrong tries within the time they are counted over, this one included.
    pub wrong: u32,
}

/// A session that becomes a whole one, on some device: its token is another from then on, so that whoever saw the half one has nothing.
#[derive(Debug)]
pub struct Rising<'a> {
    /// Who.
    pub person: &'a Person,
    /// The token's hash so far.
    pub from: &'a Hash,
    /// The new token's.
    pub to: &'a Hash,
    /// The device it rises on.
    pub on: OnDevice<'a>,
}

#[derive(Deserialize)]
struct SaltRow {
    factor_salt: Option<String>,
}

impl Store {
    /// How somebody's factor stands; `None` when they have none.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn factor_of(&self, account: &AccountId) -> Result<Option<FactorRow>, StoreError> {
        let rows = self
            .all(
                "SELECT enrolled_at, (SELECT count(*) FROM recovery_code r WHERE r.account_id = f.account_id) AS recovery_codes
                 FROM second_factor f WHERE account_id = ?1",
                [account.as_str().into()],
            )
            .await?;
        Ok(rows.into_iter().next())
    }

    /// The salt of the factor that a session is setting up: the one it began with, or this one. `None` when the person has a
    /// factor already.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn begin_enrolment(&self, session: &Hash, salt: &str) -> Result<Option<String>, StoreError> {
        let rows: Vec<SaltRow> = self
            .all(
                "UPDATE session SET factor_salt = COALESCE(factor_salt, ?2) WHERE token_hash = ?1
                     AND NOT EXISTS (SELECT 1 FROM second_factor f WHERE f.account_id = session.account_id)
                 RETURNING factor_salt",
                [session.as_str().into(), salt.into()],
            )
            .await?;
        Ok(rows.into_iter().next().and_then(|row| row.factor_salt))
    }

    /// The salt that a session began to set a factor up with.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn pending_enrolment(&self, session: &Hash) -> Result<Option<String>, StoreError> {
        let rows: Vec<SaltRow> = self
            .all("SELECT factor_salt FROM session WHERE token_hash = ?1", [session.as_str().into()])
            .await?;
        Ok(rows.into_iter().next().and_then(|row| row.factor_salt))
    }

    /// Sets the factor up, whose first code was of `step`, makes the session a whole one, and tells its owner.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails; [`StoreError::Conflict`] when another session set one up first.
    pub async fn enrol(
        &self,
        rising: Rising<'_>,
        salt: &str,
        step: u32,
        codes: &[Hash],
        told: &Post,
        now: Instant,
    ) -> Result<(), StoreError> {
        let account = rising.person.account.as_str();
        let entry = Entry::by(rising.person, AuditAct::SecondFactorEnrolled, SubjectKind::Account, account);
        let statements = vec![
            self.statement(
                "INSERT INTO second_factor (account_id, salt, enrolled_at, last_step) VALUES (?1, ?2, ?3, ?4)",
                [account.into(), salt.into(), now.into(), step.into()],
            )?,
            self.recovery_codes(account, codes)?,
            self.statement(
                "UPDATE session SET token_hash = ?2, factor_at = ?3, factor_salt = NULL WHERE token_hash = ?1",
                [rising.from.as_str().into(), rising.to.as_str().into(), now.into()],
            )?,
            self.audit(&entry, now)?,
            self.post_to_account(&rising.person.account, told, now)?,
            // That letter tells of the device, too.
            self.device_noted(rising.to, &rising.on, now)?,
        ];
        self.batch(statements).await.map(drop)
    }

    fn recovery_codes(&self, account: &str, codes: &[Hash]) -> Result<D1PreparedStatement, StoreError> {
        let hashes: Vec<&str> = codes.iter().map(Hash::as_str).collect();
        self.statement(
            "INSERT INTO recovery_code (account_id, code_hash) SELECT ?1, value FROM json_each(?2)",
            [account.into(), serde_json::to_string(&hashes)?.into()],
        )
    }

    /// Counts one try at the codes of an account's factor, and returns what it is compared with. The count is exact: it is
    /// what stops guessing. `None` when there is no factor.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn try_factor(
        &self,
        account: &AccountId,
        now: Instant,
    ) -> Result<Option<FactorTry>, StoreError> {
        let rows = self
            .all(
                "UPDATE second_factor SET wrong = CASE WHEN wrong_since > ?3 THEN wrong + 1 ELSE 1 END,
                     wrong_since = CASE WHEN wrong_since > ?3 THEN wrong_since ELSE ?2 END
                 WHERE account_id = ?1 RETURNING salt, last_step, wrong",
                [account.as_str().into(), now.into(), (now - WRONG_COUNTED_OVER).into()],
            )
            .await?;
        Ok(rows.into_iter().next())
    }

    /// Uses up the code of a step; false when it was used meanwhile. The try that was right is taken off the count again.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn use_step(&self, account: &AccountId, step: u32) -> Result<bool, StoreError> {
        let rows: Vec<serde::de::IgnoredAny> = self
            .all(
                "UPDATE second_factor SET last_step = ?2, wrong = max(wrong - 1, 0)
                 WHERE account_id = ?1 AND last_step < ?2 RETURNING 1",
                [account.as_str().into(), step.into()],
            )
            .await?;
        Ok(!rows.is_empty())
    }

    /// Makes a session a whole one, once its factor was shown, which is on record, and tells its owner if they haven't signed in
    /// with the device.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn rise(&self, rising: Rising<'_>, told: &Post, now: Instant) -> Result<(), StoreError> {
        let session = self.statement(
            "UPDATE session SET token_hash = ?2, factor_at = ?3 WHERE token_hash = ?1",
            [rising.from.as_str().into(), rising.to.as_str().into(), now.into()],
        )?;
        let account = rising.person.account.as_str();
        let entry = Entry::by(rising.person, AuditAct::StaffSignedIn, SubjectKind::Account, account)
            .with("device", rising.on.kind.code());
        let record = self.audit_if_risen(&entry, rising.to, now)?;
        let letter = self.new_device_told(rising.to, &rising.on, told, now)?;
        let device = self.device_noted(rising.to, &rising.on, now)?;
        self.batch(vec![session, record, letter, device]).await.map(drop)
    }

    /// Leaves on record that wrong codes paused the codes of somebody's factor. Who typed them isn't known: they came as far as
    /// the person's mailbox gets one.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn note_pause(
        &self,
        account: &AccountId,
        kind: Device,
        now: Instant,
    ) -> Result<(), StoreError> {
        let entry = Entry::of_service(AuditAct::SecondFactorPaused, SubjectKind::Account, account.as_str())
            .with("device", kind.code());
        self.batch(vec![self.audit(&entry, now)?]).await.map(drop)
    }

    /// Uses up a recovery code and makes the session a whole one, as [`Store::rise`], all or nothing. False for a code that the account doesn't
    /// have, or not any more.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn rise_by_recovery(
        &self,
        rising: Rising<'_>,
        code: &Hash,
        told: &Post,
        now: Instant,
    ) -> Result<bool, StoreError> {
        let (account, to) = (rising.person.account.as_str(), rising.to.as_str());
        let entry = Entry::by(rising.person, AuditAct::RecoveryCodeUsed, SubjectKind::Account, account);
        let session = self.statement(
            "UPDATE session SET token_hash = ?2, factor_at = ?3 WHERE token_hash = ?1
                 AND EXISTS (SELECT 1 FROM recovery_code WHERE account_id = ?4 AND code_hash = ?5) RETURNING 1",
            [rising.from.as_str().into(), to.into(), now.into(), account.into(), code.as_str().into()],
        )?;
        let burn = self.statement(
            "DELETE FROM recovery_code WHERE account_id = ?1 AND code_hash = ?2
                 AND EXISTS (SELECT 1 FROM session WHERE token_hash = ?3)",
            [account.into(), code.as_str().into(), to.into()],
        )?;
        let record = self.audit_if_risen(&entry, rising.to, now)?;
        let letter = self.new_device_told(rising.to, &rising.on, told, now)?;
        let device = self.device_noted(rising.to, &rising.on, now)?;
        let mut results = self.batch(vec![session, burn, record, letter, device]).await?;
        Ok(results.first::<serde::de::IgnoredAny>()?.is_some())
    }

    /// Replaces somebody's recovery codes: those they had are worth nothing any more, and they are told.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn renew_recovery_codes(
        &self,
        person: &Person,
        codes: &[Hash],
        told: &Post,
        now: Instant,
    ) -> Result<(), StoreError> {
        let account = person.account.as_str();
        let entry = Entry::by(person, AuditAct::RecoveryCodesRenewed, SubjectKind::Account, account);
        let statements = vec![
            self.statement("DELETE FROM recovery_code WHERE account_id = ?1", [account.into()])?,
            self.recovery_codes(account, codes)?,
            self.audit(&entry, now)?,
            self.post_to_account(&person.account, told, now)?,
        ];
        self.batch(statements).await.map(drop)
    }

    /// Takes somebody's factor away, to be set up anew, ends all their sessions, and tells them.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn reset_factor(
        &self,
        by: &Person,
        account: &AccountId,
        told: &Post,
        now: Instant,
    ) -> Result<(), StoreError> {
        let id = || account.as_str().into();
        let entry = Entry::by(by, AuditAct::SecondFactorReset, SubjectKind::Account, account.as_str());
        let statements = vec![
            self.statement("DELETE FROM recovery_code WHERE account_id = ?1", [id()])?,
            self.statement("DELETE FROM second_factor WHERE account_id = ?1", [id()])?,
            self.statement("DELETE FROM session WHERE account_id = ?1", [id()])?,
            self.statement("DELETE FROM known_device WHERE account_id = ?1", [id()])?,
            self.audit(&entry, now)?,
            self.post_to_account(account, told, now)?,
        ];
        self.batch(statements).await.map(drop)
    }
}
