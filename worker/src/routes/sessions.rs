//! Signing in with a mailed one-time code or its link, and out.

use super::passes::{pass_cookie, post_soon};
use crate::http::ask::{Ask, SESSION_COOKIE};
use crate::http::problem::{Answer, Failure};
use crate::http::secrets::{self, Hash};
use crate::http::{body, guard, turnstile};
use crate::mail::Letter;
use crate::portal::Portal;
use crate::store::context::Question;
use crate::store::sessions::NewCode;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use chrono::TimeDelta;
use domain::access::{Door, Role};
use domain::api::{AskCode, CodeSent, Me, SignIn, UseLink};
use domain::audit::{AuditAct, Entry, SubjectKind};
use domain::device::Device;
use domain::guide::{Draft, EmailAddress, Field, Finding};
use domain::ident::AccountId;
use domain::people::is_named_first;
use domain::sign_in::{CODE_LASTS, Lifetime, TRIES_A_CODE, codes_are_paused};
use domain::ticket::TicketNumber;
use wording::problems::Mistake;

/// The session's routes.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route("/api/v1/session/codes", post(ask_code))
        .route("/api/v1/session/links", post(use_link))
        .route("/api/v1/session", get(who).post(sign_in).delete(sign_out))
}

/// The identity of an address: two spellings of one mailbox are one person.
pub(super) fn read_address(ask: &Ask, text: &str) -> Answer<String> {
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
    let (AskCode { email, website }, _) = body::json(&ask, request).await?;
    let email = read_address(&ask, &email)?;
    let expires_in = u32::try_from(CODE_LASTS.num_seconds()).unwrap_or(0);
    let answer = || (StatusCode::ACCEPTED, Json(CodeSent { expires_in })).into_response();
    if !website.is_empty() {
        return Ok(answer());
    }
    turnstile::person(&portal, &headers).await?;
    guard::mails(&portal, &email, &headers).await?;
    let (code, link) = (secrets::code()?, secrets::identifier()?);
    let (code_hash, link_hash) = (Hash::of(&[&email, &code]), Hash::of(&[&link]));
    let letter = serde_json::to_string(&Letter::SignInCode { code, link })?;
    let message_id = format!("code.{}", secrets::identifier()?);
    let (now, store) = (portal.now(), portal.store()?);
    // The same work and the same answer whether the address is known or not.
    let new = NewCode {
        email: &email,
        code: &code_hash,
        link: &link_hash,
        expires_at: now + CODE_LASTS,
        message_id: &message_id,
        letter: &letter,
    };
    ask.tell(store.save_code(&new, now).await)?;
    post_soon(&portal);
    Ok(answer())
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
    let counted = ask.tell(store.try_code(&email, now).await)?;
    if codes_are_paused(counted.guesses) {
        return Err(ask.fail(Mistake::CodesPaused));
    }
    let hash = Hash::of(&[&email, &code]);
    match counted.live {
        Some(live) if live.tries > TRIES_A_CODE || live.expires_at <= crate::instant::to_text(now) => {
            return Err(ask.fail(Mistake::CodeExpired));
        }
        Some(live) if hash.matches(&live.code_hash) => {}
        // An address that never asked looks like one whose code was mistyped.
        _ => return Err(ask.fail(Mistake::CodeWrong)),
    }
    let token = secrets::token()?;
    let session = Hash::of(&[&token]);
    let account = AccountId(secrets::identifier()?);
    let device = device_of(&headers);
    ask.tell(store.start_session(&email, &hash, &account, &session, device, now).await)?;
    // Whoever sent the same code a moment earlier burned it.
    welcome(&portal, &ask, &token, Mistake::CodeExpired).await
}

