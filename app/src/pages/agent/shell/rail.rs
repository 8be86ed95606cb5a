//! The rail: where an agent can go from anywhere. At the left of a desk, along the bottom of a phone.

use domain::access::Door;
use domain::api::Me;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;

use super::Overlay;
use crate::components::{Icon, toast};
use crate::locale::{LocaleSwitch, other};
use crate::pages::agent::administration::{Place, places};
use crate::pages::agent::backlog::{self, Backlog};
use crate::sign_out::use_sign_out;
use crate::text::SharedText;
use crate::text::agent::administration::AdministrationText;
use crate::text::agent::desk::DeskText;

/// The rail.
#[component]
pub fn Rail(
    /// Who works here.
    me: Me,
    /// What lies over the page.
    overlay: RwSignal<Option<Overlay>>,
) -> impl IntoView {
    let say = DeskText::current();
    let administration = AdministrationText::current();
    let administers = Door::Administration.admits(Some(me.role));
    let calls = Door::Calls.admits(Some(me.role));
    let name = called(&me);
    view! {
        <header class="rail">
            <Brand/>
            <nav class="rail__main" aria-label=say.area()>
                <p class="rail__title">{say.area()}</p>
                <ul class="rail__list">
                    <li><A href="/equipo" exact=true attr:class="rail__link"><Icon name="i-tray"/>{say.queue()}</A></li>
                    {calls.then(|| view! {
                        <li><A href="/equipo/llamada" attr:class="rail__link"><Icon name="i-phone"/>{say.call()}</A></li>
                    })}
                    <li>
                        <button type="button" class="rail__link" on:click=move |_| overlay.set(Some(Overlay::LookUp))>
                            <Icon name="i-search"/>
                            {say.look_up()}
                        </button>
                    </li>
                    {administers.then(|| view! {
                        <li class="only-phone">
                            <A href="/administracion" attr:class="rail__link"><Icon name="i-people"/>{administration.brief()}</A>
                        </li>
                    })}
                    <li class="only-phone">
                        <button type="button" class="rail__link" on:click=move |_| overlay.set(Some(Overlay::Account))>
                            <Icon name="i-person"/>
                            {say.account()}
                        </button>
                    </li>
                </ul>
            </nav>
            {administers.then(|| view! { <Administration/> })}
            <div class="rail__foot">
                <button type="button" class="rail__link" on:click=move |_| overlay.set(Some(Overlay::Help))>
                    <kbd class="kbd">"?"</kbd>
                    {say.keys()}
                </button>
                <A href="/segundo-factor" attr:class="rail__link"><Icon name="i-person"/>{say.second_factor()}</A>
                <A href="/dispositivos" attr:class="rail__link"><Icon name="i-phone"/>{SharedText::current().nav_devices()}</A>
                <Language class="rail__link"/>
                <SignOut class="rail__link"/>
                <p class="rail__person">
                    <span class="avatar avatar--team avatar--small" aria-hidden="true">{initials(&name)}</span>
                    {name}
                </p>
            </div>
        </header>
    }
}

/// What only administrators have; a phone has an index of it instead.
#[component]
fn Administration() -> impl IntoView {
    let say = AdministrationText::current();
    let entry = |place: Place| {
        view! { <li><A href=place.href attr:class="rail__link"><Icon name=place.icon/>{place.name}</A></li> }
    };
    view! {
        <nav aria-label=say.title()>
            <p class="rail__title">{say.title()}</p>
            <ul class="rail__list">{places().into_iter().map(entry).collect_view()}</ul>
        </nav>
    }
}

/// The name over the door, which leads to the queue.
#[component]
pub fn Brand() -> impl IntoView {
    view! {
        <a class="brand" href="/equipo">
            <svg class="brand__mark" viewBox="0 0 40 48" aria-hidden="true"><use href="#d-mark"/></svg>
            <span class="brand__name">"Soporte "<b>"SOHO"</b></span>
        </a>
    }
}

/// The other language.
#[component]
pub fn Language(
    /// How it looks.
    class: &'static str,
) -> impl IntoView {
    let switch = use_context::<LocaleSwitch>();
    let change = move |_| {
        if let Some(switch) = switch {
            switch.set(other());
        }
    };
    view! {
        <button type="button" class=class on:click=change>
            <Icon name="i-chat"/>
            {SharedText::current().other_language()}
        </button>
    }
}

/// The way out.
#[component]
pub fn SignOut(
    /// How it looks.
    class: &'static str,
) -> impl IntoView {
    let sign_out = use_sign_out();
    let say = toast();
    let leave = move |_| {
        spawn_local(async move {
            match sign_out.run().await {
                Ok(()) => {
                    backlog::keep(Backlog::default());
                    say(SharedText::current().signed_out());
                }
                Err(error) => say(&error.detail()),
            }
        });
    };
    view! {
        <button type="button" class=class on:click=leave>
            <Icon name="i-exit"/>
            {DeskText::current().sign_out()}
        </button>
    }
}

/// What somebody is called here.
pub fn called(me: &Me) -> String {
    if me.name.is_empty() { me.email.clone() } else { me.name.clone() }
}

/// "AQ" for "Andrés Quintero".
pub fn initials(name: &str) -> String {
    name.split_whitespace()
        .filter_map(|word| word.chars().next())
        .take(2)
        .flat_map(char::to_uppercase)
        .collect()
}
