//! Hotels and their branches: listed, added, renamed. They are never taken away: tickets name them.

use super::people::refused;
use crate::http::ask::Ask;
use crate::http::problem::Answer;
use crate::http::{body, guard, secrets};
use crate::portal::Portal;
use crate::store::StoreError;
use crate::store::context::Caller;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};
use axum::{Json, Router};
use domain::access::Door;
use domain::api::people::{Hotel, Hotels, Named};
use domain::audit::{AuditAct, Entry, SubjectKind};
use domain::ident::{BranchId, CompanyId};
use domain::people::{PeopleRefusal, name};
use wording::problems::Mistake;

/// The routes of hotels.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route("/api/v1/hotels", get(list).post(add))
        .route("/api/v1/hotels/{id}", put(rename))
        .route("/api/v1/hotels/{id}/branches", post(add_branch))
        .route("/api/v1/hotels/{id}/branches/{branch}", put(rename_branch))
}

#[worker::send]
async fn list(State(portal): State<Portal>, ask: Ask) -> Answer<Json<Hotels>> {
    ask.through(&portal, Door::Administration).await?;
    Ok(Json(Hotels { hotels: ask.tell(portal.store()?.hotels().await)? }))
}

/// Who asks, and the name they give.
async fn named(
    portal: &Portal,
    ask: &Ask,
    headers: &HeaderMap,
    request: Request,
) -> Answer<(Caller, String)> {
    let (Named { name: text }, _) = body::json(ask, request).await?;
    let caller = ask.through(portal, Door::Administration).await?;
    guard::writes(portal, caller.person.account.as_str(), headers).await?;
    let name = name(&text).map_err(|refusal| refused(ask, "/name", refusal))?;
    Ok((caller, name))
}

async fn found(portal: &Portal, ask: &Ask, id: &CompanyId) -> Answer<Hotel> {
    let hotels = ask.tell(portal.store()?.hotels().await)?;
    hotels.into_iter().find(|hotel| hotel.id == *id).ok_or_else(|| ask.fail(Mistake::NotFound))
}

/// What became of a change that only a name in use stands against.
fn unless_taken(ask: &Ask, result: Result<(), StoreError>) -> Answer<()> {
    match result {
        Err(StoreError::Conflict) => Err(refused(ask, "/name", PeopleRefusal::NameTaken)),
        other => ask.tell(other),
    }
}

#[worker::send]
async fn add(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    request: Request,
) -> Answer<Response> {
    let (caller, name) = named(&portal, &ask, &headers, request).await?;
    let id = CompanyId(secrets::identifier()?);
    let told = Entry::by(&caller.person, AuditAct::HotelAdded, SubjectKind::Hotel, id.as_str())
        .with("name", name.clone());
    unless_taken(&ask, portal.store()?.add_hotel(&id, &name, &told, portal.now()).await)?;
    Ok((StatusCode::CREATED, Json(Hotel { id, name, branches: Vec::new() })).into_response())
}

#[worker::send]
async fn rename(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    Path(id): Path<String>,
    request: Request,
) -> Answer<Json<Hotel>> {
    let (caller, name) = named(&portal, &ask, &headers, request).await?;
    let hotel = found(&portal, &ask, &CompanyId(id)).await?;
    if hotel.name == name {
        return Ok(Json(hotel));
    }
    let told = Entry::by(&caller.person, AuditAct::HotelRenamed, SubjectKind::Hotel, hotel.id.as_str())
        .with("from", hotel.name)
        .with("to", name.clone());
    unless_taken(&ask, portal.store()?.rename_hotel(&hotel.id, &name, &told, portal.now()).await)?;
    Ok(Json(Hotel { id: hotel.id, name, branches: hotel.branches }))
}

#[worker::send]
async fn add_branch(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    Path(id): Path<String>,
    request: Request,
) -> Answer<Response> {
    let (caller, name) = named(&portal, &ask, &headers, request).await?;
    let hotel = found(&portal, &ask, &CompanyId(id)).await?;
    let branch = BranchId(secrets::identifier()?);
    let told = Entry::by(&caller.person, AuditAct::BranchAdded, SubjectKind::Branch, branch.as_str())
        .with("hotel", hotel.name.clone())
        .with("name", name.clone());
    let added = portal.store()?.add_branch(&hotel.id, &branch, &name, &told, portal.now()).await;
    unless_taken(&ask, added)?;
    Ok((StatusCode::CREATED, Json(found(&portal, &ask, &hotel.id).await?)).into_response())
}

#[worker::send]
async fn rename_branch(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    Path((id, branch)): Path<(String, String)>,
    request: Request,
) -> Answer<Json<Hotel>> {
    let (caller, name) = named(&portal, &ask, &headers, request).await?;
    let hotel = found(&portal, &ask, &CompanyId(id)).await?;
    let known = hotel.branches.iter().find(|(known, _)| known.as_str() == branch);
    let (branch, before) = known.cloned().ok_or_else(|| ask.fail(Mistake::NotFound))?;
    if before == name {
        return Ok(Json(hotel));
    }
    let told = Entry::by(&caller.person, AuditAct::BranchRenamed, SubjectKind::Branch, branch.as_str())
        .with("from", before)
        .with("to", name.clone());
    let renamed = portal.store()?.rename_branch(&hotel.id, &branch, &name, &told, portal.now()).await;
    unless_taken(&ask, renamed)?;
    Ok(Json(found(&portal, &ask, &hotel.id).await?))
}
