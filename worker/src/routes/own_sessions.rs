//! One's own sessions: where one is signed in, and ending that where one isn't any more.

use super::sessions::no_session_cookie;
use crate::http::ask::Ask;
use crate::http::guard;
use crate::http::problem::Answer;
use crate::http::secrets::Hash;
use crate::portal::Portal;
use crate::store::context::Caller;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get};
use axum::{Json, Router};
use domain::access::Door;
use domain::api::sessions::OwnSessions;
use wording::problems::Mistake;

/// The routes of one's own sessions.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route("/api/v1/sessions", get(list).delete(end_others))
        .route("/api/v1/sessions/{id}", delete(end))
}

/// Who asks, wholly signed in, and their session's token, hashed.
async fn owner<'a>(portal: &Portal, ask: &'a Ask) -> Answer<(Caller, &'a Hash)> {
    let caller = ask.through(portal, Door::Own).await?;
    let session = ask.session.as_ref().ok_or_else(|| ask.fail(Mistake::SignInRequired))?;
    Ok((caller, session))
}

#[worker::send]
async fn list(State(portal): State<Portal>, ask: Ask) -> Answer<Json<OwnSessions>> {
    let (caller, session) = owner(&portal, &ask).await?;
    let sessions = ask.tell(portal.store()?.own_sessions(&caller.person, session, portal.now()).await)?;
    Ok(Json(OwnSessions { sessions }))
}

#[worker::send]
async fn end(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Answer<Response> {
    let (caller, session) = owner(&portal, &ask).await?;
    guard::writes(&portal, caller.person.account.as_str(), &headers).await?;
    // Somebody else's looks like none.
    let ended =
        ask.tell(portal.store()?.end_own_session(&caller.person, &id, session, portal.now()).await)?;
    let own = ended.ok_or_else(|| ask.fail(Mistake::NotFound))?;
    if own {
        Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, no_session_cookie())]).into_response())
    } else {
        Ok(StatusCode::NO_CONTENT.into_response())
    }
}

#[worker::send]
async fn end_others(State(portal): State<Portal>, ask: Ask, headers: HeaderMap) -> Answer<StatusCode> {
    let (caller, session) = owner(&portal, &ask).await?;
    guard::writes(&portal, caller.person.account.as_str(), &headers).await?;
    ask.tell(portal.store()?.end_other_sessions(&caller.person, session, portal.now()).await)?;
    Ok(StatusCode::NO_CONTENT)
}
