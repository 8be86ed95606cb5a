//! What the ticket is about, and everything that was told.

use domain::guide::{Field, Request};
use domain::ticket::{Relation, TicketNumber};
use leptos::prelude::*;
use wording::dates::people_instant_seen_from;
use wording::findings::label;
use wording::scope::kind_title;

use super::case::Case;
use crate::browser;
use crate::locale::locale;
use crate::text::{StartText, TicketText};

/// A sheet of facts; what was told in the form is folded away.
#[component]
pub fn Facts(case: Case) -> impl IntoView {
    let text = TicketText::current();
    let rows = case.part(|ticket| {
        let text = TicketText::current();
        let summary = &ticket.summary;
        let hotel = summary
            .branch
            .as_ref()
            .map_or_else(|| summary.company.clone(), |branch| format!("{} · {branch}", summary.company));
        let with = summary
            .assignee
            .as_ref()
            .map_or_else(|| text.fact_nobody().to_owned(), |person| person.name.clone());
        let opened = people_instant_seen_from(browser::now(), summary.opened_at, locale());
        vec![(text.fact_with(), with), (text.fact_hotel(), hotel), (text.fact_opened(), opened)]
    });
    let answers = case.part(|ticket| told(&ticket.request));
    let links = case.part(|ticket| ticket.links.clone());
    let line = |(name, value): (&'static str, String)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> };
    view! {
        <section class="sheet stack">
            <h2 class="sheet__title">{text.facts()}</h2>
            <dl class="facts">
                {move || rows.get().into_iter().map(line).collect_view()}
                {move || links.get().into_iter().map(related).collect_view()}
            </dl>
            <details class="fold">
                <summary>{text.told()}</summary>
                <dl class="facts fold__body">{move || answers.get().into_iter().map(line).collect_view()}</dl>
            </details>
        </section>
    }
}

fn related((_, number): (Relation, TicketNumber)) -> impl IntoView {
    view! {
        <div>
            <dt>{TicketText::current().fact_related()}</dt>
            <dd><a class="key-tag" href=format!("/tickets/{}", number.digits())>{number.to_string()}</a></dd>
        </div>
    }
}

fn yes_no(yes: bool) -> String {
    let text = StartText::current();
    if yes { text.yes() } else { text.no() }.to_owned()
}

/// Every answer of the form that says something, in the order of the guide.
fn told(request: &Request) -> Vec<(&'static str, String)> {
    let said = |field: Field| {
        let value = match field {
            Field::Kind => kind_title(request.kind, locale()).to_owned(),
            Field::Phone => request.phone.to_string(),
            Field::GuestWaiting => yes_no(request.impact.guest_waiting),
            Field::SystemStopped => yes_no(request.impact.system_stopped),
            field => request.text(field)?.to_owned(),
        };
        (!value.is_empty()).then(|| (label(field, locale()), value))
    };
    Field::ALL.into_iter().filter_map(said).collect()
}
