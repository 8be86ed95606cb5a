//! Changing the address one signs in by: the new one is proven with a code mailed there, and only then does anything change.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api;
use crate::browser;
use crate::components::{CodeField, digits_of, is_whole_code, toast};
use crate::pages::client::sign_in::{EmailField, judge, told};
use crate::session::use_session;
use crate::text::data::AddressText;

const EMAIL: &str = "correo-nuevo";
const CODE: &str = "correo-codigo";

/// The section: what changes, and the two steps.
#[component]
pub fn Address() -> impl IntoView {
    let text = AddressText::current();
    let wanted = RwSignal::new(None::<String>);
    let step = move || match wanted.get() {
        None => view! { <Asking wanted=wanted/> }.into_any(),
        Some(email) => view! { <Proving email=email wanted=wanted/> }.into_any(),
    };
    view! {
        <section class="sheet stack">
            <h2 class="sheet__title">{text.title()}</h2>
            <p>{text.lead()}</p>
            <details class="fold">
                <summary>{text.change()}</summary>
                <div class="fold__body">{step}</div>
            </details>
        </section>
    }
}

/// Where to.
#[component]
fn Asking(wanted: RwSignal<Option<String>>) -> impl IntoView {
    let text = AddressText::current();
    let (email, busy) = (RwSignal::new(String::new()), RwSignal::new(false));
    let error = RwSignal::new(None::<String>);
    let ask = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let address = email.get_untracked();
        if let Some(wrong) = judge(&address).0 {
            error.set(Some(wrong));
            browser::focus(EMAIL);
            return;
        }
        error.set(None);
        busy.set(true);
        spawn_local(async move {
            let answer = api::ask_address(address.clone()).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(_) => {
                    let _ = wanted.try_set(Some(address));
                }
                Err(failure) => {
                    let _ = error.try_set(Some(told(&failure)));
                    browser::focus(EMAIL);
                }
            }
        });
    };
    view! {
        <form class="stack" novalidate on:submit=ask>
            <EmailField id=EMAIL label=text.email() hint=text.email_hint() email=email error=error/>
            <div class="row">
                <button class="button" type="submit" aria-busy=move || busy.get().then_some("true")>{text.ask()}</button>
            </div>
        </form>
    }
}

/// The code that came there.
#[component]
fn Proving(email: String, wanted: RwSignal<Option<String>>) -> impl IntoView {
    let text = AddressText::current();
    let session = use_session();
    let (code, busy) = (RwSignal::new(String::new()), RwSignal::new(false));
    let error = RwSignal::new(None::<String>);
    let say = toast();
    request_animation_frame(|| browser::focus(CODE));
    let prove = move || {
        let digits = code.with_untracked(|code| digits_of(code));
        if busy.get_untracked() {
            return;
        }
        if !is_whole_code(&digits) {
            error.set(Some(text.code_missing().to_owned()));
            browser::focus(CODE);
            return;
        }
        error.set(None);
        busy.set(true);
        spawn_local(async move {
            let answer = api::prove_address(digits).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(me) => {
                    say(text.changed());
                    session.enter(me);
                    let _ = wanted.try_set(None);
                }
                Err(failure) => {
                    let _ = error.try_set(Some(told(&failure)));
                    let _ = code.try_set(String::new());
                    browser::focus(CODE);
                }
            }
        });
    };
    view! {
        <form
            class="stack"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                prove();
            }
        >
            <CodeField id=CODE label=text.code() hint=text.sent(&email) code=code error=error on_complete=prove/>
            <div class="row">
                <button class="button button--primary" type="submit" aria-busy=move || busy.get().then_some("true")>
                    {text.prove()}
                </button>
                <button class="button button--quiet" type="button" on:click=move |_| wanted.set(None)>{text.other()}</button>
            </div>
        </form>
    }
}
