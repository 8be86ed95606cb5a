//! Handing a ticket over to a colleague: links to that one ticket, which expire and can be taken back.

use super::passes::{entered, pass_cookie, until};
use super::tickets::consent::of_stranger;
use super::tickets::{read_number, visible};
use crate::http::ask::Ask;
use crate::http::problem::{Answer, Failure};
use crate::http::secrets::{self, Hash};
use crate::http::{body, guard};
use crate::portal::Portal;
use crate::store::StoreError;
use crate::store::commit::Change;
use crate::store::context::{Caller, Context, Loaded, Question};
use crate::store::links::Visitor;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post};
use axum::{Json, Router};
use chrono::TimeDelta;
use domain::access::{Actor, visitor_name};
use domain::api::door::{LINK_HOURS, Link, Links, MOST_LINK_HOURS, MadeLink, MakeLink, OpenLink};
use domain::ident::LinkId;
use domain::ticket::{
    Command, CommandKind, Ticket, TicketNumber, decide, permit, permit_link, tells_opening,
};
use wording::members::MemberProblem;
use wording::problems::Mistake;

/// How often a lost race is decided again before the client is told.
const RACES: u32 = 4;

/// The routes of links.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route("/api/v1/tickets/{number}/links", get(list).post(make))
        .route("/api/v1/tickets/{number}/links/open", post(open))
        .route("/api/v1/tickets/{number}/links/{link}", delete(revoke))
}

/// The ticket with its history, for somebody who may hand it over.
fn shareable(ask: &Ask, caller: &Caller, context: &mut Context) -> Answer<Loaded> {
    let loaded = visible(ask, caller, context.loaded.take())?;
    permit(&loaded.ticket, CommandKind::ShareTicket, &caller.person).map_err(|refusal| ask.fail(refusal))?;
    Ok(loaded)
}

#[worker::send]
async fn list(State(portal): State<Portal>, ask: Ask, Path(number): Path<String>) -> Answer<Json<Links>> {
    let number = read_number(&ask, &number)?;
    let (caller, mut context) = ask.context(&portal, Some(number)).await?;
    shareable(&ask, &caller, &mut context)?;
    Ok(Json(Links { links: ask.tell(portal.store()?.links(number, portal.now()).await)? }))
}

#[worker::send]
async fn make(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    Path(number): Path<String>,
    request: Request,
) -> Answer<Response> {
    let number = read_number(&ask, &number)?;
    let key = ask.key()?.to_owned();
    let (MakeLink { hours }, print): (MakeLink, _) = body::json(&ask, request).await?;
    let hours = hours.unwrap_or(LINK_HOURS);
    if hours == 0 || hours > MOST_LINK_HOURS {
        return Err(Failure::member("/hours", MemberProblem::LinkHours, ask.locale));
    }
    let (caller, mut context) = ask.context(&portal, Some(number)).await?;
    guard::writes(&portal, &caller.writes_as, &headers).await?;
    let store = portal.store()?;
    let secret = secrets::identifier()?;
    let hash = link_hash(number, &secret);
    // The same request again finds the link it made: its identifier comes of the key.
    let link = LinkId(Hash::of(&["link", caller.person.account.as_str(), &key]).as_str().to_owned());
    for _ in 0..RACES {
        if let Some(recorded) = &context.recorded {
            if recorded.fingerprint != print {
                return Err(ask.fail(Mistake::KeyReused));
            }
            // The secret of the first answer is known to nobody but its reader, who evidently didn't get it.
            ask.tell(store.renew_link(&link, &hash).await)?;
            let found = ask.tell(store.link(number, link.as_str()).await)?.filter(|known| known.uses == 0);
            return found.map(|link| made(link, secret)).ok_or_else(|| ask.fail(Mistake::KeyReused));
        }
        let Loaded { ticket, events, .. } = shareable(&ask, &caller, &mut context)?;
        permit_link(&events, portal.now(), &portal.rules().policy).map_err(|refusal| ask.fail(refusal))?;
        let ends = portal.now() + TimeDelta::hours(hours.into());
        let command = Command::MakeHandOverLink { link: link.clone(), until: ends };
        let change = decided(&portal, &ask, &caller, ticket, &command)?;
        let key = ask.write_key(&caller, &print)?;
        let maker = &caller.person;
        match store.make_link(&change, key, portal.rules(), portal.now(), &link, &hash, ends, maker).await {
            Ok(()) => {
                let link = Link {
                    id: link,
                    made_at: portal.now(),
                    until: ends,
                    revoked_at: None,
                    uses: 0,
                    last_used_at: None,
                    last_name: None,
                };
                return Ok(made(link, secret));
            }
            Err(StoreError::Conflict) => context = ask.context(&portal, Some(number)).await?.1,
            Err(error) => return Err(ask.fail(error)),
        }
    }
    Err(ask.fail(Mistake::Busy))
}

