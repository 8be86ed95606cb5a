//! Jobs that cron starts. Each is idempotent and driven by what is due, never by the tick; each run is recorded, because
//! the platform forgets what a scheduled event returned.

pub mod housekeeping;
pub mod outbox;
pub mod sweep;

use crate::instant;
use crate::portal::Portal;
use crate::store::StoreError;
use serde::Serialize;
use worker::{Env, console_error};

/// Every job, by the name its runs are recorded under.
pub const JOBS: [&str; 3] = [housekeeping::JOB, outbox::JOB, sweep::JOB];

/// Letters one run sends: what the platform lets one invocation do, with room for the sweep.
const LETTERS: u32 = 20;

/// Runs every job for the instant the event was scheduled for.
pub async fn run(env: Env, scheduled_ms: f64) {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "milliseconds since 1970")]
    let now = instant::from_millis(scheduled_ms.max(0.0) as u64);
    let portal = Portal::for_job(env, now);
    record(&portal, sweep::JOB, sweep::run(&portal).await).await;
    record(&portal, outbox::JOB, outbox::deliver(&portal, LETTERS).await).await;
    record(&portal, housekeeping::JOB, housekeeping::run(&portal).await).await;
}

async fn record<T: Serialize>(portal: &Portal, job: &str, result: Result<Option<T>, StoreError>) {
    let (outcome, report) = match &result {
        Ok(None) => return,
        Ok(Some(report)) => ("done", serde_json::to_string(report).unwrap_or_default()),
        Err(error) => {
            console_error!("{job}: {error}");
            ("failed", error.to_string())
        }
    };
    let Ok(store) = portal.store() else { return };
    if let Err(error) = store.record_run(job, portal.now(), outcome, &report).await {
        console_error!("{job} could not be recorded: {error}");
    }
}
