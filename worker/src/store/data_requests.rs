//! What people ask about their data, and the letters that answer them.

use super::{Store, StoreError, stored};
use domain::Instant;
use domain::access::Person;
use domain::audit::{AuditAct, Entry, SubjectKind};
use domain::ident::AccountId;
use domain::privacy::{DataPolicy, DataRequestKind};
use serde::Deserialize;

/// The most data requests that a person's own list holds, the latest.
const MOST: u32 = 200;

/// Data requests on one page of everybody's.
const PAGE: u32 = 50;

/// A data request as stored.
#[derive(Debug, Deserialize)]
pub struct DataRequestRow {
    /// Its identifier.
    pub id: String,
    /// [`DataRequestKind::code`].
    pub kind: String,
    /// Who asks.
    pub name: String,
    /// Their address.
    pub email: String,
    /// What they ask.
    pub body: String,
    /// When it came.
    pub received_at: Instant,
    /// When it was extended.
    pub extended_at: Option<Instant>,
    /// Why.
    pub extension_reason: Option<String>,
    /// When it was answered.
    pub answered_at: Option<Instant>,
    /// With what.
    pub answer: Option<String>,
}

/// Where a page of everybody's data requests begins: after this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    answered: bool,
    /// When it came, or was answered.
    at: String,
    id: String,
}

impl Turn {
    /// Reads the form a page's `next` has.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '~');
        let answered = match parts.next()? {
            "waiting" => false,
            "answered" => true,
            _ => return None,
        };
        Some(Self { answered, at: parts.next()?.to_owned(), id: parts.next()?.to_owned() })
    }

    fn of(row: &DataRequestRow) -> Self {
        let at = row.answered_at.unwrap_or(row.received_at);
        Self { answered: row.answered_at.is_some(), at: stored(at), id: row.id.clone() }
    }
}

impl core::fmt::Display for Turn {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}~{}~{}", if self.answered { "answered" } else { "waiting" }, self.at, self.id)
    }
}

/// What a [`DataRequestRow`] is read by.
pub(super) const REQUEST: &str =
    "SELECT r.id, r.kind, a.name, a.email, r.body, r.received_at, r.extended_at, r.extension_reason,
    r.answered_at, r.answer FROM data_request r JOIN account a ON a.id = r.account_id";

const LETTER: &str = "INSERT INTO outbox (message_id, to_address, letter, created_at, next_attempt_at)
    SELECT ?2, a.email, ?3, ?4, ?4 FROM data_request r JOIN account a ON a.id = r.account_id WHERE r.id = ?1";

/// A letter about a data request, to the address of whoever made it: the law has them answered whether they may still come in
/// or not. Its name is unique, so it leaves once.
#[derive(Debug)]
pub struct DataLetter<'a> {
    /// What it is about: `received`, `extended` or `answered`.
    pub about: &'a str,
    /// The letter, as JSON.
    pub letter: &'a str,
}

impl Store {
    /// Takes a data request in, and queues the mail that says so. False when as many of theirs wait as may at once.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when it came before.
    pub async fn take_data_request(
        &self,
        id: &str,
        account: &AccountId,
        kind: DataRequestKind,
        body: &str,
        letter: DataLetter<'_>,
        now: Instant,
    ) -> Result<bool, StoreError> {
        // One that came before is no other one: it meets its own key.
        let request = self.statement(
            "INSERT INTO data_request (id, account_id, kind, body, received_at) SELECT ?1, ?2, ?3, ?4, ?5
             WHERE (SELECT count(*) FROM data_request WHERE account_id = ?2 AND answered_at IS NULL) < ?6
                 OR EXISTS (SELECT 1 FROM data_request WHERE id = ?1) RETURNING id",
            [
                id.into(),
                account.as_str().into(),
                kind.code().into(),
                body.into(),
                now.into(),
                DataPolicy::SOHO.open_requests.into(),
            ],
        )?;
        let mut results = self.batch(vec![request, self.data_letter(id, &letter, now)?]).await?;
        Ok(results.first::<serde::de::IgnoredAny>()?.is_some())
    }

