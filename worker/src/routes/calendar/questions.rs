//! What can be asked of the calendar, and the shape of each answer.

use super::parameters::{Fault, Parameters};
use chrono::NaiveDate;
use domain::Instant;
use domain::calendar::holidays::{HolidayName, Law, of_year};
use domain::calendar::{Calendar, Step};
use domain::ticket::Rules;
use serde::Serialize;
use wording::Locale;
use wording::dates::{holiday_name, step_sentence};
use wording::parameters::ParameterProblem;

/// When an amount of attention time is spent, and the account of it (R15, R22).
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Due {
    due: Instant,
    steps: Vec<ToldStep>,
}

/// A line of the account, also as a sentence.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct ToldStep {
    #[serde(flatten)]
    step: Step,
    text: String,
}

/// Attention time between two instants (R12).
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Elapsed {
    seconds: i64,
}

/// When a ticket without an answer closes (R18).
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Unreachable {
    closes_at: Instant,
}

/// The public holidays of a year by law, in order.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Holidays {
    year: i32,
    holidays: Vec<Holiday>,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
struct Holiday {
    date: NaiveDate,
    name: &'static str,
    code: HolidayName,
    law: Law,
    original_date: NaiveDate,
}

/// `from`, `minutes` and, if any, `pauses`.
///
/// # Errors
/// [`Fault`] when one of them can't be used, or the answer lies where holidays are unknown.
pub fn due(parameters: &Parameters, rules: &Rules, locale: Locale) -> Result<Due, Fault> {
    let from = parameters.instant("from")?;
    let amount = parameters.minutes("minutes")?;
    let pauses = parameters.pauses("pauses")?;
    let calendar = &rules.calendar;
    let too_long = |parameter| move |_| Fault::new(parameter, ParameterProblem::TooLong);
    calendar.checked_due(from, amount, &[]).map_err(too_long("minutes"))?;
    calendar.checked_due(from, amount, &pauses).map_err(too_long("pauses"))?;
    let account = calendar.explain(from, amount, &pauses);
    let tell = |step: Step| ToldStep { text: step_sentence(&step, locale), step };
    Ok(Due { due: account.due, steps: account.steps.into_iter().map(tell).collect() })
}

/// `from` and `to`; nothing has elapsed when `to` is not after `from`.
///
/// # Errors
/// [`Fault`] when one of them can't be used.
pub fn elapsed(parameters: &Parameters, rules: &Rules, _locale: Locale) -> Result<Elapsed, Fault> {
    let (from, to) = (parameters.instant("from")?, parameters.instant("to")?);
    Ok(Elapsed { seconds: rules.calendar.elapsed(from, to).num_seconds() })
}

/// `from`: the first unanswered contact.
///
/// # Errors
/// [`Fault`] when it can't be used, or the answer lies where holidays are unknown.
pub fn unreachable(parameters: &Parameters, rules: &Rules, _locale: Locale) -> Result<Unreachable, Fault> {
    let from = parameters.instant("from")?;
    let closes_at = rules.calendar.unreachable_close(from, rules.policy.unreachable_business_days);
    Calendar::check_range(closes_at).map_err(|_| Fault::new("from", ParameterProblem::YearOutOfRange))?;
    Ok(Unreachable { closes_at })
}

