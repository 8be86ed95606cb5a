//! The record of acts. An entry is a statement of the batch that carries out the act, so that act and record are one.

use super::{Store, StoreError, Value};
use crate::http::secrets::Hash;
use domain::Instant;
use domain::api::audit::{AuditEntry, AuditPage};
use domain::audit::Entry;
use serde::Deserialize;
use worker::D1PreparedStatement;

/// What to look for; empty texts and absent bounds ask for everything.
#[derive(Debug, Default)]
pub struct AuditSearch {
    /// The code of an act.
    pub act: String,
    /// Part of the name or address of who did it, or the whole of their identifier.
    pub who: String,
    /// Part of what it was done to, by identifier or name, or of the detail.
    pub text: String,
    /// From this instant on.
    pub from: Option<Instant>,
    /// Before this instant.
    pub until: Option<Instant>,
    /// Only what is older than this entry.
    pub before: Option<u32>,
}

#[derive(Deserialize)]
struct Row {
    id: u32,
    at: String,
    actor: Option<String>,
    actor_name: Option<String>,
    actor_role: Option<String>,
    act: String,
    subject_kind: String,
    subject: String,
    subject_name: Option<String>,
    detail: String,
}

/// An entry as the columns it is written to, in their order.
fn cells(entry: &Entry, now: Instant) -> Result<[Value; 7], StoreError> {
    Ok([
        now.into(),
        entry.actor.as_ref().map(|(account, _)| account.as_str()).into(),
        entry.actor.as_ref().map(|(_, role)| role.code()).into(),
        entry.act.code().into(),
        entry.subject_kind.code().into(),
        entry.subject.as_str().into(),
        serde_json::to_string(&entry.detail)?.into(),
    ])
}

impl Store {
    /// The statement that writes an entry, for the batch of the act it tells.
    ///
    /// # Errors
    /// [`StoreError`] when the statement can't be made.
    pub(super) fn audit(&self, entry: &Entry, now: Instant) -> Result<D1PreparedStatement, StoreError> {
        self.statement(
            "INSERT INTO audit (at, actor, actor_role, act, subject_kind, subject, detail)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            cells(entry, now)?,
        )
    }

    /// As [`Store::audit`], for an act that may change nothing: it stands right after the statement that may.
    ///
    /// # Errors
    /// [`StoreError`] when the statement can't be made.
    pub(super) fn audit_of_change(
        &self,
        entry: &Entry,
        now: Instant,
    ) -> Result<D1PreparedStatement, StoreError> {
        self.statement(
            "INSERT INTO audit (at, actor, actor_role, act, subject_kind, subject, detail)
             SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE changes() > 0",
            cells(entry, now)?,
        )
    }

    /// The same, if the batch gave a session this token: an act that may come to nothing is recorded when it didn't.
    ///
    /// # Errors
    /// [`StoreError`] when the statement can't be made.
    pub(super) fn audit_if_risen(
        &self,
        entry: &Entry,
        token: &Hash,
        now: Instant,
    ) -> Result<D1PreparedStatement, StoreError> {
        let risen = "EXISTS (SELECT 1 FROM session WHERE token_hash = ?8)";
        self.audit_if(entry, risen, [token.as_str().into(), "".into()], now)
    }

    /// The same, if a condition holds of the row's time: of what it compares with, the first is `?8` and the second `?9`.
    ///
    /// # Errors
    /// [`StoreError`] when the statement can't be made.
    pub(super) fn audit_if(
        &self,
        entry: &Entry,
        condition: &str,
        [first, second]: [Value; 2],
        now: Instant,
    ) -> Result<D1PreparedStatement, StoreError> {
        let [at, actor, role, act, kind, subject, detail] = cells(entry, now)?;
        self.statement(
            &format!(
                "INSERT INTO audit (at, actor, actor_role, act, subject_kind, subject, detail)
                 SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE {condition} AND ?9 IS NOT NULL"
            ),
            [at, actor, role, act, kind, subject, detail, first, second],
        )
    }

    /// At most so many entries of the record, newest first. Texts are looked for as they stand: no character is a wildcard.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn audit_page(&self, search: AuditSearch, most: u32) -> Result<AuditPage, StoreError> {
        let mut rows: Vec<Row> = self
            .all(
                "SELECT e.id, e.at, e.actor, p.name AS actor_name, e.actor_role, e.act, e.subject_kind, e.subject,
                     COALESCE(s.name, c.name, b.name) AS subject_name, e.detail
                 FROM audit e LEFT JOIN account p ON p.id = e.actor
                     LEFT JOIN data_request r ON e.subject_kind = 'data_request' AND r.id = e.subject
                     LEFT JOIN account s ON s.id = CASE e.subject_kind WHEN 'account' THEN e.subject ELSE r.account_id END
                     LEFT JOIN company c ON e.subject_kind = 'hotel' AND c.id = e.subject
                     LEFT JOIN branch b ON e.subject_kind = 'branch' AND b.id = e.subject
                 WHERE (?1 = '' OR e.act = ?1)
                     AND (?2 = '' OR e.actor = ?2 OR instr(lower(COALESCE(p.name, '')), lower(?2)) > 0
                         OR instr(lower(COALESCE(p.email, '')), lower(?2)) > 0)
                     AND (?3 = '' OR instr(lower(e.subject), lower(?3)) > 0 OR instr(lower(e.detail), lower(?3)) > 0
                         OR instr(lower(COALESCE(s.name, c.name, b.name, '')), lower(?3)) > 0)
                     AND (?4 IS NULL OR e.at >= ?4) AND (?5 IS NULL OR e.at < ?5) AND (?6 IS NULL OR e.id < ?6)
                 ORDER BY e.id DESC LIMIT ?7",
                [
                    search.act.into(),
                    search.who.into(),
                    search.text.into(),
                    search.from.into(),
                    search.until.into(),
                    search.before.into(),
                    most.saturating_add(1).into(),
                ],
            )
            .await?;
        let more = rows.len() > most as usize;
        rows.truncate(most as usize);
        let next = rows.last().filter(|_| more).map(|row| row.id.to_string());
        let entries = rows.into_iter().map(read).collect::<Result<_, _>>()?;
        Ok(AuditPage { entries, next })
    }
}

fn read(row: Row) -> Result<AuditEntry, StoreError> {
    let at = row.at.parse().map_err(|_| StoreError::Broken(format!("an entry at {}", row.at)))?;
    Ok(AuditEntry {
        id: row.id,
        at,
        actor: row.actor.map(domain::ident::AccountId),
        actor_name: row.actor_name.filter(|name| !name.is_empty()),
        actor_role: row.actor_role,
        act: row.act,
        subject_kind: row.subject_kind,
        subject: row.subject,
        subject_name: row.subject_name.filter(|name| !name.is_empty()),
        detail: serde_json::from_str(&row.detail)?,
    })
}
