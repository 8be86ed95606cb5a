//! R12: an administrator changes a day, and open tickets are told what it moves.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;
use domain::calendar::{Adjustments, Calendar, DayChange, DayChangeError};
use domain::ticket::{
    CalendarChange, Deadline, Event, MovedDeadline, Rules, decide, is_committed_for, moved_deadlines,
    next_deadline_at,
};
use std::sync::Arc;

fn change(day: &str, attends: bool, name: &str) -> DayChange {
    DayChange { day: date(day), attends, name: name.to_owned() }
}

fn under(adjustments: Adjustments) -> Rules {
    Rules { calendar: Calendar::new(&Rules::soho().policy, adjustments), ..Rules::soho() }
}

/// The desk hears of one change more, at a wall-clock time.
fn hear(desk: &mut Desk, wall: &str, serial: u32, asked: &DayChange) -> Vec<Event> {
    let before = Arc::new(desk.rules.clone());
    let today = at(wall).with_timezone(&domain::calendar::BOGOTA).date_naive();
    desk.rules = under(before.calendar.adjusted(asked, today).expect("changes"));
    let command = Command::CalendarChanged(CalendarChange { serial, change: asked.clone(), before });
    let events = decide(Some(&desk.ticket), &command, &Actor::Clock, at(wall), &desk.rules);
    let events = events.expect("the clock may");
    for event in &events {
        desk.ticket.apply(event);
        desk.events.push(event.clone());
    }
    events
}

#[test]
fn r12_a_day_closed_moves_what_is_promised_and_tells_the_client_why() {
    let mut desk = Desk::open("2026-10-13 07:15");
    let events = hear(&mut desk, "2026-10-13 07:30", 1, &change("2026-10-15", false, "Inventario"));
    let [event] = &events[..] else { panic!("{events:?}") };
    let EventBody::CalendarChanged { moved, name, .. } = &event.body else { panic!("{event:?}") };
    assert_eq!(name, "Inventario");
    // The first response is due before the day; the response loses ten hours of attention.
    let instants: Vec<_> = moved.iter().map(|moved| (moved.deadline, moved.from, moved.due)).collect();
    assert_eq!(instants, [(Deadline::Response, at("2026-10-19 16:00"), at("2026-10-20 16:00"))]);
    let told = notices(&desk.ticket, event, &desk.rules);
    assert!(told.iter().any(|notice| {
        notice.to == Recipient::Requester
            && matches!(&notice.news, News::CalendarChanged { moved, .. } if moved.len() == 1)
    }));
    assert_eq!(promise(&desk, PromiseKind::Response, "2026-10-13 07:30").due, at("2026-10-20 16:00"));
}

#[test]
fn r12_a_change_is_heard_once_and_one_that_moves_nothing_not_at_all() {
    let mut desk = Desk::open("2026-10-13 07:15");
    let asked = change("2026-10-15", false, "Inventario");
    let before = Arc::new(desk.rules.clone());
    assert_eq!(hear(&mut desk, "2026-10-13 07:30", 1, &asked).len(), 1);
    let again = Command::CalendarChanged(CalendarChange { serial: 1, change: asked, before });
    let events = decide(Some(&desk.ticket), &again, &Actor::Clock, at("2026-10-13 07:31"), &desk.rules);
    assert_eq!(events.expect("the clock may"), []);
    assert_eq!(hear(&mut desk, "2026-10-13 07:32", 2, &change("2026-12-24", false, "Cierre de año")), []);
}

#[test]
fn r12_opening_a_holiday_makes_promises_earlier_but_never_late() {
    let mut desk = Desk::open("2026-12-07 17:00");
    let events = hear(&mut desk, "2026-12-07 17:30", 1, &change("2026-12-08", true, ""));
    let EventBody::CalendarChanged { moved, .. } = &events[0].body else { panic!("{events:?}") };
    let dues: Vec<_> = moved.iter().map(|moved| (moved.from, moved.due)).collect();
    assert_eq!(
        dues,
        [(at("2026-12-09 10:00"), at("2026-12-08 10:00")), (at("2026-12-15 15:00"), at("2026-12-14 15:00")),]
    );
    assert!(next_deadline_at(&desk.ticket, &desk.rules) > Some(at("2026-12-07 17:30")));
}

#[test]
fn r12_r16_a_committed_date_and_what_was_missed_never_move() {
    let mut bug = with_bug();
    bug.act("2026-10-15 09:00", &developer(), Act::CommitDate { date: date("2026-10-30") });
    assert_eq!(hear(&mut bug, "2026-10-15 10:00", 1, &change("2026-10-29", false, "Inventario")), []);

    let mut late = Desk::open("2026-10-13 07:15");
    late.strike("2026-10-13 12:00");
    let missed = promise(&late, PromiseKind::FirstResponse, "2026-10-13 12:00");
    assert_eq!(missed.state, PromiseState::Missed { at: None });
    let events = hear(&mut late, "2026-10-13 12:00", 1, &change("2026-10-14", false, "Inventario"));
    let EventBody::CalendarChanged { moved, .. } = &events[0].body else { panic!("{events:?}") };
    assert!(moved.iter().all(|moved| moved.deadline == Deadline::Response));
    assert_eq!(promise(&late, PromiseKind::FirstResponse, "2026-10-13 13:00").due, missed.due);
}

