//! Bringing in hotels, people and whole ticket histories from elsewhere.

use super::{Store, StoreError};
use domain::Instant;
use domain::api::import::{ImportedAccount, ImportedCompany};
use domain::audit::{AuditAct, Entry, SubjectKind};
use domain::ticket::TicketNumber;
use serde::Deserialize;
use std::collections::HashSet;

#[derive(Deserialize)]
struct NumberRow {
    number: u32,
}

impl Store {
    /// Which of these tickets exist.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn which_exist(&self, numbers: &[TicketNumber]) -> Result<HashSet<u32>, StoreError> {
        let numbers: Vec<u32> = numbers.iter().map(|number| number.value()).collect();
        let rows: Vec<NumberRow> = self
            .all(
                "SELECT number FROM ticket WHERE number IN (SELECT value FROM json_each(?1))",
                [serde_json::to_string(&numbers)?.into()],
            )
            .await?;
        Ok(rows.into_iter().map(|row| row.number).collect())
    }

    /// Adds companies, branches and accounts; what exists already keeps its identifier and takes the new facts.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails, [`StoreError::Conflict`] when an address belongs to another account, and
    /// [`StoreError::Dangling`] when somebody belongs to a company or branch that isn't there.
    pub async fn import_people(
        &self,
        companies: &[ImportedCompany],
        accounts: &[ImportedAccount],
        now: Instant,
    ) -> Result<(), StoreError> {
        let record = Entry::of_service(AuditAct::Imported, SubjectKind::Service, "import")
            .with("companies", companies.len().to_string())
            .with("accounts", accounts.len().to_string());
        let factors = accounts.iter().filter(|account| account.factor_salt.is_some()).count();
        let record = if factors == 0 { record } else { record.with("second_factors", factors.to_string()) };
        let companies = serde_json::to_string(companies)?;
        let statements = vec![
            self.statement(
                "INSERT INTO company (id, name) SELECT value ->> 'id', value ->> 'name' FROM json_each(?1) WHERE true
                 ON CONFLICT (id) DO UPDATE SET name = excluded.name",
                [companies.as_str().into()],
            )?,
            self.statement(
                "INSERT INTO branch (id, company_id, name)
                 SELECT b.value ->> 0, c.value ->> 'id', b.value ->> 1
                 FROM json_each(?1) c, json_each(c.value, '$.branches') b WHERE true
                 ON CONFLICT (id) DO UPDATE SET name = excluded.name",
                [companies.into()],
            )?,
            self.statement(
                "INSERT INTO account (id, email, name, phone, role, company_id, branch_id, created_at)
                 SELECT value ->> 'id', value ->> 'email', value ->> 'name', value ->> 'phone', value ->> 'role',
                     value ->> 'company', value ->> 'branch', ?2 FROM json_each(?1) WHERE true
                 ON CONFLICT (id) DO UPDATE SET email = excluded.email, name = excluded.name, phone = excluded.phone,
                     role = excluded.role, company_id = excluded.company_id, branch_id = excluded.branch_id",
                [serde_json::to_string(accounts)?.into(), now.into()],
            )?,
            self.statement(
                "INSERT INTO second_factor (account_id, salt, enrolled_at)
                 SELECT value ->> 'id', value ->> 'factor_salt', ?2 FROM json_each(?1) WHERE value ->> 'factor_salt' IS NOT NULL
                 ON CONFLICT (account_id) DO NOTHING",
                [serde_json::to_string(accounts)?.into(), now.into()],
            )?,
            self.audit(&record, now)?,
        ];
        self.batch(statements).await.map(drop)
    }
}
