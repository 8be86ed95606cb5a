//! *¿Cómo se calculó?*: the account of a due instant, day by day (R22).

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::day::Day;
use super::holidays::HolidayName;
use super::tally::DAY;
use super::wait::{self, Wait};
use super::{Calendar, date_of, day_after, instant_at, second_of, seconds_of, whole};
use crate::Instant;

/// The most steps an account has: about a year of them. What remains after that is one [`StepKind::Condensed`].
pub const MOST_STEPS: usize = 800;

/// How a due instant came about. The steps follow each other without a gap from `from` to `due`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    /// When the clock was asked to start.
    pub from: Instant,
    /// When the amount is spent.
    pub due: Instant,
    /// The attention time to spend, in seconds; the counted seconds of the steps add up to it.
    pub amount_seconds: i64,
    /// The account, in order.
    pub steps: Vec<Step>,
}

/// One line of the account: `from` up to, not including, `to`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Where the line begins.
    pub from: Instant,
    /// Where it ends.
    pub to: Instant,
    /// What happened to the clock.
    #[serde(flatten)]
    pub kind: StepKind,
}

/// What happened to the clock during a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum StepKind {
    /// Attention time that counted, within one day.
    Working {
        /// Attention seconds counted.
        seconds: i64,
        /// Attention seconds still to spend at the end of the step.
        remaining_seconds: i64,
        /// The holidays an administrator took out of the calendar on this day; mostly none.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        despite: Vec<HolidayName>,
    },
    /// Attention time spent waiting on the client: given back (R15).
    Waiting {
        /// Attention seconds given back.
        given_back_seconds: i64,
    },
    /// An attention day before it opens.
    BeforeOpening,
    /// From a closing to the opening of the next day.
    Overnight,
    /// From a closing to midnight, when the next day is not attended.
    AfterClosing,
    /// Saturday and Sunday.
    Weekend,
    /// A public holiday.
    Holiday {
        /// The holidays of the day, at least one.
        names: Vec<HolidayName>,
    },
    /// A day an administrator closed.
    Added {
        /// The name the administrator gave.
        name: String,
    },
    /// All that follows after [`MOST_STEPS`] steps, in one.
    Condensed {
        /// Attention seconds counted.
        seconds: i64,
        /// Attention seconds given back for waiting.
        given_back_seconds: i64,
    },
}

impl StepKind {
    /// Attention seconds the step counts towards the amount.
    #[must_use]
    pub const fn counted_seconds(&self) -> i64 {
        match self {
            Self::Working { seconds, .. } | Self::Condensed { seconds, .. } => *seconds,
            _ => 0,
        }
    }

    /// Attention seconds the step gives back.
    #[must_use]
    pub const fn given_back_seconds(&self) -> i64 {
        match self {
            Self::Waiting { given_back_seconds } | Self::Condensed { given_back_seconds, .. } => {
                *given_back_seconds
            }
            _ => 0,
        }
    }
}

impl Calendar {
    /// The account behind [`Calendar::unreachable_close`]: whole business days from the midnight after the contact on.
    #[must_use]
    pub fn explain_unreachable_close(&self, first_contact: Instant, business_days: u32) -> Explanation {
        let days = i32::try_from(business_days.max(1)).unwrap_or(i32::MAX);
        let midnight = instant_at(day_after(first_contact) * DAY);
        self.explain(midnight, self.day_length() * days, &[])
    }

    /// The account behind [`Calendar::due`]: same arguments, same instant. Its length is bounded by [`MOST_STEPS`].
    #[must_use]
    pub fn explain(&self, from: Instant, amount: TimeDelta, waits: &[Wait]) -> Explanation {
        let from = whole(from);
        let due = self.due(from, amount, waits);
        let waits = wait::merge(waits, from);
        let amount_seconds = seconds_of(amount);
        let mut steps: Vec<Step> = Vec::new();
        let (mut at, mut remaining) = (from, amount_seconds);
        while at < due {
            let step = if steps.len() + 1 < MOST_STEPS {
                self.step(at, due, remaining, &waits)
            } else {
                self.condense(at, due, remaining)
            };
            remaining -= step.kind.counted_seconds();
            at = step.to;
            steps.push(step);
        }
        Explanation { from, due, amount_seconds, steps }
    }

    /// The line that begins at `at`, at most up to `due`.
    fn step(&self, at: Instant, due: Instant, remaining: i64, waits: &[Wait]) -> Step {
        let second = second_of(at);
        let (day, of_day) = (second.div_euclid(DAY), second.rem_euclid(DAY));
        let midnight = (day + 1) * DAY;
        let until = |second: i64| instant_at(second).min(due);
        let (to, kind) = match self.day(date_of(day)) {
            Day::Weekend => {
                let monday = if super::tally::is_weekend(day + 1) { midnight + DAY } else { midnight };
                (until(monday), StepKind::Weekend)
            }
            Day::Holiday { names } => (until(midnight), StepKind::Holiday { names }),
            Day::Added { name } => (until(midnight), StepKind::Added { name }),
            Day::Attended { .. } if of_day < self.tally.opens => {
                (until(day * DAY + self.tally.opens), StepKind::BeforeOpening)
            }
            Day::Attended { .. } if of_day >= self.tally.closes => {
                if self.tally.attends(day + 1) {
                    (until(midnight + self.tally.opens), StepKind::Overnight)
                } else {
                    (until(midnight), StepKind::AfterClosing)
                }
            }
            Day::Attended { despite } => {
                let end = until(day * DAY + self.tally.closes);
                match waits.get(waits.partition_point(|wait| wait.to <= at)) {
                    Some(wait) if wait.from <= at => {
                        let to = wait.to.min(end);
                        (to, StepKind::Waiting { given_back_seconds: (to - at).num_seconds() })
                    }
                    next => {
                        let to = next.map_or(end, |wait| wait.from.min(end));
                        let seconds = (to - at).num_seconds();
                        (to, StepKind::Working { seconds, remaining_seconds: remaining - seconds, despite })
                    }
                }
            }
        };
        Step { from: at, to, kind }
    }

    /// The rest of a very long account in one line.
    fn condense(&self, at: Instant, due: Instant, remaining: i64) -> Step {
        let given_back_seconds = self.elapsed(at, due).num_seconds() - remaining;
        Step { from: at, to: due, kind: StepKind::Condensed { seconds: remaining, given_back_seconds } }
    }
}
