//! TicketsPage.

use leptos::prelude::*;

use crate::shell::ClientShell;

/// TicketsPage.
#[component]
pub fn TicketsPage() -> impl IntoView {
    view! { <ClientShell title="">""</ClientShell> }
}
