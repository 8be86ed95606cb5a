//! One ticket by its number and a code mailed to the address it is registered under (R11).

use domain::ticket::TicketNumber;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use crate::api::{self, ApiError};
use crate::asked_code::{AskedCode, CodeFor};
use crate::browser;
use crate::components::{CodeField, Field, described_by, digits_of, is_whole_code};
use crate::door::remember_pass;
use crate::shell::ClientShell;
use crate::text::DoorText;

const NUMBER: &str = "numero";
const CODE: &str = "codigo";

/// `/seguir`, with `?numero=` filled in from the mail.
#[component]
pub fn FollowPage() -> impl IntoView {
    let text = DoorText::current();
    let given = use_query_map().with_untracked(|query| query.get("numero")).unwrap_or_default();
    let asked = RwSignal::new(asked_before(&given));
    let number = RwSignal::new(given);
    view! {
        <ClientShell title=text.follow_title() narrow=true>
            <div class="stack stack--loose">
                <header class="page__head page__head--flush">
                    <h1>{move || if asked.get().is_some() { text.code_title() } else { text.follow_title() }}</h1>
                    <p class="lead">
                        {move || if asked.get().is_some() { text.code_sent() } else { text.follow_lead() }}
                    </p>
                    {move || asked.get().map(|number| view! { <p><span class="key-tag">{number.to_string()}</span></p> })}
                </header>
                {move || match asked.get() {
                    None => view! { <NumberForm number=number asked=asked/> }.into_any(),
                    Some(number) => view! { <TicketCode number=number asked=asked/> }.into_any(),
                }}
                <p><a href="/entrar">{text.instead()}</a></p>
            </div>
        </ClientShell>
    }
}

/// The ticket whose code was mailed and is still good, unless the address of the page names another.
fn asked_before(given: &str) -> Option<TicketNumber> {
    let known = AskedCode::recall(CodeFor::Following)?;
    let number = TicketNumber::parse(&known.whose).ok()?;
    (given.is_empty() || TicketNumber::parse(given) == Ok(number)).then_some(number)
}

#[component]
fn NumberForm(number: RwSignal<String>, asked: RwSignal<Option<TicketNumber>>) -> impl IntoView {
    let text = DoorText::current();
    let error = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let right = move || number.with(|number| TicketNumber::parse(number).is_ok());
    let ask = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let Ok(parsed) = number.with_untracked(|number| TicketNumber::parse(number)) else {
            error.set(Some(text.number_wrong().to_owned()));
            browser::focus(NUMBER);
            return;
        };
        busy.set(true);
        spawn_local(async move {
            let answer = api::ask_ticket_code(parsed).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(code) => {
                    let digits = parsed.digits();
                    AskedCode::remember(CodeFor::Following, digits, code.expires_in, None);
                    let _ = asked.try_set(Some(parsed));
                }
                Err(failure) => {
                    let _ = error.try_set(Some(told(&failure)));
                }
            }
        });
    };
    let typed = move |event| {
        let value = event_target_value(&event);
        // Seven digits that don't fit together are told while they are still in view (R11).
        let wrong = digits_of(&value).len() >= 7 && TicketNumber::parse(&value).is_err();
        error.set(wrong.then(|| text.number_wrong().to_owned()));
        number.set(value);
    };
    view! {
        <form class="stack" novalidate on:submit=ask>
            <Field id=NUMBER label=text.number() hint=text.number_hint() error=error>
                <input
                    class="input figures"
                    id=NUMBER
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    maxlength="14"
                    aria-describedby=described_by(NUMBER, true, false)
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    prop:value=move || number.get()
                    on:input=typed
                />
            </Field>
            <p class="soft small" aria-live="polite">{move || right().then(|| text.number_right())}</p>
            <div class="row">
                <button class="button button--primary" type="submit" aria-busy=move || busy.get().then_some("true")>
                    {text.ask()}
                </button>
            </div>
        </form>
    }
}

#[component]
fn TicketCode(number: TicketNumber, asked: RwSignal<Option<TicketNumber>>) -> impl IntoView {
    let text = DoorText::current();
    let code = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let go = StoredValue::new_local(use_navigate());
    request_animation_frame(|| browser::focus(CODE));
    let enter = move || {
        if busy.get_untracked() {
            return;
        }
        let typed = code.get_untracked();
        if !is_whole_code(&typed) {
            error.set(Some(text.code_missing().to_owned()));
            browser::focus(CODE);
            return;
        }
        busy.set(true);
        error.set(None);
        spawn_local(async move {
            let answer = api::open_with_code(number, typed).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(_) => {
                    remember_pass(number);
                    AskedCode::forget(CodeFor::Following);
                    let path = format!("/tickets/{}", number.digits());
                    let _ = go.try_with_value(|go| go(&path, NavigateOptions::default()));
                }
                Err(failure) => {
                    let _ = error.try_set(Some(told(&failure)));
                    let _ = code.try_set(String::new());
                    browser::focus(CODE);
                }
            }
        });
    };
    let other = move |_| {
        AskedCode::forget(CodeFor::Following);
        asked.set(None);
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
            <CodeField id=CODE label=text.code() hint=text.code_hint() code=code error=error on_complete=enter/>
            <div class="row">
                <button class="button button--primary" type="submit" aria-busy=move || busy.get().then_some("true")>
                    {text.open()}
                </button>
                <button class="button button--quiet" type="button" on:click=other>
                    {text.other_number()}
                </button>
            </div>
        </form>
    }
}

/// Title and advice of an error in one line, to stand under a field.
pub(super) fn told(error: &ApiError) -> String {
    format!("{}. {}", error.title(), error.detail())
}
