//! StartPage.

use leptos::prelude::*;

use crate::shell::ClientShell;

/// StartPage.
#[component]
pub fn StartPage() -> impl IntoView {
    view! { <ClientShell title="">""</ClientShell> }
}
