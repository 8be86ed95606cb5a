//! Personal data: one's own, and what administrators work off.

use domain::api::privacy::{
    AnswerAboutData, AskAboutData, ConsentState, DataRequest, DataRequests, ERASURE_CONFIRMATION, EraseMe,
    EraseVisitor, GiveConsent,
};
use domain::ticket::TicketNumber;
use gloo_net::http::Method;
use js_sys::encode_uri_component;

use super::{Answer, BASE, IdempotencyKey, encode, exchange, get, post};

/// Whether one agreed to the text in force.
pub async fn consent() -> Answer<ConsentState> {
    get("/me/consent").await
}

/// Agrees to a version of the text.
pub async fn give_consent(version: String) -> Answer<ConsentState> {
    post("/me/consent", &GiveConsent { version }, &IdempotencyKey::fresh()).await
}

/// Where the copy of one's data is, as a file.
pub fn my_data_url() -> String {
    format!("{BASE}/me/data")
}

/// What one asked about one's data, oldest first.
pub async fn my_data_requests() -> Answer<DataRequests> {
    get("/me/data-requests").await
}

/// Asks about one's data; the same key twice asks once.
pub async fn ask_about_data(asked: &AskAboutData, key: &IdempotencyKey) -> Answer<DataRequest> {
    post("/me/data-requests", asked, key).await
}

/// Erases one's data, for good.
pub async fn erase_me() -> Answer<()> {
    let body = encode(&EraseMe { confirm: ERASURE_CONFIRMATION.to_owned() })?;
    exchange(Method::POST, "/me/erasure", Some(body), Some(&IdempotencyKey::fresh())).await.map(drop)
}

/// A page of what everybody asked about their data, those to be answered first (administrators only); `after` is the `next` of
/// the page before.
pub async fn data_requests(after: Option<&str>) -> Answer<DataRequests> {
    let after = after.map(|after| format!("?after={}", String::from(encode_uri_component(after))));
    get(&format!("/data-requests{}", after.unwrap_or_default())).await
}

/// Answers one of them; the person is mailed the answer.
pub async fn answer_data_request(id: &str, body: String) -> Answer<DataRequest> {
    post(&format!("/data-requests/{id}/answer"), &AnswerAboutData { body }, &IdempotencyKey::fresh()).await
}

/// Erases whoever took a ticket over under a name (administrators only).
pub async fn erase_visitor(number: TicketNumber, name: String) -> Answer<()> {
    let path = format!("/tickets/{}/visitors/erasure", number.digits());
    exchange(Method::POST, &path, Some(encode(&EraseVisitor { name })?), Some(&IdempotencyKey::fresh()))
        .await
        .map(drop)
}

/// Takes longer over one of them, once; the person is mailed why.
pub async fn extend_data_request(id: &str, reason: String) -> Answer<DataRequest> {
    let body = AnswerAboutData { body: reason };
    post(&format!("/data-requests/{id}/extension"), &body, &IdempotencyKey::fresh()).await
}
