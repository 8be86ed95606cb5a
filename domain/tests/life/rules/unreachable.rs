//! R18: the client who can't be reached.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;
use domain::calendar::StepKind;

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
        assert_eq!(desk.ticket.photos, u32::from(matches!(word, Command::AttachPhoto(_))));
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

#[test]
fn r18_attempts_belong_to_the_wait_they_were_made_in() {
    let mut desk = waiting_with_attempt();
    desk.act(
        "2026-10-14 11:00",
        &agent(),
        Act::HandToDevelopment { evidence: "Falla con IVA mixto.".into() },
    );
    desk.act("2026-11-04 10:00", &developer(), ask("¿Puede enviarnos la factura?"));
    assert_eq!(unreachable_at(&desk.ticket, &desk.rules), None, "nobody has tried to reach them this time");
    desk.act("2026-11-04 11:00", &agent(), no_answer());
    assert_eq!(unreachable_at(&desk.ticket, &desk.rules), Some(at("2026-11-06 18:00")));
}

#[test]
fn r22_the_account_of_a_closing_ends_at_the_closing() {
    // Attempted on the Friday before a holiday Monday: Tuesday and Wednesday count, and the account says why.
    let mut desk = Desk::open("2026-10-09 09:00");
    assert_eq!(closing_account(&desk.ticket, &desk.rules), None, "nothing runs");
    desk.act("2026-10-09 10:00", &agent(), ask("¿Me envía la pantalla?"));
    assert_eq!(closing_account(&desk.ticket, &desk.rules), None, "nobody has tried to reach them");
    desk.act("2026-10-09 11:00", &agent(), no_answer());
    let account = closing_account(&desk.ticket, &desk.rules).expect("runs");
    assert_eq!(Some(account.due), unreachable_at(&desk.ticket, &desk.rules));
    assert_eq!((account.from, account.amount_seconds), (at("2026-10-10 00:00"), 2 * 10 * 3600));
    let holidays = account.steps.iter().filter(|step| matches!(step.kind, StepKind::Holiday { .. }));
    assert_eq!(holidays.count(), 1);
    desk.act("2026-10-13 09:00", &clerk(), say("Aquí está."));
    assert_eq!(closing_account(&desk.ticket, &desk.rules), None);
    desk.act("2026-10-13 10:00", &agent(), resolve());
    let account = closing_account(&desk.ticket, &desk.rules).expect("runs");
    assert_eq!(Some(account.due), uncontested_at(&desk.ticket, &desk.rules));
    assert_eq!(account.due, at("2026-10-15 18:00"));
}

#[test]
fn r18_a_call_begins_a_wait_once_and_only_when_nobody_answers() {
    let mut desk = Desk::open("2026-10-13 09:00");
    let reached = Act::LogContactAttempt {
        channel: ContactChannel::Phone,
        outcome: ContactOutcome::Reached,
        note: String::new(),
    };
    desk.act("2026-10-13 10:00", &agent(), Act::Take);
    desk.act("2026-10-13 10:30", &agent(), reached);
    let asked = |desk: &Desk| desk.count(|body| matches!(body, EventBody::InformationRequested { .. }));
    assert_eq!((asked(&desk), desk.ticket.status), (0, Status::InAnalysis));
    desk.act("2026-10-13 11:00", &agent(), no_answer());
    desk.act("2026-10-13 12:00", &agent(), no_answer());
    assert_eq!((asked(&desk), desk.ticket.attempts.len()), (1, 2));
}

#[test]
fn fault_6_it_never_stalls_and_never_ends_twice() {
    let mut desk = waiting_with_attempt();
    desk.strike("2026-10-16 18:00:01");
    assert_eq!(desk.ticket.status, Status::Closed);
    let length = desk.events.len();
    for wall in ["2026-10-16 18:00:01", "2026-10-19 09:00", "2027-10-16 18:00"] {
        assert!(desk.strike(wall).is_empty(), "the closing neither reopens nor repeats");
    }
    assert_eq!((desk.events.len(), desk.next_deadline()), (length, None));
    // What was promised and not given before stays on the page: nobody withdrew it.
    let kinds: Vec<_> =
        promises(&desk.ticket, &desk.rules, at("2026-10-20 09:00")).iter().map(|p| p.kind).collect();
    assert_eq!(kinds, [PromiseKind::FirstResponse, PromiseKind::Response]);
}

#[test]
fn fault_6_it_never_closes_when_the_client_spoke_last() {
    let mut desk = waiting_with_attempt();
    desk.act("2026-10-15 09:00", &clerk(), say("Aquí estoy."));
    desk.strike("2026-10-16 18:00:01");
    desk.strike("2027-01-16 18:00");
    assert_eq!((desk.ticket.status, closure(&desk)), (Status::InAnalysis, None));
}
