//! The description holds what the code holds: every route, every list, every stable code, and answers as they are sent.

mod schema;

use crate::mail::samples;
use crate::routes::view::Viewer;
use domain::access::{Actor, Door, Person, Role};
use domain::api::{FieldProblem, Problem};
use domain::calendar::holidays::of_year;
use domain::calendar::{Calendar, Wait};
use domain::device::{Browser, System};
use domain::guide::{Draft, Field, FindingCode, GuideItem, Impact};
use domain::scope::{Kind, OutOfScope};
use domain::second_factor::FactorState;
use domain::ticket::{
    Act, Channel, Command, ContactChannel, ContactOutcome, Event, Opening, Refusal, Relation, Rules, Status,
    Ticket, TicketNumber, decide, replay,
};
use schema::{document, faults, resolve};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashMap};
use wording::Locale;
use wording::parameters::ParameterProblem;
use wording::problems::Mistake;

fn schema_list(path: &str) -> Vec<&'static str> {
    let list = resolve(&format!("#/components/schemas/{path}/enum")).as_array().unwrap();
    list.iter().map(|code| code.as_str().unwrap()).collect()
}

#[test]
fn the_lists_are_the_domains() {
    assert_eq!(schema_list("Kind"), Kind::ALL.map(Kind::code));
    assert_eq!(schema_list("FactorState"), FactorState::ALL.map(FactorState::code));
    assert_eq!(schema_list("Device/properties/browser"), Browser::ALL.map(Browser::code));
    assert_eq!(schema_list("Device/properties/system"), System::ALL.map(System::code));
    assert_eq!(schema_list("OutOfScope"), OutOfScope::ALL.map(OutOfScope::code));
    assert_eq!(schema_list("Field"), Field::ALL.map(Field::code));
    assert_eq!(schema_list("GuideItem"), GuideItem::ALL.map(GuideItem::code));
    assert_eq!(schema_list("Finding/properties/code"), FindingCode::ALL.map(FindingCode::code));
    assert_eq!(schema_list("Status"), Status::ALL.map(Status::code));
    assert_eq!(schema_list("Role"), Role::ALL.map(Role::code));
    // Since 2026 every holiday of the law is in every year.
    let of_law = of_year(2026).unwrap();
    let holidays: BTreeSet<String> =
        of_law.iter().map(|holiday| wire(&holiday.kind).as_str().unwrap().into()).collect();
    assert_eq!(schema_list("HolidayCode").into_iter().map(str::to_owned).collect::<BTreeSet<_>>(), holidays);
}

fn wire(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap()
}

/// Every mistake but the refusals.
fn mistakes() -> Vec<Mistake> {
    use Mistake as M;
    vec![
        M::Malformed,
        M::KeyMissing,
        M::KeyReused,
        M::SignInRequired,
        M::CodeWrong,
        M::CodeExpired,
        M::CodesPaused,
        M::LinkExpired,
        M::LinkInvalid,
        M::SecondFactorRequired,
        M::VerificationRequired,
        M::FactorCodeWrong,
        M::FactorPaused,
        M::FactorEnrolled,
        M::DoorShut,
        M::ForeignOrigin,
        M::NotFound,
        M::MethodNotAllowed,
        M::Busy,
        M::TooLarge { limit: 1 },
        M::NotJson,
        M::NotAnImage,
        M::StillOpen,
        M::RequestsOpen,
        M::AlreadyDone,
        M::AlreadyReceived(TicketNumber::from_random(1)),
        M::DraftIncomplete,
        M::Invalid,
        M::TooMany,
        M::Internal,
        M::Unavailable,
    ]
}

/// Every refusal but the one that looks like a mistake.
fn refusals() -> Vec<Refusal> {
    use Refusal as R;
    vec![
        R::Forbidden,
        R::AlreadyOpen,
        R::Closed,
        R::NotInStatus { status: Status::Closed },
        R::AlreadyTaken,
        R::ConfirmOrDispute,
        R::TextMissing,
        R::TextTooLong { limit: 1 },
        R::MissingItemsRequired,
        R::DateAlreadyCommitted,
        R::NoDateCommitted,
        R::DateNotAhead,
        R::DateNotAttentionDay,
        R::DateUnchanged,
        R::AlreadyAssigned,
        R::SameTicket,
        R::AlreadyLinked,
        R::EmailAlreadyConfirmed,
        R::PhotosFull { limit: 1 },
        R::LinksFull { limit: 1 },
    ]
}

#[test]
fn the_codes_of_problems_are_the_codes() {
    let codes: Vec<_> =
        mistakes().iter().map(Mistake::code).chain(refusals().iter().map(Refusal::code)).collect();
    assert_eq!(schema_list("Problem/properties/code"), codes);
    let fields = resolve("#/components/schemas/FieldProblem/properties/code/description").as_str().unwrap();
    for problem in ParameterProblem::ALL {
        assert!(fields.contains(&format!("`{}`", problem.code())), "{problem:?}");
    }
    let page = include_str!("../../../../docs/api.md");
    for code in codes.into_iter().chain(ParameterProblem::ALL.map(ParameterProblem::code)) {
        assert!(page.contains(&format!("`{code}`")), "docs/api.md lacks {code}");
    }
}

