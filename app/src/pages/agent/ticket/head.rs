//! Number, subject, where it stands, who to call, and what can be done.

use domain::api::TicketSummary;
use leptos::prelude::*;

use super::actions::Actions;
use super::case::Case;
use crate::components::{CriticalBadge, Icon, StatusBadge};
use crate::pages::agent::due::DueMark;
use crate::text::DoorText;
use crate::text::agent::queue::QueueText;
use crate::text::agent::ticket::DeskTicketText;

/// The id of the subject, where the focus goes when a ticket opens or a panel closes.
pub const TITLE: &str = "ticket-title";

/// The head of the ticket's page.
#[component]
pub fn Head(
    /// The ticket.
    case: Case,
) -> impl IntoView {
    let say = DeskTicketText::current();
    let summary = Memo::new(move |_| case.view.with(|view| view.summary.clone()));
    let state = move || {
        let ticket = summary.get();
        let assignee = match ticket.assignee {
            Some(person) => view! { {say.assignee()}" "<b>{person.name}</b> }.into_any(),
            None => view! { <b>{QueueText::current().nobody()}</b> }.into_any(),
        };
        view! {
            <StatusBadge status=ticket.status staff=true/>
            {ticket.critical.then(|| view! { <CriticalBadge/> })}
            {ticket.unconfirmed.then(|| view! { <b class="small">{DoorText::current().unconfirmed_badge()}</b> })}
            <span class="small soft">{assignee}</span>
        }
    };
    let contact = move || {
        case.view.with(|view| {
            let (phone, email) = (&view.request.phone, view.request.email.as_str().to_owned());
            view! {
                <span><b>{view.request.full_name.as_str().to_owned()}</b>", "{hotel(&view.summary)}</span>
                <a class="desk-contact__link" href=format!("tel:{}", phone.as_e164())>
                    <Icon name="i-phone"/>
                    {phone.to_string()}
                </a>
                <a class="desk-contact__link" href=format!("mailto:{email}")>
                    <Icon name="i-mail"/>
                    {email.clone()}
                </a>
            }
        })
    };
    view! {
        <header class="ticket-page__head ticket-head">
            <div class="ticket-head__line">
                <a class="crumb" href="/equipo">{say.back()}</a>
                <span class="key-tag">{case.number.to_string()}</span>
                {state}
                <span class="ticket-head__due"><DueMark ticket=summary whole=true/></span>
            </div>
            <h1 class="ticket-head__title" id=TITLE tabindex="-1">{move || summary.with(|ticket| ticket.subject.clone())}</h1>
            <p class="desk-contact">{contact}</p>
            <Actions case=case/>
        </header>
    }
}

/// "Hotel Mirador del Café, Salento".
fn hotel(ticket: &TicketSummary) -> String {
    match &ticket.branch {
        Some(branch) if !ticket.company.is_empty() => [&ticket.company, ", ", branch].concat(),
        _ if ticket.company.is_empty() => DeskTicketText::current().unknown_hotel().to_owned(),
        _ => ticket.company.clone(),
    }
}
