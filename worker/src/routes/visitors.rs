//! Whoever took a ticket over by a colleague's link has no account: what is theirs in it goes when they ask for it, by an
//! administrator's hand (Ley 1581 de 2012, art. 8 e).

use super::photos::place;
use super::tickets::read_number;
use crate::http::ask::Ask;
use crate::http::problem::Answer;
use crate::http::{body, guard};
use crate::portal::Portal;
use crate::store::erasure::Rewritten;
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use domain::access::Door;
use domain::api::privacy::EraseVisitor;
use domain::audit::{AuditAct, Entry, SubjectKind};
use domain::privacy::{Erased, erase_visitor};
use wording::problems::Mistake;

/// The route of their erasure.
pub fn routes() -> Router<Portal> {
    Router::new().route("/api/v1/tickets/{number}/visitors/erasure", post(erase))
}

#[worker::send]
async fn erase(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    Path(number): Path<String>,
    request: Request,
) -> Answer<StatusCode> {
    let (EraseVisitor { name }, _) = body::json(&ask, request).await?;
    let number = read_number(&ask, &number)?;
    let caller = ask.through(&portal, Door::Administration).await?;
    guard::writes(&portal, caller.person.account.as_str(), &headers).await?;
    let (store, name) = (portal.store()?, name.trim());
    // First, or what they write meanwhile would stay.
    ask.tell(store.end_visits(number, name).await)?;
    let loaded = ask.tell(store.load(number).await)?.ok_or_else(|| ask.fail(Mistake::NotFound))?;
    let with = wording::privacy::replacement().ok_or_else(|| ask.fail(Mistake::Internal))?;
    let mut events = loaded.events;
    let Erased { changed, photos } = erase_visitor(&mut events, name, &with);
    if changed.is_empty() && !ask.tell(store.has_visitor(number, name).await)? {
        return Err(ask.fail(Mistake::NotFound));
    }
    if !photos.is_empty() {
        let places: Vec<String> = photos.iter().map(|photo| place(number, photo)).collect();
        portal.env().bucket("PHOTOS")?.delete_multiple(places).await?;
    }
    let events = (0_u32..).zip(events).filter(|(seq, _)| changed.contains(seq)).collect();
    // The row has nothing of theirs: it stays as it is.
    let history = Rewritten { number: number.value(), ticket: None, events };
    let entry = Entry::by(&caller.person, AuditAct::VisitorErased, SubjectKind::Ticket, &number.digits());
    ask.tell(store.erase_visitor(history, name, &entry, portal.now()).await)?;
    Ok(StatusCode::NO_CONTENT)
}
