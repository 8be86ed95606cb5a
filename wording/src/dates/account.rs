//! *¿Cómo se calculó?* in sentences, one for each step of an account (R22).
//!
//! The sentences speak to clients and agents alike, so a wait is "en espera de una respuesta" and nobody's fault.

use chrono::{Datelike, TimeDelta, Timelike};
use domain::Instant;
use domain::calendar::holidays::HolidayName;
use domain::calendar::{Explanation, Step, StepKind};

use super::duration::is_singular;
use super::{
    Year, attention_duration, capitalized, day_words, holiday_names, local, people_instant,
    people_instant_seen_from, people_time,
};
use crate::Locale;

/// The account in one sentence: how much is counted, from when, and when it is spent.
#[must_use]
pub fn account_summary(account: &Explanation, locale: Locale) -> String {
    let amount = attention_duration(amount_of(account.amount_seconds), locale);
    let from = people_instant(account.from, locale);
    let due = people_instant_seen_from(account.from, account.due, locale);
    match locale {
        Locale::Es => full_stop(format!("Contamos {amount} desde el {from}; el plazo se cumple el {due}")),
        Locale::En => full_stop(format!("We count {amount} from {from}; the time is up on {due}")),
    }
}

/// The account of a closing for want of an answer in one sentence: whole business days from the day after (R18).
#[must_use]
pub fn closing_summary(account: &Explanation, locale: Locale) -> String {
    let amount = attention_duration(amount_of(account.amount_seconds), locale);
    let from = day_of(account.from, locale);
    let due = people_instant_seen_from(account.from, account.due, locale);
    match locale {
        Locale::Es => full_stop(format!(
            "Contamos {amount} desde el día siguiente, {from}; el plazo se cumple al cierre del último, el {due}"
        )),
        Locale::En => full_stop(format!(
            "We count {amount} from the day after, {from}; the time is up at the close of the last one, {due}"
        )),
    }
}

/// What happened to the clock during a step, as a sentence that begins with its day.
#[must_use]
pub fn step_sentence(step: &Step, locale: Locale) -> String {
    full_stop(words(step, locale))
}

fn words(step: &Step, locale: Locale) -> String {
    let day = capitalized(&day_of(step.from, locale));
    match &step.kind {
        StepKind::Working { seconds, remaining_seconds, despite } => {
            let counted = counted(*seconds, *remaining_seconds, locale);
            format!("{day}, {}: {}{counted}", span(step, locale), though_holiday(despite, locale))
        }
        StepKind::Waiting { given_back_seconds } => {
            let given_back = attention_duration(amount_of(*given_back_seconds), locale);
            let span = span(step, locale);
            match locale {
                Locale::Es => {
                    format!(
                        "{day}, {span}: en espera de una respuesta; ese tiempo ({given_back}) no se cuenta"
                    )
                }
                Locale::En => {
                    format!("{day}, {span}: waiting for an answer; that time ({given_back}) is not counted")
                }
            }
        }
        StepKind::BeforeOpening => match locale {
            Locale::Es => format!("{day}: el tiempo empieza a contar con la apertura, {}", at_time(step.to)),
            Locale::En => {
                format!("{day}: time starts counting at opening, {}", people_time(step.to, locale))
            }
        },
        StepKind::Overnight => {
            let to = people_instant(step.to, locale);
            match locale {
                Locale::Es => format!("{day}, tras el cierre: no se cuenta hasta la apertura del {to}"),
                Locale::En => format!("{day}, after closing: not counted until opening on {to}"),
            }
        }
        StepKind::AfterClosing => match locale {
            Locale::Es => format!("{day}, tras el cierre: no se cuenta"),
            Locale::En => format!("{day}, after closing: not counted"),
        },
        StepKind::Weekend => weekend(step, locale),
        StepKind::Holiday { names } => {
            let names = holiday_names(names, locale);
            match locale {
                Locale::Es => format!("{day}: festivo ({names}), no se cuenta"),
                Locale::En => format!("{day}: public holiday ({names}), not counted"),
            }
        }
        StepKind::Added { name } => match locale {
            Locale::Es => format!("{day}: día sin atención ({name}), no se cuenta"),
            Locale::En => format!("{day}: no service that day ({name}), not counted"),
        },
        StepKind::Condensed { seconds, given_back_seconds } => {
            condensed(step, *seconds, *given_back_seconds, locale)
        }
    }
}

