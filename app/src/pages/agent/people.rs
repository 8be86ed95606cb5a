//! People: who comes into the portal, what they may do, of which hotel they are; and those who were invited.

mod changing;
mod invited;
mod inviting;
mod list;
mod placing;
mod search;

use domain::api::people::{Hotel, Standing};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wording::people::role_name;

use self::changing::Changing;
use self::invited::{Invited, Waiting};
use self::inviting::Inviting;
use self::list::{List, replace, search};
use self::search::Search;
use super::administration::for_administrators;
use crate::api::{self, ApiError};
use crate::components::Icon;
use crate::locale::locale;
use crate::text::agent::people::{InvitationsText, PeopleText};

/// `/administracion/personas`, with `?hotel=` the hotel whose people are shown first.
#[component]
pub fn PeoplePage() -> impl IntoView {
    for_administrators(PeopleText::current().title(), || view! { <People/> }.into_any())
}

/// What lies over the page.
#[derive(Debug, Clone, PartialEq)]
enum Over {
    Inviting,
    Changing(Box<domain::api::people::PersonEntry>),
}

/// The hotels to choose from, once they are known.
#[derive(Clone, Copy)]
struct Choices(RwSignal<Vec<Hotel>>);

#[component]
fn People() -> impl IntoView {
    let say = PeopleText::current();
    let choices = Choices(RwSignal::new(Vec::new()));
    spawn_local(async move {
        if let Ok(hotels) = api::hotels().await {
            let _ = choices.0.try_set(hotels);
        }
    });
    let (pages, waiting) = (search(), Waiting::begin());
    let over = RwSignal::new(None::<Over>);
    let leave = move || over.set(None);
    let dialog = move || {
        over.get().map(|what| match what {
            Over::Inviting => {
                view! { <Inviting choices=choices on_sent=move || waiting.fetch() on_close=leave/> }
                    .into_any()
            }
            Over::Changing(person) => {
                let changed = move |person| replace(pages, &person);
                view! { <Changing person=*person choices=choices on_changed=changed on_close=leave/> }
                    .into_any()
            }
        })
    };
    view! {
        <div class="stack stack--loose">
            <header class="page__head">
                <h1>{say.title()}</h1>
                <p class="lead">{say.lead()}</p>
            </header>
            <div class="row">
                <button class="button button--primary" type="button" on:click=move |_| over.set(Some(Over::Inviting))>
                    <Icon name="i-plus"/>
                    {InvitationsText::current().invite()}
                </button>
            </div>
            <Invited waiting=waiting/>
            <Search choices=choices asked=pages.asked on_search=move |asked| pages.search(asked)/>
            <List pages=pages on_change=move |person| over.set(Some(Over::Changing(Box::new(person))))/>
        </div>
        {dialog}
    }
}

/// "Usuario de un hotel · Hoteles Caribe (Caribe Norte)".
fn standing_words(standing: &Standing) -> String {
    let role = role_name(standing.role, locale());
    let place = match standing.hotel() {
        Some(hotel) => hotel,
        None if standing.role.is_staff() => return role.to_owned(),
        None => PeopleText::current().no_hotel().to_owned(),
    };
    format!("{role} · {place}")
}

/// What the Worker says of one member, by the end of its pointer.
fn said_of(error: Option<&ApiError>, member: &str) -> Option<String> {
    let Some(ApiError::Problem(problem)) = error else { return None };
    let at = |pointer: &str| pointer.rsplit('/').next() == Some(member);
    problem.errors.iter().find(|error| at(&error.pointer)).map(|error| error.detail.clone())
}

/// What went wrong when it is about none of the members that are shown.
pub(super) fn said_otherwise(error: Option<&ApiError>, members: &[&str]) -> Option<String> {
    let error = error?;
    if members.iter().any(|member| said_of(Some(error), member).is_some()) {
        return None;
    }
    if let ApiError::Problem(problem) = error
        && let Some(first) = problem.errors.first()
    {
        return Some(first.detail.clone());
    }
    Some(crate::text::one_stop(&format!("{}. {}", error.title(), error.detail())))
}
