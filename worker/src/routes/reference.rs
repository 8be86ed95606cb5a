//! What everyone may ask: is the desk attending, what software is there, does the service live; and small reports.

use crate::http::ask::Ask;
use crate::http::problem::Answer;
use crate::http::{body, guard, turnstile};
use crate::portal::Portal;
use crate::store::StoreError;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use domain::access::Door;
use domain::api::{Attention, Catalogue, HandOver, PersonRef, Staff, Verification};
use domain::calendar::BOGOTA;
use domain::guide::PhoneNumber;
use serde::Serialize;
use wording::problems::Mistake;

/// Where the published catalogue is.
pub const CATALOGUE: &str = "catalogue";

/// The routes of reference.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route("/api/health", get(health))
        .route("/api/v1/attention", get(attention))
        .route("/api/v1/catalogue", get(catalogue))
        .route("/api/v1/verification", get(verification))
        .route("/api/v1/staff", get(staff))
        .route("/api/v1/hand-overs", post(hand_over))
}

#[derive(Serialize)]
struct Health {
    status: &'static str,
    jobs: Vec<crate::store::runs::LastRun>,
}

#[worker::send]
async fn health(State(portal): State<Portal>, ask: Ask) -> Answer<Json<Health>> {
    let jobs = match portal.store() {
        Ok(store) => store.last_runs(&crate::cron::JOBS).await,
        Err(error) => Err(error),
    };
    // The reason is for the log; the world learns only that it doesn't work.
    let jobs = jobs.map_err(|error| {
        worker::console_error!("{error}");
        ask.fail(Mistake::Unavailable)
    })?;
    Ok(Json(Health { status: "ok", jobs }))
}

#[worker::send]
async fn attention(State(portal): State<Portal>) -> Json<Attention> {
    // What is shown is no decision: without the database it is the law's calendar.
    if let Err(error) = portal.learn().await {
        worker::console_error!("{error}");
    }
    let (calendar, now) = (&portal.rules().calendar, portal.now());
    let closing = calendar.closing(now);
    Json(Attention {
        now,
        open: closing.is_some(),
        until: closing.unwrap_or_else(|| calendar.next_opening(now)),
        support_line: portal.rules().policy.support_line.to_owned(),
        commercial_chat: commercial_chat(&portal.setting("COMMERCIAL_CHAT")),
        adjustments: calendar.adjustments().clone(),
    })
}

/// The number of the deployment's setting. One that nobody can dial is as if there were none: people are better off choosing
/// the contact themselves than with a chat that doesn't open.
fn commercial_chat(setting: &str) -> Option<String> {
    let number = PhoneNumber::parse(setting).ok();
    if number.is_none() && !setting.trim().is_empty() {
        worker::console_error!("COMMERCIAL_CHAT is no telephone number");
    }
    number.map(|number| number.as_e164().to_owned())
}

async fn verification(State(portal): State<Portal>) -> Json<Verification> {
    Json(Verification { turnstile: turnstile::site_key(&portal) })
}

#[worker::send]
async fn catalogue(State(portal): State<Portal>, ask: Ask) -> Answer<Response> {
    let published = portal.env().kv("PUBLISHED").map_err(|_| ask.fail(Mistake::Unavailable))?;
    // An outage must not be taken for an empty catalogue, least of all kept as one.
    let catalogue: Option<Catalogue> = published.get(CATALOGUE).json().await.map_err(|error| {
        worker::console_error!("{error}");
        ask.fail(Mistake::Unavailable)
    })?;
    let headers = [(header::CACHE_CONTROL, "public, max-age=300")];
    Ok((headers, Json(catalogue.unwrap_or_default())).into_response())
}

#[worker::send]
async fn staff(State(portal): State<Portal>, ask: Ask) -> Answer<Json<Staff>> {
    ask.through(&portal, Door::Desk).await?;
    let people = ask.tell(portal.store()?.staff().await)?;
    let people = people.into_iter().map(|(account, name)| PersonRef { account, name }).collect();
    Ok(Json(Staff { people }))
}

#[worker::send]
async fn hand_over(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    request: Request,
) -> Answer<StatusCode> {
    guard::public(&portal, &headers).await?;
    let (HandOver { area }, print) = body::json(&ask, request).await?;
    let day = portal.now().with_timezone(&BOGOTA).date_naive().to_string();
    match portal.store()?.count_hand_over(area, &day, ask.key()?, &print, portal.now()).await {
        // The key came before: it is counted already.
        Ok(()) | Err(StoreError::Conflict) => {}
        Err(error) => return Err(ask.fail(error)),
    }
    Ok(StatusCode::NO_CONTENT)
}
