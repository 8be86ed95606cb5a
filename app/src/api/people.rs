//! People, hotels and invitations (administrators), accepting an invitation, and one's own address.

use domain::api::people::{
    AcceptInvitation, AskAddress, Hotel, Hotels, InvitationEntry, InvitationOffer, Invitations, Invite,
    Named, PeoplePage, PersonEntry, ProveAddress,
};
use domain::api::{CodeSent, Me};
use domain::ident::{AccountId, BranchId, CompanyId, InvitationId};
use domain::people::Place;
use gloo_net::http::Method;
use js_sys::encode_uri_component;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Answer, IdempotencyKey, decode, encode, exchange, get, post};

/// Whom to look for; what is empty asks for everybody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PeopleQuestion {
    /// Part of a name or address.
    pub text: String,
    /// The code of a role.
    pub role: String,
    /// A hotel.
    pub company: String,
}

/// One page of people; `after` is the `next` of the page before.
pub async fn people(asked: &PeopleQuestion, after: Option<&str>) -> Answer<PeoplePage> {
    let PeopleQuestion { text, role, company } = asked;
    let members =
        [("text", &**text), ("role", role), ("company", company), ("after", after.unwrap_or_default())];
    let asked = members.into_iter().filter(|(_, value)| !value.is_empty());
    let query: Vec<_> =
        asked.map(|(name, value)| format!("{name}={}", String::from(encode_uri_component(value)))).collect();
    get(&format!("/people?{}", query.join("&"))).await
}

/// Gives somebody another place.
pub async fn move_person(account: &AccountId, place: &Place) -> Answer<PersonEntry> {
    put(&format!("/people/{account}/place"), place).await
}

/// Lets somebody in no more.
pub async fn deactivate(account: &AccountId) -> Answer<PersonEntry> {
    send(Method::POST, &format!("/people/{account}/deactivation")).await
}

/// Lets somebody in again.
pub async fn reactivate(account: &AccountId) -> Answer<PersonEntry> {
    send(Method::DELETE, &format!("/people/{account}/deactivation")).await
}

/// Takes somebody's second factor away, to be set up anew.
pub async fn reset_factor(account: &AccountId) -> Answer<()> {
    let path = format!("/people/{account}/second-factor");
    exchange(Method::DELETE, &path, None, Some(&IdempotencyKey::fresh())).await.map(drop)
}

/// Invitations that are open.
pub async fn invitations() -> Answer<Vec<InvitationEntry>> {
    get("/invitations").await.map(|Invitations { invitations }| invitations)
}

/// Invites somebody; the mail leaves within a minute.
pub async fn invite(invite: &Invite) -> Answer<InvitationEntry> {
    post("/invitations", invite, &IdempotencyKey::fresh()).await
}

/// Mails an invitation again.
pub async fn invite_again(id: &InvitationId) -> Answer<InvitationEntry> {
    send(Method::POST, &format!("/invitations/{id}/mails")).await
}

/// Takes an invitation back.
pub async fn revoke_invitation(id: &InvitationId) -> Answer<()> {
    let path = format!("/invitations/{id}");
    exchange(Method::DELETE, &path, None, Some(&IdempotencyKey::fresh())).await.map(drop)
}

/// What an invitation offers whoever holds its link.
pub async fn invitation_offer(token: String) -> Answer<InvitationOffer> {
    post("/invitations/offer", &AcceptInvitation { token }, &IdempotencyKey::fresh()).await
}

/// Accepts an invitation with what its link carries.
pub async fn accept_invitation(token: String) -> Answer<Me> {
    post("/invitations/acceptance", &AcceptInvitation { token }, &IdempotencyKey::fresh()).await
}

/// Every hotel with its branches.
pub async fn hotels() -> Answer<Vec<Hotel>> {
    get("/hotels").await.map(|Hotels { hotels }| hotels)
}

/// Adds a hotel.
pub async fn add_hotel(name: String) -> Answer<Hotel> {
    post("/hotels", &Named { name }, &IdempotencyKey::fresh()).await
}

/// Gives a hotel another name.
pub async fn rename_hotel(id: &CompanyId, name: String) -> Answer<Hotel> {
    put(&format!("/hotels/{id}"), &Named { name }).await
}

/// Adds a branch to a hotel.
pub async fn add_branch(hotel: &CompanyId, name: String) -> Answer<Hotel> {
    post(&format!("/hotels/{hotel}/branches"), &Named { name }, &IdempotencyKey::fresh()).await
}

/// Gives a branch another name.
pub async fn rename_branch(hotel: &CompanyId, branch: &BranchId, name: String) -> Answer<Hotel> {
    put(&format!("/hotels/{hotel}/branches/{branch}"), &Named { name }).await
}

/// Asks for a code at the address one wants to change to.
pub async fn ask_address(email: String) -> Answer<CodeSent> {
    post("/me/address/codes", &AskAddress { email }, &IdempotencyKey::fresh()).await
}

/// Changes one's address with the code mailed there.
pub async fn prove_address(code: String) -> Answer<Me> {
    put("/me/address", &ProveAddress { code }).await
}

async fn put<T: DeserializeOwned>(path: &str, body: &impl Serialize) -> Answer<T> {
    let body = encode(body)?;
    decode(&exchange(Method::PUT, path, Some(body), Some(&IdempotencyKey::fresh())).await?)
}

async fn send<T: DeserializeOwned>(method: Method, path: &str) -> Answer<T> {
    decode(&exchange(method, path, None, Some(&IdempotencyKey::fresh())).await?)
}
