//! Where an address is typed.

use leptos::prelude::*;

use super::judge;
use crate::components::{Field, described_by};

/// The field, with what would be better while it is typed. What was wrong is no longer said once it changes.
#[component]
pub fn EmailField(
    /// The control's id.
    id: &'static str,
    /// The question.
    label: &'static str,
    /// What it is for.
    hint: &'static str,
    /// What is typed.
    email: RwSignal<String>,
    /// What is wrong with it.
    error: RwSignal<Option<String>>,
) -> impl IntoView {
    let advice = Signal::derive(move || email.with(|email| judge(email).1));
    view! {
        <Field
            id=id
            label=label
            hint=hint
            error=error
            advice=advice
            on_suggestion=move |value| email.set(value)
        >
            <input
                class="input"
                id=id
                name="email"
                type="email"
                autocomplete="email"
                aria-describedby=described_by(id, true, false)
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                prop:value=move || email.get()
                on:input=move |event| {
                    email.set(event_target_value(&event));
                    error.set(None);
                }
            />
        </Field>
    }
}
