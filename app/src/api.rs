//! What the portal asks of the Worker. The only user of `gloo-net`; every answer is typed by `domain::api`.

mod audit;
mod data;
mod door;
mod error;
mod factor;
mod key;
mod people;
mod push;
mod sessions;
mod upload;
mod whole;

use std::cell::Cell;

use domain::api::attention::{AttentionDays, ChangePreview, RecordedChange};
use domain::api::reservation::{Reservation, ReserveNumber, ReservedNumber};
use domain::api::{
    AskCode, Attention, Catalogue, CodeSent, HandOver, IDEMPOTENCY_KEY, Me, OpenTicket, SignIn, Staff,
    TURNSTILE_TOKEN, TicketPage, TicketView, UseLink, Verification,
};
use domain::calendar::DayChange;
use domain::ident::{BranchId, PhotoId};
use domain::scope::OutOfScope;
use domain::ticket::{Act, TicketNumber};
use gloo_net::http::{Method, RequestBuilder};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::tasks;
pub use audit::{AuditQuestion, audit, audit_file_url};
pub use data::{
    answer_data_request, ask_about_data, consent, data_requests, erase_me, erase_visitor,
    extend_data_request, give_consent, my_data_requests, my_data_url,
};
pub use door::{
    ask_ticket_code, confirm_email, links, make_link, open_link, open_with_code, revoke_link, unconfirmed,
};
pub use error::ApiError;
pub use factor::{begin_enrolment, confirm_enrolment, factor_facts, renew_recovery_codes, show_factor};
pub use key::IdempotencyKey;
pub use people::{
    PeopleQuestion, accept_invitation, add_branch, add_hotel, ask_address, deactivate, hotels,
    invitation_offer, invitations, invite, invite_again, move_person, people, prove_address, reactivate,
    rename_branch, rename_hotel, reset_factor, revoke_invitation,
};
pub use push::{push_facts, subscribe, unsubscribe};
pub use sessions::{end_other_sessions, end_session, own_sessions};
pub use upload::attach_photo;

/// What every question to the Worker answers.
pub type Answer<T> = Result<T, ApiError>;

const BASE: &str = "/api/v1";

thread_local! {
    /// What shows that there is a person, for the next write.
    static PERSON: Cell<Option<String>> = const { Cell::new(None) };
}

/// The key that Turnstile's widget is shown with, where the deployment asks for it.
pub async fn turnstile() -> Answer<Option<String>> {
    get("/verification").await.map(|asked: Verification| asked.turnstile)
}

/// The next write carries this: what the widget gave.
pub fn show_person(token: String) {
    PERSON.set(Some(token));
}

/// Who is signed in; `None` when nobody is.
pub async fn session() -> Answer<Option<Me>> {
    match get("/session").await {
        Err(error) if error.is_sign_in_required() => Ok(None),
        answer => answer.map(Some),
    }
}

/// Asks for a one-time code by mail; `website` is what stood in the field nobody sees.
pub async fn ask_code(email: String, website: String) -> Answer<CodeSent> {
    post("/session/codes", &AskCode { email, website }, &IdempotencyKey::fresh()).await
}

/// Signs in with the link of the mail.
pub async fn use_link(link: String) -> Answer<Me> {
    post("/session/links", &UseLink { link }, &IdempotencyKey::fresh()).await
}

/// Signs in with the mailed code.
pub async fn sign_in(email: String, code: String) -> Answer<Me> {
    post("/session", &SignIn { email, code }, &IdempotencyKey::fresh()).await
}

/// Signs out on this device.
pub async fn sign_out() -> Answer<()> {
    exchange(Method::DELETE, "/session", None, Some(&IdempotencyKey::fresh())).await.map(drop)
}

/// Whether the desk attends now (R12).
pub async fn attention() -> Answer<Attention> {
    get("/attention").await
}

/// The applications and their modules.
pub async fn catalogue() -> Answer<Catalogue> {
    get("/catalogue").await
}

/// One page of the reader's list; `after` is the `next` of the page before.
pub async fn list_tickets(after: Option<String>) -> Answer<TicketPage> {
    list_some_tickets(false, None, after.as_deref()).await
}

/// One page of the reader's list, or of those on it that are not closed, or of one branch; `after` is the `next` of the page
/// before.
pub async fn list_some_tickets(
    open: bool,
    branch: Option<&BranchId>,
    after: Option<&str>,
) -> Answer<TicketPage> {
    let said = |name: &str, value: Option<&str>| {
        value.map(|value| format!("&{name}={}", String::from(js_sys::encode_uri_component(value))))
    };
    let branch = said("branch", branch.map(BranchId::as_str)).unwrap_or_default();
    get(&format!("/tickets?open={open}{branch}{}", said("after", after).unwrap_or_default())).await
}

/// The reader's tickets that are not closed, the first page.
pub async fn open_tickets() -> Answer<TicketPage> {
    list_some_tickets(true, None, None).await
}

/// Opens a ticket; the same key twice makes one.
pub async fn open_ticket(ticket: &OpenTicket, key: &IdempotencyKey) -> Answer<TicketView> {
    post(TICKETS, ticket, key).await
}

