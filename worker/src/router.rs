//! The route table. Every path under `/api/` is answered here; everything else is a file of the app.

use crate::http::ask::Ask;
use crate::http::guard;
use crate::http::problem::Failure;
use crate::portal::Portal;
use crate::routes::{
    address, attention_days, audit, calendar, data_requests, guide, hotels, imports, invitations, links,
    openapi, own_sessions, passes, people, personal_data, photos, push, reference, reservations,
    second_factor, sessions, tickets, unconfirmed, visitors,
};
use axum::Router;
use axum::middleware::from_fn_with_state;
use wording::problems::Mistake;

/// All routes over one invocation's portal.
pub fn routes(portal: Portal) -> Router {
    Router::new()
        .merge(reference::routes())
        .merge(openapi::routes())
        .merge(audit::routes())
        .merge(calendar::routes())
        .merge(attention_days::routes())
        .merge(guide::routes())
        .merge(sessions::routes())
        .merge(own_sessions::routes())
        .merge(second_factor::routes())
        .merge(push::routes())
        .merge(tickets::routes())
        .merge(photos::routes())
        .merge(reservations::routes())
        .merge(personal_data::routes())
        .merge(data_requests::routes())
        .merge(passes::routes())
        .merge(links::routes())
        .merge(visitors::routes())
        .merge(unconfirmed::routes())
        .merge(people::routes())
        .merge(address::routes())
        .merge(invitations::routes())
        .merge(hotels::routes())
        .merge(imports::routes())
        .fallback(nothing_here)
        .method_not_allowed_fallback(not_with_this_method)
        .layer(from_fn_with_state(portal.clone(), guard::around))
        .with_state(portal)
}

async fn nothing_here(ask: Ask) -> Failure {
    ask.fail(Mistake::NotFound)
}

async fn not_with_this_method(ask: Ask) -> Failure {
    ask.fail(Mistake::MethodNotAllowed)
}