    fn data_letter(
        &self,
        id: &str,
        letter: &DataLetter<'_>,
        now: Instant,
    ) -> Result<worker::D1PreparedStatement, StoreError> {
        let name = format!("data.{id}.{}", letter.about);
        self.statement(LETTER, [id.into(), name.into(), letter.letter.into(), now.into()])
    }

    /// A data request.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn data_request(&self, id: &str) -> Result<Option<DataRequestRow>, StoreError> {
        let rows = self.all(&format!("{REQUEST} WHERE r.id = ?1"), [id.into()]).await?;
        Ok(rows.into_iter().next())
    }

    /// The latest of one person's data requests, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn data_requests_of(&self, account: &AccountId) -> Result<Vec<DataRequestRow>, StoreError> {
        let sql =
            format!("{REQUEST} WHERE r.account_id = ?1 ORDER BY r.received_at DESC, r.id DESC LIMIT ?2");
        let mut rows: Vec<DataRequestRow> = self.all(&sql, [account.as_str().into(), MOST.into()]).await?;
        rows.reverse();
        Ok(rows)
    }

    /// A page of everybody's data requests, and where the next one begins: those to be answered first, the oldest of them on
    /// top, and then the answered ones, the latest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn data_requests(
        &self,
        after: Option<Turn>,
    ) -> Result<(Vec<DataRequestRow>, Option<Turn>), StoreError> {
        let none = || (String::new(), String::new());
        let end = || ("9999".to_owned(), String::new());
        let (waiting_after, answered_before) = match after {
            None => (none(), end()),
            Some(Turn { answered: false, at, id }) => ((at, id), end()),
            Some(Turn { answered: true, at, id }) => (end(), (at, id)),
        };
        let page = |which: &str, (at, id): (String, String)| {
            self.statement(
                &format!("{REQUEST} WHERE {which} LIMIT ?3"),
                [at.into(), id.into(), (PAGE + 1).into()],
            )
        };
        let statements = vec![
            page(
                "r.answered_at IS NULL AND (r.received_at, r.id) > (?1, ?2) ORDER BY r.received_at, r.id",
                waiting_after,
            )?,
            page(
                "r.answered_at IS NOT NULL AND (r.answered_at, r.id) < (?1, ?2) ORDER BY r.answered_at DESC, r.id DESC",
                answered_before,
            )?,
        ];
        let mut results = self.batch(statements).await?;
        let mut rows: Vec<DataRequestRow> = results.rows()?;
        rows.extend(results.rows::<DataRequestRow>()?);
        let more = rows.len() > PAGE as usize;
        rows.truncate(PAGE as usize);
        let next = rows.last().filter(|_| more).map(Turn::of);
        Ok((rows, next))
    }

    /// Extends a data request that waits for its answer, once, and queues the mail that tells why.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when it was extended before.
    pub async fn extend_data_request(
        &self,
        id: &str,
        by: &Person,
        reason: &str,
        letter: DataLetter<'_>,
        now: Instant,
    ) -> Result<(), StoreError> {
        let record = Entry::by(by, AuditAct::DataRequestExtended, SubjectKind::DataRequest, id);
        let extend = self.statement(
            "UPDATE data_request SET extended_at = ?2, extension_reason = ?3
             WHERE id = ?1 AND extended_at IS NULL AND answered_at IS NULL",
            [id.into(), now.into(), reason.into()],
        )?;
        self.batch(vec![self.data_letter(id, &letter, now)?, extend, self.audit(&record, now)?])
            .await
            .map(drop)
    }

    /// Answers a data request, and queues the mail with the answer.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when it was answered before.
    pub async fn answer_data_request(
        &self,
        id: &str,
        by: &Person,
        answer: &str,
        letter: DataLetter<'_>,
        now: Instant,
    ) -> Result<(), StoreError> {
        let record = Entry::by(by, AuditAct::DataRequestAnswered, SubjectKind::DataRequest, id);
        let update = self.statement(
            "UPDATE data_request SET answered_at = ?2, answered_by = ?3, answer = ?4 WHERE id = ?1 AND answered_at IS NULL",
            [id.into(), now.into(), by.account.as_str().into(), answer.into()],
        )?;
        self.batch(vec![self.data_letter(id, &letter, now)?, update, self.audit(&record, now)?])
            .await
            .map(drop)
    }
}
