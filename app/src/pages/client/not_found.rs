//! NotFoundPage.

use leptos::prelude::*;

use crate::shell::ClientShell;

/// NotFoundPage.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    view! { <ClientShell title="">""</ClientShell> }
}
