//! A client's tickets: status in words and what is promised next.

mod card;
mod pages;

use domain::access::Role;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::components::{EmptyState, ErrorPanel, Icon, Skeleton};
use crate::session::{SignedIn, use_session};
use crate::shell::ClientShell;
use crate::text::TicketText;
use card::TicketCard;
use pages::Pages;

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

/// The query that asks for closed tickets as well.
const ALL: (&str, &str) = ("ver", "todos");

#[component]
fn List() -> impl IntoView {
    let text = TicketText::current();
    let query = use_query_map();
    let all = Memo::new(move |_| query.with(|query| query.get_str(ALL.0) == Some(ALL.1)));
    let pages = Pages::follow(all);
    // A hotel's administrator reads what its people told.
    let whose = use_session().me_now().is_some_and(|me| me.role == Role::HotelAdministrator);
    let none = move || pages.tickets.with(Vec::is_empty);
    let state = move || match (pages.fetched.get(), pages.error.get()) {
        (_, Some(error)) => view! { <ErrorPanel error=error on_retry=move |()| pages.begin()/> }.into_any(),
        (false, None) => view! { <Skeleton/> }.into_any(),
        (true, None) if none() && !all.get() => view! {
            <EmptyState drawing="d-empty-tickets" title=text.empty_open_title() text=text.empty_open_text()>
                <a class="button" href=all_path()>{text.see_all()}</a>
            </EmptyState>
        }
        .into_any(),
        (true, None) if none() => view! {
            <EmptyState drawing="d-empty-tickets" title=text.empty_title() text=text.empty_text()>
                <a class="button" href="/">{text.create()}</a>
            </EmptyState>
        }
        .into_any(),
        (true, None) => ().into_any(),
    };
    let here = move |wanted: bool| (all.get() == wanted).then_some("page");
    view! {
        <nav class="tabs" aria-label=text.which()>
            <a class="tab" href="/mis-tickets" aria-current=move || here(false)>{text.only_open()}</a>
            <a class="tab" href=all_path() aria-current=move || here(true)>{text.see_all()}</a>
        </nav>
        <ul class="ticket-list">
            // One that changed is drawn anew; the others stay where they are.
            <For each=move || pages.tickets.get() key=|ticket| (ticket.number, ticket.changed_at) let(ticket)>
                <li><TicketCard ticket=ticket whose=whose/></li>
            </For>
        </ul>
        {state}
        <Show when=move || pages.next.with(Option::is_some) && pages.error.with(Option::is_none)>
            <button
                class="button button--wide"
                type="button"
                aria-busy=move || pages.busy.get().then_some("true")
                on:click=move |_| pages.more()
            >
                {text.more()}
            </button>
        </Show>
    }
}

fn all_path() -> String {
    format!("/mis-tickets?{}={}", ALL.0, ALL.1)
}
