//! A ticket as the desk works it: what was reported, what was said, what is promised, and what can be done now.

mod actions;
mod attempts;
mod case;
mod ended;
mod facts;
mod head;
mod panels;
mod report;
mod writer;

use std::time::Duration;

use domain::api::TicketView;
use domain::ticket::{EventBody, TicketNumber};
use leptos::ev;
use leptos::leptos_dom::helpers::{set_interval_with_handle, window_event_listener};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_params_map;

use self::actions::hear_keys;
use self::attempts::Attempts;
use self::case::Case;
use self::ended::Ended;
use self::facts::Facts;
use self::head::Head;
use self::panels::OpenPanel;
use self::report::Report;
use self::writer::Writer;
use super::backlog;
use super::shell::{AgentShell, use_agent};
use crate::api::{self, ApiError};
use crate::browser;
use crate::components::{EmptyState, ErrorPanel, PromiseCard, Skeleton, Timeline};
use crate::text::agent::ticket::DeskTicketText;

const EVERY: Duration = Duration::from_secs(20);

/// The ticket's page.
#[component]
pub fn AgentTicketPage() -> impl IntoView {
    let params = use_params_map();
    let number = Memo::new(move |_| params.with(|params| TicketNumber::parse(&params.get("number")?).ok()));
    // Each ticket is a page of its own: nothing of one may stay behind on the next.
    let page = move || match number.get() {
        Some(number) => view! { <Open number=number/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    };
    view! { <AgentShell>{page}</AgentShell> }
}

#[component]
fn Missing() -> impl IntoView {
    let say = DeskTicketText::current();
    view! {
        <EmptyState drawing="d-not-found" title=say.missing_title() text=say.missing_text()>
            <a class="button" href="/equipo">{say.to_queue()}</a>
        </EmptyState>
    }
}

/// How far the ticket has come.
#[derive(Clone, PartialEq)]
enum Stage {
    Coming,
    Here(RwSignal<TicketView>),
    Failed(ApiError),
}

/// Fetches the ticket and keeps it fresh.
#[component]
fn Open(number: TicketNumber) -> impl IntoView {
    browser::set_title(&number.to_string());
    let view = RwSignal::new(None::<RwSignal<TicketView>>);
    let failed = RwSignal::new(None::<ApiError>);
    let agent = use_agent();
    let fetch = move || {
        spawn_local(async move {
            match api::ticket(number).await {
                Ok(fresh) => match view.try_get_untracked() {
                    Some(Some(shown)) if shown.with_untracked(|shown| shown.revision < fresh.revision) => {
                        shown.set(fresh);
                        if let Some(agent) = agent {
                            agent.announce.set(DeskTicketText::current().changed().to_owned());
                        }
                    }
                    Some(None) => view.set(Some(RwSignal::new(fresh))),
                    _ => {}
                },
                Err(error) => {
                    let _ = failed.try_set(Some(error));
                }
            }
        });
    };
    fetch();
    let if_seen = move || {
        if browser::is_visible() {
            fetch();
        }
    };
    if let Ok(ticking) = set_interval_with_handle(if_seen, EVERY) {
        on_cleanup(move || ticking.clear());
    }
    let back = window_event_listener(ev::focus, move |_| if_seen());
    on_cleanup(move || back.remove());
    // The page is built once: a refresh that fails, or one that succeeds again, must not take away what is being typed.
    let stage = Memo::new(move |_| match view.get() {
        Some(view) => Stage::Here(view),
        None => failed.get().map_or(Stage::Coming, Stage::Failed),
    });
    // A page has a heading also while it has nothing to say yet, and when it can't.
    let heading = move || view! { <h1 class="visually-hidden">{number.to_string()}</h1> };
    move || match stage.get() {
        Stage::Here(view) => view! { <Working view=view/> }.into_any(),
        Stage::Failed(error) if error.is_not_found() => view! { <Missing/> }.into_any(),
        Stage::Failed(error) => {
            view! { {heading()} <ErrorPanel error=error on_retry=move |()| fetch()/> }.into_any()
        }
        Stage::Coming => view! { {heading()} <Skeleton promise=true/> }.into_any(),
    }
}

/// The page of a ticket that is here.
#[component]
fn Working(view: RwSignal<TicketView>) -> impl IntoView {
    let Some(case) = Case::open(view) else { return ().into_any() };
    hear_keys(case);
    backlog::select(case.number);
    request_animation_frame(|| browser::focus(head::TITLE));
    let number = case.number;
    let entries = Signal::derive(move || {
        let entries = view.with(|view| view.timeline.clone());
        // The opening and its pictures stand above, as what was reported.
        let opening = |body: &EventBody| matches!(body, EventBody::Opened(_) | EventBody::PhotoAttached(_));
        entries.into_iter().skip_while(|entry| opening(&entry.body)).collect::<Vec<_>>()
    });
    let promises = Memo::new(move |_| view.with(|view| view.promises.clone()));
    view! {
        <div class="ticket-page ticket-page--desk">
            <Head case=case/>
            <div class="ticket-page__promise">{move || view! { <PromiseCard promises=promises.get() compact=true/> }}</div>
            <div class="ticket-page__main">
                <Ended case=case/>
                <Report case=case/>
                <section class="stack" aria-labelledby="history">
                    <h2 class="sheet__title" id="history">{DeskTicketText::current().conversation()}</h2>
                    <Timeline number=number entries=entries people=case.people/>
                </section>
                <Writer case=case/>
            </div>
            <div class="ticket-page__side">
                <Attempts case=case/>
                <Facts case=case/>
            </div>
        </div>
        <OpenPanel case=case/>
    }
    .into_any()
}
