//! NewTicketPage.

use leptos::prelude::*;

use crate::shell::ClientShell;

/// NewTicketPage.
#[component]
pub fn NewTicketPage() -> impl IntoView {
    view! { <ClientShell title="">""</ClientShell> }
}
