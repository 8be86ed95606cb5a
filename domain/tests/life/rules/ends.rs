//! R2, R8: how tickets end.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;

#[test]
fn r8_closing_as_insufficient_names_what_is_missing() {
    let mut desk = Desk::open("2026-10-14 09:00");
    let close = |missing| Act::CloseInsufficient { missing, message: String::new() };
    assert_eq!(desk.try_act("2026-10-14 09:30", &agent(), close(vec![])), Err(Refusal::MissingItemsRequired));
    let missing = vec![GuideItem::MenuPath, GuideItem::Images];
    desk.act("2026-10-14 09:30", &agent(), close(missing.clone()));
    assert_eq!(closure(&desk), Some(Closure::Insufficient { missing }));
    let state = promise(&desk, PromiseKind::FirstResponse, "2026-10-15 09:00").state;
    assert_eq!(state, PromiseState::Met { at: at("2026-10-14 09:30") });
}

#[test]
fn r2_closing_as_out_of_scope_names_the_area() {
    let mut desk = Desk::open("2026-10-14 09:00");
    desk.act(
        "2026-10-14 09:30",
        &agent(),
        Act::CloseOutOfScope { area: OutOfScope::Training, message: "Le escribe el área comercial.".into() },
    );
    assert_eq!(closure(&desk), Some(Closure::OutOfScope { area: OutOfScope::Training }));
}

#[test]
fn closed_is_final() {
    let mut desk = Desk::open("2026-10-14 09:00");
    desk.act("2026-10-14 10:00", &clerk(), Act::Withdraw);
    for (by, act) in
        [(clerk(), say("¿Siguen ahí?")), (agent(), Act::Take), (agent(), resolve()), (clerk(), dispute())]
    {
        assert_eq!(desk.try_act("2026-10-14 11:00", &by, act), Err(Refusal::Closed));
    }
    desk.act("2026-10-14 11:00", &agent(), Act::Note { body: "Llamó a agradecer.".into() });
    assert_eq!(desk.ticket.status, Status::Closed);
    assert!(desk.strike("2027-01-01 00:00").is_empty());
}

#[test]
fn a_resolution_nobody_contests_stands_after_two_business_days() {
    let mut desk = Desk::open("2026-10-14 09:00");
    desk.act("2026-10-14 11:00", &agent(), resolve());
    desk.strike("2026-10-16 18:00");
    assert_eq!(desk.ticket.status, Status::Resolved);
    desk.strike("2026-10-16 18:00:01");
    assert_eq!(closure(&desk), Some(Closure::ResolutionUncontested));
}

#[test]
fn a_resolution_waits_for_the_clients_word_and_not_for_chatter() {
    let mut desk = Desk::open("2026-10-14 09:00");
    desk.act("2026-10-14 11:00", &agent(), resolve());
    assert_eq!(desk.try_act("2026-10-14 12:00", &clerk(), say("Gracias")), Err(Refusal::ConfirmOrDispute));
    desk.act("2026-10-14 12:00", &clerk(), Act::Confirm);
    assert_eq!(closure(&desk), Some(Closure::Confirmed));
}