/// Every path that a route file names is described, and nothing else is.
#[test]
fn the_paths_are_the_routes() {
    let files = [
        include_str!("../address.rs"),
        include_str!("../attention_days.rs"),
        include_str!("../audit.rs"),
        include_str!("../calendar.rs"),
        include_str!("../data_requests.rs"),
        include_str!("../guide.rs"),
        include_str!("../hotels.rs"),
        include_str!("../imports.rs"),
        include_str!("../invitations.rs"),
        include_str!("../links.rs"),
        include_str!("../openapi.rs"),
        include_str!("../own_sessions.rs"),
        include_str!("../personal_data.rs"),
        include_str!("../passes.rs"),
        include_str!("../people.rs"),
        include_str!("../photos.rs"),
        include_str!("../push.rs"),
        include_str!("../reference.rs"),
        include_str!("../reservations.rs"),
        include_str!("../second_factor.rs"),
        include_str!("../sessions.rs"),
        include_str!("../tickets.rs"),
        include_str!("../unconfirmed.rs"),
        include_str!("../visitors.rs"),
    ];
    let routed = files.iter().flat_map(|file| file.split(".route(\"").skip(1));
    let routed: BTreeSet<&str> = routed.map(|rest| rest.split('"').next().unwrap()).collect();
    let described: BTreeSet<&str> =
        document()["paths"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(described, routed);
}

/// Item by item as `domain::access` has it, and no route without a door (tests/api/doors walks every one of them).
#[test]
fn the_doors_are_the_domains_and_every_route_has_one() {
    let roles = |door: Door| door.roles().map(Role::code).collect::<Vec<_>>();
    let doors: serde_json::Map<_, _> =
        Door::ALL.into_iter().map(|door| (door.code().to_owned(), json!(roles(door)))).collect();
    assert_eq!(document()["x-doors"], Value::Object(doors));
    let sights: serde_json::Map<_, _> =
        Role::ALL.into_iter().map(|role| (role.code().to_owned(), json!(role.sight().code()))).collect();
    assert_eq!(document()["x-sight"], Value::Object(sights));
    for (path, methods) in document()["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let door = operation["x-door"].as_str().and_then(Door::parse);
            let door = door.unwrap_or_else(|| panic!("{method} {path} doesn't say who may use it: x-door"));
            let expected = match door {
                Door::Public => json!([]),
                Door::Deployment => json!([{ "importToken": [] }]),
                _ => Value::Null,
            };
            assert_eq!(operation.get("security").unwrap_or(&Value::Null), &expected, "{method} {path}");
        }
    }
}

#[test]
fn every_reference_points_at_something() {
    fn walk(value: &Value) {
        match value {
            Value::Object(members) => {
                if let Some(reference) = value["$ref"].as_str() {
                    resolve(reference);
                }
                members.values().for_each(walk);
            }
            Value::Array(items) => items.iter().for_each(walk),
            _ => {}
        }
    }
    walk(document());
    assert_eq!(document()["openapi"], "3.1.0");
}

#[test]
fn every_write_tells_of_foreign_origins_and_every_session_of_signing_in_with_both_factors() {
    let half_open = ["/api/v1/session", "/api/v1/session/factor"];
    for (path, methods) in document()["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let answers = operation["responses"].as_object().unwrap();
            let signed_in = operation.get("security").is_none();
            let needs_factor = signed_in && !half_open.contains(&path.as_str());
            assert_eq!(
                answers.contains_key("403"),
                method != "get" || needs_factor,
                "{method} {path}: SecondFactorRequired, or ForeignOrigin"
            );
            assert!(!signed_in || answers.contains_key("401"), "{method} {path}");
        }
    }
}

/// Answers as they are sent fit what is said of them.
#[test]
fn real_answers_fit() {
    let at = |text: &str| text.parse::<domain::Instant>().unwrap();
    let from = at("2026-07-10T22:30:00Z");
    let pause = Wait { from: at("2026-07-14T13:00:00Z"), to: at("2026-07-14T14:00:00Z") };
    let account = Calendar::soho().explain(from, chrono::TimeDelta::hours(48), &[pause]);
    let problem = Problem {
        kind: "/problems/invalid".into(),
        code: "invalid".into(),
        errors: vec![FieldProblem {
            pointer: "/from".into(),
            code: "negative".into(),
            detail: String::new(),
        }],
        ticket: Some(TicketNumber::from_random(1)),
        ..Problem::default()
    };
    for (schema, value) in [
        ("Explanation", wire(&account)),
        ("Problem", wire(&problem)),
        ("Draft", wire(&draft())),
        ("Draft", wire(&Draft::default())),
        ("Normalized", wire(&draft().normalized())),
        ("Normalized", wire(&Draft::default().normalized())),
    ] {
        assert_eq!(faults(schema, &value), Vec::<String>::new());
    }
}

