//! What was written on this device and has not arrived: what waits for signal, what left meanwhile, drafts, and photos.

mod lines;

use domain::ticket::TicketNumber;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{EmptyState, Skeleton};
use crate::letter::{self, Letter, State};
use crate::outbox::use_outbox;
use crate::outgoing::use_outgoing_photos;
use crate::photos;
use crate::shell::ClientShell;
use crate::text::OutboxText;
use lines::{ArrivedLine, DraftLine, WaitingLine};

/// Its path.
pub const UNSENT: &str = "/pendientes";

/// What is on the device.
#[derive(Clone, Default)]
struct Found {
    letters: Vec<Letter>,
    /// Tickets for which photos wait, and how many.
    photos: Vec<(TicketNumber, usize)>,
}

impl Found {
    /// The page's title and what it says first: what arrived is not said to wait.
    fn head(&self) -> (&'static str, Option<&'static str>) {
        let text = OutboxText::current();
        let arrived = self.letters.iter().any(|letter| matches!(letter.state, State::Arrived(_)));
        let waits = self.letters.iter().any(Letter::waits) || !self.photos.is_empty();
        let rest = waits || self.letters.iter().any(Letter::is_draft);
        match (arrived, rest) {
            (true, false) => (text.all_arrived(), Some(text.all_arrived_lead())),
            (true, true) => (text.title(), Some(text.some_arrived_lead())),
            (false, true) if waits => (text.title(), Some(text.lead())),
            (false, true) => (text.title(), Some(text.drafts_lead())),
            (false, false) => (text.title(), None),
        }
    }

    async fn look() -> Self {
        let mut photos: Vec<(TicketNumber, usize)> = Vec::new();
        for number in photos::all_kept().await.into_iter().filter_map(|photo| photo.ticket) {
            match photos.iter_mut().find(|(known, _)| *known == number) {
                Some((_, count)) => *count += 1,
                None => photos.push((number, 1)),
            }
        }
        let mut letters = letter::all().await;
        letters.retain(|letter| letter.is_draft() || letter.is_sent());
        Self { letters, photos }
    }
}

/// `/pendientes`.
#[component]
pub fn UnsentPage() -> impl IntoView {
    let text = OutboxText::current();
    view! {
        <ClientShell title=text.title() narrow=true>
            <div class="stack stack--loose">
                <All/>
            </div>
        </ClientShell>
    }
}

#[component]
fn All() -> impl IntoView {
    let text = OutboxText::current();
    let outbox = use_outbox();
    let outgoing = use_outgoing_photos();
    let found = RwSignal::new(None::<Found>);
    let leaving = RwSignal::new(None);
    let look = move || {
        spawn_local(async move {
            let now = Found::look().await;
            let _ = found.try_set(Some(now));
        });
    };
    let changes = letter::changes();
    Effect::new(move |_| {
        changes.track();
        look();
    });
    letter::on_written_elsewhere(move |_| look());
    // Whoever just signed in comes back here to have it sent.
    outbox.flush_soon();
    let section = move |title: &'static str, lines: Vec<AnyView>| {
        (!lines.is_empty()).then(|| {
            view! {
                <section class="stack stack--tight">
                    <h2>{title}</h2>
                    <ul class="ticket-list">{lines}</ul>
                </section>
            }
        })
    };
    let pictures = move |found: &Found| {
        let line = |(number, count): &(TicketNumber, usize)| {
            let href = format!("/tickets/{}", number.digits());
            let words = text.photos_of(*count, &number.to_string());
            view! { <li class="ticket-card"><a class="ticket-card__title" href=href>{words}</a></li> }
                .into_any()
        };
        found.photos.iter().map(line).collect::<Vec<_>>()
    };
    let head = Memo::new(move |_| found.with(|found| found.as_ref().map(Found::head)));
    let list = move || {
        let Some(found) = found.get() else { return view! { <Skeleton/> }.into_any() };
        if found.letters.is_empty() && found.photos.is_empty() {
            return view! {
                <EmptyState drawing="d-empty-tickets" title=text.empty_title() text=text.empty_text()>
                    <a class="button" href="/mis-tickets">{crate::text::SharedText::current().nav_tickets()}</a>
                </EmptyState>
            }
            .into_any();
        }
        let of = |wanted: fn(&State) -> bool| {
            found.letters.iter().filter(move |letter| wanted(&letter.state)).cloned().collect::<Vec<_>>()
        };
        let waiting = of(|state| matches!(state, State::Waiting(_)));
        let arrived = of(|state| matches!(state, State::Arrived(_)));
        let drafts = of(|state| matches!(state, State::Writing));
        let waiting = waiting
            .into_iter()
            .map(|letter| view! { <WaitingLine letter=letter leaving=leaving/> }.into_any());
        let arrived = arrived.into_iter().map(|letter| view! { <ArrivedLine letter=letter/> }.into_any());
        let drafts = drafts
            .into_iter()
            .map(|letter| view! { <DraftLine photos=outgoing.of(letter.name) letter=letter/> }.into_any());
        view! {
            <div class="stack stack--loose" role="status">
                {section(text.arrived_title(), arrived.collect())}
                {section(text.waiting_title(), waiting.collect())}
            </div>
            {section(text.photos_title(), pictures(&found))}
            {section(text.drafts_title(), drafts.collect())}
        }
        .into_any()
    };
    view! {
        <header class="page__head page__head--flush">
            <h1>{move || head.get().map_or(text.title(), |(title, _)| title)}</h1>
            {move || head.get().and_then(|(_, lead)| lead).map(|lead| view! { <p class="lead">{lead}</p> })}
        </header>
        <div data-person></div>
        {list}
    }
}
