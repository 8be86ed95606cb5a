//! A slow calendar that walks instead of counting, to compare the fast one with.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveTime, Weekday};
use proptest::prelude::*;

use super::properties::{Case, instant};
use super::*;

/// Walks minute by minute or day by day, asking the wall clock.
struct Walker {
    closed: BTreeSet<NaiveDate>,
}

impl Walker {
    fn new(adjustments: &Adjustments) -> Self {
        let of_law = (2020..=2040).flat_map(|year| holidays::of_year(year).expect("a known year"));
        let mut closed: BTreeSet<NaiveDate> = of_law.map(|holiday| holiday.date).collect();
        closed.retain(|date| !adjustments.removed.contains(date));
        closed.extend(adjustments.added.keys());
        Self { closed }
    }

    fn attends(&self, date: NaiveDate) -> bool {
        !matches!(date.weekday(), Weekday::Sat | Weekday::Sun) && !self.closed.contains(&date)
    }

    fn is_open(&self, at: Instant) -> bool {
        let local = at.with_timezone(&BOGOTA).naive_local();
        local.time() >= SupportPolicy::SOHO.opens
            && local.time() < SupportPolicy::SOHO.closes
            && self.attends(local.date())
    }

    /// The end of the minute that spends the last of `minutes`.
    fn due(&self, from: Instant, minutes: i64, waits: &[Wait]) -> Instant {
        let (mut at, mut left) = (from, minutes);
        while left > 0 {
            let waiting = waits.iter().any(|wait| wait.from <= at && at < wait.to);
            left -= i64::from(self.is_open(at) && !waiting);
            at += TimeDelta::minutes(1);
        }
        at
    }

    /// Day by day, the overlap of the span with the day's hours.
    fn elapsed(&self, from: Instant, to: Instant) -> TimeDelta {
        let local = |at: Instant| at.with_timezone(&BOGOTA).naive_local();
        let (from, to) = (local(from), local(to));
        let days = from.date().iter_days().take_while(|date| *date <= to.date());
        let at = |date: NaiveDate, time: NaiveTime| date.and_time(time);
        days.filter(|date| self.attends(*date))
            .map(|date| {
                let opens = at(date, SupportPolicy::SOHO.opens).max(from);
                let closes = at(date, SupportPolicy::SOHO.closes).min(to);
                (closes - opens).max(TimeDelta::zero())
            })
            .sum()
    }
}

fn to_the_minute(at: Instant) -> Instant {
    at - TimeDelta::seconds(at.timestamp().rem_euclid(60))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_minute_by_minute_walk_finds_the_same_due_instant(case: Case, minutes in 1..3600_i64) {
        let walker = Walker::new(&case.adjustments);
        let from = to_the_minute(case.from);
        let waits: Vec<Wait> = case.waits.iter()
            .map(|wait| Wait { from: to_the_minute(wait.from), to: to_the_minute(wait.to) })
            .collect();
        let expected = walker.due(from, minutes, &waits);
        prop_assert_eq!(wall(case.calendar().due(from, TimeDelta::minutes(minutes), &waits)), wall(expected));
    }

    #[test]
    fn a_day_by_day_walk_counts_the_same_seconds(case: Case, one in instant(), other in instant()) {
        let walker = Walker::new(&case.adjustments);
        let (from, to) = (one.min(other), one.max(other));
        prop_assert_eq!(case.calendar().elapsed(from, to), walker.elapsed(from, to));
    }

    #[test]
    fn both_calendars_open_and_close_together(case: Case, at in instant()) {
        prop_assert_eq!(case.calendar().is_open(at), Walker::new(&case.adjustments).is_open(at));
    }
}

#[test]
fn every_day_of_the_known_years_is_counted_as_the_walk_counts_it() {
    let calendar = Calendar::soho();
    let mut attended = 0;
    for (index, day) in date("1984-01-01").iter_days().take_while(|day| day.year() <= LAST_YEAR).enumerate() {
        let weekday = !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let open = weekday && holidays::on(day).is_empty();
        assert_eq!(calendar.tally.attends(day_number(day)), open, "{day}");
        if open {
            assert_eq!(
                calendar.tally.day_at(calendar.tally.days_before(day_number(day))),
                day_number(day),
                "{day}"
            );
        }
        attended += i64::from(open);
        // Once a month or so, the running count is compared with the walk's.
        if index % 29 == 0 {
            let (start, end) = (bogota("1984-01-01 00:00"), bogota(&format!("{day} 23:59:59")));
            assert_eq!(calendar.elapsed(start, end), hours(10 * attended), "{day}");
        }
    }
}
