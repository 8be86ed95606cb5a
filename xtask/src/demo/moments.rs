//! When things happened, told backwards from now, so that the screens are as full on a Sunday night as on a Tuesday noon.

use chrono::{NaiveDate, TimeDelta};
use domain::{
    Instant,
    calendar::{BOGOTA, Calendar},
    policy::SupportPolicy,
};

/// An hour in minutes.
pub const HOUR: i64 = 60;
/// A business day in minutes of attention.
pub const DAY: i64 = 10 * HOUR;
/// A night is over when it is this old: everything told of it lies in the past.
const WHOLE_NIGHT: TimeDelta = TimeDelta::hours(14);

/// An instant in the past of the story.
#[derive(Debug, Clone, Copy)]
pub enum When {
    /// So many minutes of attention before now, inside attention hours: when staff act.
    Attended(i64),
    /// So many minutes of the wall clock before now: clients write at any hour.
    Clock(i64),
    /// In the last whole night but `back`, so many minutes after the desk closed.
    Night { back: u32, minutes: i64 },
}

/// Minutes of attention before now.
pub const fn attended(minutes: i64) -> When {
    When::Attended(minutes)
}

/// Minutes before now.
pub const fn clock(minutes: i64) -> When {
    When::Clock(minutes)
}

/// Minutes after the closing before the last whole night.
pub const fn last_night(minutes: i64) -> When {
    When::Night { back: 0, minutes }
}

/// The clock and the calendar that a story is told by.
#[derive(Debug, Clone)]
pub struct Moments {
    now: Instant,
    calendar: Calendar,
}

impl Moments {
    pub fn new(now: Instant) -> Self {
        Self { now, calendar: Calendar::soho() }
    }

    /// The instant of a moment; never after now.
    pub fn instant(&self, when: When) -> Instant {
        match when {
            When::Attended(minutes) => self.calendar.before(self.now, TimeDelta::minutes(minutes)),
            When::Clock(minutes) => self.now - TimeDelta::minutes(minutes),
            When::Night { back, minutes } => self.closing_before(back) + TimeDelta::minutes(minutes),
        }
    }

    /// The date so many attention days after an instant.
    pub fn date_after(&self, at: Instant, days: i32) -> NaiveDate {
        self.calendar.due(at, self.calendar.day_length() * days, &[]).with_timezone(&BOGOTA).date_naive()
    }

    /// The closing that began the last whole night but `back`.
    fn closing_before(&self, back: u32) -> Instant {
        let mut skipped = 0;
        let mut day = (self.now - WHOLE_NIGHT).with_timezone(&BOGOTA).date_naive();
        loop {
            let opening =
                day.and_time(SupportPolicy::SOHO.opens).and_local_timezone(BOGOTA).unwrap().to_utc();
            if let Some(closing) = self.calendar.closing(opening).filter(|at| *at + WHOLE_NIGHT <= self.now) {
                if skipped == back {
                    return closing;
                }
                skipped += 1;
            }
            day -= TimeDelta::days(1);
        }
    }
}
