//! One question: label, hint, example, control, and then what is wrong or what would be better.

use leptos::prelude::*;
use wording::findings::optional_note;

use crate::locale::locale;
use crate::text::SharedText;

/// What would make an answer better, with a value to put in at a tap.
#[derive(Clone, PartialEq)]
pub struct Advice {
    /// The sentence.
    pub message: String,
    /// A value the person may have meant.
    pub suggestion: Option<String>,
}

/// Wraps a control whose id is `id`; the control itself takes `aria-describedby` from [`described_by`].
#[component]
pub fn Field(
    /// The control's id.
    id: &'static str,
    /// The question.
    #[prop(into)]
    label: String,
    /// What to write and why.
    #[prop(optional, into)]
    hint: Option<String>,
    /// How it looks at a hotel.
    #[prop(optional, into)]
    example: Option<String>,
    /// Whether it may stay empty.
    #[prop(optional, into)]
    optional: Signal<bool>,
    /// What is wrong, once it is time to say so.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// What would be better.
    #[prop(optional, into)]
    advice: Signal<Option<Advice>>,
    /// Puts a suggestion in.
    #[prop(optional, into)]
    on_suggestion: Option<Callback<String>>,
    /// The control.
    children: Children,
) -> impl IntoView {
    let offer = move |advice: Advice| {
        let button = advice.suggestion.zip(on_suggestion).map(|(value, accept)| {
            let words = SharedText::current().accept();
            view! {
                <button class="field__suggestion" type="button" on:click=move |_| accept.run(value.clone())>
                    {words}
                </button>
            }
        });
        view! { <p class="field__advice"><span>{advice.message}" "{button}</span></p> }
    };
    view! {
        <div class="field" class:field--invalid=move || error.with(Option::is_some)>
            <label class="field__label" for=id>
                {label}
                {move || {
                    optional
                        .get()
                        .then(|| view! { <span class="field__optional">" ("{optional_note(locale())}")"</span> })
                }}
            </label>
            {hint.map(|hint| view! { <p class="field__hint" id=format!("{id}-hint")>{hint}</p> })}
            {example
                .map(|example| {
                    view! { <p class="field__example" id=format!("{id}-example")>{SharedText::current().example()}" "<b>{example}</b></p> }
                })}
            {children()}
            <div id=format!("{id}-says") aria-live="polite">
                {move || error.get().map(|error| view! { <p class="field__error">{error}</p> })}
                {move || error.with(Option::is_none).then(|| advice.get().map(offer)).flatten()}
            </div>
        </div>
    }
}

/// The `aria-describedby` of a control inside a [`Field`].
pub fn described_by(id: &str, hint: bool, example: bool) -> String {
    let mut ids = String::new();
    for (part, there) in [("hint", hint), ("example", example), ("says", true)] {
        if there {
            ids.extend([if ids.is_empty() { "" } else { " " }, id, "-", part]);
        }
    }
    ids
}
