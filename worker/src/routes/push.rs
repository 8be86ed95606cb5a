//! The pushes of one's own device: whether there are any, having them, and having them no more. A session is a device's.

use crate::http::ask::Ask;
use crate::http::problem::{Answer, Failure};
use crate::http::secrets::Hash;
use crate::http::{body, guard};
use crate::portal::Portal;
use crate::push::{OTHER_SERVICE, Sender, unusable};
use crate::store::StoreError;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::get;
use axum::{Json, Router};
use domain::access::Door;
use domain::api::push::{PushFacts, Subscribe};
use domain::push::is_endpoint;
use wording::members::MemberProblem;
use wording::problems::Mistake;

/// The routes of pushes.
pub fn routes() -> Router<Portal> {
    Router::new().route("/api/v1/session/push", get(facts).put(subscribe).delete(unsubscribe))
}

fn session(ask: &Ask) -> Answer<&Hash> {
    ask.session.as_ref().ok_or_else(|| ask.fail(Mistake::SignInRequired))
}

#[worker::send]
async fn facts(State(portal): State<Portal>, ask: Ask) -> Answer<Json<PushFacts>> {
    ask.through(&portal, Door::Own).await?;
    let on = ask.tell(portal.store()?.has_pushes(session(&ask)?).await)?;
    Ok(Json(PushFacts { key: Sender::of(&portal).map(|sender| sender.public().to_owned()), on }))
}

#[worker::send]
async fn subscribe(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    request: Request,
) -> Answer<Json<PushFacts>> {
    let (device, _): (Subscribe, _) = body::json(&ask, request).await?;
    let caller = ask.through(&portal, Door::Own).await?;
    guard::writes(&portal, caller.person.account.as_str(), &headers).await?;
    if !is_endpoint(&device.endpoint, &portal.setting(OTHER_SERVICE)) {
        return Err(Failure::member("/endpoint", MemberProblem::PushService, ask.locale));
    }
    if let Some(member) = unusable(&device) {
        return Err(Failure::member(member, MemberProblem::PushKeys, ask.locale));
    }
    let sender = Sender::of(&portal).ok_or_else(|| ask.fail(Mistake::Unavailable))?;
    let locale = ask.locale.pick("es", "en");
    match portal.store()?.subscribe(session(&ask)?, &device, locale, portal.now()).await {
        Ok(()) => Ok(Json(PushFacts { key: Some(sender.public().to_owned()), on: true })),
        // Signed out in between.
        Err(StoreError::Dangling) => Err(ask.fail(Mistake::SignInRequired)),
        Err(error) => Err(ask.fail(error)),
    }
}

#[worker::send]
async fn unsubscribe(State(portal): State<Portal>, ask: Ask) -> Answer<StatusCode> {
    ask.through(&portal, Door::Own).await?;
    ask.tell(portal.store()?.unsubscribe(session(&ask)?).await)?;
    Ok(StatusCode::NO_CONTENT)
}
