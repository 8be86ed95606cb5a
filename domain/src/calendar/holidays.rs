//! Colombian public holidays by law, never from a feed (R12).
//!
//! Ley 51 of 1983 ("Emiliani") names eighteen of them and says which ones move to the following Monday; Ley 2578 of
//! 2026 adds Virgen de Chiquinquirá. Movable feasts follow Easter in the Gregorian calendar.

use std::sync::LazyLock;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::range::check_year;
pub use super::range::{FIRST_YEAR, LAST_YEAR, OutOfRange};

/// First year in which Ley 2578 of 1 June 2026 applies; its day, 9 July, was still to come.
const CHIQUINQUIRA_SINCE: i32 = 2026;

/// Which holiday a day is. The words people read are in `wording`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HolidayName {
    /// 1 January.
    NewYear,
    /// 6 January, moved.
    Epiphany,
    /// 19 March, moved.
    SaintJoseph,
    /// Thursday before Easter.
    HolyThursday,
    /// Friday before Easter.
    GoodFriday,
    /// 1 May.
    LabourDay,
    /// Thursday, 39 days after Easter, moved.
    Ascension,
    /// Thursday, 60 days after Easter, moved.
    CorpusChristi,
    /// Friday, 68 days after Easter, moved.
    SacredHeart,
    /// 29 June, moved.
    SaintPeterAndSaintPaul,
    /// 9 July, moved; since 2026.
    OurLadyOfChiquinquira,
    /// 20 July.
    Independence,
    /// 7 August.
    BattleOfBoyaca,
    /// 15 August, moved.
    Assumption,
    /// 12 October, moved.
    EthnicDiversity,
    /// 1 November, moved.
    AllSaints,
    /// 11 November, moved.
    IndependenceOfCartagena,
    /// 8 December.
    ImmaculateConception,
    /// 25 December.
    Christmas,
}

/// The law that makes a day a holiday. It travels as its citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Law {
    /// The Emiliani law.
    #[serde(rename = "Ley 51 de 1983")]
    Ley51Of1983,
    /// Virgen de Chiquinquirá.
    #[serde(rename = "Ley 2578 de 2026")]
    Ley2578Of2026,
}

/// A public holiday of one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holiday {
    /// The day that is not worked.
    pub date: NaiveDate,
    /// Which holiday it is.
    pub kind: HolidayName,
    /// The law behind it.
    pub law: Law,
    /// The day of the feast itself, before the law moves it to a Monday; the same as `date` when it stays.
    pub original: NaiveDate,
}

/// The holidays of a year, in order of date. Two may share a date: in 2011 Sacred Heart and Saint Peter and Saint Paul
/// both fell on 4 July.
///
/// # Errors
/// [`OutOfRange`] before 1984 or after 2100.
pub fn of_year(year: i32) -> Result<Vec<Holiday>, OutOfRange> {
    check_year(year)?;
    let mut holidays: Vec<Holiday> =
        BY_DATE.iter().chain(BY_EASTER).filter_map(|rule| rule.in_year(year)).collect();
    holidays.sort_by_key(|holiday| (holiday.date, holiday.kind));
    Ok(holidays)
}

/// The names of the holidays that fall on a date; none outside the known years.
#[must_use]
pub fn on(date: NaiveDate) -> Vec<HolidayName> {
    let holidays = of_year(date.year()).unwrap_or_default();
    holidays.into_iter().filter(|holiday| holiday.date == date).map(|holiday| holiday.kind).collect()
}

/// Every date with a holiday in the known years, in order. Computed once.
pub(super) static DATES: LazyLock<Vec<NaiveDate>> = LazyLock::new(|| {
    let mut dates: Vec<NaiveDate> = (FIRST_YEAR..=LAST_YEAR)
        .flat_map(|year| of_year(year).unwrap_or_default())
        .map(|holiday| holiday.date)
        .collect();
    dates.dedup();
    dates
});

