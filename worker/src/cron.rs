//! Jobs that cron starts. Each is idempotent and driven by what is due, never by the tick; each run is recorded, because
//! the platform forgets what a scheduled event returned.

pub mod calendar;
pub mod erasure;
pub mod housekeeping;
pub mod outbox;
pub mod push;
pub mod retention;
pub mod sweep;

use crate::instant;
use crate::portal::Portal;
use crate::store::StoreError;
use crate::store::attention::Waiting;
use serde::Serialize;
use worker::{Env, console_error};

/// Every job, by the name its runs are recorded under.
pub const JOBS: [&str; 7] =
    [calendar::JOB, erasure::JOB, housekeeping::JOB, outbox::JOB, push::JOB, retention::JOB, sweep::JOB];

/// Letters one run sends: what the platform lets one invocation do, with room for the sweep.
const LETTERS: u32 = 20;

/// Statements that may be spent already when a run also forgets what is old: with what that takes and with the other jobs it stays
/// below the 50 queries an invocation of the free plan.
const CALM: u32 = 12;

/// Runs every job for the instant the event was scheduled for.
pub async fn run(env: Env, scheduled_ms: f64) {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "milliseconds since 1970")]
    let now = instant::from_millis(scheduled_ms.max(0.0) as u64);
    let portal = Portal::for_job(env, now);
    // Under another calendar than the one in force nothing may be decided.
    let waiting = match in_force(&portal).await {
        Ok(waiting) => waiting,
        Err(error) => return record::<()>(&portal, sweep::JOB, Err(error)).await,
    };
    let mut spent = 0;
    if waiting.unheard {
        let told = calendar::run(&portal).await;
        spent = told.as_ref().ok().and_then(Option::as_ref).map_or(0, |report| report.spent);
        record(&portal, calendar::JOB, told).await;
    } else if waiting.erasing {
        let erased = erasure::run(&portal).await;
        spent = erased.as_ref().ok().and_then(Option::as_ref).map_or(0, |report| report.spent);
        record(&portal, erasure::JOB, erased).await;
    }
    let swept = sweep::run(&portal, spent).await;
    spent += swept.as_ref().ok().and_then(Option::as_ref).map_or(0, |report| report.spent);
    record(&portal, sweep::JOB, swept).await;
    record(&portal, outbox::JOB, outbox::deliver(&portal, LETTERS).await).await;
    record(&portal, retention::JOB, retention::run(&portal).await).await;
    // Once a day, and any minute does.
    if spent <= CALM {
        record(&portal, housekeeping::JOB, housekeeping::run(&portal).await).await;
    }
    // Last, because it waits for others than the platform.
    record(&portal, push::JOB, push::run(&portal).await).await;
}

/// Takes the calendar in force, and answers what else waits to be gone on with.
async fn in_force(portal: &Portal) -> Result<Waiting, StoreError> {
    let (adjustments, waiting) = portal.store()?.adjustments().await?;
    portal.know(adjustments);
    Ok(waiting)
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
