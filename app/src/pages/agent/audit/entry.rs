//! One line of the record.

use domain::access::Role;
use domain::api::audit::AuditEntry;
use domain::audit::{AuditAct, SubjectKind};
use domain::ticket::TicketNumber;
use leptos::prelude::*;
use wording::audit as words;
use wording::dates::people_instant_seen_from;

use crate::browser;
use crate::locale::locale;
use crate::pages::agent::queue::ticket_path;
use crate::text::agent::administration::AuditText;

/// Who did what, to what, when. What a newer portal wrote is shown by its code.
#[component]
pub fn Row(
    /// The entry.
    entry: AuditEntry,
) -> impl IntoView {
    let AuditEntry {
        at,
        actor,
        actor_name,
        actor_role,
        act,
        subject_kind,
        subject,
        subject_name,
        detail,
        ..
    } = entry;
    let who = match (actor_name, actor) {
        (Some(name), _) => name,
        (None, Some(account)) => account.0,
        (None, None) => AuditText::current().service().to_owned(),
    };
    let role = actor_role.as_deref().and_then(Role::parse).map(|role| words::role(role, locale()));
    let done = AuditAct::parse(&act).map_or(act.clone(), |act| words::act(act, locale()).to_owned());
    let kind = SubjectKind::parse(&subject_kind);
    let to = match (kind, subject_name) {
        (Some(SubjectKind::Ticket), _) => match TicketNumber::parse(&subject) {
            Ok(number) => view! { <a href=ticket_path(number)>{number.to_string()}</a> }.into_any(),
            Err(_) => subject.into_any(),
        },
        (_, Some(name)) => name.into_any(),
        _ => view! { <span class="audit__code">{subject}</span> }.into_any(),
    };
    let kind = kind.map_or(subject_kind, |kind| words::subject(kind, locale()).to_owned());
    let facts = detail.into_iter().filter(|(_, value)| !value.is_empty());
    let facts: Vec<_> = facts.map(|(name, value)| words::told(&name, &value, locale())).collect();
    view! {
        <li class="audit__entry">
            <p class="audit__when soft small">
                <time datetime=at.to_rfc3339()>{people_instant_seen_from(browser::now(), at, locale())}</time>
            </p>
            <p class="audit__what"><b>{who}</b>{role.map(|role| view! { <span class="soft">" ("{role}")"</span> })}": "{done}</p>
            <p class="audit__which small"><span class="soft">{kind}": "</span>{to}</p>
            {(!facts.is_empty()).then(|| view! { <p class="audit__facts soft small">{facts.join(" · ")}</p> })}
        </li>
    }
}
