//! R16: bugs and the dates promised for them.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;

#[test]
fn r16_a_committed_date_replaces_the_response_and_waiting_never_moves_it() {
    let mut desk = with_bug();
    assert_eq!(desk.ticket.status, Status::InDevelopment);
    desk.act("2026-10-15 09:00", &developer(), Act::CommitDate { date: date("2026-10-30") });
    let kinds: Vec<_> =
        promises(&desk.ticket, &desk.rules, at("2026-10-15 09:00")).iter().map(|p| p.kind).collect();
    assert_eq!(kinds, [PromiseKind::FirstResponse, PromiseKind::BugDate]);
    desk.act("2026-10-16 09:00", &developer(), ask("¿Puede enviarnos la factura?"));
    let waiting = promise(&desk, PromiseKind::BugDate, "2026-10-20 09:00");
    assert_eq!(
        (waiting.state, waiting.first_due),
        (PromiseState::Running, None),
        "its clock doesn't stand still"
    );
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

#[test]
fn r16_r19_a_missed_date_that_moved_runs_again_and_the_miss_stays_in_sight() {
    let mut desk = with_bug();
    desk.act("2026-10-15 09:00", &developer(), Act::CommitDate { date: date("2026-10-20") });
    desk.strike("2026-10-21 09:00");
    let first = Mark { promise: PromiseKind::BugDate, due: at("2026-10-20 18:00") };
    let missed = promise(&desk, PromiseKind::BugDate, "2026-10-21 09:00");
    assert_eq!((missed.state, &missed.missed_before[..]), (PromiseState::Missed { at: None }, &[][..]));

    let reason = "Faltan pruebas.".to_owned();
    desk.act("2026-10-21 10:00", &developer(), Act::MoveDate { date: date("2026-10-23"), reason });
    let moved = promise(&desk, PromiseKind::BugDate, "2026-10-22 09:00");
    assert_eq!((moved.state, moved.due), (PromiseState::Running, at("2026-10-23 18:00")));
    assert_eq!((moved.first_due, &moved.missed_before[..]), (Some(first.due), &[first][..]));

    desk.act("2026-10-23 09:00", &developer(), Act::Resolve { body: "Instale la versión 8.2.".into() });
    let kept = promise(&desk, PromiseKind::BugDate, "2026-10-23 10:00");
    assert_eq!(
        (kept.state, &kept.missed_before[..]),
        (PromiseState::Met { at: at("2026-10-23 09:00") }, &[first][..])
    );
}

#[test]
fn r16_r19_a_response_missed_before_the_date_was_promised_stays_in_sight() {
    let mut desk = with_bug();
    let due = promise(&desk, PromiseKind::Response, "2026-10-14 18:00").due;
    desk.strike("2026-11-10 09:00");
    desk.act("2026-11-10 10:00", &developer(), Act::CommitDate { date: date("2026-11-20") });
    let date = promise(&desk, PromiseKind::BugDate, "2026-11-10 11:00");
    assert_eq!(date.state, PromiseState::Running);
    assert_eq!(date.missed_before, [Mark { promise: PromiseKind::Response, due }]);
    // Withdrawn before anybody answered, the date was promised in vain; what was missed before it was not.
    desk.act("2026-11-11 09:00", &clerk(), Act::Withdraw);
    assert_eq!(promise(&desk, PromiseKind::BugDate, "2026-11-11 10:00").missed_before.len(), 1);
}

#[test]
fn fault_4_the_desk_is_warned_of_a_date_in_attention_hours_and_never_at_midnight() {
    let mut desk = with_bug();
    desk.act("2026-10-15 09:00", &developer(), Act::CommitDate { date: date("2026-11-03") });
    // The Monday before is a holiday, so the day of attention before the date is Friday.
    let events = desk.strike("2026-11-04 03:00");
    let told: Vec<_> = events.iter().map(|event| (event.body.clone(), event.at)).collect();
    let (promise, due) = (PromiseKind::BugDate, at("2026-11-03 18:00"));
    let warned = (EventBody::Warned { promise, due }, at("2026-11-03 08:00"));
    assert_eq!(told, [warned, (EventBody::Breached { promise, due }, due)]);
}
