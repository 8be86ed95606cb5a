//! The client no longer needs it.

use domain::ticket::{Act, CommandKind};
use leptos::html::Dialog;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::case::Case;
use crate::api::IdempotencyKey;
use crate::components::toast;
use crate::text::TicketText;

/// A quiet button, and a dialog that asks once: closing is for good.
#[component]
pub fn WithdrawButton(case: Case) -> impl IntoView {
    let text = TicketText::current();
    let dialog = NodeRef::<Dialog>::new();
    let busy = RwSignal::new(false);
    let key = StoredValue::new(IdempotencyKey::fresh());
    let say = toast();
    let open = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            let _ = dialog.show_modal();
        }
    };
    let close = move || {
        if let Some(dialog) = dialog.try_get_untracked().flatten() {
            dialog.close();
        }
    };
    let withdraw = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let outcome = case.act(Act::Withdraw, key.get_value()).await;
            let _ = busy.try_set(false);
            close();
            match outcome {
                Ok(()) => say(text.withdrawn()),
                Err(error) => say(&format!("{}. {}", error.title(), error.detail())),
            }
        });
    };
    let allowed = Memo::new(move |_| case.allows(CommandKind::Withdraw));
    view! {
        <Show when=move || allowed.get()>
            <div>
                <button class="button button--quiet" type="button" on:click=open>{text.withdraw()}</button>
            </div>
        </Show>
        <dialog class="dialog" node_ref=dialog aria-labelledby="withdraw-title">
            <div class="dialog__head"><h2 class="dialog__title" id="withdraw-title">{text.withdraw_title()}</h2></div>
            <div class="dialog__body"><p>{text.withdraw_text()}</p></div>
            <div class="dialog__foot">
                <button class="button" type="button" on:click=move |_| close()>{text.withdraw_no()}</button>
                <button
                    class="button button--danger"
                    type="button"
                    aria-busy=move || busy.get().then_some("true")
                    on:click=withdraw
                >
                    {text.withdraw_yes()}
                </button>
            </div>
        </dialog>
    }
}
