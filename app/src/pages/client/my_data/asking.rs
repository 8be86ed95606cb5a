//! An inquiry or a claim, with the instant until which it is answered before it is sent, and those asked before.

use domain::api::privacy::{AskAboutData, DataRequest, DataRequests};
use domain::privacy::{DataPolicy, DataRequestKind};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wording::dates::people_instant_seen_from;

use crate::api::{self, ApiError};
use crate::browser;
use crate::components::{
    DataRequestSheet, ERROR_SUMMARY, EmptyState, ErrorPanel, ErrorSummary, HowItCloses, Skeleton, toast,
};
use crate::desk::use_desk;
use crate::intent::Intent;
use crate::locale::locale;
use crate::text::MyDataText;

/// The ids of the controls.
const KIND: &str = "datos-tipo";
const BODY: &str = "datos-texto";

/// What is being asked.
#[derive(Clone, Copy)]
struct Question {
    kind: RwSignal<Option<DataRequestKind>>,
    body: RwSignal<String>,
    /// Whether it was tried, so that what is missing is said.
    tried: RwSignal<bool>,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<ApiError>>,
    requests: RwSignal<Option<Result<Vec<DataRequest>, ApiError>>>,
}

impl Question {
    fn fetch(self) {
        spawn_local(async move {
            let answer = api::my_data_requests().await;
            let newest_first = answer.map(|DataRequests { mut requests, .. }| {
                requests.reverse();
                requests
            });
            let _ = self.requests.try_set(Some(newest_first));
        });
    }

    fn kind_missing(self) -> Option<&'static str> {
        (self.tried.get() && self.kind.get().is_none()).then(|| MyDataText::current().ask_missing_kind())
    }

    fn body_missing(self) -> Option<&'static str> {
        (self.tried.get() && self.body.with(|body| body.trim().is_empty()))
            .then(|| MyDataText::current().ask_missing_text())
    }

    fn errors(self) -> Vec<(String, String)> {
        let named = [(KIND, self.kind_missing()), (BODY, self.body_missing())];
        named.into_iter().filter_map(|(id, error)| Some((id.to_owned(), error?.to_owned()))).collect()
    }
}

/// The form and the list.
#[component]
pub fn Asking() -> impl IntoView {
    let question = Question {
        kind: RwSignal::new(None),
        body: RwSignal::new(String::new()),
        tried: RwSignal::new(false),
        busy: RwSignal::new(false),
        failure: RwSignal::new(None),
        requests: RwSignal::new(None),
    };
    question.fetch();
    view! {
        <Form question=question/>
        <Asked question=question/>
    }
}

