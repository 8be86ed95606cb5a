//! What else is known of the ticket, beside the conversation.

use domain::access::Side;
use leptos::prelude::*;
use wording::dates::people_instant_seen_from;
use wording::scope;

use super::case::Case;
use crate::browser;
use crate::components::HowItCloses;
use crate::locale::locale;
use crate::pages::agent::queue::ticket_path;
use crate::text::agent::queue::QueueText;
use crate::text::agent::ticket::{self as text, DeskTicketText};

/// Kind, impact, whose turn it is, related tickets.
#[component]
pub fn Facts(
    /// The ticket.
    case: Case,
) -> impl IntoView {
    let say = DeskTicketText::current();
    let facts = move || {
        case.view.with(|view| {
            let ticket = &view.summary;
            let impact = match (view.request.impact.system_stopped, view.request.impact.guest_waiting) {
                (true, true) => [say.impact_stopped(), say.impact_waiting()].join(". "),
                (true, false) => say.impact_stopped().to_owned(),
                (false, true) => say.impact_waiting().to_owned(),
                (false, false) => say.impact_none().to_owned(),
            };
            let turn = if ticket.last_speaker == Side::Client {
                QueueText::current().client_spoke()
            } else {
                QueueText::current().desk_spoke()
            };
            let stands = view.stands_at.map(|at| people_instant_seen_from(browser::now(), at, locale()));
            [
                Some((say.kind(), scope::kind_title(view.request.kind, locale()).to_owned())),
                Some((say.impact(), impact)),
                Some((say.last_word(), turn.to_owned())),
                Some((say.opened(), people_instant_seen_from(browser::now(), ticket.opened_at, locale()))),
                stands.map(|at| (say.stands(), at)),
            ]
            .into_iter()
            .flatten()
            .map(|(term, fact)| view! { <div><dt>{term}</dt><dd>{fact}</dd></div> })
            .collect_view()
        })
    };
    let stands_account =
        Memo::new(move |_| case.view.with(|view| view.stands_at.and_then(|_| view.closing_account.clone())));
    let links = move || {
        let links = case.view.with(|view| view.links.clone());
        (!links.is_empty()).then(|| {
            let links = links.into_iter().map(|(relation, number)| {
                view! { <li>{text::relation(relation)}" "<a href=ticket_path(number)>{number.to_string()}</a></li> }
            });
            view! {
                <h3 class="small soft">{say.links()}</h3>
                <ul class="stack stack--tight">{links.collect_view()}</ul>
            }
        })
    };
    view! {
        <section class="sheet" aria-labelledby="facts">
            <h2 class="sheet__title" id="facts">{say.facts()}</h2>
            <dl class="facts">{facts}</dl>
            {move || stands_account.get().map(|account| view! { <HowItCloses account=account/> })}
            {links}
        </section>
    }
}
