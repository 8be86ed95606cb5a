//! Photos go when their time is over: some of the oldest each run, so that a late or missed run only means more runs.
//! Their bytes go first and are noted as gone afterwards; a run that dies between the two does the same again.

use crate::portal::Portal;
use crate::routes::photos::place;
use crate::store::StoreError;
use chrono::TimeDelta;
use domain::ident::PhotoId;
use domain::privacy::DataPolicy;
use domain::ticket::TicketNumber;
use serde::Serialize;

/// The name its runs are recorded under.
pub const JOB: &str = "retention";

/// Tickets of one run.
const TICKETS: u32 = 50;

/// What a run did.
#[derive(Debug, Serialize)]
pub struct Report {
    /// Tickets looked at.
    pub tickets: usize,
    /// Photos removed.
    pub photos: usize,
}

/// Removes the photos of tickets that closed longer ago than they are kept; `None` when there are none.
///
/// # Errors
/// [`StoreError`] when the database or the bucket fails.
pub async fn run(portal: &Portal) -> Result<Option<Report>, StoreError> {
    let store = portal.store()?;
    let before = portal.now() - TimeDelta::days(DataPolicy::SOHO.photo_days);
    let due = store.photos_to_remove(before, TICKETS).await?;
    if due.is_empty() {
        return Ok(None);
    }
    let (mut tickets, mut places) = (Vec::new(), Vec::new());
    for row in &due {
        tickets.push(row.ticket);
        let Ok(number) = TicketNumber::parse(&row.ticket.to_string()) else { continue };
        let photos: Vec<String> = serde_json::from_str(&row.photos)?;
        places.extend(photos.into_iter().map(|photo| place(number, &PhotoId(photo))));
    }
    for chunk in places.chunks(1000) {
        portal.env().bucket("PHOTOS")?.delete_multiple(chunk.to_vec()).await?;
    }
    store.photos_removed(&tickets, portal.now()).await?;
    Ok(Some(Report { tickets: tickets.len(), photos: places.len() }))
}
