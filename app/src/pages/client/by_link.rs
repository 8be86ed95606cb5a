//! What a link opens only after a button was pressed: programs that look into mails and chats follow links, but press nothing.
//! The secret is in the address's fragment, which no server is told.

use domain::ticket::TicketNumber;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};

use super::NotFoundPage;
use super::follow::told;
use crate::api;
use crate::browser;
use crate::components::{CONSENT, ConsentTick, EmptyState, Field, described_by, toast};
use crate::door::remember_pass;
use crate::shell::ClientShell;
use crate::text::{DoorText, MyDataText};

const NAME: &str = "nombre";

/// What the link is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum For {
    Colleague,
    Confirmation,
}

/// `/entrega/:number#secret`.
#[component]
pub fn RelayPage() -> impl IntoView {
    page(For::Colleague)
}

/// `/confirmar/:number#secret`.
#[component]
pub fn ConfirmPage() -> impl IntoView {
    page(For::Confirmation)
}

fn page(what: For) -> AnyView {
    let text = DoorText::current();
    let number = use_params_map().with_untracked(|params| params.get("number"));
    let Some(number) = number.and_then(|number| TicketNumber::parse(&number).ok()) else {
        return view! { <NotFoundPage/> }.into_any();
    };
    let (title, lead) = match what {
        For::Colleague => (text.relay_title(), text.relay_lead()),
        For::Confirmation => (text.confirm_title(), text.confirm_lead()),
    };
    let secret = browser::fragment();
    let body = if secret.is_empty() {
        view! { <EmptyState drawing="d-broken" title=text.broken_link() text=text.broken_link_text()/> }
            .into_any()
    } else {
        view! { <Opening what=what number=number secret=secret/> }.into_any()
    };
    view! {
        <ClientShell title=title narrow=true>
            <div class="stack stack--loose">
                <header class="page__head page__head--flush">
                    <p><span class="key-tag">{number.to_string()}</span></p>
                    <h1>{title}</h1>
                    <p class="lead">{lead}</p>
                </header>
                {body}
            </div>
        </ClientShell>
    }
    .into_any()
}

#[component]
fn Opening(what: For, number: TicketNumber, secret: String) -> impl IntoView {
    let text = DoorText::current();
    let name = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let (agreed, unagreed) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let busy = RwSignal::new(false);
    let (go, say) = (StoredValue::new_local(use_navigate()), toast());
    let open = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let who = name.get_untracked();
        if what == For::Colleague && who.trim().is_empty() {
            error.set(Some(text.relay_name_missing().to_owned()));
            browser::focus(NAME);
            return;
        }
        if what == For::Colleague && !agreed.get_untracked() {
            unagreed.set(Some(text.relay_consent_missing().to_owned()));
            browser::focus(CONSENT);
            return;
        }
        error.set(None);
        busy.set(true);
        let secret = secret.clone();
        spawn_local(async move {
            let answer = match what {
                For::Colleague => api::open_link(number, secret, who).await,
                For::Confirmation => api::confirm_email(number, Some(secret)).await,
            };
            let _ = busy.try_set(false);
            match answer {
                Ok(_) => {
                    if what == For::Confirmation {
                        say(text.is_yours());
                    }
                    remember_pass(number);
                    let path = format!("/tickets/{}", number.digits());
                    // The secret doesn't stay in the history.
                    let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
                    let _ = go.try_with_value(|go| go(&path, options));
                }
                Err(failure) => {
                    let _ = error.try_set(Some(told(&failure)));
                }
            }
        });
    };
    let button = if what == For::Colleague { text.relay_open() } else { text.confirm() };
    let field = (what == For::Colleague).then(|| {
        view! {
            <Field id=NAME label=text.relay_name() hint=text.relay_name_hint() error=error>
                <input
                    class="input"
                    id=NAME
                    type="text"
                    autocomplete="name"
                    maxlength="60"
                    aria-describedby=described_by(NAME, true, false)
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    prop:value=move || name.get()
                    on:input=move |event| {
                        name.set(event_target_value(&event));
                        error.set(None);
                    }
                />
            </Field>
            <ConsentTick
                words=text.relay_consent()
                hint=text.relay_consent_hint()
                ticked=agreed
                error=unagreed
                on_tick=move |ticked| {
                    agreed.set(ticked);
                    unagreed.set(None);
                }
            />
        }
    });
    let problem = move || {
        let shown = what == For::Confirmation;
        shown.then(|| error.get()).flatten().map(|words| view! { <p class="field__error">{words}</p> })
    };
    view! {
        <form class="stack" novalidate on:submit=open>
            {field}
            {(what == For::Confirmation).then(|| view! {
                <p>{text.confirm_consent()}" "<a href="/privacidad" target="_blank" rel="noopener">{MyDataText::current().whole_text()}</a></p>
            })}
            <div role="status">{problem}</div>
            <div class="row">
                <button class="button button--primary" type="submit" aria-busy=move || busy.get().then_some("true")>
                    {button}
                </button>
            </div>
            {(what == For::Confirmation).then(|| view! { <p class="soft small">{text.confirm_not()}</p> })}
        </form>
    }
}