#[component]
fn Form(question: Question) -> impl IntoView {
    let text = MyDataText::current();
    let intent = Intent::begin("soho.datos.envio".to_owned());
    let say = toast();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        question.tried.set(true);
        let body = question.body.get_untracked();
        let (Some(kind), false) = (question.kind.get_untracked(), body.trim().is_empty()) else {
            request_animation_frame(|| browser::focus(ERROR_SUMMARY));
            return;
        };
        if question.busy.get_untracked() {
            return;
        }
        question.busy.set(true);
        let asked = AskAboutData { kind, body };
        let key = intent.key_for(&asked);
        spawn_local(async move {
            let answer = api::ask_about_data(&asked, &key).await;
            let _ = question.busy.try_set(false);
            match answer {
                Ok(_) => {
                    intent.forget();
                    let _ = question.kind.try_set(None);
                    let _ = question.body.try_set(String::new());
                    let _ = question.tried.try_set(false);
                    let _ = question.failure.try_set(None);
                    say(text.asked());
                    question.fetch();
                }
                Err(error) => {
                    let _ = question.failure.try_set(Some(error));
                }
            }
        });
    };
    let choice = move |kind: DataRequestKind| {
        let id = (kind == DataRequestKind::Inquiry).then_some(KIND);
        view! {
            <label class="choice">
                <input
                    class="choice__input"
                    type="radio"
                    id=id
                    name=KIND
                    prop:checked=move || question.kind.get() == Some(kind)
                    on:change=move |_| question.kind.set(Some(kind))
                />
                <span class="choice__body">
                    <span class="choice__title">{wording::privacy::kind(kind, locale())}</span>
                    <span class="choice__hint">{text.kind_hint(kind)}</span>
                </span>
            </label>
        }
    };
    let error =
        |error: Option<&'static str>| error.map(|error| view! { <p class="field__error">{error}</p> });
    view! {
        <form class="sheet stack" novalidate on:submit=send>
            <h2 class="sheet__title">{text.ask()}</h2>
            <ErrorSummary errors=Signal::derive(move || question.errors())/>
            <fieldset class="field" class:field--invalid=move || question.kind_missing().is_some() aria-describedby="datos-tipo-dice">
                <legend class="field__label">{text.ask_kind()}</legend>
                <div class="choices">{DataRequestKind::ALL.map(choice).collect_view()}</div>
                <div id="datos-tipo-dice" aria-live="polite">{move || error(question.kind_missing())}</div>
            </fieldset>
            <div class="field" class:field--invalid=move || question.body_missing().is_some()>
                <label class="field__label" for=BODY>{text.ask_what()}</label>
                <p class="field__hint" id="datos-texto-pista">{text.ask_hint()}</p>
                <textarea
                    class="input"
                    id=BODY
                    rows="4"
                    aria-describedby="datos-texto-pista datos-texto-dice"
                    aria-invalid=move || question.body_missing().map(|_| "true")
                    prop:value=move || question.body.get()
                    on:input=move |event| question.body.set(event_target_value(&event))
                ></textarea>
                <div id="datos-texto-dice" aria-live="polite">{move || error(question.body_missing())}</div>
            </div>
            <Answered question=question/>
            <div role="alert">
                {move || question.failure.get().map(|error| view! {
                    <div class="banner banner--broken"><p><b>{error.title()}</b>" "{error.detail()}</p></div>
                })}
            </div>
            <div class="row">
                <button class="button button--primary" type="submit" aria-busy=move || question.busy.get().then_some("true")>
                    {text.ask_send()}
                </button>
            </div>
        </form>
    }
}

/// Until when it would be answered if it were sent now: the law's days on the desk's calendar.
#[component]
fn Answered(question: Question) -> impl IntoView {
    let desk = use_desk();
    let account = Memo::new(move |_| {
        let kind = question.kind.get()?;
        desk.with_calendar(|calendar, now| DataPolicy::SOHO.due(kind, now, calendar))
    });
    view! {
        <div role="status">
            {move || account.get().map(|account| {
                let due = people_instant_seen_from(browser::now(), account.due, locale());
                view! {
                    <div class="stack stack--tight">
                        <p>{MyDataText::current().would_be_due()}" "<b>{due}</b></p>
                        <HowItCloses account=account/>
                    </div>
                }
            })}
        </div>
    }
}

/// Those asked before, the latest first.
#[component]
fn Asked(question: Question) -> impl IntoView {
    let text = MyDataText::current();
    let list = move || {
        match question.requests.get() {
        None => view! { <Skeleton/> }.into_any(),
        Some(Err(error)) => {
            view! { <ErrorPanel error=error on_retry=move |()| question.fetch()/> }.into_any()
        }
        Some(Ok(requests)) if requests.is_empty() => {
            view! { <EmptyState drawing="d-empty-tickets" title=text.no_requests() text=text.no_requests_text()/> }
                .into_any()
        }
        Some(Ok(requests)) => {
            requests.into_iter().map(|request| view! { <DataRequestSheet request=request/> }).collect_view().into_any()
        }
    }
    };
    view! {
        <section class="stack" aria-labelledby="datos-solicitudes">
            <h2 id="datos-solicitudes">{text.requests()}</h2>
            {list}
        </section>
    }
}
