//! The box for a number somebody dictates.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::pages::agent::modal::Modal;
use crate::pages::agent::number::{Found, Glance, look_up};
use crate::text::agent::desk::DeskText;

const INPUT: &str = "dictated-number";

/// Looks a ticket up while its number is dictated; Enter opens it.
#[component]
pub fn LookUp(
    /// It was left.
    on_close: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let say = DeskText::current();
    let typed = RwSignal::new(String::new());
    let (reading, found) = look_up(typed);
    let go = use_navigate();
    let open = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let (Some(number), false) =
            (reading.get_untracked().number(), matches!(*found.read_untracked(), Found::Failed(_)))
        {
            on_close();
            go(&format!("/equipo/tickets/{}", number.digits()), NavigateOptions::default());
        }
    };
    let ready = move || matches!(*found.read(), Found::Ticket(_));
    view! {
        <Modal title=say.number() on_close=on_close>
            <form class="dialog__body" novalidate on:submit=open>
                <label class="field__hint" for=INPUT>{say.number_hint()}</label>
                <input
                    class="number-input"
                    id=INPUT
                    inputmode="numeric"
                    autocomplete="off"
                    maxlength="20"
                    autofocus=true
                    prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event))
                />
                <Glance reading=reading found=found/>
                <button class="button button--primary" type="submit" disabled=move || !ready()>{say.open_ticket()}</button>
            </form>
        </Modal>
    }
}
