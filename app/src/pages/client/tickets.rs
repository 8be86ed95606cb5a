//! A client's tickets: status in words and what is promised next.

mod card;

use domain::api::TicketSummary;
use domain::ticket::Status;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{self, ApiError};
use crate::browser;
use crate::components::{EmptyState, ErrorPanel, Icon, Skeleton};
use crate::session::SignedIn;
use crate::shell::ClientShell;
use crate::text::TicketText;
use card::TicketCard;

/// `/mis-tickets`.
#[component]
pub fn TicketsPage() -> impl IntoView {
    let text = TicketText::current();
    view! {
        <ClientShell title=text.list_title() narrow=true>
            <div class="stack stack--loose">
                <header class="page__head page__head--flush">
                    <div class="row row--apart">
                        <h1>{text.list_title()}</h1>
                        <a class="button button--primary" href="/"><Icon name="i-plus"/>{text.create()}</a>
                    </div>
                </header>
                <SignedIn>
                    <List/>
                </SignedIn>
            </div>
        </ClientShell>
    }
}

/// The pages fetched so far, joined.
#[derive(Clone, Copy)]
struct Pages {
    tickets: RwSignal<Vec<TicketSummary>>,
    /// Where the next page begins; `None` at the end.
    next: RwSignal<Option<String>>,
    fetched: RwSignal<bool>,
    busy: RwSignal<bool>,
    error: RwSignal<Option<ApiError>>,
}

impl Pages {
    fn fetch(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.error.set(None);
        let after = self.next.get_untracked();
        spawn_local(async move {
            let answer = api::list_tickets(after).await;
            let _ = self.busy.try_set(false);
            match answer {
                Ok(page) => {
                    let _ = self.tickets.try_update(|tickets| tickets.extend(page.tickets));
                    let _ = self.next.try_set(page.next);
                    let _ = self.fetched.try_set(true);
                }
                Err(error) => {
                    let _ = self.error.try_set(Some(error));
                }
            }
        });
    }
}

#[component]
fn List() -> impl IntoView {
    let text = TicketText::current();
    let pages = Pages {
        tickets: RwSignal::new(Vec::new()),
        next: RwSignal::new(None),
        fetched: RwSignal::new(false),
        busy: RwSignal::new(false),
        error: RwSignal::new(None),
    };
    pages.fetch();
    // The icon of an installed portal says how many are open.
    Effect::new(move |_| {
        if pages.fetched.get() {
            let open = |ticket: &&TicketSummary| ticket.status != Status::Closed;
            let count = pages.tickets.with(|tickets| tickets.iter().filter(open).count());
            browser::badge(u32::try_from(count).unwrap_or_default());
        }
    });
    let none = move || pages.tickets.with(Vec::is_empty);
    let state = move || match (pages.fetched.get(), pages.error.get()) {
        (_, Some(error)) => view! { <ErrorPanel error=error on_retry=move |()| pages.fetch()/> }.into_any(),
        (false, None) => view! { <Skeleton/> }.into_any(),
        (true, None) if none() => view! {
            <EmptyState drawing="d-empty-tickets" title=text.empty_title() text=text.empty_text()>
                <a class="button" href="/">{text.create()}</a>
            </EmptyState>
        }
        .into_any(),
        (true, None) => ().into_any(),
    };
    view! {
        <ul class="ticket-list">
            <For each=move || pages.tickets.get() key=|ticket| ticket.number let(ticket)>
                <li><TicketCard ticket=ticket/></li>
            </For>
        </ul>
        {state}
        <Show when=move || pages.next.with(Option::is_some) && pages.error.with(Option::is_none)>
            <button
                class="button button--wide"
                type="button"
                aria-busy=move || pages.busy.get().then_some("true")
                on:click=move |_| pages.fetch()
            >
                {text.more()}
            </button>
        </Show>
    }
}
