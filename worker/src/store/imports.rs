//! Bringing in hotels, people and whole ticket histories from elsewhere.

use super::{Store, StoreError};
use domain::Instant;
use domain::api::import::{ImportedAccount, ImportedCompany};

impl Store {
    /// Adds companies, branches and accounts; what exists already keeps its identifier and takes the new facts.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or an address belongs to another account.
    pub async fn import_people(
        &self,
        companies: &[ImportedCompany],
        accounts: &[ImportedAccount],
        now: Instant,
    ) -> Result<(), StoreError> {
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
        ];
        self.batch(statements).await.map(drop)
    }
}
