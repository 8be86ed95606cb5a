//! The field for six digits that came by mail or that an application shows: pasting and filling in by the phone work.

use domain::api::CODE_DIGITS;
use leptos::prelude::*;

use super::{Field, described_by};

/// The digits of what was typed, spaces left out.
pub fn digits_of(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_digit).collect()
}

/// Whether they are a whole code.
pub fn is_whole_code(typed: &str) -> bool {
    digits_of(typed).len() == CODE_DIGITS
}

/// One field for the digits. It tells when they are complete, so that nobody has to press a button.
#[component]
pub fn CodeField(
    /// The control's id.
    id: &'static str,
    /// The question.
    label: &'static str,
    /// Where the digits are.
    #[prop(into)]
    hint: String,
    /// What was typed.
    code: RwSignal<String>,
    /// Why it was refused.
    #[prop(into)]
    error: Signal<Option<String>>,
    /// Hears that it is complete.
    on_complete: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let typed = move |event| {
        let value = event_target_value(&event);
        let whole = is_whole_code(&value);
        code.set(value);
        if whole {
            on_complete();
        }
    };
    view! {
        <Field id=id label=label hint=hint error=error>
            <input
                class="code-input"
                id=id
                name="code"
                type="text"
                inputmode="numeric"
                autocomplete="one-time-code"
                maxlength="12"
                aria-describedby=described_by(id, true, false)
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                prop:value=move || code.get()
                on:input=typed
            />
        </Field>
    }
}
