//! Random histories: thousands of sequences of commands by everyone, at all hours, checked against what must always hold.

use crate::desk::*;
use chrono::TimeDelta;
use domain::Instant;
use domain::access::{Actor, Person, Side, Way};
use domain::calendar::BOGOTA;
use domain::guide::GuideItem;
use domain::scope::OutOfScope;
use domain::ticket::deadlines::unreachable_at;
use domain::ticket::{
    Act, By, Channel, Closure, Command, ContactChannel, ContactOutcome, Event, EventBody, Photo, PromiseKind,
    PromiseState, Refusal, Rules, Status, Ticket, available, decide, next_deadline_at, permit, promises,
    replay,
};
use proptest::prelude::*;

/// One thing that happens, some seconds after the thing before.
#[derive(Debug, Clone)]
struct Happening {
    after: TimeDelta,
    by: Person,
    command: Command,
}

fn acts() -> impl Strategy<Value = Command> {
    let text = || "[a-z]{0,3}".prop_map(String::from);
    let outcome = prop_oneof![
        4 => Just(ContactOutcome::NoAnswer),
        1 => Just(ContactOutcome::Busy),
        1 => Just(ContactOutcome::Reached)
    ];
    let day = (0_u64..40).prop_map(|days| at("2026-12-01 08:00").date_naive() + chrono::Days::new(days));
    prop_oneof![
        2 => Just(Act::Take),
        3 => text().prop_map(|body| Act::Reply { body }),
        1 => text().prop_map(|body| Act::Note { body }),
        4 => text().prop_map(|body| Act::AskForInformation { missing: vec![GuideItem::Images], body }),
        6 => outcome.prop_map(|outcome| Act::LogContactAttempt {
            channel: ContactChannel::Phone, outcome, note: String::new()
        }),
        1 => Just(Act::Assign { to: "other".into() }),
        1 => prop::sample::select(vec![123_456, 222_222, 333_333]).prop_map(|serial| Act::Link { to: number(serial) }),
        1 => Just(Act::Reclassify { kind: request().kind, impact: critical_request().impact }),
        1 => text().prop_map(|evidence| Act::HandToDevelopment { evidence }),
        2 => day.clone().prop_map(|date| Act::CommitDate { date }),
        2 => (day, text()).prop_map(|(date, reason)| Act::MoveDate { date, reason }),
        2 => text().prop_map(|body| Act::Resolve { body }),
        2 => text().prop_map(|body| Act::Dispute { body }),
    ]
    .prop_map(Command::Act)
}

fn endings() -> impl Strategy<Value = Command> {
    prop_oneof![
        Just(Act::Confirm),
        Just(Act::Withdraw),
        Just(Act::CloseDuplicate { of: number(333_333) }),
        Just(Act::CloseInsufficient { missing: vec![GuideItem::MenuPath], message: String::new() }),
        Just(Act::CloseOutOfScope { area: OutOfScope::Network, message: String::new() }),
    ]
    .prop_map(Command::Act)
}

fn commands() -> impl Strategy<Value = Command> {
    let photo = Photo { id: "p".into(), name: "a.jpg".into(), media_type: "image/jpeg".into(), bytes: 1 };
    let owner =
        Command::ConfirmEmail { requester: "clerk".into(), company: Some("casa-lola".into()), branch: None };
    let link = Command::MakeHandOverLink { link: "l".into(), until: at("2027-01-01 08:00") };
    prop_oneof![
        20 => acts(),
        1 => endings(),
        1 => Just(Command::AttachPhoto(photo)),
        1 => Just(owner),
        1 => Just(link),
        1 => Just(Command::OpenHandOverLink { link: "l".into() }),
        1 => Just(Command::RevokeHandOverLink { link: "l".into() }),
    ]
}

fn happenings() -> impl Strategy<Value = Vec<Happening>> {
    let people = prop::sample::select(vec![
        clerk(),
        agent(),
        agent(),
        supervisor(),
        developer(),
        through(Way::HandOver),
        through(Way::Sender),
        through(Way::Code),
    ]);
    let pause = prop_oneof![4 => 0_i64..7_200, 2 => 7_200_i64..86_400, 1 => 86_400_i64..500_000];
    let happening = (pause, people, commands()).prop_map(|(seconds, by, command)| Happening {
        after: TimeDelta::seconds(seconds),
        by,
        command,
    });
    prop::collection::vec(happening, 1..40)
}

