//! Examples of every question, the contract's landmarks first.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;

#[test]
fn the_landmarks_of_the_contract() {
    let calendar = Calendar::soho();
    let policy = SupportPolicy::SOHO;
    // Created, first response (R14), response (R15).
    for (created, first, response) in [
        ("2026-07-10 17:30", "2026-07-14 10:30:00", "2026-07-21 15:30:00"),
        ("2026-10-13 07:15", "2026-10-13 11:00:00", "2026-10-19 16:00:00"),
        ("2026-10-13 18:00", "2026-10-14 11:00:00", "2026-10-20 16:00:00"),
        ("2026-12-07 17:00", "2026-12-09 10:00:00", "2026-12-15 15:00:00"),
        ("2026-12-24 16:00", "2026-12-28 09:00:00", "2027-01-04 14:00:00"),
        ("2027-03-24 16:30", "2027-03-29 09:30:00", "2027-04-02 14:30:00"),
    ] {
        let from = bogota(created);
        assert_eq!(
            wall(calendar.due(from, policy.first_response, &[])),
            first,
            "first response to {created}"
        );
        assert_eq!(wall(calendar.due(from, policy.response, &[])), response, "response to {created}");
    }
}

#[test]
fn an_attention_day_is_open_from_opening_up_to_closing() {
    let calendar = Calendar::soho();
    for (at, open) in [
        ("2026-10-13 07:59:59", false),
        ("2026-10-13 08:00:00", true),
        ("2026-10-13 17:59:59", true),
        ("2026-10-13 18:00:00", false),
        ("2026-10-12 12:00", false),
        ("2026-10-16 12:00", true),
        ("2026-10-17 12:00", false),
        ("2026-10-18 12:00", false),
        ("2026-10-19 12:00", true),
    ] {
        assert_eq!(calendar.is_open(bogota(at)), open, "{at}");
        let closing = calendar.closing(bogota(at)).map(wall);
        assert_eq!(closing, open.then(|| format!("{} 18:00:00", &at[..10])), "{at}");
    }
}

#[test]
fn the_next_opening_is_now_while_open() {
    let calendar = Calendar::soho();
    for (at, opening) in [
        ("2026-10-13 07:15", "2026-10-13 08:00:00"),
        ("2026-10-13 08:00", "2026-10-13 08:00:00"),
        ("2026-10-13 17:59:59", "2026-10-13 17:59:59"),
        ("2026-10-13 18:00", "2026-10-14 08:00:00"),
        ("2026-10-09 18:00", "2026-10-13 08:00:00"),
        ("2026-07-18 00:00", "2026-07-21 08:00:00"),
        ("2026-12-31 18:00", "2027-01-04 08:00:00"),
    ] {
        assert_eq!(wall(calendar.next_opening(bogota(at))), opening, "{at}");
    }
}

#[test]
fn r17_time_that_ends_at_closing_is_due_at_closing() {
    let calendar = Calendar::soho();
    for (from, seconds, due) in [
        ("2026-10-13 15:00", 3 * 3600, "2026-10-13 18:00:00"),
        ("2026-10-13 15:00", 3 * 3600 + 1, "2026-10-14 08:00:01"),
        ("2026-10-13 15:00", 3 * 3600 - 1, "2026-10-13 17:59:59"),
        ("2026-10-13 08:00", 10 * 3600, "2026-10-13 18:00:00"),
        ("2026-10-13 08:00", 50 * 3600, "2026-10-19 18:00:00"),
        ("2026-10-16 20:00", 10 * 3600, "2026-10-19 18:00:00"),
        ("2026-10-13 17:59:59", 1, "2026-10-13 18:00:00"),
    ] {
        assert_eq!(
            wall(calendar.due(bogota(from), TimeDelta::seconds(seconds), &[])),
            due,
            "{from} + {seconds} s"
        );
    }
}

#[test]
fn nothing_to_spend_is_due_now_or_at_the_next_opening() {
    let calendar = Calendar::soho();
    for (from, due) in [
        ("2026-10-13 07:15", "2026-10-13 08:00:00"),
        ("2026-10-13 08:00", "2026-10-13 08:00:00"),
        ("2026-10-13 12:34:56", "2026-10-13 12:34:56"),
        ("2026-10-13 18:00", "2026-10-13 18:00:00"),
        ("2026-10-13 18:00:01", "2026-10-14 08:00:00"),
        ("2026-10-17 18:00", "2026-10-19 08:00:00"),
    ] {
        assert_eq!(wall(calendar.due(bogota(from), TimeDelta::zero(), &[])), due, "{from}");
    }
}

