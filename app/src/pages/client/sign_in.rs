//! SignInPage.

use leptos::prelude::*;

use crate::shell::ClientShell;

/// SignInPage.
#[component]
pub fn SignInPage() -> impl IntoView {
    view! { <ClientShell title="">""</ClientShell> }
}
