//! What the passing of time does to a ticket: when each promise falls due, and the earliest instant something must happen.

use super::event::{Channel, Closure, PromiseKind};
use super::{Mark, Rules, Status, Ticket};
use crate::Instant;
use crate::access::Side;
use crate::calendar::{Explanation, Wait};
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

/// A promise to the client, as everyone sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// Which promise.
    pub kind: PromiseKind,
    /// The promised instant. While paused, what it would be if the client answered now.
    pub due: Instant,
    /// From when on it is near: the desk is warned then.
    pub warn_at: Instant,
    /// How it stands.
    pub state: PromiseState,
    /// For a date that moved, the first one promised (R16).
    pub first_due: Option<Instant>,
    /// What was missed before this took its place: the response that a committed date replaced, and earlier dates. A breach
    /// stays visible, and a date that moved runs all the same (R16, R19).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missed_before: Vec<Mark>,
    /// What the instant was reckoned from, for *¿cómo se calculó?* (R22). Absent for a date people chose (R16).
    pub basis: Option<Basis>,
}

/// How a promise stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum PromiseState {
    /// Its clock runs.
    Running,
    /// Its clock stands still while the desk waits for the client (R15).
    Paused {
        /// Since when.
        since: Instant,
    },
    /// Kept.
    Met {
        /// When.
        at: Instant,
    },
    /// Missed, for good; it may have been fulfilled late.
    Missed {
        /// When it was fulfilled after all.
        at: Option<Instant>,
    },
}

/// What a promised instant is reckoned from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basis {
    /// The start of the clock.
    pub from: Instant,
    /// The time promised, in seconds.
    pub seconds: i64,
    /// Waits on the client, given back (R15).
    pub waits: Vec<Wait>,
    /// Whether it runs by the wall clock instead of attention hours (R14, critical by phone).
    pub by_clock: bool,
}

/// Something the clock must do to a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strike {
    /// Record that a promise was missed.
    Breach(PromiseKind, Instant),
    /// Warn the desk that a promise will fall due.
    Warn(PromiseKind, Instant),
    /// Close as unreachable (R18).
    CloseUnreachable,
    /// Close a resolution that nobody contested.
    CloseUncontested,
}

/// R14: what the first response to a ticket opened at `from` is reckoned from.
fn first_response_basis(channel: Channel, critical: bool, from: Instant, rules: &Rules) -> Basis {
    let by_clock = channel == Channel::Phone && critical && !rules.calendar.is_open(from);
    let amount =
        if by_clock { rules.policy.first_response_critical_by_phone } else { rules.policy.first_response };
    Basis { from, seconds: amount.num_seconds(), waits: Vec::new(), by_clock }
}

fn first_response_basis_of(ticket: &Ticket, rules: &Rules) -> Basis {
    first_response_basis(ticket.channel, ticket.opened_critical, ticket.opened_at, rules)
}

fn response_basis(ticket: &Ticket, rules: &Rules, now: Instant) -> Basis {
    // Once answered, what is waited for later no longer moves what was promised (R22).
    let until = answered_at(ticket).map_or(now, |at| at.min(now));
    let running = ticket.waiting_since.map(|from| Wait { from, to: until });
    let waits = ticket.waits.iter().copied().chain(running);
    let waits = waits.map(|wait| Wait { to: wait.to.min(until), ..wait }).filter(|wait| wait.from < wait.to);
    let waits = waits.collect();
    Basis { waits, ..response_basis_from(ticket.opened_at, rules) }
}

/// R15: what the response to a ticket opened at `from` is reckoned from, before anybody waited.
fn response_basis_from(from: Instant, rules: &Rules) -> Basis {
    Basis { from, seconds: rules.policy.response.num_seconds(), waits: Vec::new(), by_clock: false }
}

fn due(basis: &Basis, rules: &Rules) -> Instant {
    let amount = TimeDelta::seconds(basis.seconds);
    if basis.by_clock { basis.from + amount } else { rules.calendar.due(basis.from, amount, &basis.waits) }
}

/// When the first response was given: by taking the ticket, or by someone of the desk closing it outright, which is a person's
/// act that tells the client what became of the case (R14).
fn first_responded_at(ticket: &Ticket) -> Option<Instant> {
    ticket.first_responded_at.or_else(|| ticket.ending.as_ref().filter(|ending| ending.by_desk).map(|e| e.at))
}

