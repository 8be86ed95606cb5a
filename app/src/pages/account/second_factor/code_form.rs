//! The six digits that the application shows.

use domain::second_factor::DIGITS;
use leptos::prelude::*;

use crate::browser;
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
        let digits: String = code.with_untracked(|code| code.chars().filter(char::is_ascii_digit).collect());
        let complete = digits.len() == DIGITS;
        // A code that was refused clears the field: what was said of it still holds.
        missing.set(!complete && (!digits.is_empty() || error.with_untracked(Option::is_none)));
        if complete {
            error.set(None);
            on_code(digits);
        } else {
            browser::focus(CODE);
        }
    };
    let typed = move |event: leptos::ev::Event| {
        let value = event_target_value(&event);
        let complete = value.chars().filter(char::is_ascii_digit).count() == DIGITS;
        code.set(value);
        missing.set(false);
        if complete {
            send();
        }
    };
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
            <div class="field" class:field--invalid=move || wrong().is_some()>
                <label class="field__label" for=CODE>{text.code()}</label>
                <p class="field__hint" id="factor-code-hint">{text.code_hint()}</p>
                <input
                    class="code-input"
                    id=CODE
                    name="code"
                    type="text"
                    inputmode="numeric"
                    autocomplete="one-time-code"
                    maxlength="12"
                    aria-describedby="factor-code-hint factor-code-says"
                    aria-invalid=move || wrong().is_some().then_some("true")
                    prop:value=move || code.get()
                    on:input=typed
                />
                <div id="factor-code-says" aria-live="polite">
                    {move || wrong().map(|error| view! { <p class="field__error">{error}</p> })}
                </div>
            </div>
            <div class="row">
                <button class="button button--primary" type="submit" aria-busy=move || busy.get().then_some("true")>
                    {action}
                </button>
                {children.map(|children| children())}
            </div>
        </form>
    }
}
