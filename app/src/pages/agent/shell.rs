//! The frame of the agents' pages: the rail, who is signed in, and the keys that work everywhere.

mod account;
mod help;
mod look_up;
pub mod rail;

use domain::access::{Door, Role};
use domain::api::{Me, PersonRef};
use domain::ident::AccountId;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use self::account::Account;
use self::help::KeyHelp;
use self::look_up::LookUp;
use self::rail::{Brand, Rail, called};
use super::clock::Clock;
use super::keys;
use crate::components::Skeleton;
use crate::pages::client::NotFoundPage;
use crate::session::{SessionState, SignedIn, use_session};
use crate::text::SharedText;

/// What lies over a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overlay {
    /// The list of keys.
    Help,
    /// The look-up of a dictated number.
    LookUp,
    /// What is of the person rather than of the desk.
    Account,
}

/// The agent at work and what their pages share.
#[derive(Clone, Copy)]
pub struct Agent {
    me: StoredValue<Me>,
    /// What is read aloud next.
    pub announce: RwSignal<String>,
}

impl Agent {
    /// Their account.
    pub fn account(self) -> AccountId {
        self.me.with_value(|me| me.account.clone())
    }

    /// Whether they are research and development, whose part is to promise dates (R16).
    pub fn develops(self) -> bool {
        self.me.with_value(|me| me.role == Role::Developer)
    }

    /// Them, as others see them.
    pub fn person(self) -> PersonRef {
        self.me.with_value(|me| PersonRef { account: me.account.clone(), name: me.name.clone() })
    }
}

/// The agent at work, from context.
pub fn use_agent() -> Option<Agent> {
    use_context()
}

/// Frames a page of the agents. Clients who come here find no such page.
#[component]
pub fn AgentShell(
    /// The page.
    children: ChildrenFn,
) -> impl IntoView {
    let children = StoredValue::new(children);
    let admit = move || match use_session().me_now() {
        Some(me) if me.role.is_staff() => {
            view! { <Frame me=me>{children.with_value(|page| page())}</Frame> }.into_any()
        }
        _ => view! { <NotFoundPage/> }.into_any(),
    };
    let session = use_session();
    let unknown = Memo::new(move |_| session.state() == SessionState::Unknown);
    if unknown.get_untracked() {
        session.reload();
    }
    move || {
        if unknown.get() {
            view! { <Opening/> }.into_any()
        } else {
            view! { <SignedIn>{admit()}</SignedIn> }.into_any()
        }
    }
}

/// The frame's shape until it is known who is there.
#[component]
fn Opening() -> impl IntoView {
    view! {
        <div class="shell shell--agent">
            <header class="rail"><Brand/></header>
            <main class="page"><Skeleton/></main>
        </div>
    }
}

/// The frame of somebody who may be here.
#[component]
fn Frame(me: Me, children: Children) -> impl IntoView {
    Clock::provide();
    let (overlay, announce) = (RwSignal::new(None), RwSignal::new(String::new()));
    provide_context(Agent { me: StoredValue::new(me.clone()), announce });
    let go = use_navigate();
    let calls = Door::Calls.admits(Some(me.role));
    keys::listen(move |key| {
        match key {
            "?" => overlay.set(Some(Overlay::Help)),
            "#" | "g n" => overlay.set(Some(Overlay::LookUp)),
            "g q" => go("/equipo", NavigateOptions::default()),
            "g l" if calls => go("/equipo/llamada", NavigateOptions::default()),
            _ => return false,
        }
        true
    });
    let name = called(&me);
    let over = move || match overlay.get() {
        Some(Overlay::Account) => {
            Some(view! { <Account name=name.clone() on_close=move || overlay.set(None)/> }.into_any())
        }
        Some(Overlay::Help) => {
            Some(view! { <KeyHelp calls=calls on_close=move || overlay.set(None)/> }.into_any())
        }
        Some(Overlay::LookUp) => Some(view! { <LookUp on_close=move || overlay.set(None)/> }.into_any()),
        None => None,
    };
    view! {
        <a class="skip-link" href="#contenido">{SharedText::current().skip()}</a>
        <div class="shell shell--agent">
            <Rail me=me overlay=overlay/>
            <main id="contenido" class="page" tabindex="-1">{children()}</main>
            {over}
        </div>
        <p class="visually-hidden" role="status">{move || announce.get()}</p>
    }
}
