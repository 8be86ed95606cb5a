//! One request that waits: its answer, and once, with a reason, more time.

use domain::api::privacy::DataRequest;
use domain::privacy::{DataPolicy, DataRequestState};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wording::dates::people_instant_seen_from;

use super::who;
use crate::api::{self, ApiError};
use crate::browser;
use crate::components::{DataRequestSheet, toast};
use crate::desk::use_desk;
use crate::locale::locale;
use crate::text::agent::administration::{self as words, DataDeskText};

/// What is done about it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Deed {
    Answer,
    Extend,
}

/// A request with the boxes to work it off.
#[component]
pub fn Working(
    /// The request, as it stands.
    request: Memo<DataRequest>,
    /// It was answered or extended, here or by somebody else.
    on_done: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let say = DataDeskText::current();
    let (id, kind, received_at) = request.with_untracked(|now| (now.id.clone(), now.kind, now.received_at));
    let id = StoredValue::new(id);
    // Outside of what is drawn anew once it has more time.
    let [answer, reason] = [(); 2].map(|()| RwSignal::new(String::new()));
    let desk = use_desk();
    let would_be = move || {
        desk.with_calendar(|calendar, _| DataPolicy::SOHO.extended_due(kind, received_at, calendar).due)
            .map(|due| words::would_extend_to(&people_instant_seen_from(browser::now(), due, locale())))
    };
    let extension = move || {
        view! {
            <details class="fold">
                <summary>{say.extend()}</summary>
                <div class="fold__body stack">
                    <p class="soft small">{say.extend_text()}" "{would_be}</p>
                    <Deciding id=id deed=Deed::Extend text=reason on_done=on_done/>
                </div>
            </details>
        }
    };
    move || {
        let now = request.get();
        let extensible = now.extension.is_none() && now.state == DataRequestState::Open;
        let who = who(&now);
        view! {
            <DataRequestSheet request=now who=who>
                <Deciding id=id deed=Deed::Answer text=answer on_done=on_done/>
                {extensible.then(extension)}
            </DataRequestSheet>
        }
    }
}

/// A box, its button, and what went wrong, with everything that was typed still there.
#[component]
fn Deciding(
    id: StoredValue<String>,
    deed: Deed,
    /// What is typed.
    text: RwSignal<String>,
    on_done: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let say = DataDeskText::current();
    let busy = RwSignal::new(false);
    let (tried, failure) = (RwSignal::new(false), RwSignal::new(None::<ApiError>));
    let tell = toast();
    let (label, hint, verb, done, class) = match deed {
        Deed::Answer => (say.answer(), say.answer_hint(), say.send(), say.sent(), "button button--primary"),
        Deed::Extend => (say.reason(), "", say.extend(), say.extended(), "button"),
    };
    let name =
        id.with_value(|id| format!("{}-{id}", if deed == Deed::Answer { "respuesta" } else { "motivo" }));
    let (hint_id, says_id) = (format!("{name}-pista"), format!("{name}-dice"));
    let missing = move || tried.get() && text.with(|text| text.trim().is_empty());
    let box_id = StoredValue::new(name.clone());
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        if text.with_untracked(|text| text.trim().is_empty()) {
            box_id.with_value(|id| browser::focus(id));
            return;
        }
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let (id, words) = (id.get_value(), text.get_untracked());
            let answer = match deed {
                Deed::Answer => api::answer_data_request(&id, words).await,
                Deed::Extend => api::extend_data_request(&id, words).await,
            };
            let _ = busy.try_set(false);
            match answer {
                Ok(_) => {
                    tell(done);
                    on_done();
                }
                Err(error) => {
                    let _ = failure.try_set(Some(error));
                }
            }
        });
    };
    let refused = move || {
        failure.get().map(|error| {
            let words = [error.title(), error.detail(), say.kept().to_owned()].join(". ").replace("..", ".");
            view! { <p class="field__error">{words}</p> }
        })
    };
    view! {
        <form class="stack stack--tight" novalidate on:submit=send>
            <div class="field" class:field--invalid=missing>
                <label class="field__label" for=name.clone()>{label}</label>
                {(!hint.is_empty()).then(|| view! { <p class="field__hint" id=hint_id.clone()>{hint}</p> })}
                <textarea
                    class="input input--low"
                    id=name
                    aria-describedby=format!("{} {says_id}", if hint.is_empty() { "" } else { &hint_id }).trim().to_owned()
                    prop:value=move || text.get()
                    on:input=move |event| text.set(event_target_value(&event))
                ></textarea>
                <div id=says_id role="alert">
                    {move || missing().then(|| view! { <p class="field__error">{say.missing()}</p> })}
                    {refused}
                </div>
            </div>
            <div class="row">
                <button class=class type="submit" aria-busy=move || busy.get().then_some("true")>{verb}</button>
            </div>
        </form>
    }
}
