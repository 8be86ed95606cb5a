//! What an administrator adds and removes (R12).

use super::holidays::HolidayName;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;

#[test]
fn an_added_day_is_closed_and_a_removed_holiday_is_worked() {
    let calendar = adjusted(&[("2026-10-14", "Inventario general")], &["2026-10-12"]);
    assert!(calendar.is_open(bogota("2026-10-12 12:00")));
    assert!(!calendar.is_open(bogota("2026-10-14 12:00")));
    let due = calendar.due(bogota("2026-10-12 08:00"), hours(21), &[]);
    assert_eq!(wall(due), "2026-10-15 09:00:00");
}

#[test]
fn each_day_has_its_reason() {
    let calendar = adjusted(
        &[
            ("2026-10-14", "Inventario"),
            ("2026-10-17", "Sábado"),
            ("2026-11-02", "Puente"),
            ("2026-11-16", "Doble"),
        ],
        &["2026-10-12", "2026-10-18", "2026-10-20", "2026-11-02"],
    );
    let added = |name: &str| Day::Added { name: name.to_owned() };
    for (day, expected) in [
        ("2026-10-12", Day::Attended { despite: vec![HolidayName::EthnicDiversity] }),
        ("2026-10-13", Day::Attended { despite: vec![] }),
        ("2026-10-14", added("Inventario")),
        ("2026-10-17", Day::Weekend),
        ("2026-10-18", Day::Weekend),
        ("2026-10-20", Day::Attended { despite: vec![] }),
        ("2026-11-02", added("Puente")),
        ("2026-11-16", Day::Holiday { names: vec![HolidayName::IndependenceOfCartagena] }),
        ("2026-12-25", Day::Holiday { names: vec![HolidayName::Christmas] }),
    ] {
        assert_eq!(calendar.day(date(day)), expected, "{day}");
        let open = calendar.is_open(bogota(&format!("{day} 12:00")));
        assert_eq!(open, matches!(expected, Day::Attended { .. }), "{day}");
    }
}

#[test]
fn changes_that_change_nothing_leave_the_hours_alone() {
    let (law, same) = (
        Calendar::soho(),
        adjusted(&[("2026-10-17", "Sábado"), ("2026-10-12", "Ya es festivo")], &["2026-10-14"]),
    );
    let from = bogota("2026-10-09 17:00");
    for amount in 0..60 {
        assert_eq!(law.due(from, hours(amount), &[]), same.due(from, hours(amount), &[]), "{amount} h");
    }
    assert_ne!(law, same);
    assert_eq!(same.adjustments().added.len(), 2);
}

#[test]
fn adjustments_travel_as_json_and_may_be_left_out() {
    let calendar = adjusted(&[("2026-10-14", "Inventario")], &["2026-10-12"]);
    let json = serde_json::json!({ "added": { "2026-10-14": "Inventario" }, "removed": ["2026-10-12"] });
    assert_eq!(serde_json::to_value(calendar.adjustments()).expect("JSON"), json);
    assert_eq!(&serde_json::from_value::<Adjustments>(json).expect("adjustments"), calendar.adjustments());
    assert_eq!(serde_json::from_str::<Adjustments>("{}").expect("adjustments"), Adjustments::default());
}

#[test]
fn the_hours_are_the_policy_s() {
    let mut policy = SupportPolicy::SOHO;
    policy.opens = NaiveTime::from_hms_opt(9, 30, 0).expect("a time");
    policy.closes = NaiveTime::from_hms_opt(12, 0, 1).expect("a time");
    let calendar = Calendar::new(&policy, Adjustments::default());
    assert_eq!(calendar.day_length(), TimeDelta::seconds(9_001));
    assert_eq!(
        wall(calendar.due(bogota("2026-10-13 12:00"), TimeDelta::seconds(2), &[])),
        "2026-10-14 09:30:01"
    );
    assert_eq!(Calendar::soho().day_length(), hours(10));
}