#[test]
fn r15_a_wait_gives_back_its_attention_time() {
    let calendar = Calendar::soho();
    let due = |amount, waits: &[Wait]| wall(calendar.due(bogota("2026-10-13 09:00"), hours(amount), waits));
    let morning = wait("2026-10-13 10:00", "2026-10-13 12:00");
    let overnight = wait("2026-10-13 17:00", "2026-10-14 09:00");
    assert_eq!(due(3, &[morning]), "2026-10-13 14:00:00");
    assert_eq!(due(3, &[overnight]), "2026-10-13 12:00:00", "a wait after the due instant moves nothing");
    assert_eq!(due(8, &[overnight]), "2026-10-13 17:00:00", "nor does one that begins when all is spent");
    assert_eq!(due(9, &[overnight]), "2026-10-14 10:00:00");
    assert_eq!(due(9, &[overnight, morning]), "2026-10-14 12:00:00", "in any order");
    assert_eq!(
        due(9, &[morning, morning, wait("2026-10-13 11:00", "2026-10-13 12:00")]),
        "2026-10-14 10:00:00"
    );
    assert_eq!(
        due(3, &[wait("2026-10-13 12:00", "2026-10-13 10:00")]),
        "2026-10-13 12:00:00",
        "ends before it begins"
    );
    assert_eq!(
        due(3, &[wait("2026-10-09 09:00", "2026-10-13 10:00")]),
        "2026-10-13 13:00:00",
        "began before the clock"
    );
    assert_eq!(due(1, &[wait("2026-10-13 18:00", "2026-10-14 08:00")]), "2026-10-13 10:00:00");
}

#[test]
fn elapsed_counts_attention_hours_only() {
    let calendar = Calendar::soho();
    for (from, to, seconds) in [
        ("2026-10-13 09:00", "2026-10-13 09:00:01", 1),
        ("2026-10-13 09:00", "2026-10-13 09:00", 0),
        ("2026-10-13 10:00", "2026-10-13 09:00", 0),
        ("2026-10-13 00:00", "2026-10-14 00:00", 36_000),
        ("2026-10-13 17:00", "2026-10-14 09:00", 7_200),
        ("2026-10-09 17:00", "2026-10-13 09:00", 7_200),
        ("2026-10-12 00:00", "2026-10-19 00:00", 4 * 36_000),
    ] {
        assert_eq!(calendar.elapsed(bogota(from), bogota(to)).num_seconds(), seconds, "{from} to {to}");
    }
}

#[test]
fn elapsed_net_leaves_out_waits_once_and_only_inside_the_span() {
    let calendar = Calendar::soho();
    let (from, to) = (bogota("2026-10-13 09:00"), bogota("2026-10-14 09:00"));
    let net = |waits: &[Wait]| calendar.elapsed_net(from, to, waits).num_hours();
    assert_eq!(net(&[]), 10);
    assert_eq!(net(&[wait("2026-10-13 10:00", "2026-10-13 12:00")]), 8);
    assert_eq!(
        net(&[wait("2026-10-13 10:00", "2026-10-13 12:00"), wait("2026-10-13 11:00", "2026-10-13 13:00")]),
        7
    );
    assert_eq!(
        net(&[wait("2026-10-01 10:00", "2026-10-13 10:00"), wait("2026-10-14 08:00", "2026-10-20 08:00")]),
        8
    );
    assert_eq!(net(&[wait("2026-10-20 08:00", "2026-10-21 08:00")]), 10);
    assert_eq!(
        calendar.elapsed_net(to, from, &[wait("2026-10-13 10:00", "2026-10-13 12:00")]),
        TimeDelta::zero()
    );
}

#[test]
fn a_warning_comes_inside_attention_hours() {
    let calendar = Calendar::soho();
    for (due, minutes, warned) in [
        ("2026-10-14 10:30", 60, "2026-10-14 09:30:00"),
        ("2026-10-14 09:00", 60, "2026-10-14 08:00:00"),
        ("2026-10-14 08:30", 60, "2026-10-13 17:30:00"),
        ("2026-10-13 18:00", 60, "2026-10-13 17:00:00"),
        ("2026-10-13 08:30", 60, "2026-10-09 17:30:00"),
        ("2026-10-13 18:00", 0, "2026-10-13 18:00:00"),
        ("2026-10-13 12:00", 0, "2026-10-13 12:00:00"),
    ] {
        assert_eq!(
            wall(calendar.before(bogota(due), TimeDelta::minutes(minutes))),
            warned,
            "{minutes} before {due}"
        );
    }
}

