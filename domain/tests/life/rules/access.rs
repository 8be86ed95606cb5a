//! Who may do what, and with which words.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;

#[test]
fn unknown_and_foreign_tickets_look_the_same() {
    let desk = Desk::open("2026-10-14 09:00");
    let stranger = Person { company: Some("otro".into()), ..person("stranger", Role::Client) };
    let neighbour = Person { company: Some("otro".into()), ..person("n", Role::HotelAdministrator) };
    for person in [stranger, neighbour, developer()] {
        for kind in CommandKind::BY_PEOPLE {
            assert_eq!(permit(&desk.ticket, kind, &person), Err(Refusal::NotFound));
        }
    }
    let nobodys = Person { company: None, ..person("n", Role::HotelAdministrator) };
    assert_eq!(permit(&desk.ticket, CommandKind::Reply, &nobodys), Err(Refusal::NotFound));
}

/// Who opened it, for which hotel, and where they are now.
#[test]
fn what_was_opened_for_a_hotel_is_that_hotels_and_what_was_opened_for_none_stays_its_openers() {
    let desk = Desk::open("2026-10-14 09:00");
    let at_hotel =
        |role, company: Option<&str>| Person { company: company.map(Into::into), ..person("clerk", role) };
    let (lola, otro) = (Some("casa-lola"), Some("otro"));
    for role in [Role::Client, Role::HotelAdministrator] {
        for (opened_for, now_at, sees) in [
            (lola, lola, true),
            (lola, otro, false),
            (lola, None, false),
            (None, None, true),
            (None, otro, true),
        ] {
            let mut ticket = desk.ticket.clone();
            ticket.company = opened_for.map(Into::into);
            let opener = at_hotel(role, now_at);
            assert_eq!(sees_ticket(&opener, &ticket), sees, "{role:?} {opened_for:?} {now_at:?}");
            let elsewhere = Ticket { company: now_at.map(Into::into), ..ticket.clone() };
            assert_eq!(
                ticket.may_go_on_in(&elsewhere),
                sees || opened_for.is_none() || now_at.is_none(),
                "{role:?}"
            );
        }
    }
    let branch = Person { branch: Some("otra-sede".into()), ..person("clerk", Role::HotelAdministrator) };
    assert!(sees_ticket(&branch, &desk.ticket), "another branch is the same hotel to whoever opened it");
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
