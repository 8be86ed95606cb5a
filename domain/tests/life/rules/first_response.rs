//! R14: the first response.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;

#[test]
fn r14_taking_is_the_first_response() {
    let mut desk = Desk::open("2026-10-14 09:00");
    assert_eq!(promise(&desk, PromiseKind::FirstResponse, "2026-10-14 09:00").due, at("2026-10-14 12:00"));
    desk.act("2026-10-14 11:59", &agent(), Act::Take);
    assert_eq!(desk.ticket.first_responded_at, Some(at("2026-10-14 11:59")));
    assert_eq!(desk.ticket.assignee, Some("agent".into()));
    let state = promise(&desk, PromiseKind::FirstResponse, "2026-10-20 09:00").state;
    assert_eq!(state, PromiseState::Met { at: at("2026-10-14 11:59") });
}

#[test]
fn r14_the_promised_second_still_keeps_the_promise() {
    let mut desk = Desk::open("2026-10-14 09:00");
    desk.act("2026-10-14 12:00", &agent(), Act::Take);
    assert_eq!(desk.count(is_breach), 0);
    let mut late = Desk::open("2026-10-14 09:00");
    late.act("2026-10-14 12:00:01", &agent(), Act::Take);
    assert_eq!(late.count(is_breach), 1);
}

#[test]
fn r14_speaking_to_the_client_takes_the_ticket_and_a_note_does_not() {
    for act in [say("Lo estamos viendo."), ask("¿Qué versión usa?"), resolve()] {
        let mut desk = Desk::open("2026-10-14 09:00");
        desk.act("2026-10-14 09:30", &agent(), act);
        assert_eq!(desk.ticket.first_responded_at, Some(at("2026-10-14 09:30")));
    }
    let mut desk = Desk::open("2026-10-14 09:00");
    desk.act("2026-10-14 09:30", &agent(), Act::Note { body: "Parece el IVA del punto de venta.".into() });
    desk.act("2026-10-14 09:31", &supervisor(), Act::Assign { to: "agent".into() });
    assert_eq!(desk.ticket.first_responded_at, None);
    assert_eq!(desk.ticket.status, Status::Received);
}

#[test]
fn r14_a_critical_call_out_of_hours_has_three_clock_hours() {
    // Sunday night: by attention hours the due instant would be Monday 11:00; 12 October being a holiday, Tuesday's.
    let cases = [
        (Channel::Phone, true, "2026-10-11 22:00", "2026-10-12 01:00"),
        (Channel::Phone, true, "2026-10-14 09:00", "2026-10-14 12:00"),
        (Channel::Phone, false, "2026-10-11 22:00", "2026-10-13 11:00"),
        (Channel::Portal, true, "2026-10-11 22:00", "2026-10-13 11:00"),
        (Channel::Phone, true, "2026-10-14 18:00", "2026-10-14 21:00"),
        (Channel::Phone, true, "2026-10-14 17:59", "2026-10-15 10:59"),
    ];
    for (channel, critical, opened, due) in cases {
        let request = if critical { critical_request() } else { request() };
        let desk = Desk::open_as(opened, &agent(), opening(channel, request));
        let promise = promise(&desk, PromiseKind::FirstResponse, opened);
        assert_eq!(promise.due, at(due), "{channel:?} {critical} {opened}");
        let told_before = opening_promises(channel, critical, at(opened), &desk.rules);
        assert_eq!(
            told_before.to_vec(),
            promises(&desk.ticket, &desk.rules, at(opened)),
            "{channel:?} {opened}"
        );
    }
}

#[test]
fn fault_5_only_a_person_is_a_first_response_and_a_late_one_hides_nothing() {
    let mut desk = Desk::open("2026-10-14 09:00");
    desk.strike("2026-10-14 15:00");
    assert_eq!(desk.ticket.first_responded_at, None);
    desk.act("2026-10-14 16:00", &agent(), Act::Take);
    let state = promise(&desk, PromiseKind::FirstResponse, "2026-10-14 16:00").state;
    assert_eq!(state, PromiseState::Missed { at: Some(at("2026-10-14 16:00")) });
    assert!(desk.ticket.breached(PromiseKind::FirstResponse));
}

#[test]
fn r14_a_critical_call_is_warned_of_by_the_clock_it_runs_on() {
    let mut desk = Desk::open_as("2026-10-17 22:00", &agent(), opening(Channel::Phone, critical_request()));
    assert!(desk.strike("2026-10-17 23:59").is_empty());
    let events = desk.strike("2026-10-18 00:00:01");
    assert_eq!(events.iter().map(|event| event.at).collect::<Vec<_>>(), [at("2026-10-18 00:00")]);
}

#[test]
fn r14_what_the_client_withdraws_was_neither_answered_nor_missed() {
    let mut desk = Desk::open("2026-10-14 09:00");
    desk.act("2026-10-14 09:30", &clerk(), Act::Withdraw);
    let kinds: Vec<_> =
        promises(&desk.ticket, &desk.rules, at("2026-10-20 09:00")).iter().map(|p| p.kind).collect();
    assert_eq!(kinds, []);
}
