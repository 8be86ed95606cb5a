//! Hotels and their branches: added and renamed. They are never taken away: tickets name them.

mod naming;

use domain::api::people::Hotel;
use domain::ident::{BranchId, CompanyId};
use leptos::prelude::*;
use leptos::task::spawn_local;

use self::naming::Naming;
use super::administration::for_administrators;
use crate::api::{self, ApiError};
use crate::browser;
use crate::components::{EmptyState, ErrorPanel, Icon, Skeleton};
use crate::text::agent::people::{self as words, HotelsText};

/// `/administracion/hoteles`.
#[component]
pub fn HotelsPage() -> impl IntoView {
    for_administrators(HotelsText::current().title(), || view! { <Hotels/> }.into_any())
}

/// What is to get a name.
#[derive(Debug, Clone, PartialEq)]
enum Named {
    NewHotel,
    Hotel(CompanyId, String),
    NewBranch(CompanyId, String),
    Branch(CompanyId, BranchId, String),
}

impl Named {
    /// The name it has now.
    fn present(&self) -> String {
        match self {
            Self::Hotel(_, name) | Self::Branch(_, _, name) => name.clone(),
            Self::NewHotel | Self::NewBranch(..) => String::new(),
        }
    }

    /// What the dialog is about.
    fn title(&self) -> String {
        match self {
            Self::NewHotel => HotelsText::current().add().to_owned(),
            Self::NewBranch(_, hotel) => words::add_branch_to(hotel),
            Self::Hotel(_, name) | Self::Branch(_, _, name) => words::rename_of(name),
        }
    }

    async fn save(self, name: String) -> Result<Hotel, ApiError> {
        match self {
            Self::NewHotel => api::add_hotel(name).await,
            Self::Hotel(id, _) => api::rename_hotel(&id, name).await,
            Self::NewBranch(hotel, _) => api::add_branch(&hotel, name).await,
            Self::Branch(hotel, branch, _) => api::rename_branch(&hotel, &branch, name).await,
        }
    }
}

#[component]
fn Hotels() -> impl IntoView {
    let say = HotelsText::current();
    let list = RwSignal::new(None::<Result<Vec<Hotel>, ApiError>>);
    let fetch = move || {
        spawn_local(async move {
            let answer = api::hotels().await;
            let _ = list.try_set(Some(answer));
        });
    };
    fetch();
    let over = RwSignal::new(None::<Named>);
    // The list is by name, so what got another one may stand elsewhere; the focus goes where it stands.
    let saved = move |hotel: Hotel| {
        let heading = heading_id(&hotel.id);
        spawn_local(async move {
            let answer = api::hotels().await;
            let _ = list.try_set(Some(answer));
            request_animation_frame(move || browser::focus(&heading));
        });
    };
    let body = move || match list.get() {
        None => view! { <Skeleton/> }.into_any(),
        Some(Err(error)) => view! { <ErrorPanel error=error on_retry=move |()| fetch()/> }.into_any(),
        Some(Ok(hotels)) if hotels.is_empty() => {
            view! { <EmptyState drawing="d-empty-queue" title=say.none() text=say.none_text()/> }.into_any()
        }
        Some(Ok(hotels)) => {
            let one = |hotel| view! { <One hotel=hotel over=over/> };
            hotels.into_iter().map(one).collect_view().into_any()
        }
    };
    let dialog = move || {
        over.get().map(|what| view! { <Naming what=what on_saved=saved on_close=move || over.set(None)/> })
    };
    view! {
        <div class="stack stack--loose">
            <header class="page__head">
                <h1>{say.title()}</h1>
                <p class="lead">{say.lead()}</p>
            </header>
            <div class="row">
                <button class="button button--primary" type="button" on:click=move |_| over.set(Some(Named::NewHotel))>
                    <Icon name="i-plus"/>
                    {say.add()}
                </button>
            </div>
            <div class="stack">{body}</div>
        </div>
        {dialog}
    }
}

fn heading_id(id: &CompanyId) -> String {
    format!("hotel-{id}")
}

/// A hotel with its branches.
#[component]
fn One(hotel: Hotel, over: RwSignal<Option<Named>>) -> impl IntoView {
    let say = HotelsText::current();
    let Hotel { id, name, branches } = hotel;
    let people = format!("/administracion/personas?hotel={}", js_sys::encode_uri_component(&id.0));
    let heading = heading_id(&id);
    let rename = |label: &str, named: Named| {
        let label = words::rename_of(label);
        view! {
            <button class="button button--quiet" type="button" aria-label=label on:click=move |_| over.set(Some(named.clone()))>
                {say.rename()}
            </button>
        }
    };
    let branch = |(branch, name): (BranchId, String)| {
        let named = Named::Branch(id.clone(), branch, name.clone());
        let button = rename(&name, named);
        view! { <li class="roster__entry roster__entry--brief"><p>{name}</p>{button}</li> }
    };
    let list = if branches.is_empty() {
        view! { <p class="soft small">{say.no_branches()}</p> }.into_any()
    } else {
        view! { <ul class="roster">{branches.into_iter().map(branch).collect_view()}</ul> }.into_any()
    };
    let rename_hotel = rename(&name, Named::Hotel(id.clone(), name.clone()));
    let (add, add_label) = (Named::NewBranch(id.clone(), name.clone()), words::add_branch_to(&name));
    view! {
        <article class="sheet stack" aria-labelledby=heading.clone()>
            <div class="row row--apart">
                <h2 class="sheet__title" id=heading.clone() tabindex="-1">{name}</h2>
                {rename_hotel}
            </div>
            <h3>{say.branches()}</h3>
            {list}
            <div class="row">
                <button class="button" type="button" aria-label=add_label on:click=move |_| over.set(Some(add.clone()))>
                    {say.add_branch()}
                </button>
                <a class="button button--quiet" href=people>{say.people()}</a>
            </div>
        </article>
    }
}
