//! The ticket on paper.

use leptos::prelude::*;

use crate::browser;
use crate::components::Icon;
use crate::text::TicketText;

/// A button that prints: a portal on the home screen has no menu to do it from. For as long as it prints, however that was
/// asked for, what is folded up is unfolded.
#[component]
pub fn PrintButton() -> impl IntoView {
    let before = window_event_listener_untyped("beforeprint", |_| browser::unfold());
    let after = window_event_listener_untyped("afterprint", |_| browser::fold_again());
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
    view! {
        <div class="no-print">
            <button class="button button--quiet" type="button" on:click=|_| browser::print()>
                <Icon name="i-print"/>
                {TicketText::current().print()}
            </button>
        </div>
    }
}
