//! R15: the response, and waits on the client.

use super::*;

#[test]
fn r15_waiting_on_the_client_gives_its_business_time_back() {
    let mut desk = Desk::open("2026-10-14 09:00");
    assert_eq!(promise(&desk, PromiseKind::Response, "2026-10-14 09:00").due, at("2026-10-20 17:00"));
    desk.act("2026-10-14 10:00", &agent(), ask("¿Me envía la pantalla?"));
    // Asked Wednesday at 10:00, answered Friday at 9:00: 19 business hours.
    assert!(matches!(
        promise(&desk, PromiseKind::Response, "2026-10-15 09:00").state,
        PromiseState::Paused { since } if since == at("2026-10-14 10:00")
    ));
    desk.act("2026-10-16 09:00", &clerk(), say("Aquí va."));
    assert_eq!(promise(&desk, PromiseKind::Response, "2026-10-16 09:00").due, at("2026-10-22 16:00"));
    assert_eq!(desk.ticket.status, Status::InAnalysis);
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
