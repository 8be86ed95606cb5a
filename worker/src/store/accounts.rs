//! People.

use super::people::plainly;
use super::{Store, StoreError};
use domain::Instant;
use domain::access::{Person, Role};
use domain::audit::{AuditAct, Entry, SubjectKind};
use domain::guide::Request;
use domain::ident::{AccountId, BranchId, CompanyId};
use serde::Deserialize;

/// Where an account belongs, for opening a ticket in its name.
#[derive(Debug)]
pub struct Belonging {
    /// The account.
    pub account: AccountId,
    /// Its company.
    pub company: Option<CompanyId>,
    /// Its branch.
    pub branch: Option<BranchId>,
}

#[derive(Deserialize)]
struct BelongingRow {
    id: String,
    company_id: Option<String>,
    branch_id: Option<String>,
}

#[derive(Deserialize)]
struct StaffRow {
    id: String,
    name: String,
    role: String,
}

impl Store {
    /// The account of an address, created as a client when there is none, with name and phone as last given. That it was made for
    /// a caller, by one of the staff, is on record.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn requester(
        &self,
        request: &Request,
        new_account: &AccountId,
        made_by: Option<&Person>,
        now: Instant,
    ) -> Result<Belonging, StoreError> {
        let account = self.statement(
                "INSERT INTO account (id, email, name, phone, role, created_at) VALUES (?1, ?2, ?3, ?4, 'client', ?5)
                 ON CONFLICT (email) DO UPDATE SET name = CASE WHEN account.name = '' THEN excluded.name ELSE account.name END
                 RETURNING id, company_id, branch_id",
                [
                    new_account.as_str().into(),
                    // The form by which they will sign in: two spellings of one mailbox are one person.
                    request.email.key().into(),
                    request.full_name.as_str().into(),
                    request.phone.as_e164().into(),
                    now.into(),
                ],
            )?;
        let mut statements = vec![account];
        if let Some(person) = made_by {
            let (new, made) = (new_account.as_str(), AuditAct::AccountMade);
            let entry = Entry::by(person, made, SubjectKind::Account, new);
            let is_new = "EXISTS (SELECT 1 FROM account WHERE id = ?8)";
            statements.push(self.audit_if(&entry, is_new, [new.into(), "".into()], now)?);
        }
        let row = self.batch(statements).await?.first::<BelongingRow>()?;
        let row = row.ok_or_else(|| StoreError::Broken("an upsert returned nothing".into()))?;
        Ok(Belonging {
            account: AccountId(row.id),
            company: row.company_id.map(CompanyId),
            branch: row.branch_id.map(BranchId),
        })
    }

    /// Whether a company has this branch.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn has_branch(&self, company: &CompanyId, branch: &BranchId) -> Result<bool, StoreError> {
        let rows: Vec<serde::de::IgnoredAny> = self
            .all(
                "SELECT id FROM branch WHERE id = ?1 AND company_id = ?2",
                [branch.as_str().into(), company.as_str().into()],
            )
            .await?;
        Ok(!rows.is_empty())
    }

    /// Remembers what a person said of themselves on the form, so that they need not say it again.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn remember_person(
        &self,
        account: &AccountId,
        name: &str,
        phone: &str,
    ) -> Result<(), StoreError> {
        self.run(
            "UPDATE account SET name = ?2, phone = ?3 WHERE id = ?1",
            [account.as_str().into(), name.into(), phone.into()],
        )
        .await
        .map(drop)
    }

    /// Everyone a ticket can be assigned to, by name.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn staff(&self) -> Result<Vec<(AccountId, String)>, StoreError> {
        let rows: Vec<StaffRow> = self
            .all(
                &format!(
                    "SELECT id, name, role FROM account WHERE role <> 'client' AND role <> 'hotel_administrator'
                         AND deactivated_at IS NULL ORDER BY {}, id",
                    plainly("name")
                ),
                [],
            )
            .await?;
        let works = |row: &StaffRow| Role::parse(&row.role).is_some_and(Role::works_tickets);
        Ok(rows.into_iter().filter(works).map(|row| (AccountId(row.id), row.name)).collect())
    }
}
