//! The record of staff acts, for administrators to read and search.

use crate::http::ask::Ask;
use crate::http::problem::{Answer, Failure};
use crate::portal::Portal;
use crate::store::audit::AuditSearch;
use axum::extract::{Query, State};
use axum::routing::get;
use axum::{Json, Router};
use chrono::NaiveDate;
use domain::Instant;
use domain::api::AuditPage;
use domain::audit::may_read;
use domain::calendar::BOGOTA;
use serde::Deserialize;
use wording::members::MemberProblem;
use wording::parameters::{ParameterProblem, explain};
use wording::problems::Mistake;

/// The routes of the record.
pub fn routes() -> Router<Portal> {
    Router::new().route("/api/v1/audit", get(list))
}

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Asked {
    act: String,
    who: String,
    text: String,
    from: String,
    to: String,
    after: String,
}

#[worker::send]
async fn list(State(portal): State<Portal>, ask: Ask, Query(asked): Query<Asked>) -> Answer<Json<AuditPage>> {
    let (caller, _) = ask.context(&portal, None).await?;
    if !may_read(caller.person.role) {
        return Err(ask.fail(Mistake::NotFound));
    }
    let before = match asked.after.as_str() {
        "" => None,
        text => Some(
            text.parse::<u32>()
                .map_err(|_| Failure::member("/after", MemberProblem::UnknownPage, ask.locale))?,
        ),
    };
    let search = AuditSearch {
        from: midnight(&ask, "from", &asked.from, 0)?,
        until: midnight(&ask, "to", &asked.to, 1)?,
        act: asked.act,
        who: asked.who.trim().to_owned(),
        text: asked.text.trim().to_owned(),
        before,
    };
    Ok(Json(ask.tell(portal.store()?.audit_page(search).await)?))
}

/// The beginning of a day in Bogotá, or of one so many days later; nothing when no day is given.
fn midnight(ask: &Ask, parameter: &'static str, text: &str, later: u64) -> Answer<Option<Instant>> {
    if text.is_empty() {
        return Ok(None);
    }
    let day = text.parse::<NaiveDate>().ok().and_then(|day| day.checked_add_days(chrono::Days::new(later)));
    let start = day.and_then(|day| day.and_hms_opt(0, 0, 0)?.and_local_timezone(BOGOTA).single());
    let start = start.map(|at| at.to_utc()).ok_or_else(|| {
        let problem = ParameterProblem::InstantUnreadable;
        let detail = explain(problem, parameter, ask.locale);
        ask.fail(Failure::new(Mistake::Invalid).at(&format!("/{parameter}"), problem.code(), detail))
    })?;
    Ok(Some(start))
}
