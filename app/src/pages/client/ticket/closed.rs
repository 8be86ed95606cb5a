//! The ticket is over; a new one can continue it (R8).

use leptos::prelude::*;

use super::case::Case;
use crate::components::Icon;
use crate::text::TicketText;
use crate::text::timeline::closing;

/// Why it ended and the way on.
#[component]
pub fn ClosedBox(case: Case) -> impl IntoView {
    let text = TicketText::current();
    let why = case.part(|ticket| ticket.summary.closure.as_ref().map(closing));
    view! {
        <section class="sheet stack no-print">
            <h2 class="sheet__title">{text.closed_title()}</h2>
            <p>{move || why.get()}</p>
            <p class="soft">{text.closed_text()}</p>
            <div class="row">
                <a class="button button--primary" href=format!("/nuevo?de={}", case.number.digits())>
                    <Icon name="i-plus"/>
                    {text.continue_from()}
                </a>
            </div>
        </section>
    }
}
