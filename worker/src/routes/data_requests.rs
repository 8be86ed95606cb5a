//! What people ask about their data, as administrators work it off within the law's time (Ley 1581 de 2012, art. 14 and 15).

use super::personal_data::plain;
use crate::http::ask::Ask;
use crate::http::problem::{Answer, Failure};
use crate::http::{body, guard};
use crate::mail::{DataNews, Letter};
use crate::portal::Portal;
use crate::store::StoreError;
use crate::store::data_requests::{DataLetter, DataRequestRow, Turn};
use axum::extract::{Path, Query, Request, State};
use axum::http::HeaderMap;
use axum::routing::{get, post};
use axum::{Json, Router};
use domain::access::Door;
use domain::api::privacy::{AnswerAboutData, DataRequest, DataRequests, Said};
use domain::privacy::{DataPolicy, DataRequestKind, DataRequestState};
use serde::Deserialize;
use wording::members::MemberProblem;
use wording::problems::Mistake;

/// The routes of data requests.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route("/api/v1/data-requests", get(list))
        .route("/api/v1/data-requests/{id}/answer", post(answer))
        .route("/api/v1/data-requests/{id}/extension", post(extend))
}

/// A stored request for its reader; nothing when its kind can't be read.
pub(super) fn shown(portal: &Portal, row: DataRequestRow) -> Option<DataRequest> {
    let kind = DataRequestKind::parse(&row.kind)?;
    let calendar = &portal.rules().calendar;
    let due = if row.extended_at.is_some() {
        DataPolicy::SOHO.extended_due(kind, row.received_at, calendar)
    } else {
        DataPolicy::SOHO.due(kind, row.received_at, calendar)
    };
    let said =
        |at: Option<domain::Instant>, body: Option<String>| at.zip(body).map(|(at, body)| Said { at, body });
    Some(DataRequest {
        state: DataRequestState::of(due.due, row.answered_at, portal.now()),
        id: row.id,
        kind,
        name: row.name,
        email: row.email,
        body: row.body,
        received_at: row.received_at,
        due,
        extension: said(row.extended_at, row.extension_reason),
        answer: said(row.answered_at, row.answer),
    })
}

#[derive(Deserialize)]
struct PageQuery {
    #[serde(default)]
    after: String,
}

#[worker::send]
async fn list(
    State(portal): State<Portal>,
    ask: Ask,
    Query(PageQuery { after }): Query<PageQuery>,
) -> Answer<Json<DataRequests>> {
    ask.through(&portal, Door::Administration).await?;
    let unknown = || Failure::member("/after", MemberProblem::UnknownPage, ask.locale);
    let after = match after.as_str() {
        "" => None,
        text => Some(Turn::parse(text).ok_or_else(unknown)?),
    };
    let (rows, next) = ask.tell(portal.store()?.data_requests(after).await)?;
    let requests = rows.into_iter().filter_map(|row| shown(&portal, row)).collect();
    Ok(Json(DataRequests { requests, next: next.map(|next| next.to_string()) }))
}

/// The request, if it is there and waits for its answer.
async fn waiting(portal: &Portal, ask: &Ask, id: &str) -> Answer<(DataRequestRow, DataRequestKind)> {
    let row = ask.tell(portal.store()?.data_request(id).await)?.ok_or_else(|| ask.fail(Mistake::NotFound))?;
    let kind = DataRequestKind::parse(&row.kind).ok_or_else(|| ask.fail(Mistake::Internal))?;
    if row.answered_at.is_some() { Err(ask.fail(Mistake::AlreadyDone)) } else { Ok((row, kind)) }
}

/// The request as it is now; whoever came second is told that it was done.
async fn done(
    portal: &Portal,
    ask: &Ask,
    id: &str,
    outcome: Result<(), StoreError>,
) -> Answer<Json<DataRequest>> {
    match outcome {
        Ok(()) => {}
        Err(StoreError::Conflict) => return Err(ask.fail(Mistake::AlreadyDone)),
        Err(error) => return Err(ask.fail(error)),
    }
    let row = ask.tell(portal.store()?.data_request(id).await)?;
    row.and_then(|row| shown(portal, row)).map(Json).ok_or_else(|| ask.fail(Mistake::NotFound))
}

#[worker::send]
async fn answer(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    Path(id): Path<String>,
    request: Request,
) -> Answer<Json<DataRequest>> {
    let (AnswerAboutData { body }, _) = body::json(&ask, request).await?;
    let caller = ask.through(&portal, Door::Administration).await?;
    guard::writes(&portal, caller.person.account.as_str(), &headers).await?;
    let body = plain(&portal, &ask, &body)?;
    let (_, kind) = waiting(&portal, &ask, &id).await?;
    let letter = serde_json::to_string(&Letter::Data(DataNews::Answered { kind, body: body.clone() }))?;
    let letter = DataLetter { about: "answered", letter: &letter };
    let outcome = portal.store()?.answer_data_request(&id, &caller.person, &body, letter, portal.now()).await;
    done(&portal, &ask, &id, outcome).await
}

#[worker::send]
async fn extend(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    Path(id): Path<String>,
    request: Request,
) -> Answer<Json<DataRequest>> {
    let (AnswerAboutData { body: reason }, _) = body::json(&ask, request).await?;
    let caller = ask.through(&portal, Door::Administration).await?;
    guard::writes(&portal, caller.person.account.as_str(), &headers).await?;
    let reason = plain(&portal, &ask, &reason)?;
    let (row, kind) = waiting(&portal, &ask, &id).await?;
    let calendar = &portal.rules().calendar;
    // The law lets it take longer once, and only while there is time.
    let over = portal.now() > DataPolicy::SOHO.due(kind, row.received_at, calendar).due;
    if over || row.extended_at.is_some() {
        return Err(ask.fail(Mistake::AlreadyDone));
    }
    let due = DataPolicy::SOHO.extended_due(kind, row.received_at, calendar).due;
    let letter =
        serde_json::to_string(&Letter::Data(DataNews::Extended { kind, due, reason: reason.clone() }))?;
    let letter = DataLetter { about: "extended", letter: &letter };
    let outcome =
        portal.store()?.extend_data_request(&id, &caller.person, &reason, letter, portal.now()).await;
    done(&portal, &ask, &id, outcome).await
}
