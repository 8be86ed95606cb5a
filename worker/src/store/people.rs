//! Administration of people: who there is, where they stand, and whether they may come in.

use super::{Store, StoreError, Value};
use crate::http::secrets::Hash;
use domain::Instant;
use domain::access::Role;
use domain::api::people::{PeoplePage, PersonEntry, Standing};
use domain::audit::Entry;
use domain::ident::{AccountId, BranchId, CompanyId};
use domain::people::{PLAIN_LETTERS, Place, plain};
use domain::sign_in::Lifetime;
use serde::Deserialize;
use worker::D1PreparedStatement;

/// People on one page.
const PAGE: u32 = 50;

/// Whom to look for; empty texts ask for everybody.
#[derive(Debug, Default)]
pub struct PeopleSearch {
    /// Part of a name or address, as it stands: no character is a wildcard.
    pub text: String,
    /// A hotel.
    pub company: String,
    /// The code of a role.
    pub role: String,
    /// Only who comes after this account.
    pub after: Option<String>,
}

#[derive(Deserialize)]
struct PersonRow {
    id: String,
    name: String,
    email: String,
    #[serde(flatten)]
    standing: StandingRow,
    deactivated_at: Option<Instant>,
    second_factor: u8,
}

/// Where somebody stands, as rows tell it.
#[derive(Deserialize)]
pub(super) struct StandingRow {
    role: String,
    company_id: Option<String>,
    company: Option<String>,
    branch_id: Option<String>,
    branch: Option<String>,
}

impl StandingRow {
    pub(super) fn read(self) -> Result<Standing, StoreError> {
        Ok(Standing {
            role: Role::parse(&self.role)
                .ok_or_else(|| StoreError::Broken(format!("unknown role {}", self.role)))?,
            company: self.company_id.map(CompanyId).zip(self.company),
            branch: self.branch_id.map(BranchId).zip(self.branch),
        })
    }
}

/// Somebody as they stand, and how many others administer.
#[derive(Debug)]
pub struct Found {
    /// Who.
    pub entry: PersonEntry,
    /// Active administrators besides them.
    pub others: u32,
}

#[derive(Deserialize)]
struct Count {
    amount: u32,
}

const COLUMNS: &str =
    "SELECT a.id, a.name, a.email, a.role, a.company_id, c.name AS company, a.branch_id, b.name AS branch,
        a.deactivated_at, EXISTS (SELECT 1 FROM second_factor f WHERE f.account_id = a.id) AS second_factor
    FROM account a LEFT JOIN company c ON c.id = a.company_id LEFT JOIN branch b ON b.id = a.branch_id";

/// What holds while somebody besides ?1 administers: nobody takes the last one away, however many try at once.
const SOMEBODY_ADMINISTERS: &str = "(role <> 'administrator' OR EXISTS (SELECT 1 FROM account o
    WHERE o.role = 'administrator' AND o.deactivated_at IS NULL AND o.id <> account.id))";

/// A column as [`plain`] has texts. The database's own `lower` knows ASCII alone.
pub(super) fn plainly(column: &str) -> String {
    let replace = |sql, (from, to): &(char, char)| format!("replace({sql}, '{from}', '{to}')");
    PLAIN_LETTERS.iter().fold(format!("lower({column})"), replace)
}