fn made(link: Link, secret: String) -> Response {
    (StatusCode::CREATED, Json(MadeLink { link, secret })).into_response()
}

fn decided(portal: &Portal, ask: &Ask, caller: &Caller, ticket: Ticket, command: &Command) -> Answer<Change> {
    let actor = Actor::Person(caller.person.clone());
    let events = decide(Some(&ticket), command, &actor, portal.now(), portal.rules())
        .map_err(|refusal| ask.fail(refusal))?;
    Change::new(Some(ticket), events, portal.rules()).ok_or_else(|| ask.fail(Mistake::Internal))
}

#[worker::send]
async fn revoke(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    Path((number, link)): Path<(String, String)>,
) -> Answer<StatusCode> {
    let number = read_number(&ask, &number)?;
    ask.key()?;
    let print = Hash::of(&["revoke", &number.digits(), &link]);
    let (caller, mut context) = ask.context(&portal, Some(number)).await?;
    guard::writes(&portal, &caller.writes_as, &headers).await?;
    let store = portal.store()?;
    for _ in 0..RACES {
        let Loaded { ticket, .. } = shareable(&ask, &caller, &mut context)?;
        let known = ask.tell(store.link(number, &link).await)?;
        // There is none, or it was taken back already, by this request or another one: that is what was asked for.
        let Some(known) = known.filter(|known| known.revoked_at.is_none()) else {
            return Ok(StatusCode::NO_CONTENT);
        };
        let command = Command::RevokeHandOverLink { link: known.id.clone() };
        let change = decided(&portal, &ask, &caller, ticket, &command)?;
        let key = ask.write_key(&caller, print.as_str())?;
        match store.revoke_link(&change, key, portal.rules(), portal.now(), &known.id, &caller.person).await {
            Ok(()) => return Ok(StatusCode::NO_CONTENT),
            Err(StoreError::Conflict) => context = ask.context(&portal, Some(number)).await?.1,
            Err(error) => return Err(ask.fail(error)),
        }
    }
    Err(ask.fail(Mistake::Busy))
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
    let (OpenLink { secret, name, consent }, _) = body::json(&ask, request).await?;
    let name = visitor_name(&name)
        .ok_or_else(|| Failure::member("/name", MemberProblem::VisitorName, ask.locale))?;
    let consent = of_stranger(&ask, consent.as_deref())?;
    let token = secrets::token()?;
    let pass = Hash::of(&[&token]);
    let hash = link_hash(number, secret.trim());
    let visitor = Visitor { name: &name, consent, token: &pass };
    let given = portal.store()?.give_pass_for_link(number, &hash, &visitor, portal.now()).await;
    let opened = ask.tell(given)?.ok_or_else(|| ask.fail(Mistake::LinkInvalid))?;
    tell_opening(&portal, &ask, number, &pass, &opened.id).await?;
    let cookie = pass_cookie(number, &token, until(&portal, opened.expires_at));
    entered(&portal, &ask, number, &pass, cookie).await?.ok_or_else(|| ask.fail(Mistake::LinkInvalid))
}

/// The first time that somebody comes in by a link is told in the ticket's history, whatever they do then. Reading writes nothing.
async fn tell_opening(
    portal: &Portal,
    ask: &Ask,
    number: TicketNumber,
    pass: &Hash,
    link: &LinkId,
) -> Answer<()> {
    ask.tell(portal.learn().await)?;
    let (store, now) = (portal.store()?, portal.now());
    for _ in 0..RACES {
        let question = Question { session: None, key: None, ticket: Some(number) };
        let context = ask.tell(store.context_through(question, Some(pass), now).await)?;
        // A pass that opens nothing, as when its link was taken back this very moment, is turned away by whoever reads next.
        let Some((caller, loaded)) = context.caller.zip(context.loaded) else { return Ok(()) };
        if tells_opening(&loaded.events, link) {
            return Ok(());
        }
        let command = Command::OpenHandOverLink { link: link.clone() };
        let change = decided(portal, ask, &caller, loaded.ticket, &command)?;
        match store.commit(&[change], None, portal.rules(), now).await {
            Ok(()) => return Ok(()),
            Err(StoreError::Conflict) => {}
            Err(error) => return Err(ask.fail(error)),
        }
    }
    Err(ask.fail(Mistake::Busy))
}

fn link_hash(number: TicketNumber, secret: &str) -> Hash {
    Hash::of(&["hand-over", &number.digits(), secret])
}
