//! Ways to one ticket without signing in, and the critical ticket that is taken before its address is confirmed (R7, R11).

use crate::desk::*;
use domain::access::{Actor, Person, Way, sees_ticket};
use domain::notice::{News, Recipient, notices};
use domain::ticket::{
    Act, By, Command, CommandKind, EventBody, Opening, Refusal, Relation, decide, permit, permit_link,
    replay, tells_opening,
};

fn unconfirmed() -> Desk {
    Desk::open_as("2026-10-13 09:00", &through(Way::Sender), unconfirmed_opening(critical_request()))
}

fn confirm() -> Command {
    Command::ConfirmEmail { requester: "clerk".into(), company: Some("casa-lola".into()), branch: None }
}

#[test]
fn a_pass_opens_its_ticket_and_no_other_whatever_the_account_may_see() {
    let desk = Desk::open("2026-10-13 09:00");
    let mut other = desk.ticket.clone();
    other.number = number(654_321);
    for door in Way::ALL {
        let visitor = Person { company: Some("casa-lola".into()), ..through(door) };
        assert!(sees_ticket(&visitor, &desk.ticket) && !sees_ticket(&visitor, &other), "{door:?}");
        assert_eq!(permit(&other, CommandKind::Reply, &visitor), Err(Refusal::NotFound));
        let staff = Person { role: domain::access::Role::Administrator, ..visitor };
        assert!(!sees_ticket(&staff, &other), "a pass takes staff's powers away, {door:?}");
        assert_eq!(permit(&desk.ticket, CommandKind::Note, &staff), Err(Refusal::Forbidden));
    }
}

#[test]
fn what_a_colleague_does_is_told_under_the_name_they_gave() {
    let mut desk = Desk::open("2026-10-13 09:00");
    let marta = through(Way::HandOver);
    let said = desk.act("2026-10-13 09:30", &marta, Act::Reply { body: "Sigue igual".into() });
    let by = By::Visitor { account: "clerk".into(), door: Way::HandOver, name: "Marta".into() };
    assert_eq!(said.last().map(|event| event.by.clone()), Some(by));
    let withdraw = Command::Act(Act::Withdraw);
    let refused = desk.try_send(at("2026-10-13 09:31"), &Actor::Person(marta), &withdraw);
    assert_eq!(refused, Err(Refusal::Forbidden));
}

#[test]
fn that_a_colleague_came_in_is_told_under_their_name_and_changes_nothing_else() {
    let mut desk = Desk::open("2026-10-13 09:00");
    let command = Command::OpenHandOverLink { link: "l".into() };
    for other in [clerk(), agent(), supervisor(), through(Way::Code), through(Way::Sender)] {
        let refused = desk.try_send(at("2026-10-13 09:10"), &Actor::Person(other), &command);
        assert_eq!(refused, Err(Refusal::Forbidden));
    }
    desk.act("2026-10-13 09:20", &agent(), Act::AskForInformation { missing: vec![], body: "¿Cuál?".into() });
    let before = desk.ticket.clone();
    assert!(!tells_opening(&desk.events, &"l".into()));
    let marta = Actor::Person(through(Way::HandOver));
    let told = desk.try_send(at("2026-10-13 09:30"), &marta, &command).expect("the colleague comes in");
    let by = By::Visitor { account: "clerk".into(), door: Way::HandOver, name: "Marta".into() };
    assert_eq!(told.last().map(|event| event.by.clone()), Some(by));
    assert!(tells_opening(&desk.events, &"l".into()) && !tells_opening(&desk.events, &"other".into()));
    let after = &desk.ticket;
    assert_eq!(
        (after.status, after.last_speaker),
        (before.status, before.last_speaker),
        "looking is no answer"
    );
    assert_eq!(after.waiting_since, before.waiting_since);
    assert!(notices(after, &told[0], &desk.rules).is_empty());
    desk.act("2026-10-13 10:00", &clerk(), Act::Withdraw);
    assert!(desk.try_send(at("2026-10-13 10:10"), &marta, &command).is_ok(), "a closed ticket is read too");
}

#[test]
fn so_many_links_work_at_a_time_and_one_taken_back_or_over_makes_room() {
    let mut desk = Desk::open("2026-10-13 09:00");
    let limit = desk.rules.policy.links_a_ticket;
    let may = |desk: &Desk, wall: &str| permit_link(&desk.events, at(wall), &desk.rules.policy);
    let clerk = Actor::Person(clerk());
    for place in 0..limit {
        assert_eq!(may(&desk, "2026-10-13 09:01"), Ok(()), "{place}");
        let until = at(if place == 0 { "2026-10-13 12:00" } else { "2026-10-13 21:00" });
        let make = Command::MakeHandOverLink { link: format!("link-{place}").as_str().into(), until };
        desk.try_send(at("2026-10-13 09:01"), &clerk, &make).expect("made");
    }
    let full = Err(Refusal::LinksFull { limit });
    assert_eq!(may(&desk, "2026-10-13 11:59:59"), full);
    assert_eq!(may(&desk, "2026-10-13 12:00"), Ok(()), "one is over");
    let revoke = Command::RevokeHandOverLink { link: "link-1".into() };
    desk.try_send(at("2026-10-13 10:00"), &clerk, &revoke).expect("taken back");
    assert_eq!(may(&desk, "2026-10-13 10:00"), Ok(()));
}

