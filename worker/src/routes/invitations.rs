//! Invitations: sent, sent again, taken back, accepted. What accepts one is mailed to the address alone.

use super::people::{pointer, refused};
use super::sessions::{device_of, read_address, welcome};
use crate::http::ask::Ask;
use crate::http::problem::{Answer, Failure};
use crate::http::secrets::{self, Hash};
use crate::http::{body, guard};
use crate::mail::{Invited, Letter};
use crate::portal::Portal;
use crate::store::StoreError;
use crate::store::context::Caller;
use crate::store::invitations::{Existing, Held, NewInvitation, Sending};
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post};
use axum::{Json, Router};
use domain::access::{Door, Person, Role};
use domain::api::people::{AcceptInvitation, Hotel, InvitationEntry, InvitationOffer, Invitations, Invite};
use domain::audit::{AuditAct, Entry, SubjectKind};
use domain::ident::{AccountId, InvitationId};
use domain::people::{PeopleRefusal, Place, invitation_until, may_be_invited, name};
use wording::members::MemberProblem;
use wording::problems::Mistake;

/// The routes of invitations.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route("/api/v1/invitations", get(list).post(invite))
        .route("/api/v1/invitations/acceptance", post(accept))
        .route("/api/v1/invitations/offer", post(offer))
        .route("/api/v1/invitations/{id}", delete(revoke))
        .route("/api/v1/invitations/{id}/mails", post(send_again))
}

/// The hotel of a place, if there is such a place; a branch is one of its hotel's.
///
/// # Errors
/// A failure at the member that names nothing; `under` stands before the member's name.
pub(super) async fn known_place(
    portal: &Portal,
    ask: &Ask,
    under: &str,
    place: &Place,
) -> Answer<Option<Hotel>> {
    let Some(company) = &place.company else { return Ok(None) };
    let hotels = ask.tell(portal.store()?.hotels().await)?;
    let Some(hotel) = hotels.into_iter().find(|hotel| hotel.id == *company) else {
        return Err(Failure::member(&format!("{under}/company"), MemberProblem::UnknownHotel, ask.locale));
    };
    let known = place.branch.as_ref().is_none_or(|branch| hotel.branches.iter().any(|(id, _)| id == branch));
    if known {
        Ok(Some(hotel))
    } else {
        Err(Failure::member(&format!("{under}/branch"), MemberProblem::UnknownBranch, ask.locale))
    }
}

async fn administrator(portal: &Portal, ask: &Ask, headers: &HeaderMap) -> Answer<Caller> {
    let caller = ask.through(portal, Door::Administration).await?;
    guard::writes(portal, caller.person.account.as_str(), headers).await?;
    Ok(caller)
}

fn entry(caller: &Caller, act: AuditAct, id: &InvitationId, place: (Role, String)) -> Entry {
    let (role, hotel) = place;
    Entry::by(&caller.person, act, SubjectKind::Invitation, id.as_str())
        .with("role", role.code())
        .with("hotel", hotel)
}

/// What one mailing of an invitation needs.
struct Mailing {
    token: Hash,
    message_id: String,
    letter: String,
    until: domain::Instant,
}

impl Mailing {
    /// With a token of 256 bits that is kept nowhere but in the mail.
    fn new(portal: &Portal, caller: &Caller, role: Role, hotel: Option<String>) -> Answer<Self> {
        let (token, until) = (secrets::token()?, invitation_until(portal.now()));
        let by = if caller.me.name.is_empty() { caller.me.email.clone() } else { caller.me.name.clone() };
        let hash = Hash::of(&["invitation", &token]);
        let letter = serde_json::to_string(&Letter::Invitation(Invited { token, by, role, hotel, until }))?;
        Ok(Self { token: hash, message_id: format!("invitation.{}", secrets::identifier()?), letter, until })
    }

    fn sending(&self) -> Sending<'_> {
        Sending { token: &self.token, until: self.until, message_id: &self.message_id, letter: &self.letter }
    }
}

async fn shown(portal: &Portal, ask: &Ask, id: &InvitationId) -> Answer<InvitationEntry> {
    let found = ask.tell(portal.store()?.invitation(id).await)?;
    found.ok_or_else(|| ask.fail(Mistake::NotFound))
}

#[worker::send]
async fn list(State(portal): State<Portal>, ask: Ask) -> Answer<Json<Invitations>> {
    ask.through(&portal, Door::Administration).await?;
    Ok(Json(Invitations { invitations: ask.tell(portal.store()?.invitations().await)? }))
}

