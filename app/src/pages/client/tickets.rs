//! A client's tickets: status in words and what is promised next.

mod card;
mod pages;
mod tabs;
mod yours;

use domain::access::Role;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::components::{EmptyState, ErrorPanel, Icon, Skeleton, Soon};
use crate::session::{SignedIn, use_session};
use crate::shell::ClientShell;
use crate::text::TicketText;
use card::TicketCard;
use pages::{Pages, Which};
use tabs::{BranchTabs, OpenTabs, address, asked};
use yours::{AreYours, Yours};

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
                    <Soon meanwhile=view! { <Skeleton/> }.into_any()>
                        <List/>
                    </Soon>
                </SignedIn>
            </div>
        </ClientShell>
    }
}

#[component]
fn List() -> impl IntoView {
    let text = TicketText::current();
    let query = use_query_map();
    let me = use_session().me_now();
    let branches = StoredValue::new(me.as_ref().map(|me| me.branches.clone()).unwrap_or_default());
    let wanted =
        Memo::new(move |_| query.with(|query| branches.with_value(|branches| asked(query, branches))));
    let pages = Pages::follow(wanted);
    // A hotel's administrator reads what its people told.
    let whose = me.is_some_and(|me| me.role == Role::HotelAdministrator);
    let none = move || pages.tickets.with(Vec::is_empty);
    let yours = Yours::follow();
    let shown = move || if yours.are_known() { pages.tickets.get() } else { Vec::new() };
    let state = move || match (pages.fetched.get() && yours.are_known(), pages.error.get()) {
        (_, Some(error)) => view! { <ErrorPanel error=error on_retry=move |()| pages.begin()/> }.into_any(),
        (false, None) => view! { <Skeleton/> }.into_any(),
        (true, None) if none() => view! { <Nothing wanted=wanted.get()/> }.into_any(),
        (true, None) => ().into_any(),
    };
    view! {
        <div class="stack">
            <BranchTabs wanted=wanted branches=branches.get_value()/>
            <OpenTabs wanted=wanted/>
        </div>
        <Soon meanwhile=view! { <Skeleton/> }.into_any()>
            <AreYours yours=yours/>
            <ul class="ticket-list">
                // One that changed is drawn anew; the others stay where they are. Two changes may share a second.
                <For each=shown key=|ticket| (ticket.number, ticket.changed_at, ticket.status.code()) let(ticket)>
                    <li><TicketCard ticket=ticket whose=whose/></li>
                </For>
            </ul>
            {state}
            <Show when=move || {
                yours.are_known() && pages.next.with(Option::is_some) && pages.error.with(Option::is_none)
            }>
                <button
                    class="button button--wide"
                    type="button"
                    aria-busy=move || pages.busy.get().then_some("true")
                    on:click=move |_| pages.more()
                >
                    {text.more()}
                </button>
            </Show>
        </Soon>
    }
}

/// What stands there when there is nothing to show, with the way to where there may be something.
#[component]
fn Nothing(wanted: Which) -> impl IntoView {
    let text = TicketText::current();
    let (title, words) = match (&wanted.branch, wanted.all) {
        (_, false) => (text.empty_open_title(), text.empty_open_text()),
        (Some(_), true) => (text.empty_branch_title(), text.empty_branch_text()),
        (None, true) => (text.empty_title(), text.empty_text()),
    };
    let (href, on) = if wanted.all {
        ("/".to_owned(), text.create())
    } else {
        (address(&Which { all: true, ..wanted }), text.see_all())
    };
    view! {
        <EmptyState drawing="d-empty-tickets" title=title text=words>
            <a class="button" href=href>{on}</a>
        </EmptyState>
    }
}
