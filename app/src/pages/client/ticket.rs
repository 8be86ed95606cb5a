//! TicketPage.

use leptos::prelude::*;

use crate::shell::ClientShell;

/// TicketPage.
#[component]
pub fn TicketPage() -> impl IntoView {
    view! { <ClientShell title="">""</ClientShell> }
}
