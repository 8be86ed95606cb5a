//! GuestWaitingPage.

use leptos::prelude::*;

use crate::shell::ClientShell;

/// GuestWaitingPage.
#[component]
pub fn GuestWaitingPage() -> impl IntoView {
    view! { <ClientShell title="">""</ClientShell> }
}
