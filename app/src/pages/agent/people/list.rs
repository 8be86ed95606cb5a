//! The people that were found, page after page.

use domain::api::people::PersonEntry;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_query_map;

use super::standing_words;
use crate::api::{self, ApiError, PeopleQuestion};
use crate::browser;
use crate::components::{EmptyState, ErrorPanel, Skeleton};
use crate::text::agent::people::PeopleText;

/// What was searched for, and the pages of it that came so far.
#[derive(Clone, Copy)]
pub struct Pages {
    /// What was asked.
    pub asked: RwSignal<PeopleQuestion>,
    people: RwSignal<Vec<PersonEntry>>,
    /// Where the next page begins; nothing at the end.
    next: RwSignal<Option<String>>,
    fetched: RwSignal<bool>,
    busy: RwSignal<bool>,
    error: RwSignal<Option<ApiError>>,
}

impl Pages {
    /// Everybody, or those of the hotel in the address.
    pub fn begin() -> Self {
        let company = use_query_map().with_untracked(|query| query.get("hotel")).unwrap_or_default();
        let pages = Self {
            asked: RwSignal::new(PeopleQuestion { company, ..PeopleQuestion::default() }),
            people: RwSignal::new(Vec::new()),
            next: RwSignal::new(None),
            fetched: RwSignal::new(false),
            busy: RwSignal::new(false),
            error: RwSignal::new(None),
        };
        pages.fetch();
        pages
    }

    /// Searches anew.
    pub fn search(self, asked: PeopleQuestion) {
        self.asked.set(asked);
        self.next.set(None);
        self.fetched.set(false);
        self.fetch();
    }

    /// Fetches the next page, or the first one.
    fn fetch(self) {
        self.busy.set(true);
        self.error.set(None);
        let (asked, after) = (self.asked.get_untracked(), self.next.get_untracked());
        spawn_local(async move {
            let answer = api::people(&asked, after.as_deref()).await;
            // What was asked in the meantime has an answer of its own on the way.
            if self.asked.try_with_untracked(|now| *now == asked) != Some(true) {
                return;
            }
            let _ = self.busy.try_set(false);
            match answer {
                Ok(page) => {
                    let _ = self.people.try_update(|people| {
                        if after.is_none() {
                            people.clear();
                        }
                        people.extend(page.people);
                    });
                    let _ = self.next.try_set(page.next);
                    let _ = self.fetched.try_set(true);
                }
                Err(error) => {
                    let _ = self.error.try_set(Some(error));
                }
            }
        });
    }

    /// Shows somebody as they are now, where they were, with the focus back on their button.
    pub fn replace(self, person: PersonEntry) {
        let button = button_id(&person);
        let _ = self.people.try_update(|people| {
            for known in people.iter_mut().filter(|known| known.account == person.account) {
                *known = person.clone();
            }
        });
        request_animation_frame(move || browser::focus(&button));
    }
}

fn button_id(person: &PersonEntry) -> String {
    format!("persona-{}", person.account)
}

/// What the search found.
#[component]
pub fn List(
    /// What was found.
    pages: Pages,
    /// Somebody is to be changed.
    on_change: impl Fn(PersonEntry) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let say = PeopleText::current();
    let state = move || match (pages.fetched.get(), pages.error.get()) {
        (_, Some(error)) => view! { <ErrorPanel error=error on_retry=move |()| pages.fetch()/> }.into_any(),
        (false, None) => view! { <Skeleton/> }.into_any(),
        (true, None) if pages.people.with(Vec::is_empty) => {
            view! { <EmptyState drawing="d-empty-queue" title=say.none() text=say.none_text()/> }.into_any()
        }
        (true, None) => ().into_any(),
    };
    let rows = move || {
        let row = |person| view! { <Row person=person on_change=on_change/> };
        pages.people.get().into_iter().map(row).collect_view()
    };
    view! {
        <section class="stack" aria-labelledby="personas-encontradas">
            <h2 id="personas-encontradas">{say.found()}</h2>
            <ul class="roster" class:audit--stale=move || !pages.fetched.get()>{rows}</ul>
            {state}
            <Show when=move || pages.next.with(Option::is_some) && pages.error.with(Option::is_none)>
                <div class="row">
                    <button
                        class="button"
                        type="button"
                        aria-busy=move || pages.busy.get().then_some("true")
                        on:click=move |_| if !pages.busy.get_untracked() { pages.fetch() }
                    >
                        {say.more()}
                    </button>
                </div>
            </Show>
        </section>
    }
}

/// Somebody, where they stand, and the way to change it.
#[component]
fn Row(person: PersonEntry, on_change: impl Fn(PersonEntry) + Copy + Send + Sync + 'static) -> impl IntoView {
    let say = PeopleText::current();
    let name = if person.name.is_empty() { person.email.clone() } else { person.name.clone() };
    let email = (!person.name.is_empty()).then(|| person.email.clone());
    let inactive = person.deactivated_at.is_some();
    let (id, label) = (button_id(&person), format!("{}: {name}", say.change()));
    let standing = standing_words(&person.standing);
    view! {
        <li class="roster__entry">
            <div class="roster__who">
                <p>
                    <b>{name}</b>
                    {inactive.then(|| view! { " "<span class="label">{say.inactive()}</span> })}
                </p>
                {email.map(|email| view! { <p class="soft small">{email}</p> })}
            </div>
            <p class="roster__where small">{standing}</p>
            <button
                class="button"
                type="button"
                id=id
                aria-label=label
                on:click=move |_| on_change(person.clone())
            >
                {say.change()}
            </button>
        </li>
    }
}