/// `year`.
///
/// # Errors
/// [`Fault`] when it can't be used.
pub fn holidays(parameters: &Parameters, _rules: &Rules, locale: Locale) -> Result<Holidays, Fault> {
    let year = parameters.year("year")?;
    let holidays = of_year(year).map_err(|_| Fault::new("year", ParameterProblem::YearOutOfRange))?;
    let holidays = holidays.into_iter().map(|holiday| Holiday {
        date: holiday.date,
        name: holiday_name(holiday.kind, locale),
        code: holiday.kind,
        law: holiday.law,
        original_date: holiday.original,
    });
    Ok(Holidays { year, holidays: holidays.collect() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn asked<T: Serialize>(
        question: fn(&Parameters, &Rules, Locale) -> Result<T, Fault>,
        query: &str,
        locale: Locale,
    ) -> Result<Value, Fault> {
        let parameters = Parameters::of(&format!("/x?{query}").parse().unwrap());
        question(&parameters, &Rules::soho(), locale).map(|answer| serde_json::to_value(answer).unwrap())
    }

    /// The contract's landmarks, asked over the wire.
    #[test]
    fn the_landmarks() {
        for (created, first, response) in [
            ("2026-07-10T17:30:00-05:00", "2026-07-14T15:30:00Z", "2026-07-21T20:30:00Z"),
            ("2026-10-13T07:15:00-05:00", "2026-10-13T16:00:00Z", "2026-10-19T21:00:00Z"),
            ("2026-10-13T18:00:00-05:00", "2026-10-14T16:00:00Z", "2026-10-20T21:00:00Z"),
            ("2026-12-07T17:00:00-05:00", "2026-12-09T15:00:00Z", "2026-12-15T20:00:00Z"),
            ("2026-12-24T16:00:00-05:00", "2026-12-28T14:00:00Z", "2027-01-04T19:00:00Z"),
            ("2027-03-24T16:30:00-05:00", "2027-03-29T14:30:00Z", "2027-04-02T19:30:00Z"),
        ] {
            for (minutes, expected) in [(180, first), (2_880, response)] {
                let answer = asked(due, &format!("from={created}&minutes={minutes}"), Locale::Es).unwrap();
                assert_eq!(answer["due"], expected, "{created} {minutes}");
            }
        }
    }

    #[test]
    fn the_account_names_weekends_holidays_and_waits() {
        let query = "from=2026-07-10T17:30:00-05:00&minutes=180&pauses=2026-07-14T08:00:00-05:00/2026-07-14T09:00:00-05:00";
        let answer = asked(due, query, Locale::Es).unwrap();
        assert_eq!(answer["due"], "2026-07-14T16:30:00Z");
        let steps = answer["steps"].as_array().unwrap();
        let kinds: Vec<_> = steps.iter().map(|step| step["kind"].as_str().unwrap()).collect();
        let expected =
            ["working", "after_closing", "weekend", "holiday", "before_opening", "waiting", "working"];
        assert_eq!(kinds, expected);
        assert_eq!(steps[3]["names"], json!(["our_lady_of_chiquinquira"]));
        assert!(steps[3]["text"].as_str().unwrap().contains("Virgen de Chiquinquirá"));
        assert_eq!(steps[5]["given_back_seconds"], 3_600);
        let english = asked(due, query, Locale::En).unwrap();
        assert!(english["steps"][3]["text"].as_str().unwrap().contains("Our Lady of Chiquinquirá"));
    }

    #[test]
    fn what_lies_beyond_the_known_years_is_refused() {
        let fault = |parameter, problem| Err(Fault::new(parameter, problem));
        let from = "from=2100-12-30T08:00:00-05:00";
        for (query, parameter) in [
            (format!("{from}&minutes=6000"), "minutes"),
            ("from=2026-07-10T17:30:00Z&minutes=153722867280912".to_owned(), "minutes"),
            (
                format!("{from}&minutes=60&pauses=2100-12-30T08:00:00-05:00/2100-12-31T23:59:00-05:00"),
                "pauses",
            ),
        ] {
            assert_eq!(
                asked(due, &query, Locale::Es),
                fault(parameter, ParameterProblem::TooLong),
                "{query}"
            );
        }
        let late = "from=2100-12-31T08:00:00-05:00";
        assert_eq!(asked(unreachable, late, Locale::Es), fault("from", ParameterProblem::YearOutOfRange));
        for year in ["1983", "2101", "99999", "-5"] {
            let asked = asked(holidays, &format!("year={year}"), Locale::Es);
            assert_eq!(asked, fault("year", ParameterProblem::YearOutOfRange), "{year}");
        }
    }

    #[test]
    fn the_smaller_answers() {
        let elapsed_in = |query: &str| asked(elapsed, query, Locale::Es);
        let (a, b) = ("2026-07-10T17:30:00-05:00", "2026-07-14T10:30:00-05:00");
        assert_eq!(elapsed_in(&format!("from={a}&to={b}")), Ok(json!({ "seconds": 10_800 })));
        assert_eq!(elapsed_in(&format!("from={b}&to={a}")), Ok(json!({ "seconds": 0 })));
        assert_eq!(elapsed_in(&format!("from={a}")), Err(Fault::new("to", ParameterProblem::Missing)));
        let closes = asked(unreachable, "from=2026-07-10T09:00:00-05:00", Locale::Es);
        assert_eq!(closes, Ok(json!({ "closes_at": "2026-07-15T23:00:00Z" })));
    }

    #[test]
    fn a_years_holidays_carry_name_law_and_original_date() {
        let answer = asked(holidays, "year=2026", Locale::Es).unwrap();
        assert_eq!(answer["year"], 2026);
        let all = answer["holidays"].as_array().unwrap();
        assert_eq!(all.len(), 19);
        assert!(all.contains(&json!({
            "date": "2026-07-13",
            "name": "Virgen de Chiquinquirá",
            "code": "our_lady_of_chiquinquira",
            "law": "Ley 2578 de 2026",
            "original_date": "2026-07-09",
        })));
        assert_eq!(
            asked(holidays, "year=2025", Locale::En).unwrap()["holidays"].as_array().unwrap().len(),
            18
        );
    }
}
