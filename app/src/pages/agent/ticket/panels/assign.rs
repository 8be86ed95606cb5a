//! Who has the ticket.

use domain::ticket::{Act, CommandKind};
use leptos::prelude::*;

use super::panel::Panel;
use crate::pages::agent::backlog::plain;
use crate::pages::agent::shell::rail::initials;
use crate::pages::agent::ticket::case::Case;
use crate::text::agent::acts::ActText;

/// Gives the ticket to somebody: type a part of the name, choose, Enter.
#[component]
pub fn Assign(
    /// The ticket.
    case: Case,
) -> impl IntoView {
    let say = ActText::current();
    let typed = RwSignal::new(String::new());
    let chosen = RwSignal::new(None);
    let me = case.agent.account();
    let holder =
        case.view.with_untracked(|view| view.summary.assignee.as_ref().map(|person| person.account.clone()));
    let people = move || {
        let wanted = plain(&typed.read());
        let mut people = case.people.get();
        people.retain(|person| plain(&person.name).contains(wanted.trim()));
        // The reader first: taking something over is what happens most.
        people.sort_by_key(|person| person.account != me);
        people
    };
    let shown = Memo::new(move |_| people());
    let holder = StoredValue::new(holder);
    let has_it = move |account: &_| holder.with_value(|holder| holder.as_ref() == Some(account));
    let make = move |()| {
        // A name that leaves only one person is a choice.
        let only = shown.with_untracked(|people| match people.as_slice() {
            [only] if !has_it(&only.account) => Some(only.account.clone()),
            _ => None,
        });
        let to = chosen.get_untracked().or(only).ok_or(say.assign_required())?;
        Ok(Act::Assign { to })
    };
    let choice = move |person: domain::api::PersonRef| {
        let account = person.account;
        let held = has_it(&account);
        let mine = account == case.agent.account();
        let (of, to) = (account.clone(), account);
        view! {
            <label class="choice choice--low">
                <input
                    class="choice__input"
                    type="radio"
                    name="assignee"
                    disabled=held
                    prop:checked=move || chosen.with(|chosen| chosen.as_ref() == Some(&of))
                    on:change=move |_| chosen.set(Some(to.clone()))
                />
                <span class="row">
                    <span class="avatar avatar--small" class:avatar--team=mine aria-hidden="true">{initials(&person.name)}</span>
                    {person.name}
                    {mine.then(|| view! { <span class="soft small">{say.assign_me()}</span> })}
                    {held.then(|| view! { <span class="soft small">{say.has_it()}</span> })}
                </span>
            </label>
        }
    };
    view! {
        <Panel case=case kind=CommandKind::Assign make=Callback::new(make)>
            <div class="field">
                <label class="field__label" for="assign-search">{say.assign_search()}</label>
                <input
                    class="input"
                    id="assign-search"
                    type="search"
                    autocomplete="off"
                    autofocus=true
                    prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event))
                />
            </div>
            <fieldset class="choices choices--scroll">
                <legend class="visually-hidden">{say.assign_required()}</legend>
                <For each=move || shown.get() key=|person| person.account.clone() let(person)>{choice(person)}</For>
                {move || shown.with(Vec::is_empty).then(|| view! { <p class="soft">{say.assign_none()}</p> })}
            </fieldset>
            <p class="small soft">{say.assign_quiet()}</p>
        </Panel>
    }
}
