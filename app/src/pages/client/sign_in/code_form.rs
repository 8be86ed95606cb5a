//! The code that came by mail.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Asked, told};
use crate::api;
use crate::browser;
use crate::components::{CodeField, digits_of, is_whole_code, toast};
use crate::session::use_session;
use crate::text::SignInText;
use crate::verification::as_person;

const CODE: &str = "code";

/// One field for the six digits: pasting and filling in by the phone work, and it sends itself when complete.
#[component]
pub fn CodeForm(email: String, seconds: u32, asked: Asked) -> impl IntoView {
    let text = SignInText::current();
    let session = use_session();
    let say = toast();
    let code = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let address = StoredValue::new(email.clone());
    request_animation_frame(|| browser::focus(CODE));

    let enter = move || {
        if busy.get_untracked() {
            return;
        }
        let digits = code.with_untracked(|code| digits_of(code));
        if !is_whole_code(&digits) {
            // A code that was refused clears the field: what was said of it still holds.
            if !digits.is_empty() || error.with_untracked(Option::is_none) {
                error.set(Some(text.code_missing().to_owned()));
            }
            browser::focus(CODE);
            return;
        }
        error.set(None);
        busy.set(true);
        spawn_local(async move {
            let answer = api::sign_in(address.get_value(), digits).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(me) => session.enter(me),
                Err(failure) => {
                    let _ = error.try_set(Some(told(&failure)));
                    let _ = code.try_set(String::new());
                    browser::focus(CODE);
                }
            }
        });
    };
    let again = move |_| {
        spawn_local(async move {
            match as_person(|| api::ask_code(address.get_value(), String::new())).await {
                Ok(code) => {
                    say(text.sent_again());
                    asked.mailed(address.get_value(), code.expires_in);
                }
                Err(failure) => say(&told(&failure)),
            }
        });
    };
    view! {
        <form
            class="stack"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                enter();
            }
        >
            <p class="lead">{text.sent(&email, seconds)}</p>
            <CodeField id=CODE label=text.code() hint=text.spam() code=code error=error on_complete=enter/>
            <div class="row">
                <button class="button button--primary" type="submit" aria-busy=move || busy.get().then_some("true")>
                    {if asked.is_sending() { text.enter_and_send() } else { text.enter() }}
                </button>
                <button class="button" type="button" on:click=again>{text.again()}</button>
                <button class="button button--quiet" type="button" on:click=move |_| asked.give_up()>{text.other()}</button>
            </div>
        </form>
    }
}
