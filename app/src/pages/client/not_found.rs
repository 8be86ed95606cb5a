//! No such page.

use leptos::prelude::*;

use crate::components::EmptyState;
use crate::shell::ClientShell;
use crate::text::SharedText;

/// Anything that is not a page.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let text = SharedText::current();
    view! {
        <ClientShell title=text.not_found_title()>
            <EmptyState page=true drawing="d-not-found" title=text.not_found_title() text=text.not_found_text()>
                <a class="button" href="/">{text.nav_start()}</a>
            </EmptyState>
        </ClientShell>
    }
}
