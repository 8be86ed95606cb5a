//! Administration of people: who there is, and where they stand. Who may give which place is the domain's to say.

use super::invitations::{at, known_place};
use crate::http::ask::Ask;
use crate::http::problem::{Answer, Failure};
use crate::http::{body, guard};
use crate::portal::Portal;
use crate::store::context::Caller;
use crate::store::people::{Found, PeopleSearch};
use axum::extract::{Path, Query, Request, State};
use axum::http::HeaderMap;
use axum::routing::{get, post, put};
use axum::{Json, Router};
use domain::access::Door;
use domain::api::people::{PeoplePage, PersonEntry};
use domain::audit::{AuditAct, Entry, SubjectKind};
use domain::ident::AccountId;
use domain::people::{PeopleRefusal, Place, may_move};
use serde::Deserialize;
use wording::members::MemberProblem;
use wording::people::refusal as words_of;
use wording::problems::Mistake;

/// The longest text that is looked for, in bytes.
const LONGEST_TEXT: usize = 200;

/// The routes of people.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route("/api/v1/people", get(list))
        .route("/api/v1/people/{id}/place", put(place))
        .route("/api/v1/people/{id}/deactivation", post(deactivate).delete(reactivate))
}

/// A refusal at the member it is about.
pub(super) fn refused(ask: &Ask, pointer: &str, refusal: PeopleRefusal) -> Failure {
    let words = words_of(refusal, ask.locale).to_owned();
    ask.fail(Failure::from(Mistake::Invalid).at(pointer, refusal.code(), words))
}

#[derive(Deserialize)]
struct PeopleQuery {
    #[serde(default)]
    text: String,
    #[serde(default)]
    company: String,
    #[serde(default)]
    role: String,
    after: Option<String>,
}

#[worker::send]
async fn list(
    State(portal): State<Portal>,
    ask: Ask,
    Query(query): Query<PeopleQuery>,
) -> Answer<Json<PeoplePage>> {
    ask.through(&portal, Door::Administration).await?;
    let text = query.text.trim();
    let too_long = [text, &query.company, &query.role].iter().any(|text| text.len() > LONGEST_TEXT);
    if too_long || query.after.as_ref().is_some_and(|after| after.len() > LONGEST_TEXT) {
        return Err(Failure::member("/after", MemberProblem::UnknownPage, ask.locale));
    }
    let search = PeopleSearch {
        text: text.to_owned(),
        company: query.company,
        role: query.role,
        after: query.after.filter(|after| !after.is_empty()),
    };
    Ok(Json(ask.tell(portal.store()?.people(search).await)?))
}

/// Who asks, and whom it is about.
async fn about(portal: &Portal, ask: &Ask, headers: &HeaderMap, id: &str) -> Answer<(Caller, Found)> {
    let caller = ask.through(portal, Door::Administration).await?;
    guard::writes(portal, caller.person.account.as_str(), headers).await?;
    let found = ask.tell(portal.store()?.person(&id.into()).await)?;
    Ok((caller, found.ok_or_else(|| ask.fail(Mistake::NotFound))?))
}

/// As they are now.
async fn now(portal: &Portal, ask: &Ask, account: &AccountId) -> Answer<Json<PersonEntry>> {
    let found = ask.tell(portal.store()?.person(account).await)?;
    Ok(Json(found.ok_or_else(|| ask.fail(Mistake::NotFound))?.entry))
}

fn entry(caller: &Caller, act: AuditAct, account: &AccountId) -> Entry {
    Entry::by(&caller.person, act, SubjectKind::Account, account.as_str())
}

#[worker::send]
async fn place(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    Path(id): Path<String>,
    request: Request,
) -> Answer<Json<PersonEntry>> {
    let (to, _): (Place, _) = body::json(&ask, request).await?;
    let (caller, Found { entry: person, others }) = about(&portal, &ask, &headers, &id).await?;
    let from = &person.standing;
    may_move(&caller.person, &person.account, from.role, Some(&to), others)
        .map_err(|refusal| refused(&ask, pointer(refusal), refusal))?;
    let hotel = known_place(&portal, &ask, "", &to).await?;
    let told = entry(&caller, AuditAct::RoleChanged, &person.account)
        .with("from", from.role.code())
        .with("to", to.role.code())
        .with("hotel", hotel.map(|hotel| at(&hotel, &to)).unwrap_or_default());
    let moved = portal.store()?.move_person(&person.account, from, &to, &told, portal.now()).await;
    ask.tell(moved)?;
    now(&portal, &ask, &person.account).await
}

/// The member a refusal is about.
pub(super) const fn pointer(refusal: PeopleRefusal) -> &'static str {
    match refusal {
        PeopleRefusal::HotelMissing | PeopleRefusal::StaffOfHotel => "/company",
        PeopleRefusal::BranchWithoutHotel => "/branch",
        _ => "/role",
    }
}

#[worker::send]
async fn deactivate(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    Path(id): Path<String>,
    _request: Request,
) -> Answer<Json<PersonEntry>> {
    let (caller, Found { entry: person, others }) = about(&portal, &ask, &headers, &id).await?;
    if person.deactivated_at.is_some() {
        return Ok(Json(person));
    }
    may_move(&caller.person, &person.account, person.standing.role, None, others)
        .map_err(|refusal| refused(&ask, "", refusal))?;
    let told = entry(&caller, AuditAct::PersonDeactivated, &person.account)
        .with("role", person.standing.role.code());
    ask.tell(portal.store()?.deactivate(&person.account, &told, portal.now()).await)?;
    now(&portal, &ask, &person.account).await
}

#[worker::send]
async fn reactivate(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    Path(id): Path<String>,
    _request: Request,
) -> Answer<Json<PersonEntry>> {
    let (caller, Found { entry: person, .. }) = about(&portal, &ask, &headers, &id).await?;
    if person.deactivated_at.is_none() {
        return Ok(Json(person));
    }
    let told = entry(&caller, AuditAct::PersonReactivated, &person.account)
        .with("role", person.standing.role.code());
    ask.tell(portal.store()?.reactivate(&person.account, &told, portal.now()).await)?;
    now(&portal, &ask, &person.account).await
}
