//! The attention calendar: which instants count, when an amount of attention time is spent, and why
//! (R12, R15, R17, R18, R22).
//!
//! Attention hours are Monday to Friday, from opening to closing in Bogotá, except on public holidays and the days an
//! administrator adds. Decisions that hold for every question here:
//!
//! - The grain is one second; fractions are dropped from instants, waits and amounts before anything is computed.
//! - A day is open in `[opens, closes)`: the closing instant itself is closed. Yet an amount that ends exactly at
//!   closing is due at closing, not at the next opening (R17).
//! - Waits may be unordered, overlap each other or begin before the clock does; they are merged first. A wait that ends
//!   before it begins counts nothing.
//! - Nothing fails. A negative amount counts as zero; outside 1984–2100, where holidays are unknown, Monday to Friday go
//!   on counting; an answer beyond what an instant can hold is the last (or first) instant there is. Whoever takes
//!   figures from outside refuses those with [`Calendar::check_range`] and [`Calendar::checked_due`].
//! - The cost does not depend on the length of the span, only (linearly) on the number of waits.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Timelike};

use crate::Instant;
use crate::policy::SupportPolicy;

mod change;
mod day;
mod explanation;
pub mod holidays;
mod range;
mod tally;
mod wait;

#[cfg(test)]
mod tests;

pub use change::{DayChange, DayChangeError};
pub use day::{Adjustments, Day};
pub use explanation::{Explanation, MOST_STEPS, Step, StepKind};
pub use range::{FIRST_YEAR, LAST_YEAR, OutOfRange, check_year};
pub use wait::Wait;

use tally::{DAY, Tally};

/// Bogotá's wall clock: UTC−5 all year (R12).
pub const BOGOTA: FixedOffset = FixedOffset::west_opt(5 * 3600).unwrap();

/// The hours and days on which the desk attends.
#[derive(Debug, Clone, PartialEq)]
pub struct Calendar {
    tally: Tally,
    adjustments: Adjustments,
}

impl Calendar {
    /// The policy's hours on the working days of Colombian law, as an administrator adjusted them.
    ///
    /// A policy that closes before it opens has no attention hours: nothing counts and nothing falls due.
    #[must_use]
    pub fn new(policy: &SupportPolicy, adjustments: Adjustments) -> Self {
        let of_law = holidays::DATES.iter().filter(|date| !adjustments.removed.contains(date));
        let closed = of_law.chain(adjustments.added.keys()).map(|date| day_number(*date));
        let tally = Tally::new(second_of_day(policy.opens), second_of_day(policy.closes), closed);
        Self { tally, adjustments }
    }

    /// The calendar of the contract, without adjustments.
    #[must_use]
    pub fn soho() -> Self {
        Self::new(&SupportPolicy::SOHO, Adjustments::default())
    }

    /// What the administrator changed.
    #[must_use]
    pub fn adjustments(&self) -> &Adjustments {
        &self.adjustments
    }

    /// The attention time of one business day.
    #[must_use]
    pub fn day_length(&self) -> TimeDelta {
        TimeDelta::seconds(self.tally.length())
    }

    /// Whether the desk attends at an instant: from opening up to, not including, closing on an attention day (R12).
    #[must_use]
    pub fn is_open(&self, at: Instant) -> bool {
        self.closing(at).is_some()
    }

    /// When the desk attends next; `at` itself while it is open. A ticket's clock starts here (R13).
    #[must_use]
    pub fn next_opening(&self, at: Instant) -> Instant {
        let count = self.tally.at(second_of(at));
        reached(self.tally.last(count))
    }

    /// The closing of the current attention day, if the desk is open.
    #[must_use]
    pub fn closing(&self, at: Instant) -> Option<Instant> {
        let second = second_of(at);
        let (day, of_day) = (second.div_euclid(DAY), second.rem_euclid(DAY));
        let open = self.tally.attends(day) && (self.tally.opens..self.tally.closes).contains(&of_day);
        open.then(|| instant_at(day * DAY + self.tally.closes))
    }