/// "cuentan 30 minutos hábiles; faltan 4 días hábiles" or, at the end, "… y se cumple el plazo".
fn counted(seconds: i64, remaining: i64, locale: Locale) -> String {
    let (seconds, remaining) = (amount_of(seconds), amount_of(remaining));
    let (amount, left) = (attention_duration(seconds, locale), attention_duration(remaining, locale));
    let done = remaining <= TimeDelta::zero();
    match locale {
        Locale::Es => {
            let count = if is_singular(seconds) { "cuenta" } else { "cuentan" };
            let lack = if is_singular(remaining) { "falta" } else { "faltan" };
            if done {
                format!("{count} {amount} y se cumple el plazo")
            } else {
                format!("{count} {amount}; {lack} {left}")
            }
        }
        Locale::En if done => format!("{amount} counted, and the time is up"),
        Locale::En => format!("{amount} counted; {left} to go"),
    }
}

/// Why a holiday counts after all, before the rest of the sentence.
fn though_holiday(despite: &[HolidayName], locale: Locale) -> String {
    if despite.is_empty() {
        return String::new();
    }
    let names = holiday_names(despite, locale);
    match locale {
        Locale::Es => format!("aunque es festivo ({names}), hay atención; "),
        Locale::En => format!("a public holiday ({names}) with service all the same; "),
    }
}

fn weekend(step: &Step, locale: Locale) -> String {
    // The step ends at Monday's midnight: a second earlier is its last day.
    let last = step.to.checked_sub_signed(TimeDelta::seconds(1)).unwrap_or(step.to);
    let (first, last) = (local(step.from), local(last));
    let days = if first.day() == last.day() {
        day_of(step.from, locale)
    } else {
        let (first, last) = (day_words(&first, Year::Silent, locale), day_words(&last, Year::Silent, locale));
        match locale {
            Locale::Es => format!("{first} y {last}"),
            Locale::En => format!("{first} and {last}"),
        }
    };
    let days = capitalized(&days);
    match locale {
        Locale::Es => format!("{days}: fin de semana, no se cuenta"),
        Locale::En => format!("{days}: weekend, not counted"),
    }
}

fn condensed(step: &Step, seconds: i64, given_back: i64, locale: Locale) -> String {
    let spoken = |at| day_words(&local(at), Year::Spoken, locale);
    let (from, to) = (spoken(step.from), spoken(step.to));
    let amount = attention_duration(amount_of(seconds), locale);
    let back = attention_duration(amount_of(given_back), locale);
    match (locale, given_back > 0) {
        (Locale::Es, false) => format!("Del {from} al {to}: {amount} en total"),
        (Locale::Es, true) => {
            format!("Del {from} al {to}: {amount} en total, sin contar {back} en espera de una respuesta")
        }
        (Locale::En, false) => format!("From {from} to {to}: {amount} in all"),
        (Locale::En, true) => {
            format!("From {from} to {to}: {amount} in all, leaving out {back} waiting for an answer")
        }
    }
}

fn day_of(at: Instant, locale: Locale) -> String {
    day_words(&local(at), Year::Silent, locale)
}

/// "de 5:30 p. m. a 6:00 p. m.".
fn span(step: &Step, locale: Locale) -> String {
    let (from, to) = (people_time(step.from, locale), people_time(step.to, locale));
    match locale {
        Locale::Es => format!("de {from} a {to}"),
        Locale::En => format!("{from} to {to}"),
    }
}

/// "a las 8:00 a. m.", "a la 1:00 p. m.".
fn at_time(at: Instant) -> String {
    let article = if local(at).hour12().1 == 1 { "a la" } else { "a las" };
    format!("{article} {}", people_time(at, Locale::Es))
}

/// Ends a sentence, unless "p. m." just did.
fn full_stop(mut words: String) -> String {
    if !words.ends_with('.') {
        words.push('.');
    }
    words
}

/// Seconds of an account as an amount; an account that came over the wire may hold any figure.
fn amount_of(seconds: i64) -> TimeDelta {
    TimeDelta::try_seconds(seconds).unwrap_or(TimeDelta::MAX)
}
