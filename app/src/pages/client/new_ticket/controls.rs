//! One field of the guide as a control, with its guidance.

mod catalogue_field;
mod kind_choice;

use domain::guide::{self, Need};
use leptos::prelude::*;
use wording::findings::{example, hint, label};

use super::filling::Filling;
use crate::browser;
use crate::components::{Field, YesNo, described_by};
use crate::locale::locale;
use crate::text::{FormText, StartText};

pub use catalogue_field::{ApplicationField, ModuleField, ProcessField, fetch_catalogue};
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

/// One of the two questions of R7. What was answered on the way here is not asked again: it stands as it was said, and can be
/// changed. The other one is asked all the same, and says why.
#[component]
pub fn Question(filling: Filling, field: guide::Field) -> impl IntoView {
    let answer = Signal::derive(move || filling.kept.with(|kept| kept.draft.answer(field)));
    let said = RwSignal::new(filling.answered.of(field).is_some());
    // Why the other one is still asked: one yes made the case critical already.
    let half = filling.answered.is_half() && filling.answered.of(field).is_none();
    let other = Memo::new(move |_| half && filling.critical.get() && answer.get().is_none());
    let change = move |_| {
        said.set(false);
        request_animation_frame(move || browser::focus(field.code()));
    };
    move || {
        if said.get() {
            view! { <Said field=field answer=answer on_change=change/> }.into_any()
        } else {
            view! {
                {move || other.get().then(|| view! { <p>{FormText::current().critical_other()}</p> })}
                <YesNo
                    field=field
                    answer=answer
                    error=Signal::derive(move || filling.error(field))
                    on_answer=move |answer| filling.answer(field, answer)
                />
            }
            .into_any()
        }
    }
}

/// A question that was answered before, and its answer.
#[component]
fn Said(
    field: guide::Field,
    answer: Signal<Option<bool>>,
    on_change: impl Fn(leptos::ev::MouseEvent) + 'static,
) -> impl IntoView {
    let text = StartText::current();
    let words = move || answer.get().map(|yes| if yes { text.yes() } else { text.no() });
    let id = [field.code(), "-said"].concat();
    view! {
        <div class="row row--apart">
            <p id=id.clone()>{label(field, locale())}" "<b>{words}</b></p>
            <button class="button button--quiet" type="button" aria-describedby=id on:click=on_change>
                {FormText::current().change()}
            </button>
        </div>
    }
}
