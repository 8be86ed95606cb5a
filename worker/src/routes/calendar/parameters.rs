//! Reading the parameters of a question about the calendar. What can't be meant is refused by name.

use axum::extract::Query;
use axum::http::Uri;
use chrono::{DateTime, NaiveDateTime, TimeDelta};
use domain::Instant;
use domain::calendar::{Calendar, Wait};
use wording::parameters::ParameterProblem;

/// A parameter that can't be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Its name.
    pub parameter: &'static str,
    /// What is wrong with it.
    pub problem: ParameterProblem,
}

impl Fault {
    pub const fn new(parameter: &'static str, problem: ParameterProblem) -> Self {
        Self { parameter, problem }
    }
}

/// The names and values of a query string, decoded.
#[derive(Debug, Default)]
pub struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// Those of a request's target.
    pub fn of(uri: &Uri) -> Self {
        Query::try_from_uri(uri).map(|Query(pairs)| Self(pairs)).unwrap_or_default()
    }

    /// The values of a name, without the space around them; empty ones say nothing.
    fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        let values = self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.trim());
        values.filter(|value| !value.is_empty())
    }

    fn one(&self, name: &'static str) -> Result<&str, Fault> {
        let mut values = self.values(name);
        let value = values.next().ok_or(Fault::new(name, ParameterProblem::Missing))?;
        if values.next().is_some() { Err(Fault::new(name, ParameterProblem::Repeated)) } else { Ok(value) }
    }

    /// An instant in a year whose holidays are known.
    ///
    /// # Errors
    /// [`Fault`] when there is none, or it is no such instant.
    pub fn instant(&self, name: &'static str) -> Result<Instant, Fault> {
        read_instant(self.one(name)?).map_err(|problem| Fault::new(name, problem))
    }

    /// A whole number of minutes, none or more.
    ///
    /// # Errors
    /// [`Fault`] when there is none, or it is no such number.
    pub fn minutes(&self, name: &'static str) -> Result<TimeDelta, Fault> {
        let minutes = read_whole(self.one(name)?).map_err(|problem| Fault::new(name, problem))?;
        if minutes < 0 {
            return Err(Fault::new(name, ParameterProblem::Negative));
        }
        TimeDelta::try_minutes(minutes).ok_or(Fault::new(name, ParameterProblem::TooLong))
    }

    /// A year, of any number.
    ///
    /// # Errors
    /// [`Fault`] when there is none, or it is no number a year can have.
    pub fn year(&self, name: &'static str) -> Result<i32, Fault> {
        let year = match read_whole(self.one(name)?) {
            Ok(year) => i32::try_from(year).map_err(|_| ParameterProblem::YearOutOfRange),
            Err(ParameterProblem::NotAWholeNumber) => Err(ParameterProblem::NotAWholeNumber),
            Err(_) => Err(ParameterProblem::YearOutOfRange),
        };
        year.map_err(|problem| Fault::new(name, problem))
    }

    /// Pauses as `from/to`, with commas between them; none when the parameter is absent.
    ///
    /// # Errors
    /// [`Fault`] when one can't be read or ends before it starts.
    pub fn pauses(&self, name: &'static str) -> Result<Vec<Wait>, Fault> {
        let pieces = self.values(name).flat_map(|value| value.split(',')).map(str::trim);
        let pauses = pieces.filter(|piece| !piece.is_empty()).map(read_pause);
        pauses.collect::<Result<_, _>>().map_err(|problem| Fault::new(name, problem))
    }
}

fn read_pause(text: &str) -> Result<Wait, ParameterProblem> {
    let (from, to) = text.split_once('/').ok_or(ParameterProblem::PauseUnreadable)?;
    let wait = Wait { from: read_instant(from)?, to: read_instant(to)? };
    if wait.to < wait.from { Err(ParameterProblem::PauseBackwards) } else { Ok(wait) }
}

/// A whole number. One that is too large for any answer says so by its sign.
fn read_whole(text: &str) -> Result<i64, ParameterProblem> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(ParameterProblem::NotAWholeNumber);
    }
    let beyond = if text.starts_with('-') { ParameterProblem::Negative } else { ParameterProblem::TooLong };
    text.parse().map_err(|_| beyond)
}

fn read_instant(text: &str) -> Result<Instant, ParameterProblem> {
    let text = with_its_plus(text.trim());
    let Ok(at) = DateTime::parse_from_rfc3339(&text) else { return Err(what_is_wrong(&text)) };
    let at = at.to_utc();
    Calendar::check_range(at).map_err(|_| ParameterProblem::YearOutOfRange)?;
    Ok(at)
}

/// A `+` in a query string means a space, so `…T08:00:00+05:00` written by hand arrives with one before its offset.
fn with_its_plus(text: &str) -> String {
    match text.rsplit_once(' ') {
        Some((at, offset)) if at.contains(':') && offset.len() == "05:00".len() => format!("{at}+{offset}"),
        _ => text.to_owned(),
    }
}