impl Store {
    /// One page of people, by name.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn people(&self, search: PeopleSearch) -> Result<PeoplePage, StoreError> {
        let name = plainly("a.name");
        let sql = format!(
            "{COLUMNS} WHERE a.erased_at IS NULL
                AND (?1 = '' OR instr({name}, ?1) > 0 OR instr(lower(a.email), ?1) > 0)
                AND (?2 = '' OR a.company_id = ?2) AND (?3 = '' OR a.role = ?3)
                AND (?4 IS NULL OR ({name}, a.id) > (SELECT {name}, id FROM account a WHERE id = ?4))
             ORDER BY {name}, a.id LIMIT ?5"
        );
        let mut rows: Vec<PersonRow> = self
            .all(
                &sql,
                [
                    plain(&search.text).into(),
                    search.company.into(),
                    search.role.into(),
                    search.after.into(),
                    (PAGE + 1).into(),
                ],
            )
            .await?;
        let more = rows.len() > PAGE as usize;
        rows.truncate(PAGE as usize);
        let next = rows.last().filter(|_| more).map(|row| row.id.clone());
        Ok(PeoplePage { people: rows.into_iter().map(read).collect::<Result<_, _>>()?, next })
    }

    /// Somebody, if they are there and not erased.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn person(&self, account: &AccountId) -> Result<Option<Found>, StoreError> {
        let id = || Value::from(account.as_str());
        let who = self.statement(&format!("{COLUMNS} WHERE a.id = ?1 AND a.erased_at IS NULL"), [id()])?;
        let others = self.statement(
            "SELECT count(*) AS amount FROM account
             WHERE role = 'administrator' AND deactivated_at IS NULL AND id <> ?1",
            [id()],
        )?;
        let mut results = self.batch(vec![who, others]).await?;
        let Some(row) = results.first::<PersonRow>()? else { return Ok(None) };
        let others = results.first::<Count>()?.map_or(0, |count| count.amount);
        Ok(Some(Found { entry: read(row)?, others }))
    }

    /// Gives somebody another place. Another role ends every way in; another hotel or branch alone those to single tickets, which
    /// they had or gave others where they were.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when they stood elsewhere by then or nobody would administer; otherwise when the database fails.
    pub async fn move_person(
        &self,
        account: &AccountId,
        from: &Standing,
        to: &Place,
        entry: &Entry,
        now: Instant,
    ) -> Result<(), StoreError> {
        let guard = if to.role == Role::Administrator { "1" } else { SOMEBODY_ADMINISTERS };
        let moved = self.statement(
            &format!(
                "UPDATE account SET role = ?2, company_id = ?3, branch_id = ?4
                 WHERE id = ?1 AND role = ?5 AND erased_at IS NULL AND {guard} RETURNING id"
            ),
            [
                account.as_str().into(),
                to.role.code().into(),
                to.company.as_ref().map(CompanyId::as_str).into(),
                to.branch.as_ref().map(BranchId::as_str).into(),
                from.role.code().into(),
            ],
        )?;
        let mut statements = vec![moved, self.audit_of_change(entry, now)?];
        let as_now = format!("role = '{}' AND erased_at IS NULL", to.role.code());
        if to.role != from.role {
            statements.extend(self.ways_in_end(account, &as_now, None, entry, now)?);
        } else if *to != from.place() {
            statements.extend(self.ways_to_tickets_end(account, &as_now, entry, now)?);
        }
        statements.extend(self.lost_invitations_end(account, entry, now)?);
        self.changed(statements).await
    }

    /// Lets nobody in as this account any more: sessions, codes, links, passes and a waiting invitation end with it.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when it was done by then or nobody would administer; otherwise when the database fails.
    pub async fn deactivate(
        &self,
        account: &AccountId,
        entry: &Entry,
        now: Instant,
    ) -> Result<(), StoreError> {
        let ended = self.statement(
            &format!(
                "UPDATE account SET deactivated_at = ?2
                 WHERE id = ?1 AND deactivated_at IS NULL AND erased_at IS NULL AND {SOMEBODY_ADMINISTERS} RETURNING id"
            ),
            [account.as_str().into(), now.into()],
        )?;
        let mut statements = vec![ended, self.audit_of_change(entry, now)?];
        statements.extend(self.ways_in_end(account, "deactivated_at IS NOT NULL", None, entry, now)?);
        statements.extend(self.lost_invitations_end(account, entry, now)?);
        self.changed(statements).await
    }

    /// Lets somebody in again.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when they may already; otherwise when the database fails.
    pub async fn reactivate(
        &self,
        account: &AccountId,
        entry: &Entry,
        now: Instant,
    ) -> Result<(), StoreError> {
        let back = self.statement(
            "UPDATE account SET deactivated_at = NULL WHERE id = ?1 AND deactivated_at IS NOT NULL RETURNING id",
            [account.as_str().into()],
        )?;
        self.changed(vec![back, self.audit_of_change(entry, now)?]).await
    }

    /// Makes somebody the first administrator, unless anybody administers already; every other session of theirs ends, and the
    /// one they hold lasts no longer than one of staff. True when they are it now.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn appoint_first(
        &self,
        account: &AccountId,
        session: &Hash,
        entry: &Entry,
        now: Instant,
    ) -> Result<bool, StoreError> {
        let appointed = self.statement(
            "UPDATE account SET role = 'administrator', company_id = NULL, branch_id = NULL
             WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM account WHERE role = 'administrator') RETURNING id",
            [account.as_str().into()],
        )?;
        let mut statements = vec![appointed, self.audit_of_change(entry, now)?];
        statements.extend(self.ways_in_end(account, "role = 'administrator'", Some(session), entry, now)?);
        statements.extend(self.lost_invitations_end(account, entry, now)?);
        statements.push(self.statement(
            "UPDATE session SET expires_at = min(expires_at, ?2) WHERE token_hash = ?1
                 AND account_id IN (SELECT id FROM account WHERE role = 'administrator')",
            [session.as_str().into(), (now + Lifetime::STAFF.idle).into()],
        )?);
        match self.changed(statements).await {
            Ok(()) => Ok(true),
            Err(StoreError::Conflict) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Carries out a change whose first statement returns a row if it changed anything.
    pub(super) async fn changed(&self, statements: Vec<D1PreparedStatement>) -> Result<(), StoreError> {
        let first = self.batch(statements).await?.first::<serde::de::IgnoredAny>()?;
        first.map(drop).ok_or(StoreError::Conflict)
    }
}

fn read(row: PersonRow) -> Result<PersonEntry, StoreError> {
    Ok(PersonEntry {
        account: AccountId(row.id),
        name: row.name,
        email: row.email,
        standing: row.standing.read()?,
        deactivated_at: row.deactivated_at,
        second_factor: row.second_factor == 1,
    })
}
