//! The calendar's rules, one file a kind of proof. Times are Bogotá wall time unless they end in Z.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta, Utc};

use super::*;

mod changes;
mod explained;
mod faults;
mod laws;
mod limits;
#[cfg(not(target_arch = "wasm32"))]
mod oracle;
#[cfg(not(target_arch = "wasm32"))]
mod properties;
mod questions;

/// "2026-07-10 17:30", optionally with seconds, in Bogotá.
fn bogota(text: &str) -> Instant {
    let with_seconds = if text.len() == 16 { format!("{text}:00") } else { text.to_owned() };
    let local = NaiveDateTime::parse_from_str(&with_seconds, "%Y-%m-%d %H:%M:%S").expect(text);
    local.and_local_timezone(BOGOTA).single().expect(text).with_timezone(&Utc)
}

/// The same, backwards: what the clock on the wall shows.
fn wall(at: Instant) -> String {
    at.with_timezone(&BOGOTA).format("%Y-%m-%d %H:%M:%S").to_string()
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect(text)
}

fn wait(from: &str, to: &str) -> Wait {
    Wait { from: bogota(from), to: bogota(to) }
}

impl Calendar {
    /// Attention time between two instants without the waits (R15): what `due` must give back again.
    fn elapsed_net(&self, from: Instant, to: Instant, waits: &[Wait]) -> TimeDelta {
        let waits = wait::merge(waits, whole(from));
        let waited = waits.iter().map(|wait| self.elapsed(wait.from, wait.to.min(to)));
        waited.fold(self.elapsed(from, to), |left, waited| left - waited)
    }
}

fn hours(hours: i64) -> TimeDelta {
    TimeDelta::hours(hours)
}

/// Holidays and working days as an administrator would change them.
fn adjusted(added: &[(&str, &str)], removed: &[&str]) -> Calendar {
    let added = added.iter().map(|(day, name)| (date(day), (*name).to_owned())).collect();
    let removed = removed.iter().map(|day| date(day)).collect();
    Calendar::new(&SupportPolicy::SOHO, Adjustments { added, removed })
}