/// Where tickets are opened, below the base.
pub const TICKETS: &str = "/tickets";

/// Where a ticket is asked something, below the base.
pub fn acts_path(number: TicketNumber) -> String {
    format!("{}/commands", ticket_path(number))
}

/// What would be sent, to be kept until it can be.
pub fn seal(what: &impl Serialize) -> Option<String> {
    encode(what).ok()
}

/// Sends what was sealed for a path that answers with a ticket; the same key twice does it once.
pub async fn send_sealed(path: &str, body: String, key: &IdempotencyKey) -> Answer<TicketView> {
    decode(&exchange(Method::POST, path, Some(body), Some(key)).await?)
}

/// All that the reader may know of a ticket.
pub async fn ticket(number: TicketNumber) -> Answer<TicketView> {
    whole::read(&fetch(&ticket_path(number)).await?).await
}

/// Asks something of a ticket and answers with how it stands then.
pub async fn send_act(number: TicketNumber, act: &Act, key: &IdempotencyKey) -> Answer<TicketView> {
    post(&acts_path(number), act, key).await
}

/// Reserves a number to quote in a call (R13); the same key twice reserves one.
pub async fn reserve_number(asked: &ReserveNumber, key: &IdempotencyKey) -> Answer<ReservedNumber> {
    post("/reservations", asked, key).await
}

/// What was typed before a call, by the number that is dictated (staff only).
pub async fn reservation(number: TicketNumber) -> Answer<Reservation> {
    get(&format!("/reservations/{}", number.digits())).await
}

/// Days of attention that were changed (administrators only).
pub async fn attention_days() -> Answer<AttentionDays> {
    get("/attention-days").await
}

/// What changing a day would move (R12).
pub async fn preview_attention_day(change: &DayChange) -> Answer<ChangePreview> {
    post("/attention-days/preview", change, &IdempotencyKey::fresh()).await
}

/// Changes a day; the same key twice changes it once.
pub async fn change_attention_day(change: &DayChange, key: &IdempotencyKey) -> Answer<RecordedChange> {
    post("/attention-days", change, key).await
}

/// Everyone a ticket can be assigned to (staff only).
pub async fn staff() -> Answer<Staff> {
    get("/staff").await
}

/// Counts that someone was sent to the commercial area (R2).
pub async fn hand_over(area: OutOfScope) -> Answer<()> {
    let body = encode(&HandOver { area })?;
    exchange(Method::POST, "/hand-overs", Some(body), Some(&IdempotencyKey::fresh())).await.map(drop)
}

/// Where a photo of a ticket is.
pub fn photo_url(number: TicketNumber, photo: &PhotoId) -> String {
    format!("{BASE}{}/photos/{photo}", ticket_path(number))
}

fn ticket_path(number: TicketNumber) -> String {
    format!("/tickets/{}", number.digits())
}

/// What a page waits for: asking, reading and showing are a task each.
async fn get<T: DeserializeOwned>(path: &str) -> Answer<T> {
    let text = fetch(path).await?;
    let answer = decode(&text);
    tasks::breathe().await;
    answer
}

/// The text of an answer, asked for and to be read in tasks of their own.
async fn fetch(path: &str) -> Answer<String> {
    tasks::breathe().await;
    let text = exchange(Method::GET, path, None, None).await?;
    tasks::breathe().await;
    Ok(text)
}

async fn post<T: DeserializeOwned>(path: &str, body: &impl Serialize, key: &IdempotencyKey) -> Answer<T> {
    let body = encode(body)?;
    decode(&exchange(Method::POST, path, Some(body), Some(key)).await?)
}

fn encode(body: &impl Serialize) -> Answer<String> {
    serde_json::to_string(body).map_err(|_| ApiError::Unreadable)
}

fn decode<'a, T: Deserialize<'a>>(body: &'a str) -> Answer<T> {
    serde_json::from_str(body).map_err(|_| ApiError::Unreadable)
}

/// One exchange of texts; kept free of types so that the compiler makes it once.
async fn exchange(
    method: Method,
    path: &str,
    body: Option<String>,
    key: Option<&IdempotencyKey>,
) -> Answer<String> {
    let mut request = RequestBuilder::new(&format!("{BASE}{path}"))
        .method(method)
        .header("accept", "application/json")
        .header("accept-language", crate::locale::current_tag());
    if let Some(key) = key {
        request = request.header(IDEMPOTENCY_KEY, key.as_str());
    }
    if let Some(token) = body.as_ref().and_then(|_| PERSON.take()) {
        request = request.header(TURNSTILE_TOKEN, &token);
    }
    let request = match body {
        Some(body) => request.header("content-type", "application/json").body(body),
        None => request.build(),
    };
    let answer = request.map_err(|_| ApiError::Unreadable)?.send().await.map_err(|_| ApiError::Offline)?;
    let text = answer.text().await.map_err(|_| ApiError::Offline)?;
    if answer.ok() { Ok(text) } else { Err(ApiError::from_answer(answer.status(), &text)) }
}
