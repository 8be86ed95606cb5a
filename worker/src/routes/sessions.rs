//! Signing in with a mailed one-time code, and out.

use crate::cron::outbox;
use crate::http::ask::{Ask, SESSION_COOKIE};
use crate::http::problem::{Answer, Failure};
use crate::http::secrets::{self, Hash};
use crate::http::{body, guard};
use crate::mail::Letter;
use crate::portal::Portal;
use crate::store::context::Question;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use chrono::TimeDelta;
use domain::api::{AskCode, CodeSent, Me, SignIn};
use domain::guide::{Draft, EmailAddress, Field, Finding};
use domain::ident::AccountId;
use wording::problems::Mistake;

/// How long a code lasts.
const CODE_LASTS: TimeDelta = TimeDelta::minutes(10);
/// Tries at one code; then a new one must be asked for.
const TRIES: u32 = 5;
/// How long a session lasts.
const SESSION_LASTS: TimeDelta = TimeDelta::days(30);

/// The session's routes.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route("/api/v1/session/codes", post(ask_code))
        .route("/api/v1/session", get(who).post(sign_in).delete(sign_out))
}

/// The identity of an address: two spellings of one mailbox are one person.
fn read_address(ask: &Ask, text: &str) -> Answer<String> {
    let draft = Draft { email: text.to_owned(), ..Draft::default() };
    match (EmailAddress::parse(text), draft.check_field(Field::Email).into_iter().find(Finding::is_error)) {
        (Ok(email), None) => Ok(email.key()),
        (_, finding) => {
            let message = finding.as_ref().map(|finding| wording::findings::message(finding, ask.locale));
            let code = finding.map_or("email", |finding| finding.code.code());
            Err(ask.fail(Failure::from(Mistake::Invalid).at("/email", code, message.unwrap_or_default())))
        }
    }
}

#[worker::send]
async fn ask_code(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    request: Request,
) -> Answer<Response> {
    guard::codes(&portal, &headers).await?;
    let (AskCode { email }, _) = body::json(&ask, request).await?;
    let email = read_address(&ask, &email)?;
    let code = secrets::code()?;
    let hash = Hash::of(&[&email, &code]);
    let letter = serde_json::to_string(&Letter::SignInCode { code })?;
    let message_id = format!("code.{}", secrets::identifier()?);
    let (now, store) = (portal.now(), portal.store()?);
    // The same work and the same answer whether the address is known or not.
    ask.tell(store.save_code(&email, &hash, now + CODE_LASTS, now, &message_id, &letter).await)?;
    // Somebody looks at the screen waiting for this one; cron would take up to a minute.
    let courier = portal.clone();
    portal.afterwards(async move {
        if let Err(error) = outbox::deliver(&courier, 1).await {
            worker::console_error!("outbox: {error}");
        }
    });
    let expires_in = u32::try_from(CODE_LASTS.num_seconds()).unwrap_or(0);
    Ok((StatusCode::ACCEPTED, Json(CodeSent { expires_in })).into_response())
}

#[worker::send]
async fn sign_in(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    request: Request,
) -> Answer<Response> {
    guard::codes(&portal, &headers).await?;
    let (SignIn { email, code }, _) = body::json(&ask, request).await?;
    let email = read_address(&ask, &email)?;
    let code: String = code.chars().filter(char::is_ascii_digit).collect();
    let (now, store) = (portal.now(), portal.store()?);
    let live = ask.tell(store.try_code(&email).await)?;
    let hash = Hash::of(&[&email, &code]);
    match live {
        Some(live) if live.tries > TRIES || live.expires_at <= crate::instant::to_text(now) => {
            return Err(ask.fail(Mistake::CodeExpired));
        }
        Some(live) if hash.matches(&live.code_hash) => {}
        // An address that never asked looks like one whose code was mistyped.
        _ => return Err(ask.fail(Mistake::CodeWrong)),
    }
    let token = secrets::token()?;
    let session = Hash::of(&[&token]);
    let account = AccountId(secrets::identifier()?);
    ask.tell(store.start_session(&email, &hash, &account, &session, now, now + SESSION_LASTS).await)?;
    let question = Question { session: Some(&session), key: None, ticket: None };
    let caller = ask.tell(store.context(question, now).await)?.caller;
    // Whoever sent the same code a moment earlier burned it.
    let me = caller.ok_or_else(|| ask.fail(Mistake::CodeExpired))?.me;
    Ok(([(header::SET_COOKIE, cookie(&token, SESSION_LASTS))], Json(me)).into_response())
}

#[worker::send]
async fn who(State(portal): State<Portal>, ask: Ask) -> Answer<Json<Me>> {
    let (caller, _) = ask.context(&portal, None).await?;
    Ok(Json(caller.me))
}

#[worker::send]
async fn sign_out(
    State(portal): State<Portal>,
    ask: Ask,
    _request: axum::http::Request<Body>,
) -> Answer<Response> {
    if let Some(session) = &ask.session {
        ask.tell(portal.store()?.end_session(session).await)?;
    }
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, cookie("", TimeDelta::zero()))]).into_response())
}

fn cookie(token: &str, lasts: TimeDelta) -> String {
    format!(
        "{SESSION_COOKIE}={token}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={}",
        lasts.num_seconds()
    )
}
