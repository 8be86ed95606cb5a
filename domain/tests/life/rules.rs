//! A ticket's life, rule by rule, at wall-clock times in Bogotá. October 2026: Monday 12 is a holiday.

use crate::desk::*;
use chrono::NaiveDate;
use domain::access::{Actor, Role};
use domain::guide::GuideItem;
use domain::notice::{News, Recipient, notices};
use domain::scope::OutOfScope;
use domain::ticket::deadlines::unreachable_at;
use domain::ticket::{
    Act, Channel, Closure, Command, CommandKind, ContactChannel, ContactOutcome, EventBody, Promise,
    PromiseKind, PromiseState, Refusal, Relation, Status, available, permit, promises,
};

fn promise(desk: &Desk, kind: PromiseKind, wall: &str) -> Promise {
    let promises = promises(&desk.ticket, &desk.rules, at(wall));
    promises.into_iter().find(|promise| promise.kind == kind).expect("promised")
}

fn is_breach(body: &EventBody) -> bool {
    matches!(body, EventBody::Breached { .. })
}

fn closure(desk: &Desk) -> Option<Closure> {
    desk.ticket.ending.as_ref().map(|ending| ending.closure.clone())
}

// R14

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

// R15

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

// R16

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn with_bug() -> Desk {
    let mut desk = Desk::open("2026-10-14 09:00");
    desk.act(
        "2026-10-14 10:00",
        &agent(),
        Act::HandToDevelopment { evidence: "Falla con IVA mixto.".into() },
    );
    desk
}

#[test]
fn r16_a_committed_date_replaces_the_response_and_waiting_never_moves_it() {
    let mut desk = with_bug();
    assert_eq!(desk.ticket.status, Status::InDevelopment);
    desk.act("2026-10-15 09:00", &developer(), Act::CommitDate { date: date("2026-10-30") });
    let kinds: Vec<_> =
        promises(&desk.ticket, &desk.rules, at("2026-10-15 09:00")).iter().map(|p| p.kind).collect();
    assert_eq!(kinds, [PromiseKind::FirstResponse, PromiseKind::BugDate]);
    desk.act("2026-10-16 09:00", &developer(), ask("¿Puede enviarnos la factura?"));
    desk.act("2026-10-26 09:00", &clerk(), say("Aquí está."));
    let promise = promise(&desk, PromiseKind::BugDate, "2026-10-26 09:00");
    assert_eq!(promise.due, at("2026-10-30 18:00"));
    assert_eq!(promise.state, PromiseState::Running);
    assert_eq!(desk.ticket.status, Status::InDevelopment);
}

#[test]
fn fault_4_a_moved_date_tells_the_client_and_keeps_the_first() {
    let mut desk = with_bug();
    desk.act("2026-10-15 09:00", &developer(), Act::CommitDate { date: date("2026-10-30") });
    let reason = "La DIAN cambió el esquema.".to_owned();
    let moved =
        desk.act("2026-10-28 09:00", &developer(), Act::MoveDate { date: date("2026-11-06"), reason });
    let promise = promise(&desk, PromiseKind::BugDate, "2026-10-28 09:00");
    assert_eq!((promise.due, promise.first_due), (at("2026-11-06 18:00"), Some(at("2026-10-30 18:00"))));
    let event = moved.last().expect("moved");
    let told = notices(&desk.ticket, event, &desk.rules);
    assert!(told.iter().any(|notice| {
        notice.to == Recipient::Requester
            && matches!(&notice.news, News::DateMoved { first, .. } if *first == at("2026-10-30 18:00"))
    }));
}

