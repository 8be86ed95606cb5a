//! The record of cron runs, and small counters.

use super::{Store, StoreError};
use domain::Instant;
use domain::scope::OutOfScope;
use serde::{Deserialize, Serialize};

/// The last run of a job, as anyone may know it: its report names tickets and faults, and stays in the database.
#[derive(Debug, Serialize, Deserialize)]
pub struct LastRun {
    /// The job.
    pub job: String,
    /// The instant it was scheduled for.
    pub scheduled_at: String,
    /// `done` or `failed`.
    pub outcome: String,
}

impl Store {
    /// Records a run.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn record_run(
        &self,
        job: &str,
        at: Instant,
        outcome: &str,
        report: &str,
    ) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO cron_run (job, scheduled_at, outcome, report) VALUES (?1, ?2, ?3, ?4)",
            [job.into(), at.into(), outcome.into(), report.into()],
        )
        .await
        .map(drop)
    }

    /// The last run of each of these jobs: a look-up each, however long the record.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn last_runs(&self, jobs: &[&str]) -> Result<Vec<LastRun>, StoreError> {
        self.all(
            "SELECT r.job, r.scheduled_at, r.outcome FROM json_each(?1) j
             JOIN cron_run r ON r.id = (SELECT max(id) FROM cron_run WHERE job = j.value) ORDER BY r.job",
            [serde_json::to_string(&jobs)?.into()],
        )
        .await
    }

    /// When a job last ran, as stored text.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn last_run(&self, job: &str) -> Result<Option<String>, StoreError> {
        Ok(self.last_runs(&[job]).await?.into_iter().next().map(|run| run.scheduled_at))
    }

    /// Counts a request that went to the commercial area instead (R2), once a key.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the key was used already.
    pub async fn count_hand_over(
        &self,
        area: OutOfScope,
        day: &str,
        key: &str,
        fingerprint: &str,
        now: Instant,
    ) -> Result<(), StoreError> {
        // Nobody is signed in: keys of no account, of no ticket.
        let once = self.statement(
            "INSERT INTO idempotency (account_id, key, fingerprint, ticket, created_at) VALUES ('', ?1, ?2, 0, ?3)",
            [key.into(), fingerprint.into(), now.into()],
        )?;
        let count = self.statement(
            "INSERT INTO hand_over (area, day, amount) VALUES (?1, ?2, 1)
             ON CONFLICT (area, day) DO UPDATE SET amount = amount + 1",
            [area.code().into(), day.into()],
        )?;
        self.batch(vec![once, count]).await.map(drop)
    }
}
