//! The attention calendar's public answers (R12, R15, R18, R22): no sign-in, and caches may keep them.

mod parameters;
mod questions;

use crate::http::ask::Ask;
use crate::http::guard;
use crate::http::problem::{Answer, Failure};
use crate::portal::Portal;
use axum::extract::State;
use axum::http::{HeaderMap, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use domain::ticket::Rules;
use parameters::{Fault, Parameters};
use serde::Serialize;
use wording::Locale;
use wording::problems::Mistake;

/// Answers that an administrator's change to the calendar could move, in seconds a cache may keep them.
const RECKONED: &str = "public, max-age=300";
/// What the law alone decides.
const BY_LAW: &str = "public, max-age=86400";

/// The calendar's routes.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route("/api/v1/calendar/due", get(due))
        .route("/api/v1/calendar/elapsed", get(elapsed))
        .route("/api/v1/calendar/unreachable", get(unreachable))
        .route("/api/v1/calendar/holidays", get(holidays))
}

/// A question: what it needs is in the parameters, the rules and the reader's language.
type Question<T> = fn(&Parameters, &Rules, Locale) -> Result<T, Fault>;

#[worker::send]
async fn due(State(portal): State<Portal>, ask: Ask, headers: HeaderMap, uri: Uri) -> Answer<Response> {
    guard::public(&portal, &headers).await?;
    ask.tell(portal.learn().await)?;
    answer(&portal, &ask, &uri, questions::due, RECKONED)
}

#[worker::send]
async fn elapsed(State(portal): State<Portal>, ask: Ask, headers: HeaderMap, uri: Uri) -> Answer<Response> {
    guard::public(&portal, &headers).await?;
    ask.tell(portal.learn().await)?;
    answer(&portal, &ask, &uri, questions::elapsed, RECKONED)
}

#[worker::send]
async fn unreachable(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    uri: Uri,
) -> Answer<Response> {
    guard::public(&portal, &headers).await?;
    ask.tell(portal.learn().await)?;
    answer(&portal, &ask, &uri, questions::unreachable, RECKONED)
}

#[worker::send]
async fn holidays(State(portal): State<Portal>, ask: Ask, headers: HeaderMap, uri: Uri) -> Answer<Response> {
    guard::public(&portal, &headers).await?;
    answer(&portal, &ask, &uri, questions::holidays, BY_LAW)
}

fn answer<T: Serialize>(
    portal: &Portal,
    ask: &Ask,
    uri: &Uri,
    question: Question<T>,
    cache: &'static str,
) -> Answer<Response> {
    let answer =
        question(&Parameters::of(uri), portal.rules(), ask.locale).map_err(|fault| refuse(ask, &fault))?;
    Ok(([(header::CACHE_CONTROL, cache), (header::VARY, "Accept-Language")], Json(answer)).into_response())
}

/// Says which parameter is at fault and what to send instead.
fn refuse(ask: &Ask, fault: &Fault) -> Failure {
    let detail = wording::parameters::explain(fault.problem, fault.parameter, ask.locale);
    let pointer = format!("/{}", fault.parameter);
    ask.fail(Failure::new(Mistake::Invalid).at(&pointer, fault.problem.code(), detail))
}
