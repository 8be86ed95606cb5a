//! What the demo data must be at any time: decided without a refusal, complete, and believable.

use std::collections::{HashMap, HashSet};

use chrono::{FixedOffset, NaiveDate, TimeDelta};
use domain::{
    Instant,
    access::Role,
    api::import::ImportedTicket,
    guide::photo::MediaType,
    scope::Kind,
    ticket::{
        Channel, Closure, EventBody, PromiseKind, PromiseState, Relation, Rules, Status, Ticket, promises,
        replay,
    },
};

use super::{Outcome, import, many::open_tickets, people};

const BOGOTA: FixedOffset = domain::calendar::BOGOTA;

fn bogota(year: i32, month: u32, day: u32, hour: u32, minute: u32) -> Instant {
    let local = NaiveDate::from_ymd_opt(year, month, day).unwrap().and_hms_opt(hour, minute, 0).unwrap();
    local.and_local_timezone(BOGOTA).unwrap().to_utc()
}

/// Moments of every sort, and every fifteen hours and a bit of the weeks around Christmas and New Year.
fn presents() -> Vec<(String, Instant)> {
    let named = [
        ("weekday morning", bogota(2026, 11, 24, 10, 17)),
        ("exactly opening", bogota(2026, 11, 23, 8, 0)),
        ("a second past opening", bogota(2026, 11, 23, 8, 0) + TimeDelta::seconds(1)),
        ("exactly closing", bogota(2026, 11, 25, 18, 0)),
        ("Friday evening", bogota(2026, 11, 27, 19, 45)),
        ("Sunday night", bogota(2026, 11, 22, 23, 59)),
        ("Holy Week", bogota(2027, 3, 25, 11, 0)),
        ("after two holiday Mondays", bogota(2026, 7, 21, 8, 5)),
        ("New Year", bogota(2027, 1, 1, 0, 0)),
        ("Christmas Eve", bogota(2026, 12, 24, 21, 30)),
    ];
    let named = named.map(|(name, now)| (name.to_owned(), now));
    let christmas = bogota(2026, 12, 21, 0, 0);
    let walked = (0..16 * 24 * 60).step_by(911).map(|minutes| christmas + TimeDelta::minutes(minutes));
    named.into_iter().chain(walked.map(|now| (now.with_timezone(&BOGOTA).to_string(), now))).collect()
}

/// A ticket as told, and what it comes to.
struct Told {
    events: Vec<domain::ticket::Event>,
    state: Ticket,
}

fn retell(when: &str, now: Instant) -> Vec<Told> {
    let rules = Rules::soho();
    let told = import(now, 7).tickets.into_iter().map(|ticket| {
        let subject = ticket.opening.request.subject.as_str();
        let events = ticket.retell(now, &rules);
        let events = events.unwrap_or_else(|refused| panic!("{when}: {subject}: {refused:?}"));
        let state = replay(&events).unwrap();
        Told { events, state }
    });
    told.collect()
}

#[test]
fn at_any_time_nothing_is_refused_and_everything_is_there() {
    for (when, now) in presents() {
        let told = retell(&when, now);
        let names: HashSet<String> =
            told.iter().flat_map(|told| told.events.iter().map(|event| name_of(&event.body))).collect();
        // A new fact must be told here too: the list is the match in `name_of`.
        assert_eq!(names.len(), FACTS, "{when}: {names:?}");
        for status in Status::ALL {
            let there = told.iter().filter(|told| told.state.status == status).count();
            assert!(there >= 4, "{when}: {there} tickets are {status:?}");
        }
        let closures: HashSet<_> = told
            .iter()
            .filter_map(|told| told.state.ending.as_ref())
            .map(|end| reason(&end.closure))
            .collect();
        assert_eq!(closures.len(), REASONS, "{when}: {closures:?}");
        for kind in Kind::ALL {
            assert!(told.iter().any(|told| told.state.request.kind == kind), "{when}: nothing of {kind}");
        }
    }
}

