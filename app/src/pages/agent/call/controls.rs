//! The guide's fields for a call: the same questions and guidance as the client's, for somebody else's answers.

use domain::guide::{self, Need};
use domain::scope::Kind;
use leptos::prelude::*;
use wording::findings::{example, hint, label};
use wording::scope::kind_title;

use super::registering::Registering;
use crate::components::{Field, YesNo, described_by};
use crate::locale::locale;
use crate::text::agent::acts::ActText;

/// A text of the guide, shown when the kind asks for it. An agent knows the hints; the example stays.
#[component]
pub fn TextField(call: Registering, field: guide::Field) -> impl IntoView {
    let id = field.code();
    let shown = Memo::new(move |_| call.need(field) != Need::NotAsked);
    let sample = example(field, locale()).unwrap_or_default();
    let write = move |value: String| {
        call.edit(|draft| {
            if let Some(text) = draft.text_mut(field) {
                *text = value;
            }
        });
    };
    view! {
        <Show when=move || shown.get()>
            <Field
                id=id
                label=label(field, locale())
                hint=hint(field, locale())
                optional=Signal::derive(move || call.need(field) == Need::Optional)
                error=Signal::derive(move || call.error(field))
                advice=Signal::derive(move || call.advice(field))
                on_suggestion=write
            >
                {control(call, field, sample, write)}
            </Field>
        </Show>
    }
}

fn control(
    call: Registering,
    field: guide::Field,
    sample: &'static str,
    write: impl Fn(String) + Copy + Send + Sync + 'static,
) -> AnyView {
    let id = field.code();
    let value = move || call.with(|draft| draft.text(field).unwrap_or_default().to_owned());
    let invalid = move || call.error(field).is_some().then_some("true");
    let described = described_by(id, true, false);
    if field.is_multiline() {
        return view! {
            <textarea
                class="input input--low"
                id=id
                placeholder=sample
                aria-describedby=described
                aria-invalid=invalid
                prop:value=value
                on:input=move |event| write(event_target_value(&event))
                on:blur=move |_| call.left(field)
            ></textarea>
        }
        .into_any();
    }
    let kind = match field {
        guide::Field::Email => "email",
        guide::Field::Phone => "tel",
        _ => "text",
    };
    // The caller's details are not the agent's, so the browser must not offer theirs.
    view! {
        <input
            class="input"
            id=id
            type=kind
            autocomplete="off"
            placeholder=sample
            aria-describedby=described
            aria-invalid=invalid
            prop:value=value
            on:input=move |event| write(event_target_value(&event))
            on:blur=move |_| call.left(field)
        />
    }
    .into_any()
}

/// Which of the six kinds (R1).
#[component]
pub fn TroubleField(call: Registering) -> impl IntoView {
    let field = guide::Field::Kind;
    let id = field.code();
    let options = Kind::ALL.map(|kind| view! { <option value=kind.code()>{kind_title(kind, locale())}</option> });
    view! {
        <Field id=id label=label(field, locale()) error=Signal::derive(move || call.error(field))>
            <select
                class="input"
                id=id
                aria-describedby=described_by(id, false, false)
                aria-invalid=move || call.error(field).is_some().then_some("true")
                prop:value=move || call.with(|draft| draft.kind.clone())
                on:change=move |event| call.edit(|draft| draft.kind = event_target_value(&event))
            >
                <option value="">{ActText::current().area_choose()}</option>
                {options.into_iter().collect_view()}
            </select>
        </Field>
    }
}

/// One of the two questions of R7.
#[component]
pub fn Question(call: Registering, field: guide::Field) -> impl IntoView {
    view! {
        <YesNo
            field=field
            answer=Signal::derive(move || call.with(|draft| draft.answer(field)))
            error=Signal::derive(move || call.error(field))
            on_answer=move |answer| {
                call.edit(|draft| match field {
                    guide::Field::SystemStopped => draft.system_stopped = Some(answer),
                    _ => draft.guest_waiting = Some(answer),
                });
            }
        />
    }
}
