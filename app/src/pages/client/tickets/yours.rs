//! Critical tickets that were sent with the reader's address before anybody signed in (R7): they say here that they did it.

use std::time::Duration;

use domain::access::Side;
use domain::api::door::UnconfirmedTicket;
use domain::ticket::TicketNumber;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::api;
use crate::browser;
use crate::components::toast;
use crate::pages::client::follow::told;
use crate::session::use_session;
use crate::text::{DoorText, MyDataText};

/// How long the list waits for them.
const PATIENCE: Duration = Duration::from_millis(1_500);

/// Those of the reader.
#[derive(Clone, Copy)]
pub struct Yours {
    found: RwSignal<Option<Vec<UnconfirmedTicket>>>,
}

impl Yours {
    /// Asks for them, and again when the window comes back: the mail's link may have been followed meanwhile.
    pub fn follow() -> Self {
        let yours = Self { found: RwSignal::new(None) };
        let client = use_session().me_now().is_some_and(|me| me.role.side() == Side::Client);
        if client {
            spawn_local(yours.ask());
            set_timeout(move || yours.wait_no_longer(), PATIENCE);
            let back = window_event_listener(leptos::ev::focus, move |_| spawn_local(yours.ask()));
            on_cleanup(move || back.remove());
        } else {
            yours.found.set(Some(Vec::new()));
        }
        yours
    }

    /// The list doesn't wait for an answer that doesn't come; a late one is shown above it all the same.
    fn wait_no_longer(self) {
        if self.found.try_with_untracked(Option::is_none) == Some(true) {
            self.found.set(Some(Vec::new()));
        }
    }

    async fn ask(self) {
        let answer = api::unconfirmed().await;
        // The page may have been left meanwhile. Without an answer nothing is asked of anybody.
        let before = self.found.try_get_untracked().flatten();
        let found = answer.map(|found| found.tickets).ok().or_else(|| before.clone()).unwrap_or_default();
        if before.as_ref() != Some(&found) {
            let _ = self.found.try_set(Some(found));
        }
    }

    /// Whether it is known which there are; tracked. Before, nothing below them is shown, which they would move.
    pub fn are_known(self) -> bool {
        self.found.with(Option::is_some)
    }
}

/// What is asked about them; nothing while there are none.
#[component]
pub fn AreYours(yours: Yours) -> impl IntoView {
    let text = DoorText::current();
    let (busy, error) = (RwSignal::new(None::<TicketNumber>), RwSignal::new(None::<String>));
    let (go, say) = (StoredValue::new_local(use_navigate()), toast());
    let confirm = move |number: TicketNumber| {
        if busy.get_untracked().is_some() {
            return;
        }
        busy.set(Some(number));
        error.set(None);
        spawn_local(async move {
            let answer = api::confirm_email(number, None).await;
            let _ = busy.try_set(None);
            match answer {
                Ok(_) => {
                    say(text.is_yours());
                    let path = format!("/tickets/{}", number.digits());
                    let _ = go.try_with_value(|go| go(&path, NavigateOptions::default()));
                }
                Err(failure) => {
                    // It may have been confirmed elsewhere, or be too late for it: then it isn't asked any more.
                    yours.ask().await;
                    if yours.found.try_with_untracked(|found| found.as_ref().is_none_or(Vec::is_empty))
                        == Some(true)
                    {
                        say(&told(&failure));
                    }
                    let _ = error.try_set(Some(told(&failure)));
                }
            }
        });
    };
    let line = move |UnconfirmedTicket { number, sent_at }: UnconfirmedTicket| {
        let id = format!("yours-{}", number.digits());
        view! {
            <li class="row row--apart">
                <p id=id.clone()>
                    <span class="key-tag">{number.to_string()}</span>" "
                    <time datetime=sent_at.to_rfc3339()>{text.sent(sent_at, browser::now())}</time>
                </p>
                <button
                    class="button button--primary"
                    type="button"
                    aria-describedby=id
                    aria-busy=move || (busy.get() == Some(number)).then_some("true")
                    on:click=move |_| confirm(number)
                >
                    {text.confirm()}
                </button>
            </li>
        }
    };
    let list = move || yours.found.get().unwrap_or_default().into_iter().map(line).collect_view();
    view! {
        <Show when=move || yours.found.with(|found| found.as_ref().is_some_and(|found| !found.is_empty()))>
            <section class="banner banner--asks" aria-labelledby="yours">
                <div class="stack stack--tight">
                    <h2 class="sheet__title" id="yours">{text.yours_title()}</h2>
                    <p>{text.yours_text()}</p>
                    <ul class="stack stack--tight">{list}</ul>
                    <div role="status">
                        {move || error.get().map(|words| view! { <p class="field__error">{words}</p> })}
                    </div>
                    <p class="soft small">
                        {text.yours_not()}" "{text.confirm_consent()}" "
                        <a href="/privacidad">{MyDataText::current().whole_text()}</a>
                    </p>
                </div>
            </section>
        </Show>
    }
}
