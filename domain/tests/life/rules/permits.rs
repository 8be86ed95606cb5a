//! Every command in every state of a ticket, and every refusal, by its code.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;
use domain::access::{Person, Way};
use domain::ticket::Photo;

/// A ticket brought to a state, by its name.
fn brought_to(state: &str) -> Desk {
    let hand = || Act::HandToDevelopment { evidence: "Falla con IVA mixto.".into() };
    let commit = || Act::CommitDate { date: date("2026-10-30") };
    let path: Vec<(Person, Act)> = match state {
        "received" => vec![],
        "in_analysis" => vec![(agent(), Act::Take)],
        "waiting" => vec![(agent(), ask("¿Qué versión usa?"))],
        "bug" => vec![(agent(), hand())],
        "bug_dated" => vec![(agent(), hand()), (developer(), commit())],
        "resolved" => vec![(agent(), resolve())],
        "bug_resolved" => vec![(agent(), hand()), (agent(), resolve())],
        "bug_dated_resolved" => vec![(agent(), hand()), (developer(), commit()), (agent(), resolve())],
        _ => vec![(clerk(), Act::Withdraw)],
    };
    let mut desk = Desk::open("2026-10-14 09:00");
    for (by, act) in path {
        desk.act("2026-10-14 10:00", &by, act);
    }
    desk
}

#[test]
fn a_ticket_takes_so_many_photos_and_says_how_many() {
    let mut desk = Desk::open("2026-10-14 09:00");
    let limit = desk.rules.policy.photos_a_ticket;
    let photo = || {
        Command::AttachPhoto(Photo {
            id: "foto".into(),
            name: "pantalla.jpg".into(),
            media_type: "image/jpeg".into(),
            bytes: 1,
        })
    };
    for taken in 0..limit {
        assert!(available(&desk.ticket, &clerk()).contains(&CommandKind::AttachPhoto), "{taken}");
        desk.try_send(at("2026-10-14 09:01"), &Actor::Person(clerk()), &photo()).expect("there is room");
    }
    for person in [clerk(), agent(), supervisor(), through(Way::HandOver)] {
        assert!(!available(&desk.ticket, &person).contains(&CommandKind::AttachPhoto));
        let refused = desk.try_send(at("2026-10-14 09:02"), &Actor::Person(person), &photo());
        assert_eq!(refused, Err(Refusal::PhotosFull { limit }));
    }
    assert_eq!(desk.ticket.photos, limit);
    assert!(available(&desk.ticket, &clerk()).contains(&CommandKind::Reply), "words go on");
}

const STATES: [&str; 9] = [
    "received",
    "in_analysis",
    "waiting",
    "bug",
    "bug_dated",
    "resolved",
    "bug_resolved",
    "bug_dated_resolved",
    "closed",
];

/// The states in which a supervisor may send a command; they may send all but what is the client's to say.
fn states_of(kind: CommandKind) -> Vec<&'static str> {
    use CommandKind as K;
    let but = |left_out: &[&str]| STATES.into_iter().filter(|state| !left_out.contains(state)).collect();
    let answered = ["resolved", "bug_resolved", "bug_dated_resolved", "closed"];
    match kind {
        K::Open
        | K::Confirm
        | K::Dispute
        | K::Withdraw
        | K::CalendarChanged
        | K::ShareTicket
        | K::OpenLink
        | K::ConfirmEmail
        | K::ClockStruck => vec![],
        K::Note | K::Link => STATES.to_vec(),
        K::Take => vec!["received"],
        K::LogContactAttempt => vec!["in_analysis", "waiting", "bug", "bug_dated"],
        K::HandToDevelopment => vec!["received", "in_analysis", "waiting"],
        K::CommitDate => vec!["bug"],
        K::MoveDate => vec!["bug_dated"],
        K::AskForInformation | K::Resolve | K::CloseInsufficient | K::CloseOutOfScope | K::CloseDuplicate => {
            but(&answered)
        }
        K::Assign | K::Reply | K::AttachPhoto | K::Reclassify | K::SplitRequirement => but(&["closed"]),
    }
}

#[test]
fn a_supervisor_may_send_each_command_in_its_states() {
    for state in STATES {
        let desk = brought_to(state);
        for kind in CommandKind::BY_PEOPLE {
            let may = permit(&desk.ticket, kind, &supervisor()).is_ok();
            assert_eq!(may, states_of(kind).contains(&state), "{kind:?} when {state}");
        }
    }
}

