//! Lists of tickets, a page at a time.

use crate::http::ask::Ask;
use crate::http::problem::{Answer, Failure};
use crate::portal::Portal;
use crate::routes::view::Viewer;
use crate::store::lists::{Cursor, Narrowed};
use axum::Json;
use axum::extract::{Query, State};
use domain::api::TicketPage;
use domain::ident::BranchId;
use serde::Deserialize;
use wording::members::MemberProblem;

/// What a page is asked for.
#[derive(Debug, Deserialize)]
pub struct PageQuery {
    /// The `next` of the page before.
    after: Option<String>,
    /// Only tickets that are not closed. The desk's queue has no others anyway.
    #[serde(default)]
    open: bool,
    /// Only tickets of this branch, one of the person's own.
    branch: Option<BranchId>,
}

/// One page of the desk's queue, or of what a person of a hotel sees.
///
/// # Errors
/// A failure when nobody is signed in, or when the page or the branch is unknown.
#[worker::send]
pub async fn list(
    State(portal): State<Portal>,
    ask: Ask,
    Query(query): Query<PageQuery>,
) -> Answer<Json<TicketPage>> {
    let after = match query.after.as_deref().filter(|after| !after.is_empty()) {
        Some(text) => Some(
            Cursor::parse(text)
                .ok_or_else(|| Failure::member("/after", MemberProblem::UnknownPage, ask.locale))?,
        ),
        None => None,
    };
    let (caller, _) = ask.context(&portal, None).await?;
    let own = |branch: &BranchId| caller.me.branches.iter().any(|(id, _)| id == branch);
    if query.branch.as_ref().is_some_and(|branch| !own(branch)) {
        return Err(Failure::member("/branch", MemberProblem::UnknownBranch, ask.locale));
    }
    let store = portal.store()?;
    let page = if caller.person.role.is_staff() {
        store.queue(&caller.person, after).await
    } else {
        let narrowed = Narrowed { open: query.open, branch: query.branch.as_ref() };
        store.tickets_of(&caller.person, narrowed, after).await
    };
    let page = ask.tell(page)?;
    let viewer =
        Viewer { person: &caller.person, rules: portal.rules(), now: portal.now(), names: &page.names };
    Ok(Json(TicketPage {
        tickets: page.tickets.iter().map(|ticket| viewer.summary(ticket)).collect(),
        next: page.next.map(|cursor| cursor.to_string()),
        open_count: page.open_count,
    }))
}
