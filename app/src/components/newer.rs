//! A newer portal is here and waits to be asked for: nothing is loaded afresh under somebody who is writing.

use leptos::prelude::*;

use super::Icon;
use crate::browser;
use crate::text::SharedText;

/// `app/keep.js` says it by this event, or by this attribute of the page when nobody listened yet.
const SAID: &str = "soho-newer";
const MARK: &str = "data-newer";
/// What `app/keep.js` waits for.
const ASK: &str = "soho-update";

/// Offers the newer portal. It can be put off; the next start brings it up again.
#[component]
pub fn NewerNote() -> impl IntoView {
    let text = SharedText::current();
    let here = RwSignal::new(browser::page_has(MARK));
    let said = window_event_listener_untyped(SAID, move |_| here.set(true));
    on_cleanup(move || said.remove());
    view! {
        <Show when=move || here.get()>
            <div class="toast toast--offer">
                <div class="toast__said">
                    <span>{text.newer()}</span>
                    <button class="button" type="button" on:click=move |_| browser::say(ASK)>{text.update()}</button>
                </div>
                <button
                    class="button button--icon"
                    type="button"
                    aria-label=text.close_message()
                    on:click=move |_| here.set(false)
                >
                    <Icon name="i-close"/>
                </button>
            </div>
        </Show>
    }
}
