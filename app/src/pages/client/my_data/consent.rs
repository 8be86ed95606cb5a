//! The consent that was given, or a way to give it.

use domain::api::privacy::ConsentState;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{self, ApiError};
use crate::components::{ErrorPanel, Skeleton, toast};
use crate::session::use_session;
use crate::text::MyDataText;

/// Which text was agreed to and when.
#[component]
pub fn Consent() -> impl IntoView {
    let text = MyDataText::current();
    let state = RwSignal::new(None::<Result<ConsentState, ApiError>>);
    let busy = RwSignal::new(false);
    let (say, session) = (toast(), use_session());
    let fetch = move || {
        spawn_local(async move {
            let answer = api::consent().await;
            let _ = state.try_set(Some(answer));
        });
    };
    fetch();
    let give = move |version: String| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = api::give_consent(version).await;
            let _ = busy.try_set(false);
            if answer.is_ok() {
                session.agree();
                say(text.consented());
            }
            let _ = state.try_set(Some(answer));
        });
    };
    let body = move || match state.get() {
        None => view! { <Skeleton/> }.into_any(),
        Some(Err(error)) => view! { <ErrorPanel error=error on_retry=move |()| fetch()/> }.into_any(),
        Some(Ok(ConsentState { version, given_at: Some(at) })) => {
            view! { <p>{text.consent_given(&version, at)}</p> }.into_any()
        }
        Some(Ok(ConsentState { version, given_at: None })) => view! {
            <p>{text.no_consent()}</p>
            <div class="row">
                <button
                    class="button"
                    type="button"
                    aria-busy=move || busy.get().then_some("true")
                    on:click=move |_| give(version.clone())
                >
                    {text.give_consent()}
                </button>
            </div>
        }
        .into_any(),
    };
    view! {
        <section class="sheet stack">
            <h2 class="sheet__title">{text.consent()}</h2>
            {body}
        </section>
    }
}
