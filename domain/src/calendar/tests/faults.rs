//! Faults other desks had with calendars, each with the test that would have caught it.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;

#[test]
fn fault_1_days_that_are_no_holidays_never_stretch_48_hours_to_six_days() {
    let calendar = Calendar::soho();
    // Days that feeds list as holidays and no law does: they are worked.
    for day in [
        "2026-02-18",
        "2026-03-30",
        "2026-04-01",
        "2026-04-06",
        "2026-07-09",
        "2026-10-30",
        "2026-12-07",
        "2026-12-24",
        "2026-12-31",
    ] {
        assert!(calendar.is_open(bogota(&format!("{day} 12:00"))), "{day}");
    }
    let from = bogota("2026-12-14 08:00");
    assert_eq!(wall(calendar.due(from, SupportPolicy::SOHO.response, &[])), "2026-12-18 16:00:00");
}

#[test]
fn fault_1_the_holiday_of_a_new_law_is_kept_from_its_first_year_on() {
    let calendar = Calendar::soho();
    for (at, open) in [
        ("2025-07-14 12:00", true),
        ("2026-07-13 12:00", false),
        ("2027-07-12 12:00", false),
        ("2028-07-10 12:00", false),
    ] {
        assert_eq!(calendar.is_open(bogota(at)), open, "{at}");
    }
}

#[test]
fn fault_2_a_promise_counts_attention_hours_and_not_the_wall_clock() {
    let calendar = Calendar::soho();
    let friday = bogota("2026-10-16 17:00");
    assert_eq!(wall(calendar.due(friday, hours(3), &[])), "2026-10-19 10:00:00");
    assert_eq!(calendar.elapsed(friday, bogota("2026-10-19 10:00")), hours(3));
}

#[test]
fn fault_2_a_wait_gives_back_attention_time_and_not_raw_time() {
    let calendar = Calendar::soho();
    let weekend = wait("2026-10-16 17:00", "2026-10-19 09:00");
    let from = bogota("2026-10-16 16:00");
    assert_eq!(wall(calendar.due(from, hours(3), &[weekend])), "2026-10-19 11:00:00");
    assert_eq!(calendar.elapsed_net(from, bogota("2026-10-19 11:00"), &[weekend]), hours(3));
    let closed_all_along = wait("2026-10-16 18:00", "2026-10-19 08:00");
    assert_eq!(calendar.due(from, hours(3), &[closed_all_along]), calendar.due(from, hours(3), &[]));
}

#[test]
fn fault_6_auto_close_never_ignores_the_calendar() {
    let calendar = Calendar::soho();
    let days = SupportPolicy::SOHO.unreachable_business_days;
    for (contact, close) in [
        // Friday before Independence day on Monday.
        ("2026-07-17 10:00", "2026-07-22 18:00:00"),
        // Wednesday of Holy Week.
        ("2027-03-24 16:30", "2027-03-30 18:00:00"),
        // Christmas on a Friday, then New Year on the next.
        ("2026-12-24 16:00", "2026-12-29 18:00:00"),
        ("2026-12-30 16:00", "2027-01-04 18:00:00"),
    ] {
        assert_eq!(wall(calendar.unreachable_close(bogota(contact), days)), close, "{contact}");
    }
    let closed_by_hand = adjusted(&[("2026-10-15", "Inventario")], &[]);
    let close = closed_by_hand.unreachable_close(bogota("2026-10-13 09:00"), days);
    assert_eq!(wall(close), "2026-10-16 18:00:00");
}
