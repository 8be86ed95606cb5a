//! Days of attention that administrators add and remove, with a preview of the deadlines a change moves (R12).

use crate::http::ask::Ask;
use crate::http::problem::{Answer, Failure};
use crate::http::{body, guard};
use crate::portal::{Portal, rules_with};
use crate::store::StoreError;
use crate::store::attention::{NewChange, StoredChange};
use crate::store::context::Caller;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use chrono::NaiveDate;
use domain::access::Door;
use domain::api::attention::{AttentionDays, ChangePreview, MovingTicket, RecordedChange};
use domain::calendar::{Adjustments, BOGOTA, DayChange};
use domain::ticket::{is_committed_for, moved_deadlines};
use wording::calendar::day_problem;
use wording::problems::Mistake;

/// Changes on record that are shown.
const SHOWN: u32 = 50;
/// Tickets a preview lists.
const LISTED: usize = 50;
/// Open tickets a preview reads at a time, and how often at most: four thousand tickets in eight statements.
const CHUNK: u32 = 500;
const CHUNKS: u32 = 8;

/// The routes of days of attention.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route("/api/v1/attention-days", get(list).post(change))
        .route("/api/v1/attention-days/preview", post(preview))
}

fn recorded(stored: &StoredChange) -> RecordedChange {
    RecordedChange {
        serial: stored.serial,
        change: stored.asked(),
        author: stored.author.clone(),
        at: stored.changed_at,
        heard_at: stored.heard_at,
    }
}

fn today(portal: &Portal) -> NaiveDate {
    portal.now().with_timezone(&BOGOTA).date_naive()
}

/// The adjustments that the change would put in force.
fn adjusted(portal: &Portal, ask: &Ask, change: &DayChange) -> Answer<Adjustments> {
    portal.rules().calendar.adjusted(change, today(portal)).map_err(|error| {
        use domain::calendar::DayChangeError as E;
        let member = if error == E::Name { "/name" } else { "/day" };
        ask.fail(Failure::from(Mistake::Invalid).at(
            member,
            error.code(),
            day_problem(error, ask.locale).to_owned(),
        ))
    })
}

#[worker::send]
async fn list(State(portal): State<Portal>, ask: Ask) -> Answer<Json<AttentionDays>> {
    ask.through(&portal, Door::Administration).await?;
    let changes = ask.tell(portal.store()?.attention_changes(SHOWN).await)?;
    Ok(Json(AttentionDays {
        today: today(&portal),
        adjustments: portal.rules().calendar.adjustments().clone(),
        changes: changes.iter().map(recorded).collect(),
    }))
}

#[worker::send]
async fn preview(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    request: Request,
) -> Answer<Json<ChangePreview>> {
    let (asked, _): (DayChange, _) = body::json(&ask, request).await?;
    let caller = ask.through(&portal, Door::Administration).await?;
    guard::writes(&portal, caller.person.account.as_str(), &headers).await?;
    let after = rules_with(adjusted(&portal, &ask, &asked)?);
    let store = portal.store()?;
    let mut preview = ChangePreview { looked_at: 0, moving: 0, dates: 0, tickets: Vec::new(), more: true };
    let mut above = 0;
    for _ in 0..CHUNKS {
        let rows = ask.tell(store.open_tickets(above, CHUNK).await)?;
        preview.looked_at += u32::try_from(rows.len()).unwrap_or(0);
        for ticket in rows.iter().filter_map(crate::store::attention::OpenTicket::ticket) {
            preview.dates += u32::from(!asked.attends && is_committed_for(&ticket, asked.day));
            let moved = moved_deadlines(&ticket, portal.rules(), &after);
            if moved.is_empty() {
                continue;
            }
            preview.moving += 1;
            if preview.tickets.len() < LISTED {
                let (number, company) = (ticket.number, ticket.request.company.clone());
                let subject = ticket.request.subject.as_str().to_owned();
                preview.tickets.push(MovingTicket { number, subject, company, moved });
            }
        }
        above = rows.last().map_or(above, |row| row.number);
        if rows.len() < CHUNK as usize {
            preview.more = false;
            break;
        }
    }
    Ok(Json(preview))
}

#[worker::send]
async fn change(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    request: Request,
) -> Answer<Response> {
    ask.key()?;
    let (asked, print): (DayChange, _) = body::json(&ask, request).await?;
    let (caller, context) = ask.context(&portal, None).await?;
    if !Door::Administration.admits(Some(caller.person.role)) {
        return Err(ask.fail(Mistake::NotFound));
    }
    guard::writes(&portal, caller.person.account.as_str(), &headers).await?;
    let store = portal.store()?;
    let last = ask.tell(store.attention_changes(SHOWN).await)?;
    if let Some(before) = &context.recorded {
        let made = last.iter().find(|change| change.serial == before.ticket);
        return match made {
            Some(made) if before.fingerprint == print => Ok(created(recorded(made))),
            _ => Err(ask.fail(Mistake::KeyReused)),
        };
    }
    let after = adjusted(&portal, &ask, &asked)?;
    let serial = last.first().map_or(1, |last| last.serial + 1);
    let before = portal.rules().calendar.adjustments();
    // Somebody changed another day since the context was read: that must be seen before asking again.
    if last.first().is_some_and(|last| last.adjustments().map_or(true, |(_, after)| after != *before)) {
        return Err(ask.fail(Mistake::Busy));
    }
    let new = NewChange { serial, asked: &asked, before, after: &after, by: &caller.person };
    let key = ask.write_key(&caller, &print)?;
    match store.change_attention(new, key, portal.now()).await {
        Ok(()) => Ok(created(made(&portal, &caller, serial, asked))),
        // Another change, or the same one, came first: whoever asks must see it before asking again.
        Err(StoreError::Conflict) => Err(ask.fail(Mistake::Busy)),
        Err(error) => Err(ask.fail(error)),
    }
}

fn made(portal: &Portal, caller: &Caller, serial: u32, change: DayChange) -> RecordedChange {
    let author = caller.me.name.clone();
    RecordedChange { serial, change, author, at: portal.now(), heard_at: None }
}

fn created(change: RecordedChange) -> Response {
    (StatusCode::CREATED, Json(change)).into_response()
}
