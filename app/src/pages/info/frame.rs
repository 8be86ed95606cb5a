//! What all these pages share: a way back to the index, a title, a first sentence.

use leptos::prelude::*;

use crate::browser;
use crate::components::Icon;
use crate::shell::ClientShell;
use crate::text::info::{HelpText, Said, said};

/// Frames a page of help.
#[component]
pub fn InfoPage(
    /// What it is called.
    title: &'static str,
    /// What it is for.
    lead: &'static str,
    /// The page.
    children: Children,
) -> impl IntoView {
    view! {
        <ClientShell title=title narrow=true>
            <header class="page__head">
                <a class="crumb" href="/ayuda">{HelpText::current().title()}</a>
                <h1>{title}</h1>
                <p class="lead">{lead}</p>
            </header>
            <div class="stack stack--loose">{children()}</div>
        </ClientShell>
    }
}

/// Headings with what they mean, one after the other.
pub fn said_list(entries: &[Said]) -> Vec<impl IntoView + use<>> {
    let show = |entry: &Said| {
        let (title, text) = said(*entry);
        view! {
            <li class="info-list__item">
                <p class="info-list__title">{title}</p>
                <p>{text}</p>
            </li>
        }
    };
    entries.iter().map(show).collect()
}

/// Puts the page on paper.
#[component]
pub fn PrintButton(
    /// Its verb.
    words: &'static str,
) -> impl IntoView {
    view! {
        <button class="button" type="button" on:click=|_| browser::print()>
            <Icon name="i-print"/>
            {words}
        </button>
    }
}
