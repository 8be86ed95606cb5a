//! One's own data (Ley 1581 de 2012): consent, a copy of what is kept, erasure, and asking about it.

use super::data_requests::shown;
use super::tickets::read_number;
use super::view::Viewer;
use crate::cron::erasure;
use crate::http::ask::Ask;
use crate::http::problem::{Answer, Failure};
use crate::http::secrets::Hash;
use crate::http::{body, guard};
use crate::mail::{DataNews, Letter};
use crate::portal::Portal;
use crate::store::StoreError;
use crate::store::consent::GivenConsent;
use crate::store::context::Caller;
use crate::store::data_requests::DataLetter;
use crate::store::erasure::Erasure;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use domain::access::{Door, sees_ticket};
use domain::api::privacy::{
    AskAboutData, ConsentState, DataRequests, ERASURE_CONFIRMATION, EraseMe, GiveConsent, MyData, OwnPart,
};
use domain::privacy::{ConsentWay, DataPolicy, own_events};
use domain::ticket::{Refusal, replay};
use wording::members::MemberProblem;
use wording::problems::Mistake;

/// The routes of one's own data.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route("/api/v1/me/consent", get(consent).post(give_consent))
        .route("/api/v1/me/data", get(export))
        .route("/api/v1/me/data-requests", get(asked).post(ask_about_data))
        .route("/api/v1/me/erasure", post(erase_me))
}

#[worker::send]
async fn consent(State(portal): State<Portal>, ask: Ask) -> Answer<Json<ConsentState>> {
    let caller = ask.through(&portal, Door::Own).await?;
    state_of(&portal, &ask, &caller).await
}

async fn state_of(portal: &Portal, ask: &Ask, caller: &Caller) -> Answer<Json<ConsentState>> {
    let version = DataPolicy::SOHO.version;
    let given = ask.tell(portal.store()?.consent(&caller.person.account, version).await)?;
    Ok(Json(ConsentState { version: version.to_owned(), given_at: given.map(|given| given.given_at) }))
}

#[worker::send]
async fn give_consent(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    request: Request,
) -> Answer<Json<ConsentState>> {
    let (GiveConsent { version }, _) = body::json(&ask, request).await?;
    let caller = ask.through(&portal, Door::Own).await?;
    guard::writes(&portal, caller.person.account.as_str(), &headers).await?;
    // Nobody agrees to a text that isn't the one in force.
    if version != DataPolicy::SOHO.version {
        return Err(Failure::member("/version", MemberProblem::OtherVersion, ask.locale));
    }
    let store = portal.store()?;
    let account = &caller.person.account;
    let given = GivenConsent { account, version: &version, way: ConsentWay::Portal, told_by: None };
    ask.tell(store.give_consent(&given, portal.now()).await)?;
    state_of(&portal, &ask, &caller).await
}

#[worker::send]
async fn export(State(portal): State<Portal>, ask: Ask, headers: HeaderMap) -> Answer<Response> {
    let caller = ask.through(&portal, Door::Own).await?;
    // Each leaves an entry in the record, which only grows.
    guard::writes(&portal, caller.person.account.as_str(), &headers).await?;
    let kept = ask.tell(portal.store()?.kept_of(&caller.person, portal.now()).await)?;
    let viewer =
        Viewer { person: &caller.person, rules: portal.rules(), now: portal.now(), names: &kept.names };
    let (mut tickets, mut elsewhere) = (Vec::new(), Vec::new());
    for events in &kept.histories {
        let ticket = replay(events)
            .map_err(|error| StoreError::Broken(format!("a history doesn't replay: {error:?}")))?;
        if sees_ticket(&caller.person, &ticket) {
            tickets.push(viewer.view(&ticket, events));
        } else {
            let own = own_events(events, &caller.person.account);
            elsewhere.push(OwnPart { number: ticket.number, timeline: viewer.timeline(own) });
        }
    }
    for (number, own) in &kept.elsewhere {
        let number = read_number(&ask, &number.to_string())?;
        let own = own.iter().map(|(seq, event)| (*seq, event));
        elsewhere.push(OwnPart { number, timeline: viewer.timeline(own) });
    }
    let data = MyData {
        at: portal.now(),
        account: caller.me,
        consents: kept.consents,
        sessions: kept.sessions,
        known_devices: kept.known_devices,
        pushes: kept.pushes,
        data_requests: kept.requests.into_iter().filter_map(|row| shown(&portal, row)).collect(),
        wanted_address: kept.wanted_address,
        tickets,
        elsewhere,
        record: kept.record,
    };
    let headers = [(header::CONTENT_DISPOSITION, "attachment; filename=\"mis-datos-soporte-soho.json\"")];
    Ok((headers, Json(data)).into_response())
}

