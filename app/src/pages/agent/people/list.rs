//! The people that were found, page after page.

use domain::api::people::PersonEntry;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::standing_words;
use crate::api::{self, Answer, PeopleQuestion};
use crate::browser;
use crate::pages::agent::found::{Pages, Question};
use crate::text::agent::people::PeopleText;

impl Question for PeopleQuestion {
    type Found = PersonEntry;

    async fn page(&self, after: Option<&str>) -> Answer<(Vec<PersonEntry>, Option<String>)> {
        api::people(self, after).await.map(|page| (page.people, page.next))
    }
}

/// Everybody, or those of the hotel in the address.
pub fn search() -> Pages<PeopleQuestion> {
    let company = use_query_map().with_untracked(|query| query.get("hotel")).unwrap_or_default();
    Pages::begin(PeopleQuestion { company, ..PeopleQuestion::default() })
}

/// Shows somebody as they are now, where they were, with the focus back on their button.
pub fn replace(pages: Pages<PeopleQuestion>, person: &PersonEntry) {
    let button = button_id(person);
    let _ = pages.found.try_update(|people| {
        for known in people.iter_mut().filter(|known| known.account == person.account) {
            *known = person.clone();
        }
    });
    request_animation_frame(move || browser::focus(&button));
}

fn button_id(person: &PersonEntry) -> String {
    format!("persona-{}", person.account)
}

/// What the search found.
#[component]
pub fn List(
    /// What was found.
    pages: Pages<PeopleQuestion>,
    /// Somebody is to be changed.
    on_change: impl Fn(PersonEntry) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let say = PeopleText::current();
    let rows = move || {
        let row = |person| view! { <Row person=person on_change=on_change/> };
        pages.found.get().into_iter().map(row).collect_view()
    };
    view! {
        <section class="stack" aria-labelledby="personas-encontradas">
            <h2 id="personas-encontradas">{say.found()}</h2>
            <ul class="roster" class:audit--stale=move || !pages.is_fetched()>{rows}</ul>
            {pages.rest(say.none(), say.none_text(), say.more())}
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