/// When the ticket was answered: with a solution that stands, or by its end.
fn answered_at(ticket: &Ticket) -> Option<Instant> {
    ticket.resolved_at.or_else(|| ticket.ending.as_ref().map(|ending| ending.at))
}

fn state(
    ticket: &Ticket,
    kind: PromiseKind,
    due: Instant,
    fulfilled: Option<Instant>,
    now: Instant,
) -> PromiseState {
    // A breach on record outlives everything, also a calendar that changed since (R19). Only a date is promised anew.
    let on_record = match kind {
        PromiseKind::BugDate => ticket.breaches.contains(&Mark { promise: kind, due }),
        PromiseKind::FirstResponse | PromiseKind::Response => ticket.breached(kind),
    };
    let missed = on_record || fulfilled.unwrap_or(now) > due;
    match (missed, fulfilled, ticket.waiting_since) {
        (true, at, _) => PromiseState::Missed { at },
        (false, Some(at), _) => PromiseState::Met { at },
        (false, None, Some(since)) if kind == PromiseKind::Response => PromiseState::Paused { since },
        (false, None, _) => PromiseState::Running,
    }
}

/// A promise whose instant is reckoned, with its clock running.
fn reckoned(kind: PromiseKind, basis: Basis, rules: &Rules) -> Promise {
    let due = due(&basis, rules);
    let warn_at = rules.warns_at(kind, due, basis.by_clock);
    let (state, missed_before) = (PromiseState::Running, Vec::new());
    Promise { kind, due, warn_at, state, first_due: None, missed_before, basis: Some(basis) }
}

/// What a ticket opened at `at` would be promised: R14 and R15. Screens tell it before there is a ticket.
#[must_use]
pub fn opening_promises(channel: Channel, critical: bool, at: Instant, rules: &Rules) -> [Promise; 2] {
    let first = first_response_basis(channel, critical, at, rules);
    [
        reckoned(PromiseKind::FirstResponse, first, rules),
        reckoned(PromiseKind::Response, response_basis_from(at, rules), rules),
    ]
}

/// What was missed of the case itself before the date that stands was promised (R16, R19).
fn missed_before(ticket: &Ticket, current: Instant) -> Vec<Mark> {
    let earlier = |mark: &&Mark| match mark.promise {
        PromiseKind::FirstResponse => false,
        PromiseKind::Response => true,
        PromiseKind::BugDate => mark.due != current,
    };
    ticket.breaches.iter().filter(earlier).copied().collect()
}

/// Every promise made on the ticket, as it stands at `now`: R14 always, then R16 once there is a date, or R15 until then.
#[must_use]
pub fn promises(ticket: &Ticket, rules: &Rules, now: Instant) -> Vec<Promise> {
    let mut first = reckoned(PromiseKind::FirstResponse, first_response_basis_of(ticket, rules), rules);
    first.state = state(ticket, first.kind, first.due, first_responded_at(ticket), now);
    let mut second = if let Some(promise) = ticket.bug_promise() {
        Promise {
            kind: PromiseKind::BugDate,
            due: promise.current,
            warn_at: rules.warns_at(PromiseKind::BugDate, promise.current, false),
            state: PromiseState::Running,
            first_due: (promise.moves > 0).then_some(promise.first),
            missed_before: missed_before(ticket, promise.current),
            basis: None,
        }
    } else {
        reckoned(PromiseKind::Response, response_basis(ticket, rules, now), rules)
    };
    second.state = state(ticket, second.kind, second.due, answered_at(ticket), now);
    // What the client withdrew before anybody answered was promised in vain: neither kept nor missed.
    let withdrawn = ticket.ending.as_ref().is_some_and(|ending| ending.closure == Closure::Withdrawn);
    let in_vain = |promise: &Promise| {
        let answered = match promise.kind {
            PromiseKind::FirstResponse => first_responded_at(ticket).is_some(),
            PromiseKind::Response | PromiseKind::BugDate => ticket.resolved_at.is_some(),
        };
        withdrawn && !answered && !ticket.breached(promise.kind) && promise.missed_before.is_empty()
    };
    [first, second].into_iter().filter(|promise| !in_vain(promise)).collect()
}

