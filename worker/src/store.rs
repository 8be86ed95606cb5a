//! All the SQL, and the way between rows and the domain. Nothing here decides anything.
//!
//! One request makes few round trips: what a route needs is read in one batch, what a command changes is written in one.

pub mod accounts;
pub mod address;
pub mod attention;
pub mod audit;
pub mod commit;
pub mod consent;
pub mod context;
pub mod data_requests;
pub mod erasure;
pub mod hotels;
pub mod imports;
pub mod inbound;
pub mod invitations;
pub mod known_devices;
pub mod links;
pub mod lists;
pub mod outbox;
mod own_data;
pub mod own_sessions;
pub mod passes;
pub mod people;
pub mod push;
pub mod reservations;
pub mod runs;
pub mod second_factor;
pub mod sessions;
pub mod unconfirmed;
mod value;
mod ways_in;

pub use value::Value;

use crate::instant;
use domain::Instant;
use serde::de::DeserializeOwned;
use worker::{D1Database, D1PreparedStatement, D1Result};

/// Why the store could not do what was asked.
#[derive(Debug)]
pub enum StoreError {
    /// A row that must be new exists: somebody else was first, or it is the same request again.
    Conflict,
    /// A row refers to one that isn't there.
    Dangling,
    /// What is stored can't be read, or the database failed.
    Broken(String),
}

impl core::fmt::Display for StoreError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Conflict => f.write_str("a row that must be new exists already"),
            Self::Dangling => f.write_str("a row refers to one that isn't there"),
            Self::Broken(what) => write!(f, "the store failed: {what}"),
        }
    }
}

impl From<worker::Error> for StoreError {
    fn from(error: worker::Error) -> Self {
        let text = error.to_string();
        if text.contains("UNIQUE constraint failed") {
            Self::Conflict
        } else if text.contains("FOREIGN KEY constraint failed") {
            Self::Dangling
        } else {
            Self::Broken(text)
        }
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        Self::Broken(error.to_string())
    }
}

/// What holds of a ticket `t` and one of a hotel, `a`, unless the ticket is of a hotel that they left: what
/// `domain::access::sees_ticket` says of whoever opened it.
const NOT_LEFT_BEHIND: &str = "(t.company_id IS NULL OR t.company_id IS a.company_id)";

/// The database, with the few ways of asking it that every module here uses.
pub struct Store {
    database: D1Database,
}

impl Store {
    /// A store over a D1 binding.
    #[must_use]
    pub const fn new(database: D1Database) -> Self {
        Self { database }
    }

    fn statement<const N: usize>(
        &self,
        sql: &str,
        values: [Value; N],
    ) -> Result<D1PreparedStatement, StoreError> {
        let values: Vec<_> = values.into_iter().map(Value::into_js).collect();
        Ok(self.database.prepare(sql).bind(&values)?)
    }

    async fn batch(&self, statements: Vec<D1PreparedStatement>) -> Result<Results, StoreError> {
        let results = self.database.batch(statements).await?;
        Ok(Results(results.into_iter()))
    }

    async fn run<const N: usize>(&self, sql: &str, values: [Value; N]) -> Result<D1Result, StoreError> {
        Ok(self.statement(sql, values)?.run().await?)
    }

    async fn all<T: DeserializeOwned, const N: usize>(
        &self,
        sql: &str,
        values: [Value; N],
    ) -> Result<Vec<T>, StoreError> {
        Ok(self.statement(sql, values)?.all().await?.results()?)
    }
}

/// The results of a batch, taken in the order of its statements.
struct Results(std::vec::IntoIter<D1Result>);

impl Results {
    fn rows<T: DeserializeOwned>(&mut self) -> Result<Vec<T>, StoreError> {
        let result = self.0.next().ok_or_else(|| StoreError::Broken("a batch answered too little".into()))?;
        Ok(result.results()?)
    }

    fn first<T: DeserializeOwned>(&mut self) -> Result<Option<T>, StoreError> {
        Ok(self.rows()?.into_iter().next())
    }
}

/// How an instant is stored: fixed width, UTC, sorts as text.
fn stored(at: Instant) -> String {
    instant::to_text(at)
}
