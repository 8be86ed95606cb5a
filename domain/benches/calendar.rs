//! Cost of a calendar question against the length of the span it asks about: it must not grow with it.
//!
//! Run with `cargo bench -p domain --bench calendar`.

use chrono::{DateTime, TimeDelta};
use divan::{Bencher, black_box};
use domain::Instant;
use domain::calendar::{Adjustments, Calendar, Wait};
use domain::policy::SupportPolicy;

/// Spans in days: one day, one year, thirty years.
const SPANS: [i64; 3] = [1, 365, 10_957];

fn main() {
    divan::main();
}

/// Monday 2026-01-05, 09:00 in Bogotá.
fn start() -> Instant {
    DateTime::from_timestamp(1_767_621_600, 0).unwrap_or_default()
}

#[divan::bench(args = SPANS)]
fn elapsed(bencher: Bencher, days: i64) {
    let (calendar, from) = (Calendar::soho(), start());
    let to = from + TimeDelta::days(days);
    bencher.bench(|| calendar.elapsed(black_box(from), black_box(to)));
}

#[divan::bench(args = SPANS)]
fn due(bencher: Bencher, days: i64) {
    let (calendar, from) = (Calendar::soho(), start());
    let amount = calendar.elapsed(from, from + TimeDelta::days(days));
    bencher.bench(|| calendar.due(black_box(from), black_box(amount), &[]));
}

#[divan::bench(args = SPANS)]
fn due_with_one_wait(bencher: Bencher, days: i64) {
    let (calendar, from) = (Calendar::soho(), start());
    let waits = [Wait { from: from + TimeDelta::hours(1), to: from + TimeDelta::days(days) }];
    bencher.bench(|| calendar.due(black_box(from), SupportPolicy::SOHO.response, black_box(&waits)));
}

#[divan::bench]
fn explain_a_response(bencher: Bencher) {
    let (calendar, from) = (Calendar::soho(), start());
    bencher.bench(|| calendar.explain(black_box(from), SupportPolicy::SOHO.response, &[]));
}

#[divan::bench]
fn build() -> Calendar {
    Calendar::new(&SupportPolicy::SOHO, Adjustments::default())
}
