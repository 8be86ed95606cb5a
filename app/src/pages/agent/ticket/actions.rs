//! What can be done with the ticket now: the buttons, the menu of the rarer ones, and the key of each.

use domain::ticket::{Act, CommandKind, Status};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, Node};

use super::case::{Case, Sending};
use super::writer;
use crate::components::Icon;
use crate::pages::agent::{backlog, keys, queue};
use crate::text::agent::acts;
use crate::text::agent::ticket::DeskTicketText;

/// What the writer at the foot of the page does.
pub const WRITTEN: [CommandKind; 4] =
    [CommandKind::Reply, CommandKind::Note, CommandKind::AskForInformation, CommandKind::Resolve];

/// What has a button of its own besides taking and writing.
const NEAR: [CommandKind; 2] = [CommandKind::LogContactAttempt, CommandKind::Assign];

/// What research and development is asked for before anything else (R16); for the others it is in the menu.
const DATES: [CommandKind; 2] = [CommandKind::CommitDate, CommandKind::MoveDate];

/// What is in the menu.
const FAR: [CommandKind; 8] = [
    CommandKind::HandToDevelopment,
    CommandKind::CommitDate,
    CommandKind::MoveDate,
    CommandKind::Reclassify,
    CommandKind::Link,
    CommandKind::CloseInsufficient,
    CommandKind::CloseOutOfScope,
    CommandKind::CloseDuplicate,
];

/// The key of a command, for those that have one.
pub const fn key_of(kind: CommandKind) -> Option<&'static str> {
    match kind {
        CommandKind::Take => Some("t"),
        CommandKind::Reply => Some("r"),
        CommandKind::Note => Some("n"),
        CommandKind::AskForInformation => Some("i"),
        CommandKind::Resolve => Some("s"),
        CommandKind::LogContactAttempt => Some("c"),
        CommandKind::Assign => Some("a"),
        // There is a date already, or there is none: never both.
        CommandKind::CommitDate | CommandKind::MoveDate => Some("d"),
        _ => None,
    }
}

/// Starts a command, if it may be sent: taking goes at once, writing to the writer, the rest to a panel.
fn start(case: Case, taking: Sending, kind: CommandKind) {
    if !untrack(|| case.may(kind)) {
        return;
    }
    match kind {
        CommandKind::Take => taking.send(Act::Take, || ()),
        kind if WRITTEN.contains(&kind) => writer::write(case, kind),
        kind => case.panel.set(Some(kind)),
    }
}

/// The ticket's keys, and j and k to its neighbours in the queue.
pub fn hear_keys(case: Case) {
    let taking = Sending::of(case);
    let go = use_navigate();
    keys::listen(move |key| {
        if let "j" | "k" = key {
            let by = if key == "j" { 1 } else { -1 };
            if let Some(number) = backlog::neighbour(case.number, &case.agent.account(), by) {
                go(&queue::ticket_path(number), NavigateOptions::default());
            }
            return true;
        }
        let kinds = CommandKind::BY_PEOPLE.into_iter().filter(|kind| key_of(*kind) == Some(key));
        let mut known = false;
        for kind in kinds {
            known = true;
            start(case, taking, kind);
        }
        known
    });
}

/// The buttons.
#[component]
pub fn Actions(
    /// The ticket.
    case: Case,
) -> impl IntoView {
    let taking = Sending::of(case);
    let actions = Memo::new(move |_| case.view.with(|view| view.actions.clone()));
    // Once it is answered, the way on is the next ticket.
    let open = Memo::new(move |_| {
        case.view.with(|view| !matches!(view.summary.status, Status::Resolved | Status::Closed))
    });
    let button = move |kind: CommandKind, primary: bool| {
        let busy = move || (kind == CommandKind::Take && taking.busy.get()).then_some("true");
        view! {
            <button
                type="button"
                class="button"
                class:button--primary=primary
                aria-busy=busy
                aria-keyshortcuts=key_of(kind)
                on:click=move |_| start(case, taking, kind)
            >
                {acts::verb(kind)}
                {key_of(kind).map(|key| view! { <kbd class="kbd" aria-hidden="true">{key}</kbd> })}
            </button>
        }
    };
    let buttons = move || {
        let actions = actions.get();
        let may = |kind: &CommandKind| actions.contains(kind);
        let dates = DATES.into_iter().filter(|_| case.agent.develops());
        let first = [CommandKind::Take].into_iter().chain(dates).chain([CommandKind::Reply]).filter(may);
        let first: Vec<_> = first.collect();
        let far: Vec<_> = FAR.into_iter().filter(may).filter(|kind| !first.contains(kind)).collect();
        // A date that stands is moved when it must be, not by the way.
        let main = first.iter().position(|kind| *kind != CommandKind::MoveDate);
        let first = first.into_iter().enumerate();
        let first = first.map(|(place, kind)| button(kind, Some(place) == main && open.get())).collect_view();
        let near = NEAR.into_iter().filter(may).map(|kind| button(kind, false)).collect_view();
        view! {
            {first}
            {near}
            {(!far.is_empty()).then(|| view! { <More case=case kinds=far/> })}
        }
    };
    let refused = move || {
        taking.error.get().map(
            |error| view! { <p class="field__error" role="alert">{error.title()}". "{error.detail()}</p> },
        )
    };
    view! {
        <div class="row actions" role="group" aria-label=DeskTicketText::current().actions()>{buttons}</div>
        {refused}
    }
}

/// The menu of the rarer ones.
#[component]
fn More(case: Case, kinds: Vec<CommandKind>) -> impl IntoView {
    let open = RwSignal::new(false);
    let leave = move |event: FocusEvent| {
        let menu = event.current_target().and_then(|menu| menu.dyn_into::<Node>().ok());
        let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
        if !menu.is_some_and(|menu| menu.contains(to.as_ref())) {
            open.set(false);
        }
    };
    let item = move |kind: CommandKind| {
        let choose = move |_| {
            open.set(false);
            case.panel.set(Some(kind));
        };
        view! { <li><button type="button" class="menu__item" on:click=choose>{acts::verb(kind)}</button></li> }
    };
    let kinds = StoredValue::new(kinds);
    let list = move || {
        open.get().then(|| {
            let items = kinds.with_value(|kinds| kinds.iter().copied().map(item).collect_view());
            view! { <ul class="menu__list">{items}</ul> }
        })
    };
    view! {
        <div
            class="menu"
            on:focusout=leave
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    open.set(false);
                }
            }
        >
            <button
                type="button"
                class="button"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <Icon name="i-more"/>
                {DeskTicketText::current().more_actions()}
            </button>
            {list}
        </div>
    }
}
