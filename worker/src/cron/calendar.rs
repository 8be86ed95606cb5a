//! Tells open tickets of changed days of attention (R12), a few at a time and in the order of the changes. A run that dies,
//! or eight at once, tell no ticket twice: it remembers the last change it heard of.

use crate::portal::{Portal, rules_with};
use crate::store::attention::OpenTicket;
use crate::store::commit::Change;
use crate::store::{Store, StoreError};
use domain::access::Actor;
use domain::ticket::{CalendarChange, Command, Rules, decide};
use serde::Serialize;
use std::sync::Arc;

/// The name its runs are recorded under.
pub const JOB: &str = "calendar";

/// Tickets in one chunk.
const CHUNK: u32 = 100;
/// Statements one run may spend; the sweep beside it gets so many fewer.
const BUDGET: u32 = 24;
/// Statements of one chunk: reading, deadlines, events, tickets, outbox, and how far it came.
const STEP: u32 = 6;

/// What a run did.
#[derive(Debug, Default, Serialize)]
pub struct Report {
    /// The change told of.
    pub change: u32,
    /// Tickets looked at.
    pub looked_at: u32,
    /// Tickets that were told something.
    pub told: u32,
    /// Tickets that could not be read or written, by number.
    pub left: Vec<u32>,
    /// Whether there is more to do in the next run.
    pub more: bool,
    /// Statements spent.
    pub spent: u32,
}

/// Goes on with the oldest change that some tickets haven't heard of; nothing when there is none.
///
/// # Errors
/// [`StoreError`] when what is to do can't be read or noted.
pub async fn run(portal: &Portal) -> Result<Option<Report>, StoreError> {
    let store = portal.store()?;
    let Some(change) = store.unheard_change().await? else { return Ok(None) };
    let (before, after) = change.adjustments()?;
    let (before, after) = (rules_with(before), rules_with(after));
    let news = CalendarChange { serial: change.serial, change: change.asked(), before };
    let mut report = Report { change: change.serial, more: true, spent: 1, ..Report::default() };
    let (mut above, mut size) = (change.heard_to, CHUNK);
    while report.more && report.spent + STEP <= BUDGET {
        report.spent += STEP;
        let rows = store.open_tickets(above, size).await?;
        let last = rows.last().map(|row| row.number);
        match tell(portal, &store, &news, &after, &rows, &mut report).await {
            Ok(()) => report.more = rows.len() == size as usize,
            // Somebody wrote on one of them at this very moment, or one can't be written: fewer at a time until it is alone.
            Err(_) if size > 1 => {
                size = (size / 2).max(1);
                continue;
            }
            Err(_) => report.left.extend(last),
        }
        above = last.unwrap_or(above);
        store.heard(change.serial, above, !report.more, portal.now()).await?;
    }
    Ok(Some(report))
}

/// Tells one chunk.
async fn tell(
    portal: &Portal,
    store: &Store,
    news: &CalendarChange,
    rules: &Arc<Rules>,
    rows: &[OpenTicket],
    report: &mut Report,
) -> Result<(), StoreError> {
    let (mut changes, mut quiet, mut unreadable) = (Vec::new(), Vec::new(), Vec::new());
    for row in rows {
        let command = Command::CalendarChanged(news.clone());
        let decided = row.ticket().and_then(|ticket| {
            let events = decide(Some(&ticket), &command, &Actor::Clock, portal.now(), rules).ok()?;
            Some((ticket, events))
        });
        match decided {
            Some((ticket, events)) if events.is_empty() => quiet.push(ticket),
            Some((ticket, events)) => changes.extend(Change::new(Some(ticket), events, rules)),
            None => unreadable.push(row.number),
        }
    }
    // Closings and warnings move too, of tickets that have nothing to be told of.
    store.reckon_deadlines(&quiet, rules).await?;
    if !changes.is_empty() {
        store.commit(&changes, None, rules, portal.now()).await?;
        report.told += u32::try_from(changes.len()).unwrap_or(0);
    }
    report.left.extend(unreadable);
    report.looked_at += u32::try_from(rows.len()).unwrap_or(0);
    Ok(())
}
