//! The sweep: every ticket with something due is told that the clock struck (R14–R16, R18, R19).
//!
//! It reads what is due and nothing else, in chunks of a few statements each, and stops before the platform's limit on
//! queries; what is left is still due a minute later. Two sweeps at once are harmless: the loser's batch fails whole.

use crate::portal::Portal;
use crate::store::commit::Change;
use crate::store::lists::{Cursor, Due};
use crate::store::{Store, StoreError};
use domain::access::Actor;
use domain::ticket::{Command, Ticket, decide};
use serde::Serialize;

/// The name its runs are recorded under.
pub const JOB: &str = "sweep";

/// Tickets in one chunk.
const CHUNK: u32 = 100;
/// Statements one run may spend: with the other jobs, below the 50 queries an invocation of the free plan.
const BUDGET: u32 = 32;
/// Statements of reading a chunk.
const READ: u32 = 1;
/// Statements of writing one: events, tickets, outbox.
const WRITE: u32 = 3;

/// What a run did.
#[derive(Debug, Default, Serialize)]
pub struct Report {
    /// Tickets looked at.
    pub looked_at: u32,
    /// Tickets that changed.
    pub changed: u32,
    /// Tickets that could not be read, decided or written, by number.
    pub left: Vec<u32>,
    /// Whether there may be more to do in the next run.
    pub more: bool,
    /// Statements it spent.
    #[serde(skip)]
    pub spent: u32,
}

/// Sweeps what is due at the portal's instant; `spent` statements of the invocation are gone already.
///
/// # Errors
/// [`StoreError`] when what is due can't be read.
pub async fn run(portal: &Portal, spent: u32) -> Result<Option<Report>, StoreError> {
    let budget = BUDGET.saturating_sub(spent);
    let mut sweep = Sweep { portal, store: portal.store()?, budget, report: Report::default() };
    let mut after: Option<Cursor> = None;
    while sweep.spend(READ + WRITE) {
        let due = sweep.store.due(portal.now(), after.as_ref(), CHUNK).await?;
        after = due.last().map(|last| Cursor { key: last.next_deadline_at.clone(), number: last.number });
        let full = due.len() == CHUNK as usize;
        sweep.strike_all(due).await;
        sweep.report.more = full;
        if !full {
            break;
        }
    }
    sweep.report.spent = budget - sweep.budget;
    Ok(Some(sweep.report))
}

struct Sweep<'a> {
    portal: &'a Portal,
    store: Store,
    budget: u32,
    report: Report,
}

impl Sweep<'_> {
    fn spend(&mut self, statements: u32) -> bool {
        let left = self.budget.checked_sub(statements);
        self.budget = left.unwrap_or(self.budget);
        left.is_some()
    }

    async fn strike_all(&mut self, due: Vec<Due>) {
        let mut changes = Vec::new();
        for row in due {
            self.report.looked_at += 1;
            match strike(self.portal, &row) {
                Some(change) if change.events.is_empty() => {}
                Some(change) => changes.push(change),
                None => self.report.left.push(row.number),
            }
        }
        self.write(&changes).await;
    }

    /// Writes all, or, when one of them was changed by somebody else meanwhile or can't be written, halves until only
    /// that one is left: one bad ticket never stops the rest. The first write was paid for with the reading.
    async fn write(&mut self, changes: &[Change]) {
        let (rules, now) = (self.portal.rules(), self.portal.now());
        let mut waiting = vec![changes];
        let mut paid = true;
        while let Some(part) = waiting.pop() {
            if part.is_empty() {
                continue;
            }
            let affordable = paid || self.spend(WRITE);
            paid = false;
            if affordable && self.store.commit(part, None, rules, now).await.is_ok() {
                self.report.changed += u32::try_from(part.len()).unwrap_or(0);
            } else if affordable && part.len() > 1 {
                let (first, second) = part.split_at(part.len() / 2);
                waiting.extend([first, second]);
            } else {
                self.report.left.extend(part.iter().map(|change| change.ticket.number.value()));
            }
        }
    }
}

/// What the clock does to one ticket; nothing when its row can't be read.
fn strike(portal: &Portal, row: &Due) -> Option<Change> {
    let ticket: Ticket = serde_json::from_str(&row.state).ok()?;
    let events =
        decide(Some(&ticket), &Command::ClockStruck, &Actor::Clock, portal.now(), portal.rules()).ok()?;
    Change::new(Some(ticket), events, portal.rules())
}
