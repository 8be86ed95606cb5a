//! ConditionsPage.

use leptos::prelude::*;

use crate::shell::ClientShell;

/// ConditionsPage.
#[component]
pub fn ConditionsPage() -> impl IntoView {
    view! { <ClientShell title="">""</ClientShell> }
}
