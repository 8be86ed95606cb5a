//! The guide's fields for a call: the same questions and guidance as the client's, for somebody else's answers.

use domain::api::Catalogue;
use domain::guide::{self, Need};
use domain::scope::Kind;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wording::findings::{hint, label};
use wording::scope::kind_title;

use super::registering::Registering;
use crate::api;
use crate::components::{Field, YesNo, described_by};
use crate::locale::locale;
use crate::text::agent::acts::ActText;

/// A text of the guide, shown when the kind asks for it.
#[component]
pub fn TextField(call: Registering, field: guide::Field) -> impl IntoView {
    let id = field.code();
    let shown = Memo::new(move |_| call.need(field) != Need::NotAsked);
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
                hint=hint_for_agent(field)
                optional=Signal::derive(move || call.need(field) == Need::Optional)
                error=Signal::derive(move || call.error(field))
                advice=Signal::derive(move || call.advice(field))
                on_suggestion=write
            >
                {control(call, field, write)}
            </Field>
        </Show>
    }
}

/// Who calls is asked without the client's guidance; what happens needs it.
fn hint_for_agent(field: guide::Field) -> &'static str {
    match field {
        guide::Field::FullName | guide::Field::Phone | guide::Field::Email | guide::Field::Company => "",
        _ => hint(field, locale()),
    }
}

fn control(
    call: Registering,
    field: guide::Field,
    write: impl Fn(String) + Copy + Send + Sync + 'static,
) -> AnyView {
    let id = field.code();
    let value = move || call.with(|draft| draft.text(field).unwrap_or_default().to_owned());
    let invalid = move || call.error(field).is_some().then_some("true");
    let described = described_by(id, !hint_for_agent(field).is_empty(), false);
    if field.is_multiline() {
        return view! {
            <textarea
                class="input input--low"
                id=id
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
            list=list_of(field)
            aria-describedby=described
            aria-invalid=invalid
            prop:value=value
            on:input=move |event| write(event_target_value(&event))
            on:blur=move |_| call.left(field)
        />
    }
    .into_any()
}

/// The id of the catalogue's names for a field.
fn list_of(field: guide::Field) -> Option<&'static str> {
    match field {
        guide::Field::Application => Some("applications"),
        guide::Field::Module => Some("modules"),
        guide::Field::Process => Some("processes"),
        _ => None,
    }
}

/// What the browser offers while application, module and process are typed: the catalogue's names, other ones being welcome too.
#[component]
pub fn CatalogueLists(call: Registering) -> impl IntoView {
    let catalogue = RwSignal::new(Catalogue::default());
    spawn_local(async move {
        if let Ok(known) = api::catalogue().await {
            let _ = catalogue.try_set(known);
        }
    });
    let options = |names: &[String]| {
        names.iter().map(|name| view! { <option value=name.clone()></option> }).collect_view()
    };
    let applications = move || {
        let names = |known: &Catalogue| {
            options(
                &known.applications.iter().map(|application| application.name.clone()).collect::<Vec<_>>(),
            )
        };
        catalogue.with(names)
    };
    let modules = move || {
        let application = call.with(|draft| draft.application.clone());
        catalogue.with(|known| options(known.modules_of(&application)))
    };
    let processes = move || {
        let (application, module) = call.with(|draft| (draft.application.clone(), draft.module.clone()));
        catalogue.with(|known| options(known.processes_of(&application, &module)))
    };
    view! {
        <datalist id="applications">{applications}</datalist>
        <datalist id="modules">{modules}</datalist>
        <datalist id="processes">{processes}</datalist>
    }
}

/// Which of the six kinds (R1).
#[component]
pub fn TroubleField(call: Registering) -> impl IntoView {
    let field = guide::Field::Kind;
    let id = field.code();
    let options =
        Kind::ALL.map(|kind| view! { <option value=kind.code()>{kind_title(kind, locale())}</option> });
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