#[test]
fn r16_dates_are_refused_with_the_reason() {
    let mut desk = with_bug();
    let cases = [
        ("2026-10-14", Refusal::DateNotAhead),
        ("2026-10-17", Refusal::DateNotAttentionDay),
        ("2026-11-02", Refusal::DateNotAttentionDay),
    ];
    for (day, refusal) in cases {
        let act = Act::CommitDate { date: date(day) };
        assert_eq!(desk.try_act("2026-10-14 18:00", &developer(), act), Err(refusal), "{day}");
    }
    let move_it = |day| Act::MoveDate { date: date(day), reason: "Faltan pruebas.".into() };
    assert_eq!(
        desk.try_act("2026-10-15 09:00", &developer(), move_it("2026-10-30")),
        Err(Refusal::NoDateCommitted)
    );
    desk.act("2026-10-15 09:00", &developer(), Act::CommitDate { date: date("2026-10-30") });
    let again = Act::CommitDate { date: date("2026-10-29") };
    assert_eq!(desk.try_act("2026-10-15 09:00", &developer(), again), Err(Refusal::DateAlreadyCommitted));
    assert_eq!(
        desk.try_act("2026-10-15 09:00", &developer(), move_it("2026-10-30")),
        Err(Refusal::DateUnchanged)
    );
    let silent = Act::MoveDate { date: date("2026-11-06"), reason: "  ".into() };
    assert_eq!(desk.try_act("2026-10-15 09:00", &developer(), silent), Err(Refusal::TextMissing));
}

#[test]
fn r16_each_date_that_passes_is_a_breach_of_its_own() {
    let mut desk = with_bug();
    desk.act("2026-10-15 09:00", &developer(), Act::CommitDate { date: date("2026-10-20") });
    desk.strike("2026-10-21 09:00");
    assert_eq!(desk.count(is_breach), 1);
    let reason = "Faltan pruebas.".to_owned();
    desk.act("2026-10-21 10:00", &developer(), Act::MoveDate { date: date("2026-10-23"), reason });
    desk.strike("2026-10-26 09:00");
    assert_eq!(desk.count(is_breach), 2);
}

// R18

fn waiting_with_attempt() -> Desk {
    let mut desk = Desk::open("2026-10-13 09:00");
    desk.act("2026-10-13 10:00", &agent(), ask("¿Me envía la pantalla?"));
    desk.act("2026-10-14 10:00", &agent(), no_answer());
    desk
}

#[test]
fn r18_closes_at_the_close_of_the_second_business_day_after_the_first_attempt() {
    let mut desk = waiting_with_attempt();
    desk.act("2026-10-15 10:00", &agent(), no_answer());
    assert_eq!(unreachable_at(&desk.ticket, &desk.rules), Some(at("2026-10-16 18:00")));
    assert!(desk.strike("2026-10-16 18:00").is_empty(), "the last second is still the client's");
    let events = desk.strike("2026-10-16 18:00:01");
    let closed = events.last().expect("closed");
    assert_eq!(closed.at, at("2026-10-16 18:00"));
    assert_eq!(closure(&desk), Some(Closure::Unreachable { attempts: 2 }));
    let told = notices(&desk.ticket, closed, &desk.rules);
    assert!(
        told.iter()
            .any(|notice| notice.to == Recipient::Requester && matches!(notice.news, News::Closed { .. }))
    );
}

#[test]
fn fault_6_the_calendar_is_kept_when_closing() {
    // Attempted on the Friday before a holiday Monday: the second business day is Wednesday.
    let mut desk = Desk::open("2026-10-09 09:00");
    desk.act("2026-10-09 10:00", &agent(), ask("¿Me envía la pantalla?"));
    desk.act("2026-10-09 11:00", &agent(), no_answer());
    assert_eq!(unreachable_at(&desk.ticket, &desk.rules), Some(at("2026-10-14 18:00")));
}

#[test]
fn r18_closes_at_the_ninth_attempt() {
    let mut desk = Desk::open("2026-10-14 08:00");
    desk.act("2026-10-14 08:10", &agent(), ask("¿Me envía la pantalla?"));
    for minute in 20..28 {
        desk.act(&format!("2026-10-14 08:{minute}"), &agent(), no_answer());
        assert_eq!(desk.ticket.status, Status::WaitingOnClient);
    }
    desk.act("2026-10-14 08:30", &agent(), no_answer());
    assert_eq!(closure(&desk), Some(Closure::Unreachable { attempts: 9 }));
}

