//! Consent to the use of personal data.

use super::commit::{Change, Key};
use super::{Store, StoreError};
use domain::Instant;
use domain::access::Person;
use domain::api::privacy::Consent;
use domain::audit::{AuditAct, Entry, SubjectKind};
use domain::ident::AccountId;
use domain::privacy::ConsentWay;
use domain::ticket::Rules;

/// What the consents of `?1` are read by.
pub(super) const CONSENT: &str =
    "SELECT c.version, c.given_at, c.asked_at AS way, NULLIF(a.name, '') AS told_by
    FROM consent c LEFT JOIN account a ON a.id = c.told_by WHERE c.account_id = ?1";

/// Somebody's consent to a version of the text.
#[derive(Debug)]
pub struct GivenConsent<'a> {
    /// Whose.
    pub account: &'a AccountId,
    /// Which text.
    pub version: &'a str,
    /// Where they were asked.
    pub way: ConsentWay,
    /// The agent who told them, on the phone: that is on record.
    pub told_by: Option<&'a Person>,
}

impl Store {
    /// Records consent to a version; the first time counts.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn give_consent(&self, given: &GivenConsent<'_>, now: Instant) -> Result<(), StoreError> {
        self.batch(vec![self.consent_row(given, now)?]).await.map(drop)
    }

    fn consent_row(
        &self,
        given: &GivenConsent<'_>,
        now: Instant,
    ) -> Result<worker::D1PreparedStatement, StoreError> {
        self.statement(
            "INSERT INTO consent (account_id, version, given_at, asked_at, told_by) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (account_id, version) DO NOTHING",
            [
                given.account.as_str().into(),
                given.version.into(),
                now.into(),
                given.way.code().into(),
                given.told_by.map(|person| person.account.as_str()).into(),
            ],
        )
    }

    /// Writes an opening with the consent that came with it.
    ///
    /// # Errors
    /// As [`Store::commit`].
    pub async fn open(
        &self,
        changes: &[Change],
        key: Key<'_>,
        consent: Option<&GivenConsent<'_>>,
        rules: &Rules,
        now: Instant,
    ) -> Result<(), StoreError> {
        let mut more = Vec::new();
        if let Some(given) = consent {
            more.push(self.consent_row(given, now)?);
            if let Some(person) = given.told_by {
                let account = given.account.as_str();
                let entry = Entry::by(person, AuditAct::ConsentNoted, SubjectKind::Account, account)
                    .with("version", given.version);
                more.push(self.audit_of_change(&entry, now)?);
            }
        }
        self.commit_with(changes, Some(key), rules, now, more).await
    }

    /// When somebody agreed to a version, if they did.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn consent(&self, account: &AccountId, version: &str) -> Result<Option<Consent>, StoreError> {
        let rows = self
            .all(&format!("{CONSENT} AND c.version = ?2"), [account.as_str().into(), version.into()])
            .await?;
        Ok(rows.into_iter().next())
    }
}
