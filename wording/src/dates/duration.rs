//! Amounts of attention time. The adjective goes with the first unit: "1 día hábil, 3 horas y 20 minutos".

use chrono::TimeDelta;
use domain::Instant;
use domain::calendar::Calendar;
use domain::policy::SupportPolicy;

use super::people_instant_seen_from;
use crate::Locale;

/// "2 horas hábiles", "1 día hábil y 3 horas"; a day is as long as the policy's attention day (R12). Less than a minute
/// is said so, and the sign is not said.
#[must_use]
pub fn attention_duration(amount: TimeDelta, locale: Locale) -> String {
    let parts = Parts::of(amount);
    let mut words = Vec::new();
    for (count, unit) in [(parts.days, Unit::Day), (parts.hours, Unit::Hour), (parts.minutes, Unit::Minute)] {
        if count > 0 {
            words.push(unit.words(count, words.is_empty(), locale));
        }
    }
    if words.is_empty() {
        return match (locale, amount.num_seconds()) {
            (Locale::Es, 0) => "0 minutos hábiles".to_owned(),
            (Locale::Es, _) => "menos de un minuto hábil".to_owned(),
            (Locale::En, 0) => "0 business minutes".to_owned(),
            (Locale::En, _) => "less than a business minute".to_owned(),
        };
    }
    listed(&words, locale)
}

/// "en 2 horas hábiles" ahead, "hace 10 minutos hábiles" for a negative amount.
#[must_use]
pub fn attention_relative(ahead: TimeDelta, locale: Locale) -> String {
    let amount = attention_duration(ahead, locale);
    match (locale, ahead < TimeDelta::zero()) {
        (Locale::Es, false) => format!("en {amount}"),
        (Locale::Es, true) => format!("hace {amount}"),
        (Locale::En, false) => format!("in {amount}"),
        (Locale::En, true) => format!("{amount} ago"),
    }
}

/// "en 1 h 5 min de reloj", "hace 20 min de reloj": for the promises that do not wait for opening (R14).
#[must_use]
pub fn clock_relative(ahead: TimeDelta, locale: Locale) -> String {
    let minutes = ahead.num_minutes().saturating_abs();
    let (hours, minutes) = (minutes / 60, minutes % 60);
    let amount = if hours > 0 { format!("{hours} h {minutes} min") } else { format!("{minutes} min") };
    match (locale, ahead < TimeDelta::zero()) {
        (Locale::Es, false) => format!("en {amount} de reloj"),
        (Locale::Es, true) => format!("hace {amount} de reloj"),
        (Locale::En, false) => format!("in {amount} by the clock"),
        (Locale::En, true) => format!("{amount} ago by the clock"),
    }
}

/// Where `at` lies as seen from `now`, in attention time. When no attention time lies between the two it is said in
/// words: "al abrir", "después del último cierre", "ahora".
#[must_use]
pub fn attention_from(now: Instant, at: Instant, calendar: &Calendar, locale: Locale) -> String {
    let (ahead, ago) = (calendar.elapsed(now, at), calendar.elapsed(at, now));
    let words = match locale {
        Locale::Es => ["al abrir", "después del último cierre", "ahora"],
        Locale::En => ["at opening", "since the last closing", "now"],
    };
    let [at_opening, since_closing, right_now] = words;
    if ahead > TimeDelta::zero() {
        attention_relative(ahead, locale)
    } else if ago > TimeDelta::zero() {
        attention_relative(-ago, locale)
    } else if at > now {
        at_opening.to_owned()
    } else if at < now {
        since_closing.to_owned()
    } else {
        right_now.to_owned()
    }
}

/// [`attention_from`], but while it is closed an amount ahead begins with the opening it is counted from: "desde que abramos el lunes
/// 30 de noviembre, 8:00 a. m.: 3 horas hábiles". The amount alone reads as though it ran already.
#[must_use]
pub fn attention_counted(now: Instant, at: Instant, calendar: &Calendar, locale: Locale) -> String {
    let ahead = calendar.elapsed(now, at);
    if ahead <= TimeDelta::zero() || calendar.is_open(now) {
        return attention_from(now, at, calendar, locale);
    }
    let opening = people_instant_seen_from(now, calendar.next_opening(now), locale);
    let amount = attention_duration(ahead, locale);
    match locale {
        Locale::Es => format!("desde que abramos el {opening}: {amount}"),
        Locale::En => format!("from our opening on {opening}: {amount}"),
    }
}

/// Whether the words of [`attention_duration`] name a single thing, so that a verb agrees with them.
pub(super) fn is_singular(amount: TimeDelta) -> bool {
    let Parts { days, hours, minutes } = Parts::of(amount);
    amount.num_seconds() != 0 && days + hours + minutes <= 1
}

struct Parts {
    days: i64,
    hours: i64,
    minutes: i64,
}

impl Parts {
    fn of(amount: TimeDelta) -> Self {
        let minutes = amount.num_minutes().saturating_abs();
        let policy = SupportPolicy::SOHO;
        let day = (policy.closes - policy.opens).num_minutes().max(1);
        let of_day = minutes % day;
        Self { days: minutes / day, hours: of_day / 60, minutes: of_day % 60 }
    }
}

#[derive(Clone, Copy)]
enum Unit {
    Day,
    Hour,
    Minute,
}

impl Unit {
    fn words(self, count: i64, first: bool, locale: Locale) -> String {
        let one = count == 1;
        let noun = match (locale, self, one) {
            (Locale::Es, Self::Day, true) => "día",
            (Locale::Es, Self::Day, false) => "días",
            (Locale::Es, Self::Hour, true) => "hora",
            (Locale::Es, Self::Hour, false) => "horas",
            (Locale::Es, Self::Minute, true) => "minuto",
            (Locale::Es, Self::Minute, false) => "minutos",
            (Locale::En, Self::Day, true) => "day",
            (Locale::En, Self::Day, false) => "days",
            (Locale::En, Self::Hour, true) => "hour",
            (Locale::En, Self::Hour, false) => "hours",
            (Locale::En, Self::Minute, true) => "minute",
            (Locale::En, Self::Minute, false) => "minutes",
        };
        match (locale, first, one) {
            (_, false, _) => format!("{count} {noun}"),
            (Locale::Es, true, true) => format!("{count} {noun} hábil"),
            (Locale::Es, true, false) => format!("{count} {noun} hábiles"),
            (Locale::En, true, _) => format!("{count} business {noun}"),
        }
    }
}

/// "a", "a y b", "a, b y c".
fn listed(words: &[String], locale: Locale) -> String {
    let and = match locale {
        Locale::Es => " y ",
        Locale::En => " and ",
    };
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [before @ .., last] => format!("{}{and}{last}", before.join(", ")),
    }
}