fn draft() -> Draft {
    let mut draft = Draft {
        kind: "failure".into(),
        system_stopped: Some(false),
        guest_waiting: Some(false),
        ..Draft::default()
    };
    for field in Field::ALL {
        if let (Some(text), Some(example)) =
            (draft.text_mut(field), wording::findings::example(field, Locale::Es))
        {
            example.clone_into(text);
        }
    }
    draft
}

fn acts() -> Vec<Act> {
    let body = || "Texto".to_owned();
    let date = chrono::NaiveDate::from_ymd_opt(2026, 7, 17).unwrap();
    vec![
        Act::Take,
        Act::Assign { to: "agente".into() },
        Act::Reply { body: body() },
        Act::Note { body: body() },
        Act::AskForInformation { missing: vec![GuideItem::Images], body: body() },
        Act::LogContactAttempt {
            channel: ContactChannel::Phone,
            outcome: ContactOutcome::NoAnswer,
            note: body(),
        },
        Act::Reclassify { kind: Kind::Failure, impact: Impact::default() },
        Act::HandToDevelopment { evidence: body() },
        Act::CommitDate { date },
        Act::MoveDate { date, reason: body() },
        Act::Resolve { body: body() },
        Act::Confirm,
        Act::Dispute { body: body() },
        Act::CloseInsufficient { missing: vec![GuideItem::MenuPath], message: body() },
        Act::CloseOutOfScope { area: OutOfScope::Training, message: body() },
        Act::CloseDuplicate { of: samples::number() },
        Act::Link { to: samples::number() },
        Act::Withdraw,
    ]
}

#[test]
fn every_act_fits_and_nothing_else_does() {
    for act in acts() {
        let mut value = wire(&act);
        assert_eq!(faults("Act", &value), Vec::<String>::new());
        value["extra"] = json!(true);
        assert!(!faults("Act", &value).is_empty(), "{value}");
    }
    let described: Vec<_> = resolve("#/components/schemas/Act/oneOf").as_array().unwrap().iter().collect();
    let described = described.iter().map(|act| act["properties"]["command"]["const"].clone());
    assert_eq!(described.collect::<Vec<_>>(), acts().iter().map(|act| wire(&act.kind())).collect::<Vec<_>>());
}

/// A ticket that went through most of what can happen to one, as its reader gets it.
#[test]
fn a_tickets_view_fits() {
    let rules = Rules::soho();
    let opened_at: domain::Instant = "2026-07-14T14:00:00Z".parse().unwrap();
    let person = |account: &str, role: Role| Person {
        account: account.into(),
        role,
        company: (!role.is_staff()).then(|| "hotel".into()),
        branch: None,
        pass: None,
    };
    let (client, agent) = (person("cliente", Role::Client), person("agente", Role::Supervisor));
    let opening = Opening {
        number: samples::number(),
        company: Some("hotel".into()),
        branch: None,
        requester: client.account.clone(),
        channel: Channel::Portal,
        request: draft().submit().unwrap(),
        origin: Some((Relation::Continues, samples::number())),
        unconfirmed: false,
    };
    let script = [
        (&client, Command::Open(Box::new(opening))),
        (&agent, Command::Act(Act::Take)),
        (&agent, Command::Act(Act::Note { body: "Nota".into() })),
        (
            &agent,
            Command::Act(Act::AskForInformation { missing: vec![GuideItem::Images], body: "¿Foto?".into() }),
        ),
        (
            &agent,
            Command::Act(Act::LogContactAttempt {
                channel: ContactChannel::Phone,
                outcome: ContactOutcome::Busy,
                note: String::new(),
            }),
        ),
        (&client, Command::Act(Act::Reply { body: "Aquí va".into() })),
        (&agent, Command::Act(Act::HandToDevelopment { evidence: "Falla".into() })),
        (
            &agent,
            Command::Act(Act::CommitDate { date: chrono::NaiveDate::from_ymd_opt(2026, 7, 17).unwrap() }),
        ),
        (&agent, Command::Act(Act::Link { to: TicketNumber::from_random(77) })),
        (&agent, Command::Act(Act::Resolve { body: "Listo".into() })),
        (&client, Command::Act(Act::Confirm)),
    ];
    let (mut ticket, mut events): (Option<Ticket>, Vec<Event>) = (None, Vec::new());
    for (minute, (who, command)) in (0..).zip(script) {
        let now = opened_at + chrono::TimeDelta::minutes(minute);
        let decided = decide(ticket.as_ref(), &command, &Actor::Person(who.clone()), now, &rules).unwrap();
        events.extend(decided);
        ticket = Some(replay(&events).unwrap());
        let viewer = Viewer { person: &agent, rules: &rules, now, names: &HashMap::new() };
        let view = wire(&viewer.view(ticket.as_ref().unwrap(), &events));
        assert_eq!(faults("TicketView", &view), Vec::<String>::new());
    }
}
