//! Forgetting what need not be kept: expired codes, sessions and reservations, mail that left, keys of old writes, old records of runs.

use crate::instant;
use crate::portal::Portal;
use crate::store::StoreError;
use chrono::TimeDelta;
use serde::Serialize;

/// The name its runs are recorded under.
pub const JOB: &str = "housekeeping";

/// How long after one run the next is due.
const EVERY: TimeDelta = TimeDelta::hours(24);
/// How long traces are kept.
const AGE: TimeDelta = TimeDelta::days(30);

/// What a run did.
#[derive(Debug, Serialize)]
pub struct Report {
    /// Everything older than this many days is gone.
    pub days_kept: i64,
}

/// Runs when the last run is a day old; doing it twice, or a day late, does no harm.
///
/// # Errors
/// [`StoreError`] when the database fails.
pub async fn run(portal: &Portal) -> Result<Option<Report>, StoreError> {
    let store = portal.store()?;
    let last = store.last_run(JOB).await?;
    if last.is_some_and(|last| last > instant::to_text(portal.now() - EVERY)) {
        return Ok(None);
    }
    store.forget_expired(portal.now()).await?;
    store.forget_devices(portal.now()).await?;
    store.forget_reservations(portal.now()).await?;
    store.forget_passes(portal.now(), AGE).await?;
    store.forget_invitations(portal.now() - AGE).await?;
    store.forget_answers(portal.now(), AGE).await?;
    store.forget_old(portal.now(), AGE).await?;
    Ok(Some(Report { days_kept: AGE.num_days() }))
}
