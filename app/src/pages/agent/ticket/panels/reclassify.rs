//! The right kind (R1) and the right impact (R7).

use domain::guide::Impact;
use domain::scope::Kind;
use domain::ticket::{Act, CommandKind};
use leptos::prelude::*;
use wording::scope::kind_title;

use super::panel::Panel;
use crate::locale::locale;
use crate::pages::agent::ticket::case::Case;
use crate::text::agent::acts::ActText;
use crate::text::agent::ticket::DeskTicketText;

/// Corrects kind and impact.
#[component]
pub fn Reclassify(
    /// The ticket.
    case: Case,
) -> impl IntoView {
    let say = ActText::current();
    let (was_kind, was) = case.view.with_untracked(|view| (view.request.kind, view.request.impact));
    let kind = RwSignal::new(was_kind);
    let (stopped, waiting) = (RwSignal::new(was.system_stopped), RwSignal::new(was.guest_waiting));
    let impact = move || Impact { system_stopped: stopped.get(), guest_waiting: waiting.get() };
    let make = move |()| Ok(Act::Reclassify { kind: kind.get_untracked(), impact: untrack(impact) });
    let kinds = Kind::ALL.map(
        |of| view! { <option value=of.code() selected=of == was_kind>{kind_title(of, locale())}</option> },
    );
    let follows = move || match (was.is_critical(), impact().is_critical()) {
        (false, true) => say.becomes_critical(),
        (true, false) => say.stops_critical(),
        _ => "",
    };
    view! {
        <Panel case=case kind=CommandKind::Reclassify make=Callback::new(make)>
            <div class="field">
                <label class="field__label" for="right-kind">{DeskTicketText::current().kind()}</label>
                <select
                    class="input"
                    id="right-kind"
                    on:change=move |event| {
                        if let Some(of) = Kind::parse(&event_target_value(&event)) {
                            kind.set(of);
                        }
                    }
                >
                    {kinds.into_iter().collect_view()}
                </select>
            </div>
            {yes_or_no("right-stopped", say.stopped(), stopped)}
            {yes_or_no("right-waiting", say.waiting(), waiting)}
            <p class="small soft" role="status">{follows}" "{say.reclassify_quiet()}</p>
        </Panel>
    }
}

fn yes_or_no(name: &'static str, question: &'static str, answer: RwSignal<bool>) -> AnyView {
    let say = ActText::current();
    let side = move |value: bool, word: &'static str| {
        view! {
            <label class="segment">
                <input type="radio" name=name prop:checked=move || answer.get() == value on:change=move |_| answer.set(value)/>
                <span>{word}</span>
            </label>
        }
    };
    view! {
        <fieldset class="field">
            <legend class="field__label">{question}</legend>
            <div class="segments">{side(true, say.yes())}{side(false, say.no())}</div>
        </fieldset>
    }
    .into_any()
}
