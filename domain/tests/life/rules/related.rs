//! R9: tickets that have to do with each other.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;
use domain::access::links_told_to;

fn link(serial: u32) -> Act {
    Act::Link { to: number(serial) }
}

#[test]
fn r9_a_split_is_seen_from_both_tickets() {
    let mut desk = Desk::open("2026-10-14 09:00");
    let split = Command::Link { to: number(222_222), relation: Relation::SplitInto };
    desk.try_send(at("2026-10-14 10:00"), &Actor::Person(agent()), &split).expect("linked");
    assert_eq!(desk.ticket.links, [(Relation::SplitInto, number(222_222))]);
    let origin = Some((Relation::SplitFrom, desk.ticket.number));
    let opened = Opening { number: number(222_222), origin, ..opening(Channel::Portal, request()) };
    let split = Desk::open_as("2026-10-14 10:00", &agent(), opened);
    assert_eq!(split.ticket.origin(), Some(desk.ticket.number));
    for (told, desk) in [(Relation::SplitInto, &desk), (Relation::SplitFrom, &split)] {
        assert_eq!(links_told_to(&clerk(), &desk.ticket)[0].0, told, "the client was part of it");
    }
}

#[test]
fn r9_staff_relate_tickets_once_and_never_to_themselves() {
    let mut desk = Desk::open("2026-10-14 09:00");
    assert_eq!(desk.try_act("2026-10-14 10:00", &agent(), link(123_456)), Err(Refusal::SameTicket));
    desk.act("2026-10-14 10:00", &agent(), link(222_222));
    assert_eq!(desk.ticket.links, [(Relation::Related, number(222_222))]);
    assert_eq!(desk.try_act("2026-10-14 10:01", &supervisor(), link(222_222)), Err(Refusal::AlreadyLinked));
    desk.act("2026-10-14 10:02", &supervisor(), link(333_333));
    assert_eq!(desk.ticket.links.len(), 2);
    let split = Command::Link { to: number(222_222), relation: Relation::SplitInto };
    let again = desk.try_send(at("2026-10-14 10:03"), &Actor::Person(agent()), &split);
    assert!(again.is_ok(), "another relation is another fact");
}

#[test]
fn r9_what_the_desk_finds_alike_is_its_own_memory() {
    let mut desk = Desk::open("2026-10-14 09:00");
    assert_eq!(desk.try_act("2026-10-14 10:00", &clerk(), link(222_222)), Err(Refusal::Forbidden));
    assert!(!available(&desk.ticket, &clerk()).contains(&CommandKind::Link));
    assert!(available(&desk.ticket, &agent()).contains(&CommandKind::Link));
    let events = desk.act("2026-10-14 10:00", &agent(), link(222_222));
    assert_eq!(domain::access::told_to(&clerk(), &events[0]), None);
    assert_eq!(links_told_to(&clerk(), &desk.ticket), []);
    assert_eq!(links_told_to(&agent(), &desk.ticket), [(Relation::Related, number(222_222))]);
    assert_eq!(notices(&desk.ticket, &events[0], &desk.rules), []);
}

#[test]
fn r9_relating_moves_no_promise_and_reopens_nothing() {
    let mut desk = Desk::open("2026-10-14 09:00");
    let before = promises(&desk.ticket, &desk.rules, at("2026-10-14 10:00"));
    desk.act("2026-10-14 10:00", &agent(), link(222_222));
    assert_eq!(promises(&desk.ticket, &desk.rules, at("2026-10-14 10:00")), before);
    assert_eq!(desk.ticket.status, Status::Received, "it is no first response (R14)");
    desk.act("2026-10-14 10:01", &clerk(), Act::Withdraw);
    desk.act("2026-10-14 10:02", &agent(), link(333_333));
    assert_eq!(desk.ticket.status, Status::Closed);
}
