//! What administrators have of their own: the pages, the way to each, and who finds them.

use domain::access::Door;
use leptos::prelude::*;

use super::shell::AgentShell;
use crate::browser;
use crate::components::Icon;
use crate::pages::client::NotFoundPage;
use crate::session::use_session;
use crate::text::agent::administration::AdministrationText;

/// A page of the administrators, as the rail and the index lead to it.
#[derive(Clone, Copy)]
pub struct Place {
    /// Its address.
    pub href: &'static str,
    /// Its icon.
    pub icon: &'static str,
    /// A word or two.
    pub name: &'static str,
    /// What it is for.
    pub hint: &'static str,
}

/// Every page of the administrators.
pub fn places() -> Vec<Place> {
    let say = AdministrationText::current();
    let place = |href, icon, name, hint| Place { href, icon, name, hint };
    vec![
        place("/administracion/personas", "i-people", say.people(), say.people_hint()),
        place("/administracion/hoteles", "i-hotel", say.hotels(), say.hotels_hint()),
        place("/administracion/calendario", "i-calendar", say.calendar(), say.calendar_hint()),
        place("/administracion/datos", "i-person", say.data(), say.data_hint()),
        place("/administracion/auditoria", "i-note", say.audit(), say.audit_hint()),
    ]
}

/// Frames a page of the administrators. Everybody else finds no such page.
pub fn for_administrators(title: &str, page: fn() -> AnyView) -> impl IntoView {
    browser::set_title(title);
    view! { <AgentShell>{admitted(page)}</AgentShell> }
}

fn admitted(page: fn() -> AnyView) -> AnyView {
    match use_session().me_now() {
        Some(me) if Door::Administration.admits(Some(me.role)) => page(),
        _ => view! { <NotFoundPage/> }.into_any(),
    }
}

/// `/administracion`.
#[component]
pub fn AdministrationPage() -> impl IntoView {
    for_administrators(AdministrationText::current().title(), || view! { <Index/> }.into_any())
}

/// Where the rail has no room for the pages.
#[component]
fn Index() -> impl IntoView {
    let say = AdministrationText::current();
    let entry = |place: Place| {
        view! {
            <li>
                <a class="choice" href=place.href>
                    <Icon name=place.icon/>
                    <span class="choice__body">
                        <span class="choice__title">{place.name}</span>
                        <span class="choice__hint">{place.hint}</span>
                    </span>
                </a>
            </li>
        }
    };
    view! {
        <div class="stack">
            <header class="page__head">
                <h1>{say.title()}</h1>
                <p class="lead">{say.lead()}</p>
            </header>
            <ul class="choices">{places().into_iter().map(entry).collect_view()}</ul>
        </div>
    }
}
