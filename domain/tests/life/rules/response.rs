//! R15: the response, and waits on the client.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;
use domain::calendar::{Adjustments, Calendar, Wait};
use domain::policy::SupportPolicy;

#[test]
fn r15_waiting_on_the_client_gives_its_business_time_back() {
    let mut desk = Desk::open("2026-10-14 09:00");
    assert_eq!(promise(&desk, PromiseKind::Response, "2026-10-14 09:00").due, at("2026-10-20 17:00"));
    desk.act("2026-10-14 10:00", &agent(), ask("¿Me envía la pantalla?"));
    let waits = promise(&desk, PromiseKind::Response, "2026-10-14 10:00").basis.expect("reckoned").waits;
    assert_eq!(waits, [], "a wait of no length is none");
    // Asked Wednesday at 10:00, answered Friday at 9:00: 19 business hours.
    assert!(matches!(
        promise(&desk, PromiseKind::Response, "2026-10-15 09:00").state,
        PromiseState::Paused { since } if since == at("2026-10-14 10:00")
    ));
    desk.act("2026-10-16 09:00", &clerk(), say("Aquí va."));
    // Whenever it is looked at from then on.
    for now in ["2026-10-16 09:00", "2026-10-20 12:00"] {
        let promise = promise(&desk, PromiseKind::Response, now);
        assert_eq!((promise.due, promise.state), (at("2026-10-22 16:00"), PromiseState::Running), "{now}");
    }
    assert_eq!(desk.ticket.status, Status::InAnalysis);
    assert_eq!(desk.ticket.waits, [Wait { from: at("2026-10-14 10:00"), to: at("2026-10-16 09:00") }]);
}

#[test]
fn r15_a_resolution_the_client_disputes_was_waiting_on_the_client() {
    let mut desk = Desk::open("2026-10-14 09:00");
    desk.act("2026-10-14 11:00", &agent(), resolve());
    desk.act("2026-10-15 11:00", &clerk(), dispute());
    assert_eq!(desk.ticket.status, Status::InAnalysis);
    assert_eq!(promise(&desk, PromiseKind::Response, "2026-10-15 11:00").due, at("2026-10-21 17:00"));
}

#[test]
fn fault_3_reclassifying_and_assigning_keep_the_pause() {
    let mut desk = Desk::open("2026-10-14 09:00");
    desk.act("2026-10-14 10:00", &agent(), ask("¿Qué versión usa?"));
    let impact = critical_request().impact;
    desk.act("2026-10-14 11:00", &agent(), Act::Reclassify { kind: desk.ticket.request.kind, impact });
    desk.act("2026-10-14 12:00", &agent(), Act::Assign { to: "other".into() });
    assert_eq!(desk.ticket.status, Status::WaitingOnClient);
    assert_eq!(desk.ticket.waiting_since, Some(at("2026-10-14 10:00")));
    assert!(desk.ticket.is_critical());
}

#[test]
fn r15_the_response_is_missed_once_and_stays_missed() {
    let mut desk = Desk::open("2026-10-14 09:00");
    desk.act("2026-10-14 09:10", &agent(), Act::Take);
    desk.strike("2026-10-21 08:00");
    desk.strike("2026-10-22 08:00");
    assert_eq!(desk.count(is_breach), 1);
    desk.act("2026-10-22 09:00", &agent(), resolve());
    assert_eq!(
        promise(&desk, PromiseKind::Response, "2026-10-23 08:00").state,
        PromiseState::Missed { at: Some(at("2026-10-22 09:00")) }
    );
}

#[test]
fn r22_what_was_promised_stays_as_it_was_once_it_is_answered() {
    let mut desk = Desk::open("2026-10-14 09:00");
    desk.act("2026-10-14 10:00", &agent(), ask("¿Qué versión usa?"));
    desk.act("2026-10-14 12:00", &agent(), resolve());
    let told = promise(&desk, PromiseKind::Response, "2026-10-14 12:00").due;
    assert_eq!(told, at("2026-10-21 09:00"), "two hours of waiting are given back");
    assert_eq!(promise(&desk, PromiseKind::Response, "2026-10-16 09:00").due, told);
    desk.act("2026-10-16 09:00", &clerk(), Act::Confirm);
    assert_eq!(promise(&desk, PromiseKind::Response, "2026-10-30 09:00").due, told);
}

#[test]
fn r15_what_is_past_is_missed_before_any_sweep_said_so() {
    let mut desk = Desk::open("2026-10-14 09:00");
    let state = |desk: &Desk, now| promise(desk, PromiseKind::FirstResponse, now).state;
    assert_eq!(state(&desk, "2026-10-14 12:00"), PromiseState::Running);
    assert_eq!(state(&desk, "2026-10-14 12:00:01"), PromiseState::Missed { at: None });
    desk.act("2026-10-14 12:00", &agent(), Act::Take);
    assert_eq!(state(&desk, "2026-10-20 09:00"), PromiseState::Met { at: at("2026-10-14 12:00") });
}

#[test]
fn r19_a_breach_on_record_outlives_a_calendar_that_changed_since() {
    let mut desk = Desk::open("2026-10-14 09:00");
    desk.strike("2026-10-14 13:00");
    let added = [(date("2026-10-14"), "Día sin atención".to_owned())].into();
    desk.rules.calendar =
        Calendar::new(&SupportPolicy::SOHO, Adjustments { added, ..Adjustments::default() });
    desk.act("2026-10-14 14:00", &agent(), Act::Take);
    let promise = promise(&desk, PromiseKind::FirstResponse, "2026-10-14 15:00");
    assert_eq!(promise.due, at("2026-10-15 11:00"), "by the calendar as it is now it would have been kept");
    assert_eq!(promise.state, PromiseState::Missed { at: Some(at("2026-10-14 14:00")) });
}

#[test]
fn fault_3_every_way_of_waiting_for_the_client_stops_the_clock() {
    let waits: [(&str, &[Act]); 3] = [
        ("a question", &[ask("¿Qué versión usa?")]),
        ("an unanswered call", &[Act::Take, no_answer()]),
        ("a solution to be confirmed", &[resolve()]),
    ];
    for (what, acts) in waits {
        let mut desk = Desk::open("2026-10-14 09:00");
        for act in acts {
            desk.act("2026-10-14 10:00", &agent(), act.clone());
        }
        let end = if what.starts_with("a solution") { dispute() } else { say("Aquí estoy.") };
        desk.act("2026-10-15 10:00", &clerk(), end);
        let promise = promise(&desk, PromiseKind::Response, "2026-10-15 10:00");
        assert_eq!(promise.due, at("2026-10-21 17:00"), "{what}: a business day is given back");
    }
}
