//! The arithmetic of attention time: one running count of attention seconds since a fixed day, and its inverse.
//!
//! Weeks are counted by division and holidays by binary search, so a question about thirty years costs what a question
//! about one day costs. Everything is in whole seconds and days of Bogotá's wall clock, counted from 1970.

/// Seconds of a wall-clock day; Bogotá has no daylight saving.
pub(super) const DAY: i64 = 86_400;

/// 1970-01-01 was a Thursday: three days after a Monday.
const MONDAY_OFFSET: i64 = 3;

/// The daily hours and the weekdays that are not attended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) opens: i64,
    pub(super) closes: i64,
    closures: Vec<Closure>,
}

/// A day from Monday to Friday without attention.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Closure {
    /// How many days from Monday to Friday there are before it.
    ordinal: i64,
    /// How many attention days there are before it.
    attended_before: i64,
}

impl Tally {
    /// `days_off` are days of 1970; order, repetition and weekends among them do not matter.
    pub(super) fn new(opens: i64, closes: i64, days_off: impl IntoIterator<Item = i64>) -> Self {
        let mut ordinals: Vec<i64> =
            days_off.into_iter().filter(|day| !is_weekend(*day)).map(weekdays_before).collect();
        ordinals.sort_unstable();
        ordinals.dedup();
        let closures = (0..)
            .zip(ordinals)
            .map(|(index, ordinal)| Closure { ordinal, attended_before: ordinal - index })
            .collect();
        Self { opens, closes: closes.max(opens), closures }
    }

    /// Attention seconds of one attention day.
    pub(super) fn length(&self) -> i64 {
        self.closes - self.opens
    }

    /// Whether the desk attends on a day.
    pub(super) fn attends(&self, day: i64) -> bool {
        let ordinal = weekdays_before(day);
        !is_weekend(day) && self.closures.binary_search_by_key(&ordinal, |closure| closure.ordinal).is_err()
    }

    /// How many attention days there are before a day.
    pub(super) fn days_before(&self, day: i64) -> i64 {
        let ordinal = weekdays_before(day);
        ordinal - count(&self.closures, |closure| closure.ordinal < ordinal)
    }

    /// The attention day that has exactly `index` attention days before it.
    pub(super) fn day_at(&self, index: i64) -> i64 {
        let ordinal = index + count(&self.closures, |closure| closure.attended_before <= index);
        ordinal.div_euclid(5) * 7 + ordinal.rem_euclid(5) - MONDAY_OFFSET
    }

    /// The running count of attention seconds at a second.
    pub(super) fn at(&self, second: i64) -> i64 {
        let (day, of_day) = (second.div_euclid(DAY), second.rem_euclid(DAY));
        let today = if self.attends(day) { of_day.clamp(self.opens, self.closes) - self.opens } else { 0 };
        self.days_before(day) * self.length() + today
    }

    /// The first second at which the running count is `count`: a closing rather than the next opening (R17).
    /// None when there are no attention hours at all.
    pub(super) fn first(&self, count: i64) -> Option<i64> {
        let length = self.length();
        let index = (count - 1).checked_div_euclid(length)?;
        Some(self.day_at(index) * DAY + self.opens + count - index * length)
    }

    /// The last second at which the running count is `count`: an opening rather than the closing before it.
    /// None when there are no attention hours at all.
    pub(super) fn last(&self, count: i64) -> Option<i64> {
        let length = self.length();
        let index = count.checked_div_euclid(length)?;
        Some(self.day_at(index) * DAY + self.opens + count - index * length)
    }
}

pub(super) fn is_weekend(day: i64) -> bool {
    (day + MONDAY_OFFSET).rem_euclid(7) >= 5
}

/// Days from Monday to Friday before a day, from the Monday before 1970; negative earlier.
fn weekdays_before(day: i64) -> i64 {
    let from_monday = day + MONDAY_OFFSET;
    from_monday.div_euclid(7) * 5 + from_monday.rem_euclid(7).min(5)
}

/// How many closures, from the first on, hold true.
fn count(closures: &[Closure], holds: impl FnMut(&Closure) -> bool) -> i64 {
    i64::try_from(closures.partition_point(holds)).unwrap_or(i64::MAX)
}
