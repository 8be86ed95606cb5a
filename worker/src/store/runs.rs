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

    /// The last run of every job.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn last_runs(&self) -> Result<Vec<LastRun>, StoreError> {
        self.all(
            "SELECT job, scheduled_at, outcome FROM cron_run
             WHERE id IN (SELECT max(id) FROM cron_run GROUP BY job) ORDER BY job",
            [],
        )
        .await
    }

    /// Counts a request that went to the commercial area instead (R2).
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn count_hand_over(&self, area: OutOfScope, day: &str) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO hand_over (area, day, amount) VALUES (?1, ?2, 1)
             ON CONFLICT (area, day) DO UPDATE SET amount = amount + 1",
            [area.code().into(), day.into()],
        )
        .await
        .map(drop)
    }
}
