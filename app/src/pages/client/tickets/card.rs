//! A ticket of the list.

use domain::api::TicketSummary;
use domain::ticket::{PromiseState, Status};
use leptos::prelude::*;
use wording::dates::{people_instant_seen_from, short_instant_seen_from};

use crate::browser;
use crate::components::{CriticalBadge, StatusBadge};
use crate::locale::locale;
use crate::text::timeline::closing;
use crate::text::{StatusText, TicketText};

/// Number, subject, where it stands and what comes next.
#[component]
pub fn TicketCard(
    /// The ticket.
    ticket: TicketSummary,
    /// Whether it says who told it: for those who read others' tickets too.
    whose: bool,
) -> impl IntoView {
    let text = TicketText::current();
    let next = next_words(&ticket);
    let hotel = ticket
        .branch
        .clone()
        .map_or_else(|| ticket.company.clone(), |branch| format!("{} · {branch}", ticket.company));
    let whose = whose
        .then(|| view! { <span class="ticket-card__whose">{text.told_by(&ticket.requester.name)}</span> });
    let changed = short_instant_seen_from(browser::now(), ticket.changed_at, locale());
    let since = (ticket.status != Status::Closed).then(|| {
        let words = people_instant_seen_from(browser::now(), ticket.opened_at, locale());
        view! {
            <time class="ticket-card__since" datetime=ticket.opened_at.to_rfc3339()>{text.open_since(&words)}</time>
        }
    });
    view! {
        <article class="ticket-card">
            <div class="ticket-card__line">
                <span class="key-tag">{ticket.number.to_string()}</span>
                <StatusBadge status=ticket.status/>
                {ticket.critical.then(|| view! { <CriticalBadge/> })}
            </div>
            <h2 class="ticket-card__heading">
                <a class="ticket-card__title" href=format!("/tickets/{}", ticket.number.digits())>{ticket.subject}</a>
            </h2>
            <p class="ticket-card__promise">{next}</p>
            <div class="ticket-card__line ticket-card__foot">
                {since}
                {whose}
                <span>{hotel}</span>
                <time datetime=ticket.changed_at.to_rfc3339()>{text.changed()}" "{changed}</time>
            </div>
        </article>
    }
}

fn next_words(ticket: &TicketSummary) -> String {
    let text = TicketText::current();
    match (&ticket.closure, ticket.status, &ticket.next) {
        (Some(closure), _, _) => closing(closure),
        (None, Status::WaitingOnClient, _) => ticket.closes_at.map_or_else(
            || text.your_turn().to_owned(),
            |at| format!("{}. {}", text.your_turn(), text.closes(at)),
        ),
        (None, Status::Resolved, _) => text.your_turn().to_owned(),
        (None, _, Some(next)) if matches!(next.state, PromiseState::Missed { .. }) => {
            format!("{}. {}", text.next(next.kind, next.due), StatusText::current().missed())
        }
        (None, _, Some(next)) => text.next(next.kind, next.due),
        (None, _, None) => text.no_promise().to_owned(),
    }
}
