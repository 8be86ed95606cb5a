//! Forgetting what need not be kept: expired codes and sessions, mail that left, keys of old writes, old records of runs.

use crate::portal::Portal;
use crate::store::StoreError;
use chrono::{TimeDelta, Timelike};
use domain::calendar::BOGOTA;
use serde::Serialize;

/// The hour of the day, in Bogotá, at whose first minutes it runs: nobody waits for anything then.
const HOUR: u32 = 3;
/// How long traces are kept.
const AGE: TimeDelta = TimeDelta::days(30);

/// What a run did.
#[derive(Debug, Serialize)]
pub struct Report {
    /// Everything older than this many days is gone.
    pub days_kept: i64,
}

/// Runs once in the small hours; doing it twice, or a day late, does no harm.
///
/// # Errors
/// [`StoreError`] when the database fails.
pub async fn run(portal: &Portal) -> Result<Option<Report>, StoreError> {
    let local = portal.now().with_timezone(&BOGOTA);
    if local.hour() != HOUR || local.minute() != 0 {
        return Ok(None);
    }
    let store = portal.store()?;
    store.forget_expired(portal.now()).await?;
    store.forget_old(portal.now(), AGE).await?;
    Ok(Some(Report { days_kept: AGE.num_days() }))
}
