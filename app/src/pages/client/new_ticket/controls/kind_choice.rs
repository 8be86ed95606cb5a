//! The six kinds as choices (R1).

use domain::guide;
use domain::scope::Kind;
use leptos::prelude::*;
use wording::findings::label;
use wording::scope::{kind_description, kind_title};

use super::super::filling::Filling;
use crate::locale::locale;
use crate::text::FormText;

/// Which of the six; the first one carries the field's id.
#[component]
pub fn KindChoice(filling: Filling) -> impl IntoView {
    let field = guide::Field::Kind;
    let error = move || filling.error(field);
    // Whoever chose on the way here sees that choice alone.
    let narrowed = RwSignal::new(filling.kept.with_untracked(|kept| kept.draft.chosen_kind().is_some()));
    let shown = move |kind: Kind| !narrowed.get() || filling.kind() == Some(kind);
    let choice = move |kind: Kind| {
        let id = (Some(&kind) == Kind::ALL.first()).then(|| field.code());
        view! {
            <label class="choice" hidden=move || !shown(kind)>
                <input
                    class="choice__input"
                    type="radio"
                    id=id
                    name="kind"
                    prop:checked=move || filling.kind() == Some(kind)
                    on:change=move |_| filling.write(field, kind.code().to_owned())
                />
                <span class="choice__body">
                    <span class="choice__title">{kind_title(kind, locale())}</span>
                    <span class="choice__hint">{kind_description(kind, locale())}</span>
                </span>
            </label>
        }
    };
    view! {
        <fieldset class="field" class:field--invalid=move || error().is_some() aria-describedby="kind-says">
            <legend class="field__label">{label(field, locale())}</legend>
            <div class="choices">{Kind::ALL.map(choice).collect_view()}</div>
            <Show when=move || narrowed.get()>
                <div>
                    <button class="button button--quiet" type="button" on:click=move |_| narrowed.set(false)>
                        {FormText::current().change()}
                    </button>
                </div>
            </Show>
            <div id="kind-says" aria-live="polite">
                {move || error().map(|error| view! { <p class="field__error">{error}</p> })}
            </div>
        </fieldset>
    }
}
