//! What decisions depend on besides the ticket, and the instants that follow from it alone: screens ask here before a
//! command is sent, `decide` when it is, so both say the same.

use chrono::{NaiveDate, TimeDelta};

use super::event::PromiseKind;
use crate::Instant;
use crate::calendar::{BOGOTA, Calendar};
use crate::policy::SupportPolicy;

/// The figures of the contract and the attention calendar in force.
#[derive(Debug, Clone, PartialEq)]
pub struct Rules {
    /// The figures.
    pub policy: SupportPolicy,
    /// Attention hours, holidays and the administrators' adjustments.
    pub calendar: Calendar,
}

impl Rules {
    /// The contract in force with an unadjusted calendar.
    #[must_use]
    pub fn soho() -> Self {
        Self { policy: SupportPolicy::SOHO, calendar: Calendar::soho() }
    }

    /// R16: when a date promised falls due, the closing of attention on it; nothing when nobody attends that day.
    #[must_use]
    pub fn closing_on(&self, date: NaiveDate) -> Option<Instant> {
        let opening = date.and_time(self.policy.opens).and_local_timezone(BOGOTA).single()?;
        self.calendar.closing(opening.to_utc())
    }

    /// R18: when a ticket closes whose first unanswered contact was at `first_contact`.
    #[must_use]
    pub fn unreachable_close(&self, first_contact: Instant) -> Instant {
        self.calendar.unreachable_close(first_contact, self.policy.unreachable_business_days)
    }

    /// When a resolution stands that was given at `resolved_at`, if nobody contests it.
    #[must_use]
    pub fn uncontested_close(&self, resolved_at: Instant) -> Instant {
        self.calendar.unreachable_close(resolved_at, self.policy.uncontested_business_days)
    }

    /// When the desk is warned of a promise due at `due`; `by_clock` when it runs by the wall clock (R14).
    pub(super) fn warns_at(&self, kind: PromiseKind, due: Instant, by_clock: bool) -> Instant {
        let ahead: TimeDelta = match kind {
            PromiseKind::BugDate => self.policy.bug_warning_ahead,
            PromiseKind::FirstResponse | PromiseKind::Response => self.policy.warning_ahead,
        };
        if by_clock { due - ahead } else { self.calendar.before(due, ahead) }
    }
}
