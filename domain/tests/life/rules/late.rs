//! R19: late sweeps, and warnings.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;

#[test]
fn r19_a_late_sweep_records_the_instant_that_was_due() {
    let mut desk = Desk::open("2026-10-14 09:00");
    let events = desk.strike("2026-10-30 03:00");
    let breaches: Vec<_> =
        events.iter().filter(|event| is_breach(&event.body)).map(|event| event.at).collect();
    assert_eq!(breaches, [at("2026-10-14 12:00"), at("2026-10-20 17:00")]);
    assert!(desk.strike("2026-10-30 03:00").is_empty(), "a second sweep finds nothing");
    assert_eq!(desk.next_deadline(), None, "nothing more can happen by itself");
}

#[test]
fn r19_a_command_finds_the_clock_already_caught_up() {
    let mut punctual = Desk::open("2026-10-14 09:00");
    for wall in ["2026-10-14 11:00:01", "2026-10-14 12:00:01", "2026-10-14 15:00"] {
        punctual.strike(wall);
    }
    punctual.act("2026-10-14 15:00", &agent(), Act::Take);
    let mut late = Desk::open("2026-10-14 09:00");
    late.act("2026-10-14 15:00", &agent(), Act::Take);
    assert_eq!(punctual.events, late.events);
}

#[test]
fn fault_2_warnings_come_in_attention_hours() {
    // Opened on Friday at 17:30: due Tuesday 10:30 after a holiday Monday; the warning is an attention hour before.
    let mut desk = Desk::open("2026-07-10 17:30");
    let events = desk.strike("2026-07-14 10:00");
    assert_eq!(events.iter().map(|event| event.at).collect::<Vec<_>>(), [at("2026-07-14 09:30")]);
    assert!(matches!(events[0].body, EventBody::Warned { promise: PromiseKind::FirstResponse, .. }));
}

#[test]
fn what_is_late_and_still_owed_stays_first_in_the_queue() {
    let mut desk = Desk::open("2026-10-14 09:00");
    assert_eq!(queue_at(&desk.ticket, &desk.rules), Some(at("2026-10-14 12:00")));
    desk.strike("2026-11-14 09:00");
    assert_eq!(desk.next_deadline(), None);
    assert_eq!(queue_at(&desk.ticket, &desk.rules), Some(at("2026-10-14 12:00")), "nobody has answered yet");
    desk.act("2026-11-17 09:00", &agent(), Act::Take);
    assert_eq!(
        queue_at(&desk.ticket, &desk.rules),
        Some(at("2026-10-20 17:00")),
        "the response is owed still"
    );
    desk.act("2026-11-17 09:10", &agent(), ask("¿Me envía la pantalla?"));
    assert_eq!(queue_at(&desk.ticket, &desk.rules), None, "now it is the client's turn");
    desk.act("2026-11-17 09:20", &agent(), no_answer());
    assert_eq!(queue_at(&desk.ticket, &desk.rules), Some(at("2026-11-19 18:00")), "the closing comes next");
}

#[test]
fn fault_7_a_sweep_that_comes_twice_or_eight_times_tells_nothing_twice() {
    let mut desk = Desk::open("2026-10-14 09:00");
    let first = desk.strike("2026-10-30 03:00").len();
    let later: usize = (0..7).map(|_| desk.strike("2026-10-30 03:00").len()).sum();
    assert_eq!((first, later), (4, 0), "two warnings and two misses, once each");
}