#[test]
fn r18_unreachable_closes_with_the_second_business_day_after_the_contact() {
    let calendar = Calendar::soho();
    for (contact, days, close) in [
        ("2026-10-13 09:00", 2, "2026-10-15 18:00:00"),
        ("2026-10-13 00:00", 2, "2026-10-15 18:00:00"),
        ("2026-10-13 23:59:59", 2, "2026-10-15 18:00:00"),
        ("2026-10-16 09:00", 2, "2026-10-20 18:00:00"),
        ("2026-10-17 09:00", 2, "2026-10-20 18:00:00"),
        ("2026-10-18 23:59:59", 2, "2026-10-20 18:00:00"),
        ("2026-10-13 09:00", 1, "2026-10-14 18:00:00"),
        ("2026-10-13 09:00", 0, "2026-10-14 18:00:00"),
        ("2026-10-13 09:00", 5, "2026-10-20 18:00:00"),
    ] {
        assert_eq!(wall(calendar.unreachable_close(bogota(contact), days)), close, "{days} after {contact}");
    }
}

#[test]
fn fractions_of_a_second_are_dropped() {
    let calendar = Calendar::soho();
    let late = |text: &str| bogota(text) + TimeDelta::milliseconds(999);
    let amount = hours(3) + TimeDelta::milliseconds(999);
    let waits = [Wait { from: late("2026-10-13 10:00"), to: late("2026-10-13 11:00") }];
    assert_eq!(wall_exact(calendar.due(late("2026-10-13 09:00"), amount, &waits)), "2026-10-13 13:00:00");
    assert_eq!(
        wall_exact(calendar.due(late("2026-10-13 09:00"), TimeDelta::zero(), &[])),
        "2026-10-13 09:00:00"
    );
    assert_eq!(
        wall_exact(calendar.before(late("2026-10-13 09:00"), TimeDelta::zero())),
        "2026-10-13 09:00:00"
    );
    assert_eq!(wall_exact(calendar.next_opening(late("2026-10-13 09:00"))), "2026-10-13 09:00:00");
    assert_eq!(
        calendar.elapsed(late("2026-10-13 09:00"), bogota("2026-10-13 09:00:01")),
        TimeDelta::seconds(1)
    );
    let explained = calendar.explain(late("2026-10-13 09:00"), amount, &waits);
    assert_eq!(wall_exact(explained.from), "2026-10-13 09:00:00");
}

/// Like [`wall`], and fails on a fraction.
fn wall_exact(at: Instant) -> String {
    assert_eq!(at.timestamp_subsec_nanos(), 0, "{at}");
    wall(at)
}

#[test]
fn the_days_that_explain_a_late_opening_are_named() {
    use holidays::HolidayName::{EthnicDiversity, GoodFriday, HolyThursday};
    let law = Calendar::soho();
    let adjusted = adjusted(&[("2026-10-13", "Inventario general")], &["2027-03-25"]);
    let holiday = |name| Day::Holiday { names: vec![name] };
    let inventory = || Day::Added { name: "Inventario general".to_owned() };
    for (calendar, at, named) in [
        // An ordinary night, an ordinary weekend, and attention hours.
        (&law, "2026-10-14 20:00", vec![]),
        (&law, "2026-10-16 20:00", vec![]),
        (&law, "2026-10-16 10:00", vec![]),
        // The Saturday before a Monday that is a holiday, and the holiday itself, even after closing.
        (&law, "2026-10-10 09:00", vec![("2026-10-12", holiday(EthnicDiversity))]),
        (&law, "2026-10-12 21:00", vec![("2026-10-12", holiday(EthnicDiversity))]),
        (
            &adjusted,
            "2026-10-10 09:00",
            vec![("2026-10-12", holiday(EthnicDiversity)), ("2026-10-13", inventory())],
        ),
        (
            &law,
            "2027-03-24 19:00",
            vec![("2027-03-25", holiday(HolyThursday)), ("2027-03-26", holiday(GoodFriday))],
        ),
        // A holiday that is worked is the opening itself.
        (&adjusted, "2027-03-24 19:00", vec![]),
        (&adjusted, "2027-03-25 19:00", vec![("2027-03-26", holiday(GoodFriday))]),
    ] {
        let now = bogota(at);
        let named: Vec<_> = named.into_iter().map(|(day, what)| (date(day), what)).collect();
        let day_of = |at: Instant| at.with_timezone(&BOGOTA).date_naive();
        let opening = day_of(calendar.next_opening(now));
        assert_eq!(calendar.named_days(day_of(now), opening), named, "{at}");
    }
}
