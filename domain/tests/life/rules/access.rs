//! Who may do what, and with which words.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;

#[test]
fn unknown_and_foreign_tickets_look_the_same() {
    let desk = Desk::open("2026-10-14 09:00");
    let stranger =
        domain::access::Person { company: Some("otro".into()), ..person("stranger", Role::Client) };
    let neighbour =
        domain::access::Person { company: Some("otro".into()), ..person("n", Role::HotelAdministrator) };
    for person in [stranger, neighbour, developer()] {
        for kind in CommandKind::BY_PEOPLE {
            assert_eq!(permit(&desk.ticket, kind, &person), Err(Refusal::NotFound));
        }
    }
    let nobodys = domain::access::Person { company: None, ..person("n", Role::HotelAdministrator) };
    assert_eq!(permit(&desk.ticket, CommandKind::Reply, &nobodys), Err(Refusal::NotFound));
}

#[test]
fn the_buttons_are_exactly_what_is_decided() {
    use CommandKind as K;
    let desk = Desk::open("2026-10-14 09:00");
    assert_eq!(available(&desk.ticket, &clerk()), [K::Reply, K::AttachPhoto, K::Withdraw, K::ShareTicket]);
    let mut resolved = desk.clone();
    resolved.act("2026-10-14 11:00", &agent(), resolve());
    assert_eq!(available(&resolved.ticket, &clerk()), [K::Confirm, K::Dispute, K::Withdraw, K::ShareTicket]);
    let offered = available(&desk.ticket, &agent());
    assert!(
        offered.contains(&K::Take)
            && !offered.contains(&K::LogContactAttempt)
            && !offered.contains(&K::CommitDate)
    );
}

#[test]
fn texts_are_trimmed_required_and_bounded() {
    let mut desk = Desk::open("2026-10-14 09:00");
    assert_eq!(desk.try_act("2026-10-14 10:00", &clerk(), say(" \n ")), Err(Refusal::TextMissing));
    let limit = desk.rules.policy.text_limit;
    let long = "á".repeat(limit as usize + 1);
    assert_eq!(desk.try_act("2026-10-14 10:00", &clerk(), say(&long)), Err(Refusal::TextTooLong { limit }));
    let longest = "á".repeat(limit as usize);
    desk.act("2026-10-14 10:00", &clerk(), say(&longest));
    let events = desk.act("2026-10-14 10:00", &clerk(), say("  hola  "));
    assert!(matches!(&events[0].body, EventBody::Replied { body } if body == "hola"));
}

#[test]
fn the_first_of_two_agents_takes_it() {
    let mut desk = Desk::open("2026-10-14 09:00");
    desk.act("2026-10-14 10:00", &agent(), Act::Take);
    let other = person("other", Role::Agent);
    assert_eq!(desk.try_act("2026-10-14 10:00", &other, Act::Take), Err(Refusal::AlreadyTaken));
    assert_eq!(
        desk.try_act("2026-10-14 10:01", &other, Act::Assign { to: "agent".into() }),
        Err(Refusal::AlreadyAssigned)
    );
}

#[test]
fn an_event_reads_back_as_it_was_written() {
    let mut desk = with_bug();
    desk.act("2026-10-15 09:00", &developer(), Act::CommitDate { date: date("2026-10-30") });
    desk.act("2026-10-16 09:00", &agent(), ask("¿Puede enviarnos la factura?"));
    desk.act("2026-10-16 10:00", &agent(), no_answer());
    desk.strike("2026-12-01 09:00");
    let text = serde_json::to_string(&desk.events).expect("writes");
    let back: Vec<domain::ticket::Event> = serde_json::from_str(&text).expect("reads");
    assert_eq!(back, desk.events);
    assert_eq!(domain::ticket::replay(&back).expect("replays"), desk.ticket);
}
