//! Hotels and their branches.

use super::people::plainly;
use super::{Store, StoreError};
use domain::Instant;
use domain::api::people::Hotel;
use domain::audit::Entry;
use domain::ident::{BranchId, CompanyId};
use serde::Deserialize;

/// Hotels that are shown: far more than there are.
const SHOWN: u32 = 2_000;

#[derive(Deserialize)]
struct Row {
    id: String,
    name: String,
    branches: String,
}

/// Whether two names are told apart by accents and capitals at most.
fn same(one: &str, other: &str) -> String {
    format!("{} = {}", plainly(one), plainly(other))
}

impl Store {
    /// Every hotel with its branches, by name.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn hotels(&self) -> Result<Vec<Hotel>, StoreError> {
        let rows: Vec<Row> = self
            .all(
                &format!(
                    "SELECT c.id, c.name, (SELECT json_group_array(json_array(b.id, b.name))
                        FROM (SELECT id, name FROM branch WHERE company_id = c.id ORDER BY {}, id) b) AS branches
                     FROM company c ORDER BY {}, c.id LIMIT ?1",
                    plainly("name"),
                    plainly("c.name")
                ),
                [SHOWN.into()],
            )
            .await?;
        let hotel = |row: Row| {
            let branches: Vec<(String, String)> = serde_json::from_str(&row.branches)?;
            let branches = branches.into_iter().map(|(id, name)| (BranchId(id), name)).collect();
            Ok(Hotel { id: CompanyId(row.id), name: row.name, branches })
        };
        rows.into_iter().map(hotel).collect()
    }

    /// Adds a hotel.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when one has that name; otherwise when the database fails.
    pub async fn add_hotel(
        &self,
        id: &CompanyId,
        name: &str,
        entry: &Entry,
        now: Instant,
    ) -> Result<(), StoreError> {
        let added = self.statement(
            &format!(
                "INSERT INTO company (id, name) SELECT ?1, ?2
                 WHERE NOT EXISTS (SELECT 1 FROM company WHERE {}) RETURNING id",
                same("name", "?2")
            ),
            [id.as_str().into(), name.into()],
        )?;
        self.changed(vec![added, self.audit_of_change(entry, now)?]).await
    }

    /// Gives a hotel another name.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when another one has that name; otherwise when the database fails.
    pub async fn rename_hotel(
        &self,
        id: &CompanyId,
        name: &str,
        entry: &Entry,
        now: Instant,
    ) -> Result<(), StoreError> {
        let renamed = self.statement(
            &format!(
                "UPDATE company SET name = ?2
                 WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM company o WHERE {} AND o.id <> ?1) RETURNING id",
                same("o.name", "?2")
            ),
            [id.as_str().into(), name.into()],
        )?;
        self.changed(vec![renamed, self.audit_of_change(entry, now)?]).await
    }

    /// Adds a branch to a hotel.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when one of the hotel's has that name; otherwise when the database fails.
    pub async fn add_branch(
        &self,
        hotel: &CompanyId,
        id: &BranchId,
        name: &str,
        entry: &Entry,
        now: Instant,
    ) -> Result<(), StoreError> {
        let added = self.statement(
            &format!(
                "INSERT INTO branch (id, company_id, name) SELECT ?1, ?2, ?3
                 WHERE NOT EXISTS (SELECT 1 FROM branch WHERE company_id = ?2 AND {}) RETURNING id",
                same("name", "?3")
            ),
            [id.as_str().into(), hotel.as_str().into(), name.into()],
        )?;
        self.changed(vec![added, self.audit_of_change(entry, now)?]).await
    }

    /// Gives a branch of a hotel another name.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when another of the hotel's has that name; otherwise when the database fails.
    pub async fn rename_branch(
        &self,
        hotel: &CompanyId,
        id: &BranchId,
        name: &str,
        entry: &Entry,
        now: Instant,
    ) -> Result<(), StoreError> {
        let renamed = self.statement(
            &format!(
                "UPDATE branch SET name = ?3 WHERE id = ?1 AND company_id = ?2 AND NOT EXISTS
                     (SELECT 1 FROM branch o WHERE o.company_id = ?2 AND {} AND o.id <> ?1) RETURNING id",
                same("o.name", "?3")
            ),
            [id.as_str().into(), hotel.as_str().into(), name.into()],
        )?;
        self.changed(vec![renamed, self.audit_of_change(entry, now)?]).await
    }
}