#[test]
fn r18_never_without_an_attempt() {
    let mut desk = Desk::open("2026-10-13 09:00");
    desk.act("2026-10-13 10:00", &agent(), ask("¿Me envía la pantalla?"));
    desk.strike("2027-10-13 10:00");
    assert_eq!(desk.ticket.status, Status::WaitingOnClient);
}

#[test]
fn r18_any_word_of_the_client_stops_it_and_resets_the_count() {
    let photo = domain::ticket::Photo {
        id: "p".into(),
        name: "pantalla.jpg".into(),
        media_type: "image/jpeg".into(),
        bytes: 10,
    };
    let words = [Command::Act(say("Aquí estoy.")), Command::AttachPhoto(photo)];
    for word in words {
        let mut desk = waiting_with_attempt();
        desk.try_send(at("2026-10-16 17:59"), &Actor::Person(clerk()), &word).expect("heard");
        assert!(desk.ticket.attempts.is_empty());
        desk.strike("2026-10-16 19:00");
        assert_eq!(desk.ticket.status, Status::InAnalysis, "{word:?}");
    }
}

#[test]
fn r18_reaching_the_client_resets_the_count() {
    let mut desk = waiting_with_attempt();
    let reached = Act::LogContactAttempt {
        channel: ContactChannel::Phone,
        outcome: ContactOutcome::Reached,
        note: String::new(),
    };
    desk.act("2026-10-15 10:00", &agent(), reached);
    assert!(desk.ticket.attempts.is_empty());
    assert_eq!(desk.ticket.status, Status::InAnalysis);
}

#[test]
fn fault_6_the_desks_own_words_do_not_cancel_the_wait() {
    let mut desk = waiting_with_attempt();
    desk.act("2026-10-15 10:00", &agent(), say("Lo llamamos y no contestó."));
    desk.act("2026-10-15 10:01", &agent(), ask("¿Alcanzó a ver la pantalla?"));
    assert_eq!(unreachable_at(&desk.ticket, &desk.rules), Some(at("2026-10-16 18:00")));
}

#[test]
fn fault_6_a_late_answer_finds_it_closed_and_nothing_is_resurrected() {
    let mut desk = waiting_with_attempt();
    // No sweep ran since; the answer comes after the promised closing.
    assert_eq!(
        desk.try_act("2026-10-19 08:00", &clerk(), say("Perdón, estaba de viaje.")),
        Err(Refusal::Closed)
    );
}

#[test]
fn r18_an_attempt_during_analysis_starts_the_wait() {
    let mut desk = Desk::open("2026-10-13 09:00");
    desk.act("2026-10-13 10:00", &agent(), Act::Take);
    let events = desk.act("2026-10-13 11:00", &agent(), no_answer());
    assert_eq!(desk.ticket.status, Status::WaitingOnClient);
    assert_eq!(desk.ticket.waiting_since, Some(at("2026-10-13 11:00")));
    let told: Vec<_> = events.iter().flat_map(|event| notices(&desk.ticket, event, &desk.rules)).collect();
    assert_eq!(told.len(), 1, "one mail, not two: {told:?}");
}

// R19

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

// R2, R8, R9 and the ends

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
fn r9_a_split_is_seen_from_both_tickets() {
    let mut desk = Desk::open("2026-10-14 09:00");
    let split = Command::Link { to: number(222_222), relation: Relation::SplitInto };
    desk.try_send(at("2026-10-14 10:00"), &Actor::Person(agent()), &split).expect("linked");
    assert_eq!(desk.ticket.links, [(Relation::SplitInto, number(222_222))]);
    let to_itself = Command::Link { to: desk.ticket.number, relation: Relation::Related };
    let refused = desk.try_send(at("2026-10-14 10:00"), &Actor::Person(agent()), &to_itself);
    assert_eq!(refused, Err(Refusal::SameTicket));
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

// Access

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
    assert_eq!(available(&desk.ticket, &clerk()), [K::Reply, K::AttachPhoto, K::Withdraw]);
    let mut resolved = desk.clone();
    resolved.act("2026-10-14 11:00", &agent(), resolve());
    assert_eq!(available(&resolved.ticket, &clerk()), [K::AttachPhoto, K::Confirm, K::Dispute, K::Withdraw]);
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
