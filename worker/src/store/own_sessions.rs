//! Sessions as their owner sees and ends them.

use super::{Store, StoreError};
use crate::http::secrets::Hash;
use domain::Instant;
use domain::access::{Person, Role};
use domain::api::sessions::OwnSession;
use domain::audit::{AuditAct, Entry, SubjectKind};
use domain::device::Device;
use serde::Deserialize;
use serde::de::IgnoredAny;

#[derive(Deserialize)]
struct Row {
    id: String,
    device: String,
    created_at: Instant,
    used_at: Instant,
    current: u8,
    passed: u8,
}

impl Row {
    fn shown(self, role: Role) -> OwnSession {
        OwnSession {
            id: self.id,
            device: Device::parse(&self.device),
            began_at: self.created_at,
            used_at: self.used_at,
            current: self.current == 1,
            half: role.is_staff() && self.passed == 0,
        }
    }
}

impl Store {
    /// Somebody's live sessions: the one that asks first, then the latest used.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn own_sessions(
        &self,
        person: &Person,
        current: &Hash,
        now: Instant,
    ) -> Result<Vec<OwnSession>, StoreError> {
        let account = || person.account.as_str().into();
        let name = self.statement(
            "UPDATE session SET id = lower(hex(randomblob(16))) WHERE account_id = ?1 AND id IS NULL",
            [account()],
        )?;
        let list = self.statement(
            "SELECT id, device, created_at, COALESCE(used_at, created_at) AS used_at, token_hash = ?2 AS current,
                 factor_at IS NOT NULL AS passed
             FROM session WHERE account_id = ?1 AND expires_at > ?3 ORDER BY current DESC, 4 DESC, id",
            [account(), current.as_str().into(), now.into()],
        )?;
        let mut results = self.batch(vec![name, list]).await?;
        results.rows::<IgnoredAny>()?;
        Ok(results.rows::<Row>()?.into_iter().map(|row| row.shown(person.role)).collect())
    }

    /// Ends one of somebody's sessions, which leaves an entry in the record. Answers whether it was the one that asks;
    /// `None` when they have none of that name.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn end_own_session(
        &self,
        person: &Person,
        id: &str,
        current: &Hash,
        now: Instant,
    ) -> Result<Option<bool>, StoreError> {
        #[derive(Deserialize)]
        struct Ended {
            current: u8,
        }
        let account = person.account.as_str();
        let record = self.audit_if(
            &ended(person),
            "EXISTS (SELECT 1 FROM session WHERE account_id = ?8 AND id = ?9)",
            [account.into(), id.into()],
            now,
        )?;
        let end = self.statement(
            "DELETE FROM session WHERE account_id = ?1 AND id = ?2 RETURNING token_hash = ?3 AS current",
            [account.into(), id.into(), current.as_str().into()],
        )?;
        let mut results = self.batch(vec![record, end]).await?;
        results.rows::<IgnoredAny>()?;
        Ok(results.first::<Ended>()?.map(|ended| ended.current == 1))
    }

    /// Ends all of somebody's sessions but the one that asks. There may be none.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn end_other_sessions(
        &self,
        person: &Person,
        current: &Hash,
        now: Instant,
    ) -> Result<(), StoreError> {
        let account = person.account.as_str();
        let record = self.audit_if(
            &ended(person),
            "EXISTS (SELECT 1 FROM session WHERE account_id = ?8 AND token_hash <> ?9)",
            [account.into(), current.as_str().into()],
            now,
        )?;
        let end = self.statement(
            "DELETE FROM session WHERE account_id = ?1 AND token_hash <> ?2",
            [account.into(), current.as_str().into()],
        )?;
        self.batch(vec![record, end]).await.map(drop)
    }
}

fn ended(person: &Person) -> Entry {
    Entry::by(person, AuditAct::SessionRevoked, SubjectKind::Account, person.account.as_str())
}
