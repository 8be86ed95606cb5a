//! What people ask about their data, worked off within the law's time (Ley 1581 de 2012, art. 14 and 15).

mod working;

use domain::api::privacy::{DataRequest, DataRequests};
use leptos::prelude::*;
use leptos::task::spawn_local;

use self::working::Working;
use super::administration::for_administrators;
use crate::api::{self, ApiError};
use crate::components::{DataRequestSheet, EmptyState, ErrorPanel, Skeleton};
use crate::text::agent::administration::DataDeskText;

/// `/administracion/datos`.
#[component]
pub fn DataRequestsPage() -> impl IntoView {
    for_administrators(DataDeskText::current().title(), || view! { <Requests/> }.into_any())
}

/// What was answered so far.
#[derive(Clone, Copy)]
struct Desk(RwSignal<Option<Result<Vec<DataRequest>, ApiError>>>);

impl Desk {
    fn fetch(self) {
        spawn_local(async move {
            let answer = api::data_requests().await.map(|DataRequests { requests }| requests);
            let _ = self.0.try_set(Some(answer));
        });
    }
}

#[component]
fn Requests() -> impl IntoView {
    let say = DataDeskText::current();
    let desk = Desk(RwSignal::new(None));
    desk.fetch();
    let body = move || match desk.0.get() {
        None => view! { <Skeleton/> }.into_any(),
        Some(Err(error)) => view! { <ErrorPanel error=error on_retry=move |()| desk.fetch()/> }.into_any(),
        Some(Ok(requests)) => {
            let (waiting, answered): (Vec<_>, Vec<_>) =
                requests.into_iter().partition(|request| request.answer.is_none());
            view! {
                <section class="stack" aria-labelledby="datos-pendientes">
                    <h2 id="datos-pendientes">{say.waiting()}</h2>
                    {(waiting.is_empty())
                        .then(|| view! { <EmptyState drawing="d-empty-queue" title=say.none() text=say.none_text()/> })}
                    {waiting.into_iter().map(|request| view! { <Working request=request on_done=move || desk.fetch()/> }).collect_view()}
                </section>
                <History answered=answered/>
            }
            .into_any()
        }
    };
    view! {
        <div class="stack stack--loose">
            <header class="page__head">
                <h1>{say.title()}</h1>
                <p class="lead">{say.lead()}</p>
            </header>
            {body}
        </div>
    }
}

/// Those that are answered, the latest first.
#[component]
fn History(answered: Vec<DataRequest>) -> impl IntoView {
    let say = DataDeskText::current();
    let list = if answered.is_empty() {
        view! { <p class="soft">{say.none_answered()}</p> }.into_any()
    } else {
        let latest_first = answered.into_iter().rev();
        latest_first
            .map(|request| {
                let who = who(&request);
                view! { <DataRequestSheet request=request who=who/> }
            })
            .collect_view()
            .into_any()
    };
    view! {
        <section class="stack" aria-labelledby="datos-respondidas">
            <h2 id="datos-respondidas">{say.history()}</h2>
            {list}
        </section>
    }
}

/// Who asks, and where they are answered.
fn who(request: &DataRequest) -> String {
    [&*request.name, &request.email]
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}
