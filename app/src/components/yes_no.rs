//! One of the two plain questions of R7.

use domain::guide;
use leptos::prelude::*;
use wording::findings::{hint, label};

use crate::locale::locale;
use crate::text::StartText;

/// A question with two answers; nothing is chosen until the person does.
#[component]
pub fn YesNo(
    /// Which question; its code is the id of the first answer.
    field: guide::Field,
    /// The answer so far.
    #[prop(into)]
    answer: Signal<Option<bool>>,
    /// What is wrong, once it is time to say so.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Hears the answer.
    #[prop(into)]
    on_answer: Callback<bool>,
) -> impl IntoView {
    let id = field.code();
    let text = StartText::current();
    let segment = move |value: bool, id: Option<&'static str>, words: &'static str| {
        view! {
            <label class="segment">
                <input
                    type="radio"
                    id=id
                    name=field.code()
                    prop:checked=move || answer.get() == Some(value)
                    on:change=move |_| on_answer.run(value)
                />
                <span>{words}</span>
            </label>
        }
    };
    // No fieldset: side by side with another question, its lines are the row's (subgrid), which browsers refuse a fieldset.
    view! {
        <div
            class="field"
            role="group"
            class:field--invalid=move || error.with(Option::is_some)
            aria-labelledby=format!("{id}-label")
            aria-describedby=format!("{id}-hint {id}-says")
        >
            <p class="field__label" id=format!("{id}-label")>{label(field, locale())}</p>
            <p class="field__hint" id=format!("{id}-hint")>{hint(field, locale())}</p>
            <div class="segments">
                {segment(true, Some(id), text.yes())} {segment(false, None, text.no())}
            </div>
            <div id=format!("{id}-says") aria-live="polite">
                {move || error.get().map(|error| view! { <p class="field__error">{error}</p> })}
            </div>
        </div>
    }
}
