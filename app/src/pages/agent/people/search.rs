//! Whom to look for.

use domain::access::Role;
use leptos::prelude::*;
use wording::people::role_name;

use super::Choices;
use crate::api::PeopleQuestion;
use crate::components::Icon;
use crate::locale::locale;
use crate::text::agent::people::PeopleText;

/// The form of the search.
#[component]
pub fn Search(
    /// The hotels there are.
    choices: Choices,
    /// What was asked last.
    asked: RwSignal<PeopleQuestion>,
    /// Hears what is asked.
    on_search: impl Fn(PeopleQuestion) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let say = PeopleText::current();
    let typed = RwSignal::new(asked.get_untracked());
    let search = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        on_search(typed.get_untracked());
    };
    let clear = move |_| {
        typed.set(PeopleQuestion::default());
        on_search(PeopleQuestion::default());
    };
    let roles = Role::ALL.map(|role| {
        let chosen = move || typed.with(|typed| typed.role == role.code());
        view! { <option value=role.code() selected=chosen>{role_name(role, locale())}</option> }
    });
    let hotels = move || {
        let option = |hotel: domain::api::people::Hotel| {
            let id = StoredValue::new(hotel.id.0.clone());
            let chosen = move || typed.with(|typed| id.with_value(|id| typed.company == *id));
            view! { <option value=hotel.id.0 selected=chosen>{hotel.name}</option> }
        };
        choices.0.get().into_iter().map(option).collect_view()
    };
    view! {
        <form class="sheet stack audit-search" role="search" novalidate on:submit=search>
            <h2 class="sheet__title">{say.search()}</h2>
            <div class="field-row">
                <div class="field">
                    <label class="field__label" for="personas-texto">{say.text()}</label>
                    <input
                        class="input"
                        id="personas-texto"
                        type="search"
                        autocomplete="off"
                        maxlength="100"
                        prop:value=move || typed.with(|typed| typed.text.clone())
                        on:input=move |event| typed.update(|typed| typed.text = event_target_value(&event))
                    />
                </div>
                <div class="field">
                    <label class="field__label" for="personas-perfil">{say.role()}</label>
                    <select
                        class="input"
                        id="personas-perfil"
                        on:change=move |event| typed.update(|typed| typed.role = event_target_value(&event))
                    >
                        <option value="" selected=move || typed.with(|typed| typed.role.is_empty())>{say.any_role()}</option>
                        {roles.into_iter().collect_view()}
                    </select>
                </div>
                <div class="field">
                    <label class="field__label" for="personas-hotel">{say.hotel()}</label>
                    <select
                        class="input"
                        id="personas-hotel"
                        on:change=move |event| typed.update(|typed| typed.company = event_target_value(&event))
                    >
                        <option value="" selected=move || typed.with(|typed| typed.company.is_empty())>{say.any_hotel()}</option>
                        {hotels}
                    </select>
                </div>
            </div>
            <div class="row">
                <button class="button" type="submit"><Icon name="i-search"/>{say.find()}</button>
                <button class="button button--quiet" type="button" on:click=clear>{say.clear()}</button>
            </div>
        </form>
    }
}