#[test]
fn only_a_critical_ticket_is_taken_from_somebody_unknown() {
    let try_open = |opening: Opening, by: Person| {
        let command = Command::Open(Box::new(opening));
        decide(None, &command, &Actor::Person(by), at("2026-10-13 09:00"), &domain::ticket::Rules::soho())
    };
    let sender = || through(Way::Sender);
    assert!(try_open(unconfirmed_opening(critical_request()), sender()).is_ok());
    let called = Opening {
        origin: Some((Relation::Related, number(654_321))),
        ..unconfirmed_opening(critical_request())
    };
    assert!(try_open(called, sender()).is_ok(), "what they called about before (R13)");
    let continued = Opening {
        origin: Some((Relation::Continues, number(654_321))),
        ..unconfirmed_opening(critical_request())
    };
    let hotels = Opening { company: Some("casa-lola".into()), ..unconfirmed_opening(critical_request()) };
    let others = Opening { number: number(654_321), ..unconfirmed_opening(critical_request()) };
    let claimed = Opening { unconfirmed: false, ..unconfirmed_opening(critical_request()) };
    for (what, opening, by) in [
        ("not critical", unconfirmed_opening(request()), sender()),
        ("in the name of a hotel", hotels, sender()),
        ("with a pass to another ticket", others, sender()),
        ("as though confirmed", claimed, sender()),
        ("continuing one of an account", continued, sender()),
        ("through another door", unconfirmed_opening(critical_request()), through(Way::HandOver)),
        ("by whoever is signed in", unconfirmed_opening(critical_request()), clerk()),
    ] {
        assert_eq!(try_open(opening, by), Err(Refusal::Forbidden), "{what}");
    }
}

#[test]
fn an_unconfirmed_ticket_is_nobodys_until_its_owner_says_so() {
    let mut desk = unconfirmed();
    let hotel = person("manager", domain::access::Role::HotelAdministrator);
    assert!(!sees_ticket(&clerk(), &desk.ticket) && !sees_ticket(&hotel, &desk.ticket));
    assert!(sees_ticket(&agent(), &desk.ticket), "the desk works on it meanwhile");
    for unproven in [through(Way::Sender), through(Way::HandOver), agent()] {
        let refused = desk.try_send(at("2026-10-13 09:05"), &Actor::Person(unproven), &confirm());
        assert_eq!(refused, Err(Refusal::Forbidden));
    }
    let owner = Actor::Person(through(Way::Code));
    desk.try_send(at("2026-10-13 09:10"), &owner, &confirm()).expect("the owner confirms");
    assert!(
        !desk.ticket.unconfirmed && sees_ticket(&clerk(), &desk.ticket) && sees_ticket(&hotel, &desk.ticket)
    );
    let again = desk.try_send(at("2026-10-13 09:11"), &owner, &confirm());
    assert_eq!(again, Err(Refusal::EmailAlreadyConfirmed));
    assert_eq!(replay(&desk.events).as_ref(), Ok(&desk.ticket));
}

/// Fault 11 in miniature: a form filled with somebody else's address must not have them written to.
#[test]
fn fault_11_an_address_nobody_confirmed_is_only_told_how_it_ended() {
    let mut desk = unconfirmed();
    let told = |desk: &Desk| {
        let last = desk.events.last().expect("an event");
        notices(&desk.ticket, last, &desk.rules)
    };
    assert_eq!(told(&desk), [], "no receipt");
    desk.act("2026-10-13 09:20", &agent(), Act::Reply { body: "La llamamos".into() });
    assert_eq!(told(&desk), []);
    let mut ended = desk.clone();
    ended.act("2026-10-13 09:40", &agent(), Act::CloseDuplicate { of: number(222_222) });
    assert!(matches!(told(&ended)[0].news, News::Closed { .. }));
    desk.try_send(at("2026-10-13 09:30"), &Actor::Person(through(Way::Code)), &confirm()).expect("confirms");
    let receipt = told(&desk);
    assert_eq!(receipt[0].to, Recipient::Requester);
    assert!(matches!(receipt[0].news, News::Received { critical: true, .. }), "the receipt comes now");
}

#[test]
fn only_whoever_is_signed_in_and_known_to_own_it_hands_a_ticket_over() {
    let command = Command::MakeHandOverLink { link: "l".into(), until: at("2026-10-13 21:00") };
    let now = at("2026-10-13 09:30");
    let mut desk = Desk::open("2026-10-13 09:00");
    for other in [through(Way::Code), through(Way::HandOver), through(Way::Sender), agent(), supervisor()] {
        assert_eq!(desk.try_send(now, &Actor::Person(other), &command), Err(Refusal::Forbidden));
    }
    let events = desk.try_send(now, &Actor::Person(clerk()), &command).expect("the client makes one");
    assert!(matches!(events[0].body, EventBody::HandOverLinkMade { .. }));
    assert_eq!(permit(&unconfirmed().ticket, CommandKind::ShareTicket, &clerk()), Err(Refusal::NotFound));
}
