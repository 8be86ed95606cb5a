//! One ticket by its number and a code mailed to its address (R11), and giving a pass back.

use super::tickets::{read_number, view};
use crate::cron::outbox;
use crate::http::ask::{Ask, PASS_COOKIE};
use crate::http::problem::Answer;
use crate::http::secrets::{self, Hash};
use crate::http::{body, guard};
use crate::mail::Letter;
use crate::portal::Portal;
use crate::store::context::Question;
use crate::store::passes::{TRIES, WRONG_TRIES};
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use chrono::TimeDelta;
use domain::Instant;
use domain::api::CodeSent;
use domain::api::door::OpenWithCode;
use domain::ticket::TicketNumber;
use wording::problems::Mistake;

/// How long a code lasts.
const CODE_LASTS: TimeDelta = TimeDelta::minutes(10);
/// How long a pass lasts that a code gave: a day's work.
pub(super) const PASS_LASTS: TimeDelta = TimeDelta::hours(24);

/// The routes of passes.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route("/api/v1/tickets/{number}/codes", post(ask_code))
        .route("/api/v1/tickets/{number}/pass", post(open).delete(leave))
}

#[worker::send]
async fn ask_code(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    Path(number): Path<String>,
) -> Answer<Response> {
    guard::codes(&portal, &headers).await?;
    let number = read_number(&ask, &number)?;
    let code = secrets::code()?;
    let letter = serde_json::to_string(&Letter::TicketCode { number, code: code.clone() })?;
    let message_id = format!("ticket-code.{}", secrets::identifier()?);
    let now = portal.now();
    // The same work and the same answer whether the number has a ticket or not, and whether a mail leaves or not.
    let (store, hash) = (portal.store()?, code_hash(number, &code));
    ask.tell(store.save_ticket_code(number, &hash, now + CODE_LASTS, now, &message_id, &letter).await)?;
    post_soon(&portal);
    let expires_in = u32::try_from(CODE_LASTS.num_seconds()).unwrap_or(0);
    Ok((StatusCode::ACCEPTED, Json(CodeSent { expires_in })).into_response())
}

#[worker::send]
async fn open(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    Path(number): Path<String>,
    request: Request,
) -> Answer<Response> {
    guard::codes(&portal, &headers).await?;
    let number = read_number(&ask, &number)?;
    let (OpenWithCode { code }, _) = body::json(&ask, request).await?;
    let code: String = code.chars().filter(char::is_ascii_digit).collect();
    let (now, store) = (portal.now(), portal.store()?);
    let hash = code_hash(number, &code);
    match ask.tell(store.try_ticket_code(number, now).await)? {
        Some(tried) if tried.wrong > WRONG_TRIES => return Err(ask.fail(Mistake::DoorShut)),
        Some(tried) if tried.live.tries > TRIES || tried.live.expires_at <= crate::instant::to_text(now) => {
            return Err(ask.fail(Mistake::CodeExpired));
        }
        Some(tried) if hash.matches(&tried.live.code_hash) => {}
        // A number nobody asked a code for looks like one whose code was mistyped.
        _ => return Err(ask.fail(Mistake::CodeWrong)),
    }
    let token = secrets::token()?;
    let pass = Hash::of(&[&token]);
    ask.tell(store.give_pass_for_code(number, &hash, &pass, now, now + PASS_LASTS).await)?;
    // Whoever sent the same code a moment earlier burned it, and a number without a ticket has none to open.
    let cookie = pass_cookie(number, &token, PASS_LASTS);
    entered(&portal, &ask, number, &pass, cookie).await?.ok_or_else(|| ask.fail(Mistake::CodeWrong))
}

#[worker::send]
async fn leave(State(portal): State<Portal>, ask: Ask, Path(number): Path<String>) -> Answer<Response> {
    let number = read_number(&ask, &number)?;
    if let Some(pass) = ask.pass_to(number) {
        ask.tell(portal.store()?.end_pass(pass).await)?;
    }
    let cookie = pass_cookie(number, "", TimeDelta::zero());
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, cookie)]).into_response())
}

/// The ticket for whoever just got a pass to it, with the cookie that carries it; nothing when the pass opens nothing.
pub(super) async fn entered(
    portal: &Portal,
    ask: &Ask,
    number: TicketNumber,
    pass: &Hash,
    cookie: String,
) -> Answer<Option<Response>> {
    ask.tell(portal.learn().await)?;
    let question = Question { session: None, key: None, ticket: Some(number) };
    let context = ask.tell(portal.store()?.context_through(question, Some(pass), portal.now()).await)?;
    let opened = context.caller.zip(context.loaded);
    Ok(opened.map(|(caller, loaded)| {
        ([(header::SET_COOKIE, cookie)], Json(view(portal, &caller, &loaded))).into_response()
    }))
}

/// The cookie of a pass: one a ticket, so that neither a session nor another pass is lost to it.
pub(super) fn pass_cookie(number: TicketNumber, token: &str, lasts: TimeDelta) -> String {
    format!(
        "{PASS_COOKIE}{}={token}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={}",
        number.digits(),
        lasts.num_seconds()
    )
}

/// How long from now until then.
pub(super) fn until(portal: &Portal, then: Instant) -> TimeDelta {
    (then - portal.now()).max(TimeDelta::zero())
}

/// Somebody looks at the screen waiting for this letter; cron would take up to a minute.
pub(super) fn post_soon(portal: &Portal) {
    let courier = portal.clone();
    portal.afterwards(async move {
        if let Err(error) = outbox::deliver(&courier, 1).await {
            worker::console_error!("outbox: {error}");
        }
    });
}

fn code_hash(number: TicketNumber, code: &str) -> Hash {
    Hash::of(&["ticket", &number.digits(), code])
}