#[test]
fn r12_people_never_send_the_calendars_command() {
    let desk = Desk::open("2026-10-13 07:15");
    let command = Command::CalendarChanged(CalendarChange {
        serial: 1,
        change: change("2026-10-15", false, "Inventario"),
        before: Arc::new(Rules::soho()),
    });
    for person in [clerk(), agent(), developer(), supervisor(), person("admin", Role::Administrator)] {
        let actor = Actor::Person(person);
        let refused = decide(Some(&desk.ticket), &command, &actor, at("2026-10-13 07:30"), &desk.rules);
        assert!(refused.is_err(), "{actor:?}");
    }
}

#[test]
fn r12_only_days_ahead_that_change_something_are_changed() {
    let calendar = Calendar::new(
        &Rules::soho().policy,
        Adjustments {
            added: [(date("2026-10-15"), "Inventario".to_owned())].into(),
            removed: [date("2026-11-02")].into(),
        },
    );
    let today = date("2026-10-13");
    let ask = |day: &str, attends, name: &str| calendar.adjusted(&change(day, attends, name), today);
    for (day, attends, name, error) in [
        ("2026-10-13", false, "Hoy", DayChangeError::NotAhead),
        ("2026-10-12", true, "", DayChangeError::NotAhead),
        ("2026-10-17", false, "Sábado", DayChangeError::Weekend),
        ("2026-10-17", true, "", DayChangeError::Weekend),
        ("2026-10-14", true, "", DayChangeError::Unchanged),
        ("2026-10-15", false, "Otra vez", DayChangeError::Unchanged),
        ("2026-12-08", false, "Festivo", DayChangeError::Unchanged),
        ("2026-10-14", false, "  ", DayChangeError::Name),
        ("2101-01-03", false, "Lejos", DayChangeError::OutOfRange),
    ] {
        assert_eq!(ask(day, attends, name), Err(error), "{day} {attends}");
    }
    assert_eq!(ask("2026-10-14", false, &"x".repeat(81)), Err(DayChangeError::Name));
    // Closing and opening again leaves no trace; a holiday closed again keeps the law's name.
    assert!(ask("2026-10-15", true, "").expect("opens").added.is_empty());
    assert!(ask("2026-11-02", false, "").expect("closes").removed.is_empty());
    assert!(ask("2026-12-08", true, "").expect("opens").removed.contains(&date("2026-12-08")));
    assert_eq!(ask("2026-10-14", false, " Aseo ").expect("closes").added[&date("2026-10-14")], "Aseo");
}

#[test]
fn r12_r18_a_closing_that_moves_is_told_like_a_promise() {
    let closed = change("2026-10-15", false, "Inventario");
    let mut waiting = Desk::open("2026-10-13 08:00");
    waiting.act("2026-10-13 08:30", &agent(), ask("¿Puede enviarnos la factura?"));
    waiting.act("2026-10-13 09:00", &agent(), no_answer());
    let mut solved = Desk::open("2026-10-13 08:00");
    solved.act("2026-10-13 09:00", &agent(), Act::Resolve { body: "Reinicie el servicio.".into() });
    for (mut desk, deadline) in [(waiting, Deadline::Unreachable), (solved, Deadline::Uncontested)] {
        let events = hear(&mut desk, "2026-10-13 10:00", 1, &closed);
        let [event] = &events[..] else { panic!("{events:?}") };
        let EventBody::CalendarChanged { moved, .. } = &event.body else { panic!("{event:?}") };
        let (from, due) = (at("2026-10-15 18:00"), at("2026-10-16 18:00"));
        assert_eq!(moved[..], [MovedDeadline { deadline, from, due }]);
        assert_eq!(next_deadline_at(&desk.ticket, &desk.rules), Some(due));
    }
}

#[test]
fn r12_r16_a_date_committed_for_the_day_that_closes_is_pointed_out() {
    let mut bug = with_bug();
    bug.act("2026-10-15 09:00", &developer(), Act::CommitDate { date: date("2026-10-30") });
    assert!(is_committed_for(&bug.ticket, date("2026-10-30")));
    assert!(!is_committed_for(&bug.ticket, date("2026-10-29")));
    bug.act("2026-10-20 09:00", &developer(), Act::Resolve { body: "Instale la versión 8.2.".into() });
    assert!(!is_committed_for(&bug.ticket, date("2026-10-30")), "it was kept");
    assert!(!is_committed_for(&Desk::open("2026-10-15 09:00").ticket, date("2026-10-30")));
}

#[test]
fn r12_a_waiting_clock_is_not_told_to_move() {
    let mut desk = Desk::open("2026-10-13 08:00");
    desk.act("2026-10-13 08:30", &agent(), ask("¿Puede enviarnos la factura?"));
    let after = under(
        desk.rules.calendar.adjusted(&change("2026-10-15", false, "Inventario"), date("2026-10-13")).unwrap(),
    );
    assert_eq!(moved_deadlines(&desk.ticket, &desk.rules, &after), []);
}