    /// The first instant at which `amount` of attention time has passed since `from`, not counting waits (R14, R15).
    ///
    /// It lies inside attention hours or on a closing (R17). With nothing to spend it is `from` itself if that lies
    /// there, else the next opening.
    #[must_use]
    pub fn due(&self, from: Instant, amount: TimeDelta, waits: &[Wait]) -> Instant {
        let start = second_of(from);
        let started_at = self.tally.at(start);
        let amount = seconds_of(amount);
        if amount == 0 {
            let at_rest = self.tally.first(started_at) == Some(start);
            return if at_rest { whole(from) } else { self.next_opening(from) };
        }
        let mut count = started_at + amount;
        for wait in wait::merge(waits, whole(from)) {
            let waited_from = self.tally.at(second_of(wait.from));
            if waited_from >= count {
                break;
            }
            count += self.tally.at(second_of(wait.to)) - waited_from;
        }
        reached(self.tally.first(count))
    }

    /// [`Calendar::due`] for figures that come from outside.
    ///
    /// # Errors
    /// [`OutOfRange`] when the start, the due instant or an end of a wait lies outside the years whose holidays are known.
    pub fn checked_due(
        &self,
        from: Instant,
        amount: TimeDelta,
        waits: &[Wait],
    ) -> Result<Instant, OutOfRange> {
        Self::check_range(from)?;
        for wait in waits {
            Self::check_range(wait.from)?;
            Self::check_range(wait.to)?;
        }
        let due = self.due(from, amount, waits);
        Self::check_range(due)?;
        Ok(due)
    }

    /// The last instant from which `amount` of attention time is left until `due`: when to warn. Inside attention hours,
    /// so a warning about the first hour of a day comes at an opening and never in the night before. With nothing to
    /// leave it is `due`.
    #[must_use]
    pub fn before(&self, due: Instant, amount: TimeDelta) -> Instant {
        let count = self.tally.at(second_of(due)) - seconds_of(amount);
        reached(self.tally.last(count)).min(whole(due))
    }

    /// Attention time between two instants; none when `to` is not after `from`.
    #[must_use]
    pub fn elapsed(&self, from: Instant, to: Instant) -> TimeDelta {
        TimeDelta::seconds((self.tally.at(second_of(to)) - self.tally.at(second_of(from))).max(0))
    }

    /// The closing of the `business_days`-th attention day after the day of the first unanswered contact (R18),
    /// whether or not that day is attended itself. At least one day.
    #[must_use]
    pub fn unreachable_close(&self, first_contact: Instant, business_days: u32) -> Instant {
        let next_day = day_after(first_contact);
        let index = self.tally.days_before(next_day) + i64::from(business_days.max(1)) - 1;
        instant_at(self.tally.day_at(index) * DAY + self.tally.closes)
    }
}

/// The day after an instant's, in days since 1970 in Bogotá.
fn day_after(at: Instant) -> i64 {
    second_of(at).div_euclid(DAY) + 1
}

/// The instant without its fraction of a second.
fn whole(at: Instant) -> Instant {
    DateTime::from_timestamp(at.timestamp(), 0).unwrap_or(at)
}

/// An amount in whole seconds; a negative one is none.
fn seconds_of(amount: TimeDelta) -> i64 {
    amount.num_seconds().max(0)
}

/// An instant as seconds of Bogotá's wall clock since 1970.
fn second_of(at: Instant) -> i64 {
    at.timestamp() + i64::from(BOGOTA.local_minus_utc())
}

/// The inverse of [`second_of`], held within what an instant can be.
fn instant_at(second: i64) -> Instant {
    let timestamp = second.saturating_sub(i64::from(BOGOTA.local_minus_utc()));
    let beyond = if timestamp.is_negative() { Instant::MIN_UTC } else { Instant::MAX_UTC };
    DateTime::from_timestamp(timestamp, 0).unwrap_or(whole(beyond))
}

/// The instant at which the count is reached; the last one there is when it never is.
fn reached(second: Option<i64>) -> Instant {
    instant_at(second.unwrap_or(i64::MAX))
}

fn second_of_day(time: NaiveTime) -> i64 {
    i64::from(time.num_seconds_from_midnight())
}

/// A day of 1970 as a date; the last date there is, which no law knows, for days beyond it.
fn date_of(day: i64) -> NaiveDate {
    let date = TimeDelta::try_days(day).and_then(|days| NaiveDate::default().checked_add_signed(days));
    date.unwrap_or(NaiveDate::MAX)
}

/// A date as days since 1970.
fn day_number(date: NaiveDate) -> i64 {
    date.signed_duration_since(NaiveDate::default()).num_days()
}
