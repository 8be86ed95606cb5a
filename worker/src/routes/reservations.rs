//! Reserving a number for a call outside attention hours, and reading it while it is dictated (R13).

use super::tickets::read_number;
use crate::http::ask::Ask;
use crate::http::problem::{Answer, Failure};
use crate::http::secrets::{self, Hash};
use crate::http::{body, guard, turnstile};
use crate::portal::Portal;
use crate::store::StoreError;
use crate::store::reservations::NewReservation;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use domain::access::Door;
use domain::api::reservation::{Reservation, ReserveNumber, ReservedNumber};
use domain::ticket::TicketNumber;
use wording::problems::Mistake;

/// How often a number that is taken is drawn again.
const DRAWS: u32 = 4;

/// The routes of reservations.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route("/api/v1/reservations", post(reserve))
        .route("/api/v1/reservations/{number}", get(read))
}

#[worker::send]
async fn reserve(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    request: Request,
) -> Answer<Response> {
    guard::codes(&portal, &headers).await?;
    let key = ask.key()?;
    let (ReserveNumber { draft }, fingerprint) = body::json(&ask, request).await?;
    let oversized = draft.check_size();
    if !oversized.is_empty() {
        return Err(Failure::findings(&oversized, ask.locale));
    }
    turnstile::person(&portal, &headers).await?;
    let asked_from = Hash::of(&["reservation", &guard::network(&headers)]);
    let (now, store, policy) = (portal.now(), portal.store()?, &portal.rules().policy);
    for _ in 0..DRAWS {
        let number = ReservedNumber {
            number: TicketNumber::from_random(secrets::draw()?),
            expires_at: now + policy.reservation,
        };
        let new = NewReservation {
            number,
            draft: &draft,
            asked_from: &asked_from,
            key,
            fingerprint: &fingerprint,
            at_once: policy.reservations_at_once,
            in_all: policy.reservations_in_all,
        };
        match store.reserve(new, now).await {
            Ok(true) => return Ok((StatusCode::CREATED, Json(number)).into_response()),
            Ok(false) => return Err(ask.fail(Mistake::TooMany)),
            // The number is taken, or the same request came before.
            Err(StoreError::Conflict) => match ask.tell(store.reserved_with(key).await)? {
                Some((number, print)) if print == fingerprint => {
                    return Ok((StatusCode::CREATED, Json(number)).into_response());
                }
                Some(_) => return Err(ask.fail(Mistake::KeyReused)),
                None => {}
            },
            Err(error) => return Err(ask.fail(error)),
        }
    }
    Err(ask.fail(Mistake::Busy))
}

#[worker::send]
async fn read(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    Path(number): Path<String>,
) -> Answer<Json<Reservation>> {
    let number = read_number(&ask, &number)?;
    let caller = ask.through(&portal, Door::Calls).await?;
    guard::look_ups(&portal, caller.person.account.as_str(), &headers).await?;
    let reservation = ask.tell(portal.store()?.reservation(number, portal.now()).await)?;
    reservation.map(Json).ok_or_else(|| ask.fail(Mistake::NotFound))
}
