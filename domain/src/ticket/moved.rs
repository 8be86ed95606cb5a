//! What a change of the attention calendar does to the promises of an open ticket (R12).

use super::deadlines::running;
use super::event::PromiseKind;
use super::{Rules, Ticket};
use crate::Instant;
use serde::{Deserialize, Serialize};

/// A promise whose instant a change of the calendar moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedPromise {
    /// Which promise.
    pub promise: PromiseKind,
    /// When it was due.
    pub from: Instant,
    /// When it is due.
    pub due: Instant,
}

/// The promises of the ticket that run and fall due at another instant under `after` than under `before`. A committed date
/// is a day people chose and never moves (R16), nor does what was kept or missed already (R19); a clock that waits for the
/// client promises its instant when it runs again (R15).
#[must_use]
pub fn moved_promises(ticket: &Ticket, before: &Rules, after: &Rules) -> Vec<MovedPromise> {
    let (before, after) = (running(ticket, before), running(ticket, after));
    before
        .into_iter()
        .zip(after)
        .filter(|((promise, from, _), (_, due, _))| from != due && !ticket.breached(*promise))
        .map(|((promise, from, _), (_, due, _))| MovedPromise { promise, from, due })
        .collect()
}
