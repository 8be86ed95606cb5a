//! Holidays as facts, written down by hand and compared with what the laws give.

use super::holidays::{HolidayName, Law, of_year};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;
use HolidayName::*;

/// The dates of a year as "mm-dd", in order.
fn dates(year: i32) -> Vec<String> {
    of_year(year)
        .expect("a known year")
        .iter()
        .map(|holiday| holiday.date.format("%m-%d").to_string())
        .collect()
}

#[test]
fn the_holidays_of_years_people_remember() {
    for (year, expected) in [
        (
            1984,
            "01-01 01-09 03-19 04-19 04-20 05-01 06-04 06-25 07-02 07-02 07-20 08-07 08-20 10-15 11-05 11-12 12-08 12-25",
        ),
        (
            2011,
            "01-01 01-10 03-21 04-21 04-22 05-01 06-06 06-27 07-04 07-04 07-20 08-07 08-15 10-17 11-07 11-14 12-08 12-25",
        ),
        (
            2024,
            "01-01 01-08 03-25 03-28 03-29 05-01 05-13 06-03 06-10 07-01 07-20 08-07 08-19 10-14 11-04 11-11 12-08 12-25",
        ),
        (
            2025,
            "01-01 01-06 03-24 04-17 04-18 05-01 06-02 06-23 06-30 06-30 07-20 08-07 08-18 10-13 11-03 11-17 12-08 12-25",
        ),
        (
            2026,
            "01-01 01-12 03-23 04-02 04-03 05-01 05-18 06-08 06-15 06-29 07-13 07-20 08-07 08-17 10-12 11-02 11-16 \
             12-08 12-25",
        ),
        (
            2027,
            "01-01 01-11 03-22 03-25 03-26 05-01 05-10 05-31 06-07 07-05 07-12 07-20 08-07 08-16 10-18 11-01 11-15 \
             12-08 12-25",
        ),
        // The last known year begins on a Friday with Easter on 28 March, as 2027 does.
        (
            2100,
            "01-01 01-11 03-22 03-25 03-26 05-01 05-10 05-31 06-07 07-05 07-12 07-20 08-07 08-16 10-18 11-01 11-15 \
             12-08 12-25",
        ),
    ] {
        assert_eq!(dates(year).join(" "), expected, "{year}");
    }
}

/// Easter Sundays from 1984 to 2100 as "month-day", a decade a line, as an independent computation gives them.
const EASTERS: [&str; 13] = [
    "4-22 4-07 3-30 4-19 4-03 3-26",
    "4-15 3-31 4-19 4-11 4-03 4-16 4-07 3-30 4-12 4-04",
    "4-23 4-15 3-31 4-20 4-11 3-27 4-16 4-08 3-23 4-12",
    "4-04 4-24 4-08 3-31 4-20 4-05 3-27 4-16 4-01 4-21",
    "4-12 4-04 4-17 4-09 3-31 4-20 4-05 3-28 4-16 4-01",
    "4-21 4-13 3-28 4-17 4-09 3-25 4-13 4-05 4-25 4-10",
    "4-01 4-21 4-06 3-29 4-17 4-09 3-25 4-14 4-05 4-18",
    "4-10 4-02 4-21 4-06 3-29 4-18 4-02 4-22 4-14 3-30",
    "4-18 4-10 3-26 4-15 4-06 3-29 4-11 4-03 4-22 4-14",
    "3-30 4-19 4-10 3-26 4-15 4-07 4-19 4-11 4-03 4-23",
    "4-07 3-30 4-19 4-04 3-26 4-15 3-31 4-20 4-11 4-03",
    "4-16 4-08 3-30 4-12 4-04 4-24 4-15 3-31 4-20 4-12",
    "3-28",
];

