//! A ticket's life, rule by rule, at wall-clock times in Bogotá. October 2026: Monday 12 is a holiday.

mod access;
mod bug;
mod calendar;
mod ends;
mod erasure;
mod first_response;
mod late;
mod passes;
mod permits;
mod related;
mod response;
mod unreachable;

use crate::desk::*;
use chrono::NaiveDate;
use domain::access::{Actor, Person, Role, sees_ticket};
use domain::guide::GuideItem;
use domain::notice::{News, Recipient, notices};
use domain::scope::OutOfScope;
use domain::ticket::deadlines::{closing_account, uncontested_at, unreachable_at};
use domain::ticket::{
    Act, Channel, Closure, Command, CommandKind, ContactChannel, ContactOutcome, EventBody, Mark, Opening,
    Promise, PromiseKind, PromiseState, Refusal, Relation, Status, Ticket, available, opening_promises,
    permit, promises, queue_at,
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
