//! A dialog over the desk: one thing to decide, the focus inside, Escape to leave.

use leptos::html;
use leptos::prelude::*;

use crate::components::Icon;
use crate::text::agent::desk::DeskText;

/// A modal dialog. It opens when it appears and tells when it was left; what it held goes away with it.
#[component]
pub fn Modal(
    /// What it is about.
    #[prop(into)]
    title: String,
    /// It was left, by Escape or by its button.
    on_close: impl Fn() + Copy + Send + Sync + 'static,
    /// What is inside.
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get()
            && !dialog.open()
        {
            let _ = dialog.show_modal();
        }
    });
    on_cleanup(move || {
        // Closing gives the focus back to where it came from.
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    });
    let leave = DeskText::current().close();
    view! {
        <dialog class="dialog" node_ref=dialog aria-labelledby="modal-title" on:close=move |_| on_close()>
            <div class="dialog__head">
                <h2 class="dialog__title" id="modal-title">{title}</h2>
                <button type="button" class="button button--quiet button--icon" aria-label=leave title=leave on:click=move |_| on_close()>
                    <Icon name="i-close"/>
                </button>
            </div>
            {children()}
        </dialog>
    }
}
