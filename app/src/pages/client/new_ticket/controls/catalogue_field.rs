//! Application, module and process, from the catalogue or in one's own words.

use domain::api::Catalogue;
use domain::guide::{self, Need};
use leptos::prelude::*;
use wording::findings::{example, hint, label};

use super::super::filling::Filling;
use crate::api;
use crate::components::{Field, described_by};
use crate::locale::locale;
use crate::text::{FormText, SharedText};

/// The value of "another one" in the list; no application is called so.
const OTHER: &str = "\u{1}";

/// The application. Without a catalogue it is typed.
#[component]
pub fn ApplicationField(filling: Filling, catalogue: Signal<Option<Catalogue>>) -> impl IntoView {
    let text = FormText::current();
    let names = Memo::new(move |_| {
        let names = |catalogue: &Catalogue| {
            catalogue.applications.iter().map(|application| application.name.clone()).collect()
        };
        catalogue.with(|catalogue| catalogue.as_ref().map(names).unwrap_or_default())
    });
    view! {
        <Listed
            filling=filling
            field=guide::Field::Application
            names=names
            other=text.other_application()
            which=text.which_application()
        />
    }
}

/// The module, of the application that was chosen.
#[component]
pub fn ModuleField(filling: Filling, catalogue: Signal<Option<Catalogue>>) -> impl IntoView {
    let text = FormText::current();
    let names = Memo::new(move |_| {
        let application = filling.text(guide::Field::Application);
        catalogue.with(|catalogue| {
            catalogue.as_ref().map(|known| known.modules_of(&application).to_vec()).unwrap_or_default()
        })
    });
    view! {
        <Listed filling=filling field=guide::Field::Module names=names other=text.other_module() which=text.which_module()/>
    }
}

/// What was being done, of the module that was chosen.
#[component]
pub fn ProcessField(filling: Filling, catalogue: Signal<Option<Catalogue>>) -> impl IntoView {
    let text = FormText::current();
    let field = guide::Field::Process;
    let names = Memo::new(move |_| {
        let (application, module) =
            (filling.text(guide::Field::Application), filling.text(guide::Field::Module));
        catalogue.with(|catalogue| {
            let of = |known: &Catalogue| known.processes_of(&application, &module).to_vec();
            catalogue.as_ref().map(of).unwrap_or_default()
        })
    });
    // What was chosen of another module's is none of this one's; what was typed stays.
    Effect::new(move |before: Option<Vec<String>>| {
        let now = names.get();
        let chosen = untrack(|| filling.text(field));
        if before.is_some_and(|before| before.contains(&chosen)) && !now.contains(&chosen) {
            filling.write(field, String::new());
        }
        now
    });
    view! {
        <Listed
            filling=filling
            field=field
            names=names
            other=text.other_process()
            which=text.which_process()
            example=example(field, locale()).unwrap_or_default()
        />
    }
}

/// A list with "another one", which opens a box to type in. Without names there is only the box.
#[component]
fn Listed(
    filling: Filling,
    field: guide::Field,
    names: Memo<Vec<String>>,
    other: &'static str,
    which: &'static str,
    /// How it looks, for whoever types it; whoever chooses sees it in the list.
    #[prop(optional)]
    example: &'static str,
) -> impl IntoView {
    let id = field.code();
    // Chosen on purpose; typed words that the list doesn't have count as another one by themselves.
    let own = RwSignal::new(false);
    let listed = Memo::new(move |_| names.with(|names| !names.is_empty()));
    let elsewhere = Memo::new(move |_| {
        let value = filling.text(field);
        own.get() || (!value.is_empty() && names.with(|names| !names.contains(&value)))
    });
    let choose = move |value: String| {
        own.set(value == OTHER);
        filling.write(field, if value == OTHER { String::new() } else { value });
        if field == guide::Field::Application {
            filling.write(guide::Field::Module, String::new());
        }
    };
    let options = move || {
        let value = filling.text(field);
        let option = |name: String| {
            let chosen = name == value && !elsewhere.get();
            view! { <option value=name.clone() selected=chosen>{name.clone()}</option> }
        };
        names.get().into_iter().map(option).collect_view()
    };
    let typed = move |id: &'static str| {
        let alone = id == field.code();
        let example = Some(example).filter(|example| alone && !example.is_empty());
        view! {
            {example.map(|example| {
                view! { <p class="field__example" id=format!("{id}-example")>{SharedText::current().example()}" "<b>{example}</b></p> }
            })}
            <input
                class="input"
                id=id
                name=id
                autocomplete="off"
                // Alone it has the field's own label.
                aria-label=(!alone).then_some(which)
                aria-describedby=described_by(field.code(), true, example.is_some())
                aria-invalid=move || filling.error(field).is_some().then_some("true")
                prop:value=move || filling.text(field)
                on:input=move |event| filling.write(field, event_target_value(&event))
                on:blur=move |_| filling.left(field)
            />
        }
    };
    let typed_id = match field {
        guide::Field::Application => "application-other",
        guide::Field::Module => "module-other",
        _ => "process-other",
    };
    let control = move || {
        if !listed.get() {
            return typed(id).into_any();
        }
        view! {
            <select
                class="input"
                id=id
                name=id
                aria-describedby=described_by(id, true, false)
                aria-invalid=move || filling.error(field).is_some().then_some("true")
                on:change=move |event| choose(event_target_value(&event))
            >
                <option value="" disabled selected=move || filling.text(field).is_empty() && !elsewhere.get()>
                    {FormText::current().choose()}
                </option>
                {options}
                <option value=OTHER selected=move || elsewhere.get()>{other}</option>
            </select>
            {move || elsewhere.get().then(|| typed(typed_id))}
        }
        .into_any()
    };
    let shown = Memo::new(move |_| filling.need(field) != Need::NotAsked);
    view! {
        <Show when=move || shown.get()>
            <Field
                id=id
                label=label(field, locale())
                hint=hint(field, locale())
                optional=Signal::derive(move || filling.need(field) == Need::Optional)
                error=Signal::derive(move || filling.error(field))
                advice=Signal::derive(move || filling.advice(field))
            >
                {control}
            </Field>
        </Show>
    }
}

/// Fetches the catalogue; without it the fields are typed, which is no reason to stop anybody.
pub fn fetch_catalogue() -> Signal<Option<Catalogue>> {
    let catalogue = LocalResource::new(|| async { api::catalogue().await.ok() });
    Signal::derive(move || catalogue.get().flatten())
}
