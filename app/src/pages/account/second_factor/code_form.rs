//! The six digits that the application shows.

use leptos::prelude::*;

use crate::browser;
use crate::components::{CodeField, digits_of, is_whole_code};
use crate::text::account::FactorText;

const CODE: &str = "factor-code";

/// One field for the six digits: it sends itself when complete, and is empty again when they were refused.
#[component]
pub fn CodeForm(
    /// What the button says.
    action: &'static str,
    /// Whether the field takes the focus when it appears.
    #[prop(optional)]
    focus: bool,
    /// Why the last code was refused.
    error: RwSignal<Option<String>>,
    /// Whether one travels.
    busy: RwSignal<bool>,
    /// Takes the digits.
    on_code: impl Fn(String) + Copy + Send + Sync + 'static,
    /// What stands beside the button.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let text = FactorText::current();
    let code = RwSignal::new(String::new());
    let missing = RwSignal::new(false);
    if focus {
        request_animation_frame(|| browser::focus(CODE));
    }
    Effect::new(move |_| {
        if error.with(Option::is_some) {
            code.set(String::new());
            browser::focus(CODE);
        }
    });
    let send = move || {
        if busy.get_untracked() {
            return;
        }
        let digits = code.with_untracked(|code| digits_of(code));
        let complete = is_whole_code(&digits);
        // A code that was refused clears the field: what was said of it still holds.
        missing.set(!complete && (!digits.is_empty() || error.with_untracked(Option::is_none)));
        if complete {
            error.set(None);
            on_code(digits);
        } else {
            browser::focus(CODE);
        }
    };
    // Whoever types on is no longer told what is missing.
    Effect::new(move |_| {
        code.track();
        missing.set(false);
    });
    let wrong = move || {
        if missing.get() { Some(text.code_missing().to_owned()) } else { error.get() }
    };
    view! {
        <form
            class="stack"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                send();
            }
        >
            <CodeField id=CODE label=text.code() hint=text.code_hint() code=code error=Signal::derive(wrong) on_complete=send/>
            <div class="row">
                <button class="button button--primary" type="submit" aria-busy=move || busy.get().then_some("true")>
                    {action}
                </button>
                {children.map(|children| children())}
            </div>
        </form>
    }
}