fn openings() -> impl Strategy<Value = (Instant, Channel, bool)> {
    let start = at("2026-11-30 00:00");
    (0_i64..14 * 86_400, prop::sample::select(vec![Channel::Portal, Channel::Phone]), any::<bool>()).prop_map(
        move |(seconds, channel, critical)| (start + TimeDelta::seconds(seconds), channel, critical),
    )
}

/// Opens a ticket and sends everything; refusals change nothing. Gives the desk and the instant it ended at.
fn play(
    (opened, channel, critical): (Instant, Channel, bool),
    happenings: &[Happening],
    sweep: bool,
) -> (Desk, Instant) {
    let request = if critical { critical_request() } else { request() };
    let sender = channel == Channel::Portal && critical && opened.timestamp() % 2 == 0;
    let by = match channel {
        Channel::Phone => agent(),
        Channel::Portal if sender => through(Way::Sender),
        Channel::Portal => clerk(),
    };
    let opening = if sender { unconfirmed_opening(request) } else { opening(channel, request) };
    let wall = opened.with_timezone(&BOGOTA).format("%Y-%m-%d %H:%M:%S").to_string();
    let mut desk = Desk::open_as(&wall, &by, opening);
    let mut now = opened;
    for Happening { after, by, command } in happenings {
        if sweep {
            sweep_until(&mut desk, now, now + *after);
        }
        now += *after;
        let before = desk.ticket.clone();
        // What a link does has no button in the desk's sense: its page is reached by mail, or from a colleague.
        let by_link = matches!(command, Command::ConfirmEmail { .. } | Command::OpenHandOverLink { .. });
        let offered = available(&before, by).contains(&command.kind())
            || by_link && permit(&before, command.kind(), by).is_ok();
        let result = desk.try_send(now, &Actor::Person(by.clone()), command);
        check_step(&before, &desk, &result, offered, sweep);
    }
    (desk, now)
}

/// A sweep as often as anything is due, each a random-looking while late.
fn sweep_until(desk: &mut Desk, from: Instant, to: Instant) {
    let mut now = from;
    while now < to {
        now = (now + TimeDelta::seconds(5_003)).min(to);
        desk.try_send(now, &Actor::Clock, &Command::ClockStruck).expect("the clock is never refused");
    }
}

fn check_step(
    before: &Ticket,
    desk: &Desk,
    result: &Result<Vec<Event>, Refusal>,
    offered: bool,
    swept: bool,
) {
    match result {
        Err(_) => assert_eq!(&desk.ticket, before, "a refusal changes nothing"),
        // Between looking and acting the clock may have closed it, so this holds for what has been swept.
        Ok(_) if swept => assert!(offered, "what is carried out was offered"),
        Ok(_) => {}
    }
}

fn closings(events: &[Event]) -> Vec<&Closure> {
    let closed = events.iter().filter_map(|event| match &event.body {
        EventBody::Closed { closure, .. } => Some(closure),
        _ => None,
    });
    closed.collect()
}

/// What the client last did before an event, against what the desk last did: who spoke last.
fn client_spoke_last(events: &[Event]) -> bool {
    let words = events.iter().rev().find_map(|event| match (&event.by, &event.body) {
        (by, EventBody::Replied { .. } | EventBody::PhotoAttached(_)) => by.side(),
        (_, EventBody::InformationRequested { .. } | EventBody::Resolved { .. }) => Some(Side::Desk),
        (_, EventBody::Opened(_) | EventBody::Disputed { .. }) => Some(Side::Client),
        _ => None,
    });
    words == Some(Side::Client)
}

