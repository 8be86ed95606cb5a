//! The link of the mail: it opens this page, and only the button signs in. Mail scanners that follow links burn nothing.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::told;
use crate::api;
use crate::session::use_session;
use crate::text::SignInText;

/// One button. A link that is no longer good leads to asking for another.
#[component]
pub fn LinkForm(token: String, sending: bool, link: RwSignal<Option<String>>) -> impl IntoView {
    let text = SignInText::current();
    let session = use_session();
    let error = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let token = StoredValue::new(token);
    let enter = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        error.set(None);
        busy.set(true);
        spawn_local(async move {
            let answer = api::use_link(token.get_value()).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(me) => session.enter(me),
                Err(failure) => {
                    let _ = error.try_set(Some(told(&failure)));
                }
            }
        });
    };
    view! {
        <form class="stack" on:submit=enter>
            <div role="alert">
                {move || error.get().map(|error| view! { <p class="field__error">{error}</p> })}
            </div>
            <div class="row">
                <button class="button button--primary" type="submit" aria-busy=move || busy.get().then_some("true")>
                    {if sending { text.enter_and_send() } else { text.link_enter() }}
                </button>
                <button class="button button--quiet" type="button" on:click=move |_| link.set(None)>
                    {text.link_other()}
                </button>
            </div>
        </form>
    }
}