/// The promises whose clock runs now, each with its due instant and when the desk is warned of it.
pub(super) fn running(ticket: &Ticket, rules: &Rules) -> Vec<(PromiseKind, Instant, Instant)> {
    let mut running = Vec::new();
    let mut run = |kind, due, by_clock| running.push((kind, due, rules.warns_at(kind, due, by_clock)));
    if ticket.status == Status::Closed {
        return running;
    }
    if first_responded_at(ticket).is_none() {
        let basis = first_response_basis_of(ticket, rules);
        run(PromiseKind::FirstResponse, due(&basis, rules), basis.by_clock);
    }
    if let Some(promise) = ticket.bug_promise() {
        // Waiting never moves a committed date (R16), so its clock runs on unless it was answered.
        if ticket.resolved_at.is_none() {
            run(PromiseKind::BugDate, promise.current, false);
        }
    } else if ticket.waiting_since.is_none() {
        let due = due(&response_basis(ticket, rules, ticket.changed_at), rules);
        run(PromiseKind::Response, due, false);
    }
    running
}

fn promise_strikes(ticket: &Ticket, rules: &Rules) -> Vec<(Instant, Strike)> {
    let mut strikes = Vec::new();
    for (promise, due, warn_at) in running(ticket, rules) {
        let mark = Mark { promise, due };
        // One breach a promise; a moved date is a new promise and may be missed anew (R16).
        let missed = match promise {
            PromiseKind::BugDate => ticket.breaches.contains(&mark),
            _ => ticket.breached(promise),
        };
        if missed {
            continue;
        }
        strikes.push((due, Strike::Breach(promise, due)));
        if !ticket.warnings.contains(&mark) {
            strikes.push((warn_at, Strike::Warn(promise, due)));
        }
    }
    strikes
}

/// R18: when an unanswered wait ends the ticket, if nobody says a word. Nothing without a logged attempt.
#[must_use]
pub fn unreachable_at(ticket: &Ticket, rules: &Rules) -> Option<Instant> {
    let first = ticket.attempts.first()?;
    let runs = ticket.status == Status::WaitingOnClient && ticket.last_speaker == Side::Desk;
    runs.then(|| rules.unreachable_close(first.at))
}

/// When a resolution stands for want of an objection, if nobody says a word.
#[must_use]
pub fn uncontested_at(ticket: &Ticket, rules: &Rules) -> Option<Instant> {
    let resolved = ticket.resolved_at?;
    let runs = ticket.status == Status::Resolved && ticket.last_speaker == Side::Desk;
    runs.then(|| rules.uncontested_close(resolved))
}

/// How the instant was reckoned at which the ticket ends for want of a word of the client (R18, R22); nothing while it
/// doesn't.
#[must_use]
pub fn closing_account(ticket: &Ticket, rules: &Rules) -> Option<Explanation> {
    let explain = |from, days| rules.calendar.explain_unreachable_close(from, days);
    if unreachable_at(ticket, rules).is_some() {
        let first = ticket.attempts.first()?;
        return Some(explain(first.at, rules.policy.unreachable_business_days));
    }
    uncontested_at(ticket, rules)?;
    Some(explain(ticket.resolved_at?, rules.policy.uncontested_business_days))
}

/// The earliest thing the clock must do. Ties go by the order of [`Strike`], so every sweep tells the same history.
pub(super) fn next_strike(ticket: &Ticket, rules: &Rules) -> Option<(Instant, Strike)> {
    let closings = [
        unreachable_at(ticket, rules).map(|at| (at, Strike::CloseUnreachable)),
        uncontested_at(ticket, rules).map(|at| (at, Strike::CloseUncontested)),
    ];
    promise_strikes(ticket, rules).into_iter().chain(closings.into_iter().flatten()).min()
}

/// The earliest instant after which something must happen to the ticket by itself; stored and indexed for the sweep.
#[must_use]
pub fn next_deadline_at(ticket: &Ticket, rules: &Rules) -> Option<Instant> {
    next_strike(ticket, rules).map(|(at, _)| at)
}

/// Where the ticket stands in the desk's queue: the due instant of the earliest promise that still has to be kept, missed
/// or not, so that what is already late comes first; for want of one, the next thing that happens by itself.
#[must_use]
pub fn queue_at(ticket: &Ticket, rules: &Rules) -> Option<Instant> {
    let owed = running(ticket, rules).into_iter().map(|(_, due, _)| due).min();
    owed.or_else(|| next_deadline_at(ticket, rules))
}