fn attempts_since_client(events: &[Event]) -> usize {
    let since = events.iter().rev().take_while(|event| match (&event.by, &event.body) {
        // A new wait begins a new count.
        (
            _,
            EventBody::Opened(_)
            | EventBody::Disputed { .. }
            | EventBody::Resolved { .. }
            | EventBody::HandedToDevelopment { .. },
        ) => false,
        (by, EventBody::Replied { .. } | EventBody::PhotoAttached(_)) => by.side() == Some(Side::Desk),
        (_, EventBody::ContactAttempted { outcome, .. }) => outcome.is_unsuccessful(),
        _ => true,
    });
    since.filter(|event| matches!(event.body, EventBody::ContactAttempted { .. })).count()
}

/// How many histories each property plays: 600, or what `PROPTEST_CASES` asks for.
fn histories() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(600)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: histories(), ..ProptestConfig::default() })]

    #[test]
    fn replay_equals_projection(opening in openings(), happenings in happenings()) {
        let (desk, _) = play(opening, &happenings, false);
        prop_assert_eq!(replay(&desk.events).expect("replays"), desk.ticket);
    }

    #[test]
    fn a_late_or_missed_sweep_tells_the_history_of_a_punctual_one(opening in openings(), happenings in happenings()) {
        let (mut swept, now) = play(opening, &happenings, true);
        let (mut late, _) = play(opening, &happenings, false);
        let end = now + TimeDelta::days(30);
        sweep_until(&mut swept, now, end);
        late.try_send(end, &Actor::Clock, &Command::ClockStruck).expect("strikes");
        prop_assert_eq!(&swept.events, &late.events);
        prop_assert!(late.try_send(end, &Actor::Clock, &Command::ClockStruck).expect("strikes").is_empty());
    }

    #[test]
    fn history_runs_forward_and_ends_once(opening in openings(), happenings in happenings()) {
        let (desk, _) = play(opening, &happenings, true);
        prop_assert!(desk.events.windows(2).all(|pair| pair[0].at <= pair[1].at));
        prop_assert!(closings(&desk.events).len() <= 1);
        prop_assert_eq!(desk.ticket.status == Status::Closed, closings(&desk.events).len() == 1);
        prop_assert_eq!(desk.ticket.revision as usize, desk.events.len());
    }

    #[test]
    fn never_closed_as_unreachable_when_the_client_spoke_last_or_without_an_attempt(
        opening in openings(), happenings in happenings()
    ) {
        let (mut desk, now) = play(opening, &happenings, true);
        desk.try_send(now + TimeDelta::days(60), &Actor::Clock, &Command::ClockStruck).expect("strikes");
        for (index, event) in desk.events.iter().enumerate() {
            if let EventBody::Closed { closure: Closure::Unreachable { attempts }, .. } = &event.body {
                let before = &desk.events[..index];
                prop_assert!(!client_spoke_last(before));
                prop_assert_eq!(attempts_since_client(before), *attempts as usize);
                prop_assert!((1..=9).contains(attempts));
            }
        }
    }

    #[test]
    fn a_client_always_has_the_promised_days_to_answer(opening in openings(), happenings in happenings()) {
        let (mut desk, now) = play(opening, &happenings, true);
        desk.try_send(now + TimeDelta::days(60), &Actor::Clock, &Command::ClockStruck).expect("strikes");
        let (mut first, mut waiting) = (None, false);
        for event in &desk.events {
            match &event.body {
                EventBody::InformationRequested { .. } => waiting = true,
                EventBody::ContactAttempted { outcome, .. } if outcome.is_unsuccessful() => {
                    prop_assert!(waiting, "an attempt is made while the desk waits");
                    first = first.or(Some(event.at));
                }
                EventBody::Closed { closure: Closure::Unreachable { attempts }, .. } if *attempts < 9 => {
                    let close = first.map(|at| desk.rules.calendar.unreachable_close(at, 2));
                    prop_assert_eq!(Some(event.at), close);
                }
                EventBody::Replied { .. } | EventBody::PhotoAttached(_) | EventBody::Disputed { .. }
                    if matches!(&event.by, By::Person { role, .. } if role.is_staff()) => {}
                EventBody::HandedToDevelopment { .. }
                | EventBody::Resolved { .. }
                | EventBody::ContactAttempted { .. }
                | EventBody::Replied { .. }
                | EventBody::PhotoAttached(_)
                | EventBody::Disputed { .. } => (first, waiting) = (None, false),
                _ => {}
            }
        }
    }

    #[test]
    fn a_wait_never_moves_a_committed_date(opening in openings(), happenings in happenings()) {
        let (desk, now) = play(opening, &happenings, true);
        let promised = desk.events.iter().rev().find_map(|event| match &event.body {
            EventBody::DateCommitted { due } | EventBody::DateMoved { due, .. } => Some(*due),
            _ => None,
        });
        // What the client withdrew was promised in vain: it is shown neither as kept nor as missed.
        if desk.ticket.ending.as_ref().is_some_and(|ending| ending.closure == Closure::Withdrawn) {
            return Ok(());
        }
        let shown = promises(&desk.ticket, &desk.rules, now).into_iter().find(|p| p.kind == PromiseKind::BugDate);
        prop_assert_eq!(shown.map(|promise| promise.due), promised);
    }

    #[test]
    fn a_breach_happens_once_and_stays_visible(opening in openings(), happenings in happenings()) {
        let (mut desk, now) = play(opening, &happenings, true);
        desk.try_send(now + TimeDelta::days(60), &Actor::Clock, &Command::ClockStruck).expect("strikes");
        let mut seen = Vec::new();
        for event in &desk.events {
            if let EventBody::Breached { promise, due } = event.body {
                prop_assert!(!seen.contains(&(promise, due)));
                prop_assert!(promise == PromiseKind::BugDate || seen.iter().all(|(other, _)| *other != promise));
                prop_assert!(event.at >= due);
                seen.push((promise, due));
            }
        }
        let missed: Vec<_> = desk.ticket.breaches.iter().map(|mark| (mark.promise, mark.due)).collect();
        prop_assert_eq!(missed, seen);
        let now = now + TimeDelta::days(60);
        let shown = promises(&desk.ticket, &desk.rules, now);
        for mark in &desk.ticket.breaches {
            let seen = shown.iter().any(|promise| {
                promise.missed_before.contains(mark)
                    || (promise.kind == mark.promise && matches!(promise.state, PromiseState::Missed { .. }))
            });
            prop_assert!(seen, "{mark:?} is out of sight: {shown:?}");
        }
    }

    #[test]
    fn only_a_persons_act_is_a_first_response(opening in openings(), happenings in happenings()) {
        let (desk, _) = play(opening, &happenings, true);
        if let Some(at) = desk.ticket.first_responded_at {
            let by_staff = desk.events.iter().any(|event| {
                event.at == at
                    && event.body == EventBody::Taken
                    && matches!(&event.by, By::Person { role, .. } if role.is_staff())
            });
            prop_assert!(by_staff);
        }
    }

    #[test]
    fn nothing_is_overdue_after_the_clock_struck(opening in openings(), happenings in happenings(), hours in 0_i64..2_000) {
        let (mut desk, now) = play(opening, &happenings, false);
        let now = now + TimeDelta::hours(hours);
        desk.try_send(now, &Actor::Clock, &Command::ClockStruck).expect("strikes");
        prop_assert!(next_deadline_at(&desk.ticket, &desk.rules).is_none_or(|due| due >= now));
        prop_assert!(unreachable_at(&desk.ticket, &desk.rules).is_none_or(|due| due >= now));
    }

    #[test]
    fn the_desk_always_has_something_to_wait_for(opening in openings(), happenings in happenings()) {
        let (desk, now) = play(opening, &happenings, true);
        let rules = Rules::soho();
        let waits_for_people = matches!(desk.ticket.status, Status::WaitingOnClient | Status::Resolved);
        let all_missed = desk.ticket.breached(PromiseKind::Response) || desk.ticket.bug_promise().is_some();
        let silent = next_deadline_at(&desk.ticket, &rules).is_none();
        prop_assert!(!silent || desk.ticket.status == Status::Closed || waits_for_people || all_missed, "{now} {desk:?}");
        let struck = decide(Some(&desk.ticket), &Command::ClockStruck, &Actor::Clock, now, &rules).expect("strikes");
        prop_assert!(struck.is_empty() || struck.iter().all(|event| event.by == By::Clock));
    }
}