#[worker::send]
async fn asked(State(portal): State<Portal>, ask: Ask) -> Answer<Json<DataRequests>> {
    let caller = ask.through(&portal, Door::Own).await?;
    let kept = ask.tell(portal.store()?.data_requests_of(&caller.person.account).await)?;
    let requests = kept.into_iter().filter_map(|row| shown(&portal, row)).collect();
    Ok(Json(DataRequests { requests, next: None }))
}

#[worker::send]
async fn ask_about_data(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    request: Request,
) -> Answer<Response> {
    let key = ask.key()?.to_owned();
    let (AskAboutData { kind, body }, print) = body::json(&ask, request).await?;
    let caller = ask.through(&portal, Door::Own).await?;
    guard::writes(&portal, caller.person.account.as_str(), &headers).await?;
    let body = plain(&portal, &ask, &body)?;
    // The same key makes the same request; with other words it is another one that may not take its place.
    let id = Hash::of(&["data-request", caller.person.account.as_str(), &key]).as_str().to_owned();
    let due = DataPolicy::SOHO.due(kind, portal.now(), &portal.rules().calendar).due;
    let letter = serde_json::to_string(&Letter::Data(DataNews::Received { kind, due }))?;
    let store = portal.store()?;
    let letter = DataLetter { about: "received", letter: &letter };
    let account = &caller.person.account;
    match store.take_data_request(&id, account, kind, &body, letter, portal.now()).await {
        Ok(true) | Err(StoreError::Conflict) => {}
        Ok(false) => return Err(ask.fail(Mistake::RequestsOpen)),
        Err(error) => return Err(ask.fail(error)),
    }
    let row = ask.tell(store.data_request(&id).await)?.ok_or_else(|| ask.fail(Mistake::Internal))?;
    if row.body != body || row.kind != kind.code() {
        worker::console_log!("a data request's key came with something else: {print}");
        return Err(ask.fail(Mistake::KeyReused));
    }
    let shown = shown(&portal, row).ok_or_else(|| ask.fail(Mistake::Internal))?;
    Ok((StatusCode::CREATED, Json(shown)).into_response())
}

/// What somebody wrote, if it says something and is no longer than people read.
///
/// # Errors
/// The text is missing or too long.
pub(super) fn plain(portal: &Portal, ask: &Ask, body: &str) -> Answer<String> {
    let limit = portal.rules().policy.text_limit;
    let text = body.trim();
    if text.is_empty() {
        Err(ask.fail(Refusal::TextMissing))
    } else if text.chars().count() > limit as usize {
        Err(ask.fail(Refusal::TextTooLong { limit }))
    } else {
        Ok(text.to_owned())
    }
}

#[worker::send]
async fn erase_me(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    request: Request,
) -> Answer<StatusCode> {
    let (EraseMe { confirm }, _) = body::json(&ask, request).await?;
    let caller = ask.through(&portal, Door::Hotel).await?;
    guard::writes(&portal, caller.person.account.as_str(), &headers).await?;
    if confirm != ERASURE_CONFIRMATION {
        return Err(Failure::member("/confirm", MemberProblem::NotConfirmed, ask.locale));
    }
    let (store, account) = (portal.store()?, &caller.person.account);
    // A case that runs needs somebody to answer to, and so does a question about data.
    let waiting = ask.tell(store.waiting_of(account).await)?;
    if waiting.tickets > 0 || waiting.requests > 0 {
        return Err(ask.fail(Mistake::StillOpen));
    }
    let erasure = Erasure { account: account.clone(), role: caller.person.role, done_to: 0 };
    ask.tell(store.begin_erasure(&erasure, &caller.me.email, portal.now()).await)?;
    // The account is nobody's by now; what isn't done of its histories when the budget is spent, cron goes on with.
    let (done, _) = ask.tell(erasure::go_on(&portal, erasure, erasure::OF_A_REQUEST).await)?;
    Ok(if done { StatusCode::NO_CONTENT } else { StatusCode::ACCEPTED })
}
