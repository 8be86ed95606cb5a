//! The box to agree to the use of one's data: apart from everything else, and empty until the person ticks it.

use domain::privacy::DataPolicy;
use leptos::prelude::*;

use crate::text::MyDataText;
use crate::text::data::version_words;

/// The id of the box.
pub const CONSENT: &str = "autorizacion";

/// The box with its words, and what is missing once it is time to say so.
#[component]
pub fn ConsentTick(
    /// What ticking it says.
    words: &'static str,
    /// What else there is to know.
    hint: &'static str,
    /// Whether it is ticked.
    #[prop(into)]
    ticked: Signal<bool>,
    /// What is wrong.
    #[prop(into)]
    error: Signal<Option<String>>,
    /// Hears the person.
    #[prop(into)]
    on_tick: Callback<bool>,
) -> impl IntoView {
    view! {
        <div class="field" class:field--invalid=move || error.with(Option::is_some)>
            <label class="tick">
                <input
                    type="checkbox"
                    id=CONSENT
                    aria-describedby="autorizacion-pista autorizacion-dice"
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    prop:checked=move || ticked.get()
                    on:change=move |event| on_tick.run(event_target_checked(&event))
                />
                <span>{words}</span>
            </label>
            <p class="field__hint" id="autorizacion-pista">
                {hint}" "
                <a href="/privacidad" target="_blank" rel="noopener">{MyDataText::current().whole_text()}</a>
                " ("{version_words(DataPolicy::SOHO.version)}")."
            </p>
            <div id="autorizacion-dice" aria-live="polite">
                {move || error.get().map(|error| view! { <p class="field__error">{error}</p> })}
            </div>
        </div>
    }
}