#[test]
fn at_any_time_the_screens_have_every_sort_of_ticket() {
    let rules = Rules::soho();
    for (when, now) in presents() {
        let told = retell(&when, now);
        let count = |what: &dyn Fn(&Ticket) -> bool| told.iter().filter(|told| what(&told.state)).count();
        let promise = |ticket: &Ticket, kind| {
            promises(ticket, &rules, now).into_iter().find(|promise| promise.kind == kind)
        };
        let state = |ticket: &Ticket, kind| promise(ticket, kind).map(|promise| promise.state);
        let warned = |ticket: &Ticket, kind| ticket.warnings.iter().any(|mark| mark.promise == kind);

        assert!(count(&|t| t.status == Status::Received && t.warnings.is_empty()) >= 5, "{when}: fresh");
        for kind in [PromiseKind::FirstResponse, PromiseKind::Response] {
            let at_risk = |t: &Ticket| {
                t.status != Status::Closed && warned(t, kind) && state(t, kind) == Some(PromiseState::Running)
            };
            assert!(count(&at_risk) >= 1, "{when}: {kind:?} at risk");
        }
        for kind in [PromiseKind::FirstResponse, PromiseKind::Response, PromiseKind::BugDate] {
            let missed = |t: &Ticket| {
                t.status != Status::Closed && state(t, kind) == Some(PromiseState::Missed { at: None })
            };
            assert!(count(&missed) >= 1, "{when}: {kind:?} missed");
        }
        for attempts in [0, 1, 3, 8] {
            let waits = |t: &Ticket| t.status == Status::WaitingOnClient && t.attempts.len() == attempts;
            assert!(count(&waits) >= 1, "{when}: waiting with {attempts} attempts");
        }
        let bug = |dated: bool| {
            move |t: &Ticket| t.status == Status::InDevelopment && t.bug_promise().is_some() == dated
        };
        assert!(count(&bug(false)) >= 1 && count(&bug(true)) >= 4, "{when}: in development");
        let ahead =
            |t: &Ticket| t.bug_promise().is_some_and(|promise| promise.current > now && promise.moves > 0);
        assert!(count(&ahead) >= 2, "{when}: a moved date ahead");
        assert!(
            count(&|t| t.status == Status::Received && t.is_critical()) >= 1,
            "{when}: a critical one waits"
        );
        let by_phone = |t: &Ticket| {
            t.channel == Channel::Phone && t.opened_critical && !rules.calendar.is_open(t.opened_at)
        };
        assert!(count(&by_phone) >= 2, "{when}: critical by phone out of hours");
        for relation in [Relation::SplitFrom, Relation::SplitInto, Relation::Continues, Relation::Related] {
            assert!(count(&|t| t.links.iter().any(|link| link.0 == relation)) >= 1, "{when}: {relation:?}");
        }
        assert!(told.iter().any(|told| told.events.len() >= 18), "{when}: a long conversation");
        assert!(count(&|t| t.request.subject.as_str().chars().count() > 140) >= 1, "{when}: a long title");
        assert!(
            count(&|t| t.company.is_none() && t.status != Status::Closed) >= 1,
            "{when}: an unknown address"
        );
    }
}

#[test]
fn people_act_when_people_do() {
    let calendar = Rules::soho().calendar;
    for (when, now) in presents() {
        for ImportedTicket { at, by, opening, steps } in import(now, 7).tickets {
            let subject = opening.request.subject.as_str();
            let on_call = opening.channel == Channel::Phone && opening.request.impact.is_critical();
            let mut before = at;
            for (at, role) in
                core::iter::once((at, by.role)).chain(steps.iter().map(|step| (step.at, step.by.role)))
            {
                assert!(before <= at && at <= now, "{when}: {subject}: {at} is out of order");
                before = at;
                assert!(
                    !role.is_staff() || on_call || calendar.is_open(at),
                    "{when}: {subject}: staff at {at}"
                );
            }
        }
    }
}

#[test]
fn replaying_gives_what_folding_gave() {
    for (when, now) in presents().into_iter().take(10) {
        for Told { events, state, .. } in retell(&when, now) {
            let stored = serde_json::to_string(&events).unwrap();
            let read: Vec<domain::ticket::Event> = serde_json::from_str(&stored).unwrap();
            assert_eq!(replay(&read).unwrap(), state);
            let row = serde_json::to_string(&state).unwrap();
            assert_eq!(serde_json::from_str::<Ticket>(&row).unwrap(), state);
        }
    }
}

#[test]
fn the_parts_fit_together() {
    let data = import(bogota(2026, 11, 24, 10, 17), 7);
    let again = import(bogota(2026, 11, 24, 10, 17), 7);
    assert_eq!(data, again, "the same moment and seed give the same data");

    let catalogue = data.catalogue.unwrap();
    let numbers: HashSet<_> = data.tickets.iter().map(|ticket| ticket.opening.number).collect();
    assert_eq!(numbers.len(), data.tickets.len());
    let accounts: HashMap<_, _> = data.accounts.iter().map(|account| (&account.id, account)).collect();
    let emails: HashSet<_> = data.accounts.iter().map(|account| &account.email).collect();
    assert_eq!(emails.len(), data.accounts.len());
    for ticket in &data.tickets {
        let request = &ticket.opening.request;
        let application =
            catalogue.applications.iter().find(|application| application.name == request.application);
        let module =
            application.is_some_and(|a| request.module.is_empty() || a.modules.contains(&request.module));
        assert!(module, "{} / {} is not in the catalogue", request.application, request.module);
        let processes = catalogue.processes_of(&request.application, &request.module);
        let known = request.process.is_empty() || processes.contains(&request.process);
        assert!(known, "{} / {} has no {}", request.application, request.module, request.process);
        for person in ticket.steps.iter().map(|step| &step.by).chain([&ticket.by]) {
            let account = accounts[&person.account];
            assert_eq!((person.role, &person.company), (account.role, &account.company));
        }
        for (_, other) in ticket.steps.iter().filter_map(|step| step.link).chain(ticket.opening.origin) {
            assert!(numbers.contains(&other), "{} points nowhere", request.subject.as_str());
        }
    }
    let attached =
        data.tickets.iter().flat_map(|ticket| ticket.steps.iter().filter_map(|step| step.photo.as_ref()));
    let attached: HashSet<_> = attached
        .inspect(|photo| assert!(MediaType::parse(&photo.media_type).is_some()))
        .map(|photo| &photo.id)
        .collect();
    assert_eq!(attached, data.photos.iter().map(|photo| &photo.id).collect());
}