/// Signs in with the link of a mail. No count stands in its way: nobody guesses 128 bits, and who holds it reads the mailbox.
#[worker::send]
async fn use_link(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    request: Request,
) -> Answer<Response> {
    guard::codes(&portal, &headers).await?;
    let (UseLink { link }, _) = body::json(&ask, request).await?;
    let (now, token) = (portal.now(), secrets::token()?);
    let account = AccountId(secrets::identifier()?);
    let (link, session) = (Hash::of(&[&link]), Hash::of(&[&token]));
    let (device, store) = (device_of(&headers), portal.store()?);
    let started = store.start_session_by_link(&link, &account, &session, device, now).await;
    ask.tell(started)?;
    welcome(&portal, &ask, &token, Mistake::LinkExpired).await
}

/// What somebody says they sign in with, for them to recognise it by.
pub(super) fn device_of(headers: &HeaderMap) -> Device {
    let said = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    said.map_or(Device::UNKNOWN, Device::read)
}

/// Who the token signs in, with its cookie; `burned` when it signs nobody in.
pub(super) async fn welcome(portal: &Portal, ask: &Ask, token: &str, burned: Mistake) -> Answer<Response> {
    let session = Hash::of(&[token]);
    let read = async || {
        let question = Question { session: Some(&session), key: None, ticket: None };
        let context = portal.store()?.context(question, portal.now()).await;
        Ok::<_, Failure>(ask.tell(context)?.caller.map(|caller| caller.me))
    };
    let me = read().await?.ok_or_else(|| ask.fail(burned.clone()))?;
    let me = if appointed(portal, ask, &me, &session).await? { read().await?.unwrap_or(me) } else { me };
    Ok(signed_in(token, me))
}

/// Whether whoever just proved the address that the deployment names became the first administrator by it.
async fn appointed(portal: &Portal, ask: &Ask, me: &Me, session: &Hash) -> Answer<bool> {
    if me.role == Role::Administrator || !is_named_first(&portal.setting("FIRST_ADMINISTRATOR"), &me.email) {
        return Ok(false);
    }
    let told = Entry::of_service(AuditAct::RoleChanged, SubjectKind::Account, me.account.as_str())
        .with("from", me.role.code())
        .with("to", Role::Administrator.code())
        .with("reason", "FIRST_ADMINISTRATOR");
    ask.tell(portal.store()?.appoint_first(&me.account, session, &told, portal.now()).await)
}

/// The answer to whoever has a session with that token now.
pub(super) fn signed_in(token: &str, me: Me) -> Response {
    ([(header::SET_COOKIE, session_cookie(token, me.role))], Json(me)).into_response()
}

/// The cookie of somebody's session.
pub(super) fn session_cookie(token: &str, role: Role) -> String {
    cookie(token, Lifetime::of(role).absolute)
}

#[worker::send]
async fn who(State(portal): State<Portal>, ask: Ask) -> Answer<Json<Me>> {
    let caller = ask.half_through(&portal, Door::Own).await?;
    Ok(Json(caller.me))
}

#[worker::send]
async fn sign_out(
    State(portal): State<Portal>,
    ask: Ask,
    _request: axum::http::Request<Body>,
) -> Answer<Response> {
    let passes: Vec<_> = ask.passes().collect();
    if ask.session.is_some() || !passes.is_empty() {
        let tokens: Vec<_> = passes.iter().map(|(_, token)| *token).collect();
        ask.tell(portal.store()?.end_session(ask.session.as_ref(), &tokens).await)?;
    }
    // Whoever uses the device next has no more of the tickets that were opened on it one by one.
    let mut response = (StatusCode::NO_CONTENT, [(header::SET_COOKIE, no_session_cookie())]).into_response();
    for (number, _) in passes {
        if let Some(cookie) =
            TicketNumber::parse(number).ok().map(|number| pass_cookie(number, "", TimeDelta::zero()))
            && let Ok(cookie) = cookie.parse()
        {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
    Ok(response)
}

/// The cookie that takes a session's away.
pub(super) fn no_session_cookie() -> String {
    cookie("", TimeDelta::zero())
}

fn cookie(token: &str, lasts: TimeDelta) -> String {
    format!(
        "{SESSION_COOKIE}={token}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={}",
        lasts.num_seconds()
    )
}