/// Where the law anchors a feast.
enum Anchor {
    /// Month and day.
    Date(u32, u32),
    /// Days after Easter Sunday; negative before it.
    Easter(i64),
}

struct Rule {
    kind: HolidayName,
    anchor: Anchor,
    /// Whether the law moves the rest to the following Monday, unless the feast already falls on one.
    moves: bool,
}

impl Rule {
    const fn stays(kind: HolidayName, month: u32, day: u32) -> Self {
        Self { kind, anchor: Anchor::Date(month, day), moves: false }
    }

    const fn moves(kind: HolidayName, month: u32, day: u32) -> Self {
        Self { kind, anchor: Anchor::Date(month, day), moves: true }
    }

    const fn easter(kind: HolidayName, days: i64, moves: bool) -> Self {
        Self { kind, anchor: Anchor::Easter(days), moves }
    }

    fn in_year(&self, year: i32) -> Option<Holiday> {
        let law = if self.kind == HolidayName::OurLadyOfChiquinquira {
            Law::Ley2578Of2026
        } else {
            Law::Ley51Of1983
        };
        if law == Law::Ley2578Of2026 && year < CHIQUINQUIRA_SINCE {
            return None;
        }
        let original = match self.anchor {
            Anchor::Date(month, day) => NaiveDate::from_ymd_opt(year, month, day)?,
            Anchor::Easter(days) => easter(year)?.checked_add_signed(chrono::TimeDelta::days(days))?,
        };
        let date = if self.moves { monday_from(original)? } else { original };
        Some(Holiday { date, kind: self.kind, law, original })
    }
}

/// Ley 51 of 1983, articles 1 and 2, and Ley 2578 of 2026.
const BY_DATE: &[Rule] = &[
    Rule::stays(HolidayName::NewYear, 1, 1),
    Rule::moves(HolidayName::Epiphany, 1, 6),
    Rule::moves(HolidayName::SaintJoseph, 3, 19),
    Rule::stays(HolidayName::LabourDay, 5, 1),
    Rule::moves(HolidayName::SaintPeterAndSaintPaul, 6, 29),
    Rule::moves(HolidayName::OurLadyOfChiquinquira, 7, 9),
    Rule::stays(HolidayName::Independence, 7, 20),
    Rule::stays(HolidayName::BattleOfBoyaca, 8, 7),
    Rule::moves(HolidayName::Assumption, 8, 15),
    Rule::moves(HolidayName::EthnicDiversity, 10, 12),
    Rule::moves(HolidayName::AllSaints, 11, 1),
    Rule::moves(HolidayName::IndependenceOfCartagena, 11, 11),
    Rule::stays(HolidayName::ImmaculateConception, 12, 8),
    Rule::stays(HolidayName::Christmas, 12, 25),
];

const BY_EASTER: &[Rule] = &[
    Rule::easter(HolidayName::HolyThursday, -3, false),
    Rule::easter(HolidayName::GoodFriday, -2, false),
    Rule::easter(HolidayName::Ascension, 39, true),
    Rule::easter(HolidayName::CorpusChristi, 60, true),
    Rule::easter(HolidayName::SacredHeart, 68, true),
];

/// The day itself when it is a Monday, else the Monday after it.
fn monday_from(date: NaiveDate) -> Option<NaiveDate> {
    let days = date.weekday().days_since(Weekday::Mon);
    date.checked_add_days(Days::new(u64::from((7 - days) % 7)))
}

/// Easter Sunday of the Gregorian calendar, by the anonymous computus that Nature published in 1876.
fn easter(year: i32) -> Option<NaiveDate> {
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let golden = year.rem_euclid(19);
    let moon_drift = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon_drift + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late_moon = (golden + 11 * epact + 22 * to_sunday) / 451;
    let days_from_22_march = epact + to_sunday - 7 * late_moon;
    let first = NaiveDate::from_ymd_opt(year, 3, 22)?;
    first.checked_add_days(Days::new(u64::try_from(days_from_22_march).ok()?))
}