fn what_is_wrong(text: &str) -> ParameterProblem {
    let is_local =
        |text: Option<&str>, form| text.is_some_and(|text| NaiveDateTime::parse_from_str(text, form).is_ok());
    let local = text.replacen([' ', 't'], "T", 1);
    let year_digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if is_local(local.get(..19), "%Y-%m-%dT%H:%M:%S") || is_local(Some(&local), "%Y-%m-%dT%H:%M") {
        ParameterProblem::InstantWithoutOffset
    } else if year_digits > 4 && text.get(year_digits..).is_some_and(|rest| rest.starts_with('-')) {
        ParameterProblem::YearOutOfRange
    } else {
        ParameterProblem::InstantUnreadable
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ParameterProblem as P;

    fn query(text: &str) -> Parameters {
        Parameters::of(&format!("/x?{text}").parse().unwrap())
    }

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    #[test]
    fn instants_people_send() {
        let same = at("2026-07-10T22:30:00Z");
        for written in [
            "2026-07-10T17:30:00-05:00",
            "2026-07-10t22:30:00z",
            "2026-07-10T22:30:00.000Z",
            "2026-07-10T22:30:00%2B00:00",
            "2026-07-11T03:30:00+05:00",
            "2026-07-11%2003:30:00%2005:00",
            "2026-07-10%2022:30:00Z",
            "%202026-07-10T22:30:00Z%20",
        ] {
            assert_eq!(query(&format!("from={written}")).instant("from"), Ok(same), "{written}");
        }
    }

    #[test]
    fn instants_that_are_refused_and_why() {
        for (written, problem) in [
            ("", P::Missing),
            ("from=", P::Missing),
            ("to=2026-07-10T22:30:00Z", P::Missing),
            ("from=2026-07-10T22:30:00Z&from=2026-07-10T22:30:00Z", P::Repeated),
            ("from=2026-07-10T17:30:00", P::InstantWithoutOffset),
            ("from=2026-07-10+17:30", P::InstantWithoutOffset),
            ("from=2026-07-10T17:30:00+America/Bogota", P::InstantWithoutOffset),
            ("from=2026-07-10T17:30:00[America/Bogota]", P::InstantWithoutOffset),
            ("from=2026-07-10T17:30:00-25:00", P::InstantWithoutOffset),
            ("from=2026-07-10T17:30-05:00", P::InstantUnreadable),
            ("from=2026-07-10", P::InstantUnreadable),
            ("from=2026-02-30T08:00:00Z", P::InstantUnreadable),
            ("from=2026-07-10T24:30:00Z", P::InstantUnreadable),
            ("from=ayer", P::InstantUnreadable),
            ("from=1783722600", P::InstantUnreadable),
            ("from=%FF%FE", P::InstantUnreadable),
            ("from=99999-01-01T00:00:00Z", P::YearOutOfRange),
            ("from=1983-12-31T00:00:00Z", P::YearOutOfRange),
            ("from=2101-01-02T00:00:00Z", P::YearOutOfRange),
        ] {
            assert_eq!(query(written).instant("from"), Err(Fault::new("from", problem)), "{written}");
        }
    }

    #[test]
    fn minutes() {
        for (written, minutes) in [("0", 0), ("180", 180), ("007", 7)] {
            let read = query(&format!("minutes={written}")).minutes("minutes");
            assert_eq!(read, Ok(TimeDelta::minutes(minutes)), "{written}");
        }
        for (written, problem) in [
            ("-1", P::Negative),
            ("-99999999999999999999", P::Negative),
            ("99999999999999999999", P::TooLong),
            ("9223372036854775807", P::TooLong),
            ("1.5", P::NotAWholeNumber),
            ("1e3", P::NotAWholeNumber),
            ("tres", P::NotAWholeNumber),
            ("-", P::NotAWholeNumber),
            ("%D9%A3", P::NotAWholeNumber),
            ("", P::Missing),
        ] {
            let read = query(&format!("minutes={written}")).minutes("minutes");
            assert_eq!(read, Err(Fault::new("minutes", problem)), "{written}");
        }
    }

    #[test]
    fn years() {
        assert_eq!(query("year=2026").year("year"), Ok(2026));
        for (written, problem) in [
            ("year=99999999999", P::YearOutOfRange),
            ("year=99999999999999999999", P::YearOutOfRange),
            ("year=-99999999999999999999", P::YearOutOfRange),
            ("year=dos+mil", P::NotAWholeNumber),
            ("", P::Missing),
        ] {
            assert_eq!(query(written).year("year"), Err(Fault::new("year", problem)), "{written}");
        }
    }

    #[test]
    fn pauses() {
        let (a, b) = ("2026-07-14T13:00:00Z", "2026-07-14T15:00:00Z");
        let wait = Wait { from: at(a), to: at(b) };
        for written in [
            format!("pauses={a}/{b}"),
            format!("pauses={a}%2F{b},"),
            format!("pauses=2026-07-14T18:00:00+05:00/{b}"),
        ] {
            assert_eq!(query(&written).pauses("pauses"), Ok(vec![wait]), "{written}");
        }
        assert_eq!(
            query(&format!("pauses={a}/{b},{a}/{b}&pauses={a}/{b}")).pauses("pauses"),
            Ok(vec![wait; 3])
        );
        assert_eq!(query("").pauses("pauses"), Ok(vec![]));
        assert_eq!(
            query(&format!("pauses={a}/{a}")).pauses("pauses"),
            Ok(vec![Wait { from: at(a), to: at(a) }])
        );
        for (written, problem) in [
            (format!("{b}/{a}"), P::PauseBackwards),
            (a.to_owned(), P::PauseUnreadable),
            (format!("{a}/"), P::InstantUnreadable),
            (format!("{a}/{b}/{b}"), P::InstantWithoutOffset),
            (format!("{a}/{b},{a}/2026-07-14T15:00:00"), P::InstantWithoutOffset),
            (format!("{a}/2101-07-14T15:00:00Z"), P::YearOutOfRange),
        ] {
            let read = query(&format!("pauses={written}")).pauses("pauses");
            assert_eq!(read, Err(Fault::new("pauses", problem)), "{written}");
        }
    }
}