#[test]
fn the_movable_feasts_follow_easter_in_every_known_year() {
    let easters: Vec<&str> = EASTERS.iter().flat_map(|decade| decade.split(' ')).collect();
    assert_eq!(easters.len(), 117);
    for (year, easter) in (FIRST_YEAR..=LAST_YEAR).zip(easters) {
        let easter = NaiveDate::parse_from_str(&format!("{year}-{easter}"), "%Y-%m-%d").expect(easter);
        for (kind, days) in
            [(HolyThursday, -3), (GoodFriday, -2), (Ascension, 43), (CorpusChristi, 64), (SacredHeart, 71)]
        {
            let expected = easter + TimeDelta::days(days);
            assert!(holidays::on(expected).contains(&kind), "{kind:?} on {expected}");
        }
    }
}

#[test]
fn each_holiday_has_its_law_and_its_original_date() {
    let year = of_year(2026).expect("a known year");
    let facts: Vec<_> = year
        .iter()
        .map(|holiday| (holiday.date.to_string(), holiday.kind, holiday.original.to_string()))
        .collect();
    let expected = [
        ("2026-01-01", NewYear, "2026-01-01"),
        ("2026-01-12", Epiphany, "2026-01-06"),
        ("2026-03-23", SaintJoseph, "2026-03-19"),
        ("2026-04-02", HolyThursday, "2026-04-02"),
        ("2026-04-03", GoodFriday, "2026-04-03"),
        ("2026-05-01", LabourDay, "2026-05-01"),
        ("2026-05-18", Ascension, "2026-05-14"),
        ("2026-06-08", CorpusChristi, "2026-06-04"),
        ("2026-06-15", SacredHeart, "2026-06-12"),
        ("2026-06-29", SaintPeterAndSaintPaul, "2026-06-29"),
        ("2026-07-13", OurLadyOfChiquinquira, "2026-07-09"),
        ("2026-07-20", Independence, "2026-07-20"),
        ("2026-08-07", BattleOfBoyaca, "2026-08-07"),
        ("2026-08-17", Assumption, "2026-08-15"),
        ("2026-10-12", EthnicDiversity, "2026-10-12"),
        ("2026-11-02", AllSaints, "2026-11-01"),
        ("2026-11-16", IndependenceOfCartagena, "2026-11-11"),
        ("2026-12-08", ImmaculateConception, "2026-12-08"),
        ("2026-12-25", Christmas, "2026-12-25"),
    ];
    assert_eq!(facts, expected.map(|(date, kind, original)| (date.to_owned(), kind, original.to_owned())));
    for holiday in year {
        let law = if holiday.kind == OurLadyOfChiquinquira { Law::Ley2578Of2026 } else { Law::Ley51Of1983 };
        assert_eq!(holiday.law, law, "{:?}", holiday.kind);
    }
}

#[test]
fn two_holidays_on_one_date_keep_both_names() {
    assert_eq!(holidays::on(date("2011-07-04")), [SacredHeart, SaintPeterAndSaintPaul]);
    assert_eq!(holidays::on(date("2025-06-30")), [SacredHeart, SaintPeterAndSaintPaul]);
    assert_eq!(holidays::on(date("2026-07-09")), []);
}

#[test]
fn only_known_years_have_holidays() {
    for year in [i32::MIN, -1, 0, 1983, 2101, 99_999, i32::MAX] {
        let error = of_year(year).expect_err("an unknown year");
        assert_eq!(error, OutOfRange { year });
    }
    assert_eq!(of_year(1984).map(|year| year.len()), Ok(18));
    assert_eq!(of_year(2025).map(|year| year.len()), Ok(18));
    assert_eq!(of_year(2026).map(|year| year.len()), Ok(19));
    let message = OutOfRange { year: 99_999 }.to_string();
    assert_eq!(message, "the calendar knows the years 1984 to 2100, not 99999: use a date between them");
}

#[test]
fn a_holiday_travels_with_its_name_its_law_and_both_dates() {
    let holiday = of_year(2026).expect("a known year").remove(10);
    let json = serde_json::json!({
        "date": "2026-07-13", "kind": "our_lady_of_chiquinquira", "law": "Ley 2578 de 2026", "original": "2026-07-09"
    });
    assert_eq!(serde_json::to_value(holiday).expect("JSON"), json);
    assert_eq!(serde_json::from_value::<holidays::Holiday>(json).expect("a holiday"), holiday);
}
