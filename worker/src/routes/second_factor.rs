//! The second factor of SOHO's staff: setting it up, showing it, and what to do without the telephone.
//!
//! These routes and `/api/v1/session` itself are all that a half signed-in session is good for; [`Ask::context`] sees to it.

use super::sessions::{device_of, session_cookie, signed_in};
use crate::http::ask::{Ask, DEVICE_COOKIE};
use crate::http::problem::{Answer, Failure};
use crate::http::secrets::{self, Hash};
use crate::http::{body, guard};
use crate::mail::{AccountNews, Letter, Post};
use crate::portal::Portal;
use crate::store::StoreError;
use crate::store::context::Caller;
use crate::store::known_devices::OnDevice;
use crate::store::second_factor::Rising;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post};
use axum::{Json, Router};
use domain::access::Door;
use domain::api::Me;
use domain::api::factor::{Enrolled, Enrolment, FactorCode, FactorFacts, RecoveryCodes, ShowFactor};
use domain::device::Device;
use domain::ident::AccountId;
use domain::second_factor::{
    FactorState, RECOVERY_CODES, RecoveryCode, Secret, WRONG_ALLOWED, codes_are_paused,
};
use domain::sign_in::DEVICE_REMEMBERED;
use wording::problems::Mistake;

/// The routes of the second factor.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route("/api/v1/session/factor", get(facts).post(show))
        .route("/api/v1/session/factor/enrolment", post(begin))
        .route("/api/v1/session/factor/enrolment/confirmation", post(confirm))
        .route("/api/v1/session/factor/recovery-codes", post(renew))
        .route("/api/v1/people/{id}/second-factor", delete(reset))
}

/// One of SOHO's staff, half signed in or wholly, and the session's token, hashed.
async fn staff<'a>(portal: &Portal, ask: &'a Ask) -> Answer<(Caller, &'a Hash)> {
    let caller = ask.half_through(portal, Door::Desk).await?;
    let session = ask.session.as_ref().ok_or_else(|| ask.fail(Mistake::SignInRequired))?;
    Ok((caller, session))
}

fn secret(portal: &Portal, ask: &Ask, account: &AccountId, salt: &str) -> Answer<Secret> {
    let key = portal.setting("FACTOR_KEY");
    if key.is_empty() {
        worker::console_error!("the setting FACTOR_KEY is missing: no second factor can be shown");
        return Err(ask.fail(Mistake::Unavailable));
    }
    Ok(Secret::derive(&key, account, salt))
}

#[worker::send]
async fn facts(State(portal): State<Portal>, ask: Ask) -> Answer<Json<FactorFacts>> {
    let (caller, _) = staff(&portal, &ask).await?;
    let row = ask.tell(portal.store()?.factor_of(&caller.person.account).await)?;
    Ok(Json(FactorFacts {
        state: caller.me.factor,
        enrolled_at: row.as_ref().map(|row| row.enrolled_at),
        recovery_codes_left: row.map_or(0, |row| row.recovery_codes),
    }))
}

#[worker::send]
async fn begin(State(portal): State<Portal>, ask: Ask, headers: HeaderMap) -> Answer<Json<Enrolment>> {
    guard::codes(&portal, &headers).await?;
    let (caller, session) = staff(&portal, &ask).await?;
    let salt = secrets::identifier()?;
    let salt = ask.tell(portal.store()?.begin_enrolment(session, &salt).await)?;
    let salt = salt.ok_or_else(|| ask.fail(Mistake::FactorEnrolled))?;
    let secret = secret(&portal, &ask, &caller.person.account, &salt)?;
    Ok(Json(Enrolment { secret: secret.base32(), uri: secret.uri(&caller.me.email) }))
}

#[worker::send]
async fn confirm(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    request: Request,
) -> Answer<Response> {
    guard::codes(&portal, &headers).await?;
    let (FactorCode { code }, _) = body::json(&ask, request).await?;
    let (caller, session) = staff(&portal, &ask).await?;
    if caller.me.factor != FactorState::Enrol {
        return Err(ask.fail(Mistake::FactorEnrolled));
    }
    let (store, now, account) = (portal.store()?, portal.now(), &caller.person.account);
    // Whoever confirms what they never began knows no code of it.
    let salt = ask.tell(store.pending_enrolment(session).await)?;
    let salt = salt.ok_or_else(|| ask.fail(Mistake::FactorCodeWrong))?;
    let step = secret(&portal, &ask, account, &salt)?.accepts(&code, now, 0);
    let step = step.ok_or_else(|| ask.fail(Mistake::FactorCodeWrong))?;
    let token = secrets::token()?;
    let to = Hash::of(&[&token]);
    let codes = fresh_codes()?;
    let (mark, kind) = (device_mark(&ask)?, device_of(&headers));
    let hash = Hash::of(&["device", &mark]);
    let rising =
        Rising { person: &caller.person, from: session, to: &to, on: OnDevice { mark: &hash, kind } };
    let told = news(AccountNews::FactorEnrolled)?;
    match store.enrol(rising, &salt, step, &hashed(account, &codes), &told, now).await {
        Ok(()) => {}
        Err(StoreError::Conflict) => return Err(ask.fail(Mistake::FactorEnrolled)),
        Err(error) => return Err(ask.fail(error)),
    }
    let enrolled = Enrolled { me: passed(caller.me), recovery_codes: written(&codes) };
    let cookie = session_cookie(&token, enrolled.me.role);
    Ok(remembered(&mark, ([(header::SET_COOKIE, cookie)], Json(enrolled)).into_response()))
}