#[test]
fn the_others_may_send_their_part_of_it() {
    use CommandKind as K;
    let agents = |kind| !matches!(kind, K::CommitDate | K::MoveDate);
    let developers = |kind| {
        let own = [
            K::Note,
            K::Reply,
            K::AttachPhoto,
            K::AskForInformation,
            K::CommitDate,
            K::MoveDate,
            K::Resolve,
            K::Link,
        ];
        own.contains(&kind)
    };
    for state in STATES {
        let desk = brought_to(state);
        for kind in CommandKind::BY_PEOPLE {
            let in_state = states_of(kind).contains(&state);
            let by_agent = permit(&desk.ticket, kind, &agent()).is_ok();
            assert_eq!(by_agent, in_state && agents(kind), "agent: {kind:?} when {state}");
            let by_developer = permit(&desk.ticket, kind, &developer()).is_ok();
            assert_eq!(
                by_developer,
                in_state && developers(kind) && desk.ticket.is_bug(),
                "developer: {kind:?} when {state}"
            );
        }
        let of_client: &[K] = match state {
            "closed" => &[K::ShareTicket],
            "resolved" | "bug_resolved" | "bug_dated_resolved" => {
                &[K::Confirm, K::Dispute, K::Withdraw, K::ShareTicket]
            }
            _ => &[K::Reply, K::AttachPhoto, K::Withdraw, K::ShareTicket],
        };
        assert_eq!(available(&desk.ticket, &clerk()), of_client, "{state}");
        let administrator = person("gloria", Role::HotelAdministrator);
        assert_eq!(available(&desk.ticket, &administrator), of_client, "{state}");
    }
}

#[test]
fn a_refusal_says_why() {
    use CommandKind as K;
    let not_in = |status| Refusal::NotInStatus { status };
    for (state, kind, by, refusal) in [
        ("received", K::Open, agent(), Refusal::AlreadyOpen),
        ("received", K::Take, clerk(), Refusal::Forbidden),
        ("in_analysis", K::Take, agent(), Refusal::AlreadyTaken),
        ("received", K::LogContactAttempt, agent(), not_in(Status::Received)),
        ("bug", K::HandToDevelopment, agent(), not_in(Status::InDevelopment)),
        ("in_analysis", K::CommitDate, supervisor(), not_in(Status::InAnalysis)),
        ("bug_dated", K::CommitDate, developer(), Refusal::DateAlreadyCommitted),
        ("bug", K::MoveDate, developer(), Refusal::NoDateCommitted),
        ("bug_dated_resolved", K::MoveDate, developer(), not_in(Status::Resolved)),
        ("resolved", K::Reply, clerk(), Refusal::ConfirmOrDispute),
        ("resolved", K::Resolve, agent(), not_in(Status::Resolved)),
        ("received", K::Confirm, clerk(), not_in(Status::Received)),
        ("closed", K::Reply, clerk(), Refusal::Closed),
        ("received", K::Note, developer(), Refusal::NotFound),
    ] {
        assert_eq!(permit(&brought_to(state).ticket, kind, &by), Err(refusal), "{kind:?} when {state}");
    }
}

#[test]
fn a_ticket_is_no_duplicate_of_itself() {
    let mut desk = Desk::open("2026-10-14 09:00");
    let itself = Act::CloseDuplicate { of: desk.ticket.number };
    assert_eq!(desk.try_act("2026-10-14 10:00", &agent(), itself), Err(Refusal::SameTicket));
    desk.act("2026-10-14 10:00", &agent(), Act::CloseDuplicate { of: number(222_222) });
    assert_eq!(closure(&desk), Some(Closure::Duplicate { of: number(222_222) }));
}

#[test]
fn only_time_strikes_and_time_does_nothing_else() {
    let mut desk = Desk::open("2026-10-14 09:00");
    let taken = desk.try_send(at("2026-10-14 10:00"), &Actor::Clock, &Command::Act(Act::Take));
    assert_eq!(taken, Err(Refusal::Forbidden));
    let struck = desk.try_send(at("2026-10-30 10:00"), &Actor::Person(supervisor()), &Command::ClockStruck);
    assert_eq!(struck, Err(Refusal::Forbidden));
}

/// The codes are the wire's and the words' keys: none may change, none may be another's.
#[test]
fn each_refusal_has_its_code() {
    for (refusal, code) in [
        (Refusal::NotFound, "not_found"),
        (Refusal::Forbidden, "forbidden"),
        (Refusal::AlreadyOpen, "already_open"),
        (Refusal::Closed, "ticket_closed"),
        (Refusal::NotInStatus { status: Status::Closed }, "not_in_status"),
        (Refusal::AlreadyTaken, "already_taken"),
        (Refusal::ConfirmOrDispute, "confirm_or_dispute"),
        (Refusal::TextMissing, "text_missing"),
        (Refusal::TextTooLong { limit: 1 }, "text_too_long"),
        (Refusal::MissingItemsRequired, "missing_items_required"),
        (Refusal::DateAlreadyCommitted, "date_already_committed"),
        (Refusal::NoDateCommitted, "no_date_committed"),
        (Refusal::DateNotAhead, "date_not_ahead"),
        (Refusal::DateNotAttentionDay, "date_not_attention_day"),
        (Refusal::DateUnchanged, "date_unchanged"),
        (Refusal::AlreadyAssigned, "already_assigned"),
        (Refusal::SameTicket, "same_ticket"),
        (Refusal::AlreadyLinked, "already_linked"),
    ] {
        assert_eq!(refusal.code(), code);
    }
}
