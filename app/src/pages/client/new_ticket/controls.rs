//! One field of the guide as a control, with its guidance.

mod catalogue_field;
mod kind_choice;

use domain::guide::{self, Need};
use leptos::prelude::*;
use wording::findings::{example, hint, label};

use super::filling::Filling;
use crate::components::{Field, YesNo, described_by};
use crate::locale::locale;
use crate::text::FormText;

pub use catalogue_field::{ApplicationField, ModuleField, fetch_catalogue};
pub use kind_choice::KindChoice;

/// Above this share of its length a text says how much is left.
const NEARLY_FULL: f64 = 0.8;

/// A text field, shown only when the kind asks for it.
#[component]
pub fn TextField(filling: Filling, field: guide::Field) -> impl IntoView {
    let shown = Memo::new(move |_| filling.need(field) != Need::NotAsked);
    view! {
        <Show when=move || shown.get()>
            <Field
                id=field.code()
                label=label(field, locale())
                hint=hint(field, locale())
                example=example(field, locale()).unwrap_or_default()
                optional=Signal::derive(move || filling.need(field) == Need::Optional)
                error=Signal::derive(move || filling.error(field))
                advice=Signal::derive(move || filling.advice(field))
                on_suggestion=move |value| filling.write(field, value)
            >
                <TextControl filling=filling field=field/>
            </Field>
        </Show>
    }
}

#[component]
fn TextControl(filling: Filling, field: guide::Field) -> impl IntoView {
    let id = field.code();
    let described = described_by(id, true, example(field, locale()).is_some());
    let invalid = move || filling.error(field).is_some().then_some("true");
    let value = move || filling.text(field);
    if !field.is_multiline() {
        let (kind, complete) = match field {
            guide::Field::FullName => ("text", "name"),
            guide::Field::Company => ("text", "organization"),
            guide::Field::Email => ("email", "email"),
            guide::Field::Phone => ("tel", "tel"),
            _ => ("text", "off"),
        };
        return view! {
            <input
                class="input"
                id=id
                name=id
                type=kind
                autocomplete=complete
                aria-describedby=described
                aria-invalid=invalid
                prop:value=value
                on:input=move |event| filling.write(field, event_target_value(&event))
                on:blur=move |_| filling.left(field)
            />
        }
        .into_any();
    }
    let most = field.max_chars().unwrap_or_default();
    let count = move || {
        let typed = filling.kept.with(|kept| kept.draft.text(field).map_or(0, |text| text.chars().count()));
        #[expect(clippy::cast_precision_loss, reason = "lengths of texts are small")]
        let nearly = typed as f64 > most as f64 * NEARLY_FULL;
        nearly.then(|| view! { <p class="field__count">{FormText::current().count(typed, most)}</p> })
    };
    view! {
        <textarea
            class="input"
            class:input--tall=field == guide::Field::Description
            id=id
            name=id
            rows=if field == guide::Field::Description { "6" } else { "2" }
            aria-describedby=described
            aria-invalid=invalid
            prop:value=value
            on:input=move |event| filling.write(field, event_target_value(&event))
            on:blur=move |_| filling.left(field)
        ></textarea>
        {count}
    }
    .into_any()
}

/// One of the two questions of R7.
#[component]
pub fn Question(filling: Filling, field: guide::Field) -> impl IntoView {
    view! {
        <YesNo
            field=field
            answer=Signal::derive(move || filling.kept.with(|kept| kept.draft.answer(field)))
            error=Signal::derive(move || filling.error(field))
            on_answer=move |answer| filling.answer(field, answer)
        />
    }
}
