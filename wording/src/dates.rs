//! Instants, days and attention time as people say them, always in Bogotá's wall time (R22).
//!
//! Minutes are shown and seconds are dropped, so a promise never reads later than it is. Spaces inside an hour
//! ("3:30 p. m.") do not break.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Timelike};
use domain::Instant;
use domain::calendar::BOGOTA;

use crate::Locale;

mod account;
mod duration;
mod holidays;

#[cfg(test)]
mod tests;

pub use account::{account_summary, closing_summary, step_sentence};
pub use duration::{
    attention_counted, attention_duration, attention_from, attention_relative, clock_relative,
};
pub use holidays::{holiday_name, holiday_names};

/// "martes 21 de julio, 3:30 p. m." or "Tuesday, July 21, 3:30 p.m.": for instants near the reader's day, without year.
#[must_use]
pub fn people_instant(at: Instant, locale: Locale) -> String {
    let local = local(at);
    format!("{}, {}", day_words(&local, Year::Silent, locale), time_words(&local, locale))
}

/// [`people_instant`] with the year when it is not the year of `reference`: "lunes 4 de enero de 2027, 2:00 p. m.".
#[must_use]
pub fn people_instant_seen_from(reference: Instant, at: Instant, locale: Locale) -> String {
    let local = local(at);
    format!(
        "{}, {}",
        day_words(&local, Year::seen_from(reference, &local), locale),
        time_words(&local, locale)
    )
}

/// "mar 21 jul, 3:30 p. m.": for tables.
#[must_use]
pub fn short_instant(at: Instant, locale: Locale) -> String {
    let local = local(at);
    format!("{}, {}", short_day_words(&local, Year::Silent, locale), time_words(&local, locale))
}

/// [`short_instant`] with the year when it is not the year of `reference`: "lun 4 ene 2027, 2:00 p. m.".
#[must_use]
pub fn short_instant_seen_from(reference: Instant, at: Instant, locale: Locale) -> String {
    let local = local(at);
    format!(
        "{}, {}",
        short_day_words(&local, Year::seen_from(reference, &local), locale),
        time_words(&local, locale)
    )
}

/// "martes 21 de julio".
#[must_use]
pub fn people_day(day: NaiveDate, locale: Locale) -> String {
    day_words(&day, Year::Silent, locale)
}

/// "martes 21 de julio de 2026".
#[must_use]
pub fn people_day_and_year(day: NaiveDate, locale: Locale) -> String {
    day_words(&day, Year::Spoken, locale)
}

/// "mar 21 jul".
#[must_use]
pub fn short_day(day: NaiveDate, locale: Locale) -> String {
    short_day_words(&day, Year::Silent, locale)
}

/// "3:30 p. m.".
#[must_use]
pub fn people_time(at: Instant, locale: Locale) -> String {
    time_words(&local(at), locale)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Year {
    Spoken,
    Silent,
}

impl Year {
    fn seen_from(reference: Instant, at: &impl Datelike) -> Self {
        if local(reference).year() == at.year() { Self::Silent } else { Self::Spoken }
    }
}

fn local(at: Instant) -> DateTime<FixedOffset> {
    at.with_timezone(&BOGOTA)
}

fn day_words(date: &impl Datelike, year: Year, locale: Locale) -> String {
    let (weekday, day, month) = (weekday(date, locale), date.day(), month(date, locale));
    match (locale, year) {
        (Locale::Es, Year::Silent) => format!("{weekday} {day} de {month}"),
        (Locale::Es, Year::Spoken) => format!("{weekday} {day} de {month} de {}", date.year()),
        (Locale::En, Year::Silent) => format!("{weekday}, {month} {day}"),
        (Locale::En, Year::Spoken) => format!("{weekday}, {month} {day}, {}", date.year()),
    }
}

fn short_day_words(date: &impl Datelike, year: Year, locale: Locale) -> String {
    let (weekday, day, month) = (brief(weekday(date, locale)), date.day(), brief(month(date, locale)));
    match (locale, year) {
        (Locale::Es, Year::Silent) => format!("{weekday} {day} {month}"),
        (Locale::Es, Year::Spoken) => format!("{weekday} {day} {month} {}", date.year()),
        (Locale::En, Year::Silent) => format!("{weekday}, {month} {day}"),
        (Locale::En, Year::Spoken) => format!("{weekday}, {month} {day}, {}", date.year()),
    }
}

fn time_words(time: &impl Timelike, locale: Locale) -> String {
    let (afternoon, hour) = time.hour12();
    let half = match (locale, afternoon) {
        (Locale::Es, false) => "a.\u{a0}m.",
        (Locale::Es, true) => "p.\u{a0}m.",
        (Locale::En, false) => "a.m.",
        (Locale::En, true) => "p.m.",
    };
    format!("{hour}:{:02}\u{a0}{half}", time.minute())
}

/// The first three letters: how both languages shorten days and months.
fn brief(word: &str) -> String {
    word.chars().take(3).collect()
}

/// The same words with a capital first letter, to begin a sentence.
fn capitalized(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn weekday(date: &impl Datelike, locale: Locale) -> &'static str {
    use chrono::Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    match (locale, date.weekday()) {
        (Locale::Es, Mon) => "lunes",
        (Locale::Es, Tue) => "martes",
        (Locale::Es, Wed) => "miércoles",
        (Locale::Es, Thu) => "jueves",
        (Locale::Es, Fri) => "viernes",
        (Locale::Es, Sat) => "sábado",
        (Locale::Es, Sun) => "domingo",
        (Locale::En, Mon) => "Monday",
        (Locale::En, Tue) => "Tuesday",
        (Locale::En, Wed) => "Wednesday",
        (Locale::En, Thu) => "Thursday",
        (Locale::En, Fri) => "Friday",
        (Locale::En, Sat) => "Saturday",
        (Locale::En, Sun) => "Sunday",
    }
}

fn month(date: &impl Datelike, locale: Locale) -> &'static str {
    match (locale, date.month()) {
        (Locale::Es, 1) => "enero",
        (Locale::Es, 2) => "febrero",
        (Locale::Es, 3) => "marzo",
        (Locale::Es, 4) => "abril",
        (Locale::Es, 5) => "mayo",
        (Locale::Es, 6) => "junio",
        (Locale::Es, 7) => "julio",
        (Locale::Es, 8) => "agosto",
        (Locale::Es, 9) => "septiembre",
        (Locale::Es, 10) => "octubre",
        (Locale::Es, 11) => "noviembre",
        (Locale::Es, _) => "diciembre",
        (Locale::En, 1) => "January",
        (Locale::En, 2) => "February",
        (Locale::En, 3) => "March",
        (Locale::En, 4) => "April",
        (Locale::En, 5) => "May",
        (Locale::En, 6) => "June",
        (Locale::En, 7) => "July",
        (Locale::En, 8) => "August",
        (Locale::En, 9) => "September",
        (Locale::En, 10) => "October",
        (Locale::En, 11) => "November",
        (Locale::En, _) => "December",
    }
}
