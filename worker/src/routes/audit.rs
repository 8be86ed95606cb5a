//! The record of acts, for administrators to read, search and take along as a file.

use crate::http::ask::Ask;
use crate::http::csv::Table;
use crate::http::problem::{Answer, Failure};
use crate::portal::Portal;
use crate::store::audit::AuditSearch;
use axum::extract::{Query, State};
use axum::http::{Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use chrono::NaiveDate;
use domain::Instant;
use domain::access::{Door, Role};
use domain::api::audit::{AuditEntry, AuditPage};
use domain::audit::{AuditAct, SubjectKind};
use domain::calendar::BOGOTA;
use serde::Deserialize;
use wording::Locale;
use wording::audit as words;
use wording::members::MemberProblem;
use wording::parameters::{ParameterProblem, explain};
use wording::problems::Mistake;

/// Entries on one page.
const PAGE: u32 = 50;
/// Entries in one file: what one invocation reads and writes without running out of time or memory.
const FILE: u32 = 2000;
/// Where the file is.
const FILE_PATH: &str = "/api/v1/audit.csv";

/// The routes of the record.
pub fn routes() -> Router<Portal> {
    Router::new().route("/api/v1/audit", get(list)).route("/api/v1/audit.csv", get(file))
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

impl Asked {
    fn search(self, ask: &Ask) -> Answer<AuditSearch> {
        let before = match self.after.as_str() {
            "" => None,
            text => Some(
                text.parse::<u32>()
                    .map_err(|_| Failure::member("/after", MemberProblem::UnknownPage, ask.locale))?,
            ),
        };
        Ok(AuditSearch {
            from: midnight(ask, "from", &self.from, 0)?,
            until: midnight(ask, "to", &self.to, 1)?,
            act: self.act,
            who: self.who.trim().to_owned(),
            text: self.text.trim().to_owned(),
            before,
        })
    }
}

#[worker::send]
async fn list(State(portal): State<Portal>, ask: Ask, Query(asked): Query<Asked>) -> Answer<Json<AuditPage>> {
    ask.through(&portal, Door::Administration).await?;
    let search = asked.search(&ask)?;
    Ok(Json(ask.tell(portal.store()?.audit_page(search, PAGE).await)?))
}

/// The same search as a file of at most [`FILE`] rows; `Link` says where the next one is (RFC 8288).
#[worker::send]
async fn file(
    State(portal): State<Portal>,
    ask: Ask,
    uri: Uri,
    Query(asked): Query<Asked>,
) -> Answer<Response> {
    ask.through(&portal, Door::Administration).await?;
    let search = asked.search(&ask)?;
    let AuditPage { entries, next } = ask.tell(portal.store()?.audit_page(search, FILE).await)?;
    let mut table = Table::new(words::columns(ask.locale));
    for entry in entries {
        table.row(row(entry, ask.locale).iter().map(String::as_str));
    }
    let file = table.download("registro-soporte-soho.csv");
    Ok(match next {
        Some(next) => {
            let link = format!("<{FILE_PATH}?{}>; rel=\"next\"", following(uri.query(), &next));
            ([(header::LINK, link)], file).into_response()
        }
        None => file,
    })
}

/// The query of the next file: the same search, further on.
fn following(query: Option<&str>, next: &str) -> String {
    let kept =
        query.unwrap_or_default().split('&').filter(|part| !part.is_empty() && !part.starts_with("after="));
    kept.map(str::to_owned).chain([format!("after={next}")]).collect::<Vec<_>>().join("&")
}

/// An entry as the cells of [`words::columns`].
fn row(entry: AuditEntry, locale: Locale) -> [String; 10] {
    let AuditEntry {
        id,
        at,
        actor,
        actor_name,
        actor_role,
        act,
        subject_kind,
        subject,
        subject_name,
        detail,
    } = entry;
    let role = actor_role.as_deref().and_then(Role::parse).map(|role| words::role(role, locale));
    let done = AuditAct::parse(&act).map_or(act.as_str(), |act| words::act(act, locale)).to_owned();
    let kind = SubjectKind::parse(&subject_kind).map(|kind| words::subject(kind, locale).to_owned());
    let detail: Vec<_> = detail.into_iter().map(|(name, value)| words::told(&name, &value, locale)).collect();
    [
        id.to_string(),
        at.with_timezone(&BOGOTA).format("%Y-%m-%d %H:%M:%S").to_string(),
        actor_name.unwrap_or_default(),
        actor.map(|actor| actor.0).unwrap_or_default(),
        role.unwrap_or_default().to_owned(),
        done,
        act,
        kind.unwrap_or(subject_kind),
        subject_name.map_or(subject.clone(), |name| format!("{name} ({subject})")),
        detail.join("; "),
    ]
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

#[cfg(test)]
mod tests {
    use super::following;

    #[test]
    fn the_next_file_is_of_the_same_search() {
        assert_eq!(following(None, "7"), "after=7");
        assert_eq!(following(Some("who=elena&after=50&act="), "7"), "who=elena&act=&after=7");
    }
}
