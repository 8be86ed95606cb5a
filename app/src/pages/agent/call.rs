//! Registering a call to the support line (R10).

use leptos::prelude::*;

use super::shell::AgentShell;
use crate::browser;
use crate::text::agent::call::CallText;

/// The page for a call.
#[component]
pub fn CallPage() -> impl IntoView {
    browser::set_title(CallText::current().title());
    view! { <AgentShell><h1>{CallText::current().title()}</h1></AgentShell> }
}
