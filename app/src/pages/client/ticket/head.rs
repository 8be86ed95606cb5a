//! The ticket's number, subject and status, and what that means.

use leptos::prelude::*;

use super::case::Case;
use crate::browser;
use crate::components::{CriticalBadge, Qr, Soon, StatusBadge};
use crate::text::{TicketText, status_plain};

/// The head of the page.
#[component]
pub fn Head(case: Case) -> impl IntoView {
    let text = TicketText::current();
    let subject = case.part(|ticket| ticket.summary.subject.clone());
    let status = case.part(|ticket| Some(ticket.summary.status));
    let address = format!("{}/tickets/{}", browser::origin(), case.number.digits());
    let critical = case.part(|ticket| ticket.summary.critical);
    view! {
        <header class="page__head ticket-head ticket-page__head page__head--flush">
            <a class="crumb" href="/mis-tickets">{text.back()}</a>
            // On paper: from there back to here.
            <div class="print-only print-address">
                <Soon>
                    <Qr text=address.clone() label=text.address()/>
                    <p>{address}</p>
                </Soon>
            </div>
            <div class="ticket-head__line">
                <span class="key-tag">{case.number.to_string()}</span>
                {move || status.get().map(|status| view! { <StatusBadge status=status/> })}
                {move || critical.get().then(|| view! { <CriticalBadge/> })}
            </div>
            <h1 class="ticket-head__title">{move || subject.get()}</h1>
            <p class="ticket-head__plain" aria-live="polite">
                {move || status.get().map(status_plain)}
            </p>
            {move || {
                case.error.get().map(|_| view! { <p class="banner banner--asks" role="status">{text.stale()}</p> })
            }}
        </header>
    }
}
