//! What a change of the attention calendar does to the instants an open ticket waits for (R12).

use super::deadlines::{running, uncontested_at, unreachable_at};
use super::event::PromiseKind;
use super::{Rules, Status, Ticket};
use crate::Instant;
use crate::calendar::BOGOTA;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// An instant that is reckoned with the attention calendar, and so moves with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deadline {
    /// A person takes the ticket (R14).
    FirstResponse,
    /// The client has an answer (R15).
    Response,
    /// It closes because nobody could be reached (R18).
    Unreachable,
    /// Its solution stands for want of an objection.
    Uncontested,
}

/// A deadline whose instant a change of the calendar moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedDeadline {
    /// Which deadline.
    #[serde(rename = "promise")]
    pub deadline: Deadline,
    /// When it was due.
    pub from: Instant,
    /// When it is due.
    pub due: Instant,
}

/// Every deadline of the ticket whose clock runs. A committed date is a day people chose and never moves (R16), nor does
/// what was missed already (R19).
fn reckoned(ticket: &Ticket, rules: &Rules) -> Vec<(Deadline, Instant)> {
    let promises = running(ticket, rules).into_iter().filter(|(kind, _, _)| !ticket.breached(*kind));
    let promises = promises.filter_map(|(kind, due, _)| match kind {
        PromiseKind::FirstResponse => Some((Deadline::FirstResponse, due)),
        PromiseKind::Response => Some((Deadline::Response, due)),
        PromiseKind::BugDate => None,
    });
    let closings = [
        unreachable_at(ticket, rules).map(|due| (Deadline::Unreachable, due)),
        uncontested_at(ticket, rules).map(|due| (Deadline::Uncontested, due)),
    ];
    promises.chain(closings.into_iter().flatten()).collect()
}

/// The deadlines of the ticket that run and fall due at another instant under `after` than under `before`. A clock that
/// waits for the client promises its instant when it runs again (R15).
#[must_use]
pub fn moved_deadlines(ticket: &Ticket, before: &Rules, after: &Rules) -> Vec<MovedDeadline> {
    // Which clocks run is the ticket's own matter: both lists are of the same deadlines in the same order.
    let both = reckoned(ticket, before).into_iter().zip(reckoned(ticket, after));
    let moved = both.filter(|((_, from), (_, due))| from != due);
    moved.map(|((deadline, from), (_, due))| MovedDeadline { deadline, from, due }).collect()
}

/// Whether a date that still has to be kept was committed for `day` (R16). It stays when the day closes, and somebody should
/// know before closing it.
#[must_use]
pub fn is_committed_for(ticket: &Ticket, day: NaiveDate) -> bool {
    let unkept = ticket.status != Status::Closed && ticket.resolved_at.is_none();
    let due = ticket.bug_promise().map(|promise| promise.current.with_timezone(&BOGOTA).date_naive());
    unkept && due == Some(day)
}
