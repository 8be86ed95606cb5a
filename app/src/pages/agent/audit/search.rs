//! What to look for in the record.

use domain::audit::AuditAct;
use leptos::prelude::*;

use crate::api::AuditQuestion;
use crate::components::Icon;
use crate::locale::locale;
use crate::text::agent::administration::AuditText;

/// The form of the search.
#[component]
pub fn Search(
    /// Hears what is asked.
    on_search: impl Fn(AuditQuestion) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let say = AuditText::current();
    let asked = RwSignal::new(AuditQuestion::default());
    let search = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        on_search(asked.get_untracked());
    };
    let clear = move |_| {
        asked.set(AuditQuestion::default());
        on_search(AuditQuestion::default());
    };
    let acts = AuditAct::ALL.map(|act| {
        view! { <option value=act.code() selected=move || asked.with(|asked| asked.act == act.code())>{wording::audit::act(act, locale())}</option> }
    });
    view! {
        <form class="sheet stack audit-search" role="search" novalidate on:submit=search>
            <h2 class="sheet__title">{say.search()}</h2>
            <div class="field-row">
                <div class="field">
                    <label class="field__label" for="registro-acto">{say.act()}</label>
                    <select
                        class="input"
                        id="registro-acto"
                        on:change=move |event| asked.update(|asked| asked.act = event_target_value(&event))
                    >
                        <option value="" selected=move || asked.with(|asked| asked.act.is_empty())>{say.any_act()}</option>
                        {acts.into_iter().collect_view()}
                    </select>
                </div>
                <Text id="registro-quien" label=say.who() hint=say.who_hint() asked=asked member=|asked| &mut asked.who/>
                <Text id="registro-que" label=say.text() hint=say.text_hint() asked=asked member=|asked| &mut asked.text/>
            </div>
            <div class="field-row">
                <Text id="registro-desde" label=say.from() kind="date" asked=asked member=|asked| &mut asked.from/>
                <Text id="registro-hasta" label=say.to() kind="date" asked=asked member=|asked| &mut asked.to/>
            </div>
            <div class="row">
                <button class="button button--primary" type="submit"><Icon name="i-search"/>{say.find()}</button>
                <button class="button button--quiet" type="button" on:click=clear>{say.clear()}</button>
            </div>
        </form>
    }
}

/// One line of it.
#[component]
fn Text(
    id: &'static str,
    label: &'static str,
    #[prop(optional)] hint: &'static str,
    #[prop(default = "search")] kind: &'static str,
    asked: RwSignal<AuditQuestion>,
    member: fn(&mut AuditQuestion) -> &mut String,
) -> impl IntoView {
    let hint_id = (!hint.is_empty()).then(|| [id, "-pista"].concat());
    // The members are reached by one function each; what is shown is a copy.
    let value = move || {
        let mut asked = asked.get();
        std::mem::take(member(&mut asked))
    };
    view! {
        <div class="field">
            <label class="field__label" for=id>{label}</label>
            {hint_id.clone().map(|hint_id| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
            <input
                class="input"
                id=id
                type=kind
                autocomplete="off"
                aria-describedby=hint_id
                prop:value=value
                on:input=move |event| asked.update(|asked| *member(asked) = event_target_value(&event))
            />
        </div>
    }
}
