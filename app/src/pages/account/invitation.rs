//! An invitation: its link opens this page, and only the button accepts it. Mail scanners that follow links burn nothing, and what
//! stands after the `#` no server is sent.

use domain::api::people::InvitationOffer;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use wording::dates::people_instant_seen_from;
use wording::people::invites;

use crate::api;
use crate::browser;
use crate::components::{EmptyState, ErrorPanel, Skeleton};
use crate::locale::locale;
use crate::session::{factor_path, use_session};
use crate::shell::ClientShell;
use crate::text::account::InvitationText;
use crate::text::one_stop;

/// `/invitacion#secret`.
#[component]
pub fn InvitationPage() -> impl IntoView {
    let text = InvitationText::current();
    let token = browser::fragment();
    let body = if token.is_empty() {
        view! { <EmptyState drawing="d-broken" title=text.broken() text=text.broken_text()/> }.into_any()
    } else {
        view! { <Offered token=token/> }.into_any()
    };
    view! {
        <ClientShell title=text.title() narrow=true>
            <div class="stack stack--loose">
                <h1>{text.title()}</h1>
                {body}
            </div>
        </ClientShell>
    }
}

/// What the link offers, before anything is accepted.
#[component]
fn Offered(token: String) -> impl IntoView {
    let token = StoredValue::new(token);
    let offer = RwSignal::new(None);
    let fetch = move || {
        offer.set(None);
        spawn_local(async move {
            let answer = api::invitation_offer(token.get_value()).await;
            let _ = offer.try_set(Some(answer));
        });
    };
    fetch();
    move || match offer.get() {
        None => view! { <Skeleton/> }.into_any(),
        Some(Err(error)) if error.code() == "link_invalid" => view! { <ErrorPanel error=error/> }.into_any(),
        Some(Err(error)) => view! { <ErrorPanel error=error on_retry=move |()| fetch()/> }.into_any(),
        Some(Ok(offer)) => view! {
            <Offer offer=offer/>
            <Accepting token=token/>
        }
        .into_any(),
    }
}

#[component]
fn Offer(offer: InvitationOffer) -> impl IntoView {
    let text = InvitationText::current();
    let InvitationOffer { by, standing, expires_at, .. } = offer;
    let until = people_instant_seen_from(browser::now(), expires_at, locale());
    view! {
        <p class="lead">{invites(&by, standing.role, standing.hotel().as_deref(), locale())}</p>
        <p>{text.lead()}</p>
        <p class="soft small">{text.until()}" "{until}</p>
    }
}

#[component]
fn Accepting(token: StoredValue<String>) -> impl IntoView {
    let text = InvitationText::current();
    let session = use_session();
    let (error, busy) = (RwSignal::new(None::<String>), RwSignal::new(false));
    let go = StoredValue::new_local(use_navigate());
    let accept = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        error.set(None);
        busy.set(true);
        spawn_local(async move {
            let answer = api::accept_invitation(token.get_value()).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(me) => {
                    let home = if me.role.is_staff() { "/equipo" } else { "/mis-tickets" };
                    let to = if me.factor.admits() { home.to_owned() } else { factor_path(home) };
                    session.enter(me);
                    let replace = NavigateOptions { replace: true, ..NavigateOptions::default() };
                    let _ = go.try_with_value(|go| go(&to, replace));
                }
                Err(failure) => {
                    let told = one_stop(&format!("{}. {}", failure.title(), failure.detail()));
                    let _ = error.try_set(Some(told));
                }
            }
        });
    };
    view! {
        <form class="stack" on:submit=accept>
            <div role="alert">
                {move || error.get().map(|error| view! { <p class="field__error">{error}</p> })}
            </div>
            <div class="row">
                <button class="button button--primary" type="submit" aria-busy=move || busy.get().then_some("true")>
                    {text.accept()}
                </button>
            </div>
            <p class="soft small">{text.already()}" "<a href="/entrar">{text.sign_in()}</a></p>
        </form>
    }
}
