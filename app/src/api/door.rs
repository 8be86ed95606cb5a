//! Ways to one ticket without signing in.

use domain::api::door::{
    ConfirmEmail, Links, MadeLink, MakeLink, OpenLink, OpenWithCode, UnconfirmedTickets,
};
use domain::api::{CodeSent, TicketView};
use domain::ident::LinkId;
use domain::privacy::DataPolicy;
use domain::ticket::TicketNumber;
use gloo_net::http::Method;

use super::{Answer, IdempotencyKey, exchange, get, post, ticket_path};

/// Asks for a code to the address that a ticket is registered under; answers the same for every number.
pub async fn ask_ticket_code(number: TicketNumber) -> Answer<CodeSent> {
    post(&format!("{}/codes", ticket_path(number)), &(), &IdempotencyKey::fresh()).await
}

/// Opens one ticket with the mailed code.
pub async fn open_with_code(number: TicketNumber, code: String) -> Answer<TicketView> {
    post(&format!("{}/pass", ticket_path(number)), &OpenWithCode { code }, &IdempotencyKey::fresh()).await
}

/// Critical tickets sent with the reader's address that nobody has called theirs yet.
pub async fn unconfirmed() -> Answer<UnconfirmedTickets> {
    get("/me/unconfirmed").await
}

/// Says that a ticket is one's own: with what its mail carries, or as whoever is signed in with its address.
pub async fn confirm_email(number: TicketNumber, secret: Option<String>) -> Answer<TicketView> {
    let path = format!("{}/confirmation", ticket_path(number));
    post(&path, &ConfirmEmail { secret }, &IdempotencyKey::fresh()).await
}

/// Opens a link as the colleague it was made for, who has just agreed to the text on personal data.
pub async fn open_link(number: TicketNumber, secret: String, name: String) -> Answer<TicketView> {
    let path = format!("{}/links/open", ticket_path(number));
    let consent = Some(DataPolicy::SOHO.version.to_owned());
    post(&path, &OpenLink { secret, name, consent }, &IdempotencyKey::fresh()).await
}

/// The links made for colleagues.
pub async fn links(number: TicketNumber) -> Answer<Links> {
    get(&format!("{}/links", ticket_path(number))).await
}

/// Makes a link.
pub async fn make_link(number: TicketNumber, hours: u32, key: &IdempotencyKey) -> Answer<MadeLink> {
    post(&format!("{}/links", ticket_path(number)), &MakeLink { hours: Some(hours) }, key).await
}

/// Takes a link back.
pub async fn revoke_link(number: TicketNumber, link: &LinkId) -> Answer<()> {
    let path = format!("{}/links/{link}", ticket_path(number));
    exchange(Method::DELETE, &path, None, Some(&IdempotencyKey::fresh())).await.map(drop)
}