#[worker::send]
async fn invite(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    request: Request,
) -> Answer<Response> {
    let (asked, _): (Invite, _) = body::json(&ask, request).await?;
    let caller = administrator(&portal, &ask, &headers).await?;
    let email = read_address(&ask, &asked.email)?;
    let name = name(&asked.name).map_err(|refusal| refused(&ask, "/name", refusal))?;
    let place = asked.place;
    place.check().map_err(|refusal| refused(&ask, &format!("/place{}", pointer(refusal)), refusal))?;
    let hotel = known_place(&portal, &ask, "/place", &place).await?;
    let store = portal.store()?;
    let existing = ask.tell(store.account_of(&email).await)?;
    may_be_invited(existing.as_ref().map(Existing::stands))
        .map_err(|refusal| refused(&ask, "/email", refusal))?;
    let id = InvitationId(secrets::identifier()?);
    let hotel = hotel.map(|hotel| at(&hotel, &place));
    let mailing = Mailing::new(&portal, &caller, place.role, hotel.clone())?;
    let new = NewInvitation {
        id: &id,
        email: &email,
        name: &name,
        place: &place,
        by: &caller.person.account,
        sending: mailing.sending(),
    };
    let told = entry(&caller, AuditAct::InvitationSent, &id, (place.role, hotel.unwrap_or_default()));
    match store.invite(&new, &told, portal.now()).await {
        Ok(()) => Ok((StatusCode::CREATED, Json(shown(&portal, &ask, &id).await?)).into_response()),
        Err(StoreError::Conflict) => Err(refused(&ask, "/email", PeopleRefusal::AlreadyInvited)),
        Err(error) => Err(ask.fail(error)),
    }
}

/// "Hoteles Caribe (Caribe Norte)".
pub(super) fn at(hotel: &Hotel, place: &Place) -> String {
    let branch = hotel.branches.iter().find(|(id, _)| Some(id) == place.branch.as_ref());
    branch.map_or_else(|| hotel.name.clone(), |(_, branch)| format!("{} ({branch})", hotel.name))
}

#[worker::send]
async fn send_again(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    Path(id): Path<String>,
    _request: Request,
) -> Answer<Json<InvitationEntry>> {
    let caller = administrator(&portal, &ask, &headers).await?;
    let id = InvitationId(id);
    let invitation = shown(&portal, &ask, &id).await?;
    let (role, hotel) = (invitation.standing.role, invitation.standing.hotel());
    let mailing = Mailing::new(&portal, &caller, role, hotel.clone())?;
    let place = (role, hotel.unwrap_or_default());
    let told = entry(&caller, AuditAct::InvitationSent, &id, place).with("again", "true");
    let sent =
        portal.store()?.invite_again(&id, &invitation.email, &mailing.sending(), &told, portal.now()).await;
    ask.tell(sent)?;
    Ok(Json(shown(&portal, &ask, &id).await?))
}

#[worker::send]
async fn revoke(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    Path(id): Path<String>,
    _request: Request,
) -> Answer<StatusCode> {
    let caller = administrator(&portal, &ask, &headers).await?;
    let id = InvitationId(id);
    let invitation = shown(&portal, &ask, &id).await?;
    let place = (invitation.standing.role, invitation.standing.hotel().unwrap_or_default());
    let told = entry(&caller, AuditAct::InvitationRevoked, &id, place);
    ask.tell(portal.store()?.revoke_invitation(&id, &told, portal.now()).await)?;
    Ok(StatusCode::NO_CONTENT)
}

/// What the link's page says before anything is accepted. The secret comes in the body, which no log keeps.
#[worker::send]
async fn offer(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    request: Request,
) -> Answer<Json<InvitationOffer>> {
    guard::codes(&portal, &headers).await?;
    let (AcceptInvitation { token }, _) = body::json(&ask, request).await?;
    let offer = portal.store()?.offered(&Hash::of(&["invitation", &token]), portal.now()).await;
    ask.tell(offer)?.map(Json).ok_or_else(|| ask.fail(Mistake::LinkInvalid))
}

/// Whoever holds the token reads the mailbox it went to: that is signed in, as an account of that address.
#[worker::send]
async fn accept(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    request: Request,
) -> Answer<Response> {
    guard::codes(&portal, &headers).await?;
    let (AcceptInvitation { token }, _) = body::json(&ask, request).await?;
    let (now, store) = (portal.now(), portal.store()?);
    let held = ask.tell(store.held_invitation(&Hash::of(&["invitation", &token]), now).await)?;
    let held = held.ok_or_else(|| ask.fail(Mistake::LinkInvalid))?;
    let account = match &held.existing {
        None => AccountId(secrets::identifier()?),
        Some(existing) if may_be_invited(Some(existing.stands())).is_ok() => existing.account.clone(),
        // Somebody gave the account another place since, or closed it: the invitation was for who stood nowhere.
        Some(_) => return Err(ask.fail(Mistake::LinkInvalid)),
    };
    let told = accepted(&held, &account);
    let session = secrets::token()?;
    let (hash, device) = (Hash::of(&[&session]), device_of(&headers));
    let started = store.accept_invitation(&held, &account, (&hash, device), &told, now).await;
    match started {
        Ok(()) => welcome(&portal, &ask, &session, Mistake::LinkInvalid).await,
        // It was accepted or taken back a moment earlier.
        Err(StoreError::Conflict) => Err(ask.fail(Mistake::LinkInvalid)),
        Err(error) => Err(ask.fail(error)),
    }
}

fn accepted(held: &Held, account: &AccountId) -> Entry {
    let person = Person {
        account: account.clone(),
        role: held.place.role,
        company: held.place.company.clone(),
        branch: held.place.branch.clone(),
        pass: None,
    };
    Entry::by(&person, AuditAct::InvitationAccepted, SubjectKind::Invitation, held.id.as_str())
        .with("role", held.place.role.code())
}
