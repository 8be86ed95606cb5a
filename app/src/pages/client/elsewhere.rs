//! ElsewherePage.

use leptos::prelude::*;

use crate::shell::ClientShell;

/// ElsewherePage.
#[component]
pub fn ElsewherePage() -> impl IntoView {
    view! { <ClientShell title="">""</ClientShell> }
}