#[worker::send]
async fn show(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    request: Request,
) -> Answer<Response> {
    guard::codes(&portal, &headers).await?;
    let (shown, _): (ShowFactor, _) = body::json(&ask, request).await?;
    let (caller, session) = staff(&portal, &ask).await?;
    let (store, now) = (portal.store()?, portal.now());
    let token = secrets::token()?;
    let to = Hash::of(&[&token]);
    let (mark, kind) = (device_mark(&ask)?, device_of(&headers));
    let hash = Hash::of(&["device", &mark]);
    let rising =
        Rising { person: &caller.person, from: session, to: &to, on: OnDevice { mark: &hash, kind } };
    let told =
        Post::new("device", &Letter::Account(AccountNews::NewDevice { device: kind.code(), at: now }))?;
    match shown {
        ShowFactor::Code(code) => {
            use_code(&portal, &ask, &caller.person.account, &code, kind).await?;
            ask.tell(store.rise(rising, &told, now).await)?;
        }
        // No count stands in its way: nobody guesses 80 bits.
        ShowFactor::RecoveryCode(code) => {
            let code = RecoveryCode::parse(&code).ok_or_else(|| ask.fail(Mistake::FactorCodeWrong))?;
            let hash = hash_of(&caller.person.account, &code);
            if !ask.tell(store.rise_by_recovery(rising, &hash, &told, now).await)? {
                return Err(ask.fail(Mistake::FactorCodeWrong));
            }
        }
    }
    Ok(remembered(&mark, signed_in(&token, passed(caller.me))))
}

/// What the device carries to be known again: what it had, also from a colleague, or something new.
fn device_mark(ask: &Ask) -> Answer<String> {
    ask.device().map_or_else(|| Ok(secrets::token()?), |mark| Ok(mark.to_owned()))
}

/// The answer, with the cookie by which the device is known again.
fn remembered(mark: &str, mut response: Response) -> Response {
    let lasts = DEVICE_REMEMBERED.num_seconds();
    let cookie = format!("{DEVICE_COOKIE}={mark}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={lasts}");
    if let Ok(cookie) = cookie.parse() {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

#[worker::send]
async fn renew(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    request: Request,
) -> Answer<Json<RecoveryCodes>> {
    guard::codes(&portal, &headers).await?;
    let (FactorCode { code }, _) = body::json(&ask, request).await?;
    let caller = ask.through(&portal, Door::Desk).await?;
    use_code(&portal, &ask, &caller.person.account, &code, device_of(&headers)).await?;
    let codes = fresh_codes()?;
    let hashes = hashed(&caller.person.account, &codes);
    let told = news(AccountNews::RecoveryCodesRenewed)?;
    ask.tell(portal.store()?.renew_recovery_codes(&caller.person, &hashes, &told, portal.now()).await)?;
    Ok(Json(RecoveryCodes { recovery_codes: written(&codes) }))
}

/// Takes somebody's factor away. Not one's own: whoever found an open session could set up theirs instead.
#[worker::send]
async fn reset(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Answer<StatusCode> {
    let caller = ask.through(&portal, Door::Administration).await?;
    guard::writes(&portal, caller.person.account.as_str(), &headers).await?;
    let (store, account) = (portal.store()?, AccountId(id));
    if account == caller.person.account {
        return Err(ask.fail(domain::ticket::Refusal::Forbidden));
    }
    ask.tell(store.factor_of(&account).await)?.ok_or_else(|| ask.fail(Mistake::NotFound))?;
    let told = news(AccountNews::FactorReset)?;
    ask.tell(store.reset_factor(&caller.person, &account, &told, portal.now()).await)?;
    Ok(StatusCode::NO_CONTENT)
}

fn news(news: AccountNews) -> Answer<Post> {
    Post::new("account", &Letter::Account(news))
}

/// Uses up the code that the application shows. The wrong one that pauses the codes is on record.
async fn use_code(portal: &Portal, ask: &Ask, account: &AccountId, code: &str, device: Device) -> Answer<()> {
    let (store, now) = (portal.store()?, portal.now());
    let wrong = || -> Failure { ask.fail(Mistake::FactorCodeWrong) };
    let counted = ask.tell(store.try_factor(account, now).await)?.ok_or_else(wrong)?;
    if codes_are_paused(counted.wrong) {
        return Err(ask.fail(Mistake::FactorPaused));
    }
    let secret = secret(portal, ask, account, &counted.salt)?;
    let step = secret.accepts(code, now, counted.last_step);
    // The same code may have come twice at once.
    let used = match step {
        Some(step) => ask.tell(store.use_step(account, step).await)?,
        None => false,
    };
    if used {
        return Ok(());
    }
    if counted.wrong == WRONG_ALLOWED {
        ask.tell(store.note_pause(account, device, now).await)?;
    }
    Err(wrong())
}

fn fresh_codes() -> Answer<Vec<RecoveryCode>> {
    let codes = (0..RECOVERY_CODES).map(|_| Ok(RecoveryCode::from_random(secrets::bytes()?)));
    codes.collect()
}

fn hash_of(account: &AccountId, code: &RecoveryCode) -> Hash {
    Hash::of(&["recovery", account.as_str(), code.as_str()])
}

fn hashed(account: &AccountId, codes: &[RecoveryCode]) -> Vec<Hash> {
    codes.iter().map(|code| hash_of(account, code)).collect()
}

fn written(codes: &[RecoveryCode]) -> Vec<String> {
    codes.iter().map(RecoveryCode::written).collect()
}

fn passed(me: Me) -> Me {
    Me { factor: FactorState::Passed, ..me }
}
