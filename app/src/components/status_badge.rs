//! Where a ticket stands and how its promise goes: a word and a shape.

use domain::ticket::{PromiseState, Status};
use leptos::prelude::*;

use super::Icon;
use crate::locale::locale;
use crate::text::{SharedText, StatusText, status_for_client};

/// The ticket's status, in the words of the reader's side.
#[component]
pub fn StatusBadge(
    /// The status.
    status: Status,
    /// Whether staff reads it.
    #[prop(optional)]
    staff: bool,
) -> impl IntoView {
    let shape = match status {
        Status::Received => "status status--received",
        Status::InAnalysis => "status status--analysing",
        Status::WaitingOnClient => "status status--waiting",
        Status::InDevelopment => "status status--developing",
        Status::Resolved => "status status--resolved",
        Status::Closed => "status status--closed",
    };
    let words =
        if staff { wording::problems::status(status, locale()) } else { status_for_client(status, locale()) };
    view! { <span class=shape>{words}</span> }
}

/// How a promise stands, unless the words are given.
#[component]
pub fn DueBadge(
    /// How it stands.
    state: PromiseState,
    /// Whether it will fall due soon.
    #[prop(optional)]
    at_risk: bool,
    /// Other words, such as when it is due.
    #[prop(optional, into)]
    words: Option<String>,
) -> impl IntoView {
    let text = StatusText::current();
    let (shape, usual) = match state {
        PromiseState::Running if at_risk => ("due due--risk", text.running()),
        PromiseState::Running => ("due due--ontime", text.running()),
        PromiseState::Met { .. } => ("due due--ontime", text.kept()),
        PromiseState::Paused { .. } => ("due due--paused", text.paused()),
        PromiseState::Missed { at: None } => ("due due--breached", text.missed()),
        PromiseState::Missed { at: Some(_) } => ("due due--breached", text.late()),
    };
    view! { <span class=shape>{words.unwrap_or_else(|| usual.to_owned())}</span> }
}

/// R7: somebody waits, or the system is stopped.
#[component]
pub fn CriticalBadge() -> impl IntoView {
    view! {
        <span class="critical">
            <Icon name="i-bell"/>
            {SharedText::current().critical()}
        </span>
    }
}