#[test]
fn every_role_has_someone_and_no_mail_can_reach_anyone() {
    for role in Role::ALL {
        assert!(people::accounts().iter().any(|account| account.role == role), "{role:?}");
    }
    for account in people::accounts() {
        assert!(account.email.ends_with(".example"), "{}", account.email);
    }
    let ways = super::how_to_sign_in("http://localhost:8787", "http://localhost:8788");
    for part in ["http://localhost:8787/entrar", "http://localhost:8788", "noche@casalola.example"] {
        assert!(ways.contains(part), "{ways}");
    }
}

#[test]
fn open_tickets_are_as_many_as_asked_and_spread() -> Outcome {
    let (now, rules) = (bogota(2026, 11, 22, 23, 0), Rules::soho());
    let stories: HashSet<_> = import(now, 7).tickets.iter().map(|ticket| ticket.opening.number).collect();
    let tickets: Vec<_> = open_tickets(1_234, now, 7).flat_map(|import| import.tickets).collect();
    assert_eq!(tickets.len(), 1_234);
    let mut numbers = HashSet::new();
    let mut deadlines = HashSet::new();
    for ticket in &tickets {
        let state = replay(&ticket.retell(now, &rules).map_err(|refused| format!("{refused:?}"))?).unwrap();
        assert!(state.status != Status::Closed && state.opened_at < now);
        assert!(numbers.insert(state.number) && !stories.contains(&state.number));
        deadlines.insert(domain::ticket::next_deadline_at(&state, &rules));
    }
    assert!(deadlines.len() > 1_000, "{} deadlines", deadlines.len());
    Ok(())
}

/// Sixteen facts, and warning and breach of each of the three promises.
const FACTS: usize = 16 + 6;
const REASONS: usize = 7;

/// The name of a fact. Without a wildcard, so that a new one is noticed here.
fn name_of(body: &EventBody) -> String {
    let name = match body {
        EventBody::Opened(_) => "opened",
        EventBody::Taken => "taken",
        EventBody::Assigned { .. } => "assigned",
        EventBody::Replied { .. } => "replied",
        EventBody::Noted { .. } => "noted",
        EventBody::PhotoAttached(_) => "photo attached",
        EventBody::InformationRequested { .. } => "information requested",
        EventBody::ContactAttempted { .. } => "contact attempted",
        EventBody::Reclassified { .. } => "reclassified",
        EventBody::HandedToDevelopment { .. } => "handed to development",
        EventBody::DateCommitted { .. } => "date committed",
        EventBody::DateMoved { .. } => "date moved",
        EventBody::Resolved { .. } => "resolved",
        EventBody::Disputed { .. } => "disputed",
        EventBody::Warned { promise, .. } | EventBody::Breached { promise, .. } => {
            let word = if matches!(body, EventBody::Warned { .. }) { "warned" } else { "breached" };
            return format!("{word} {promise:?}");
        }
        EventBody::CalendarChanged { .. } => "calendar changed",
        EventBody::Linked { .. } => "linked",
        EventBody::EmailConfirmed { .. } => "email confirmed",
        EventBody::HandOverLinkMade { .. } => "link made",
        EventBody::HandOverLinkOpened { .. } => "link opened",
        EventBody::HandOverLinkRevoked { .. } => "link revoked",
        EventBody::Closed { .. } => "closed",
    };
    name.to_owned()
}

fn reason(closure: &Closure) -> &'static str {
    match closure {
        Closure::Confirmed => "confirmed",
        Closure::ResolutionUncontested => "uncontested",
        Closure::Insufficient { missing } => {
            assert!(!missing.is_empty());
            "insufficient"
        }
        Closure::OutOfScope { .. } => "out of scope",
        Closure::Unreachable { .. } => "unreachable",
        Closure::Duplicate { .. } => "duplicate",
        Closure::Withdrawn => "withdrawn",
    }
}
