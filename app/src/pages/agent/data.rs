//! What people ask about their data, worked off within the law's time (Ley 1581 de 2012, art. 14 and 15).

mod visitor;
mod working;

use domain::api::privacy::DataRequest;
use leptos::prelude::*;

use self::visitor::ErasingVisitor;
use self::working::Working;
use super::administration::for_administrators;
use super::found::{Pages, Question};
use crate::api::{self, Answer};
use crate::components::{DataRequestSheet, EmptyState};
use crate::text::agent::administration::DataDeskText;

/// `/administracion/datos`.
#[component]
pub fn DataRequestsPage() -> impl IntoView {
    for_administrators(DataDeskText::current().title(), || view! { <Requests/> }.into_any())
}

/// What everybody asked, a page at a time. It is asked anew once something was done, and then what was on its way is out of date.
#[derive(Clone, PartialEq)]
struct Everybodys {
    deeds: u32,
}

impl Question for Everybodys {
    type Found = DataRequest;

    async fn page(&self, after: Option<&str>) -> Answer<(Vec<DataRequest>, Option<String>)> {
        api::data_requests(after).await.map(|page| (page.requests, page.next))
    }
}

#[component]
fn Requests() -> impl IntoView {
    let say = DataDeskText::current();
    let pages = Pages::begin(Everybodys { deeds: 0 });
    let again =
        move || pages.renew(Everybodys { deeds: pages.asked.with_untracked(|asked| asked.deeds + 1) });
    let those = move |answered: bool| {
        let found = pages.found.get().into_iter();
        found.filter(|request| request.answer.is_some() == answered).collect::<Vec<_>>()
    };
    // Those that wait come first, so that a first page without any says that none does.
    let none_waits = move || pages.is_fetched() && those(false).is_empty();
    let none_answered = move || pages.is_whole() && those(true).is_empty();
    view! {
        <div class="stack stack--loose">
            <header class="page__head">
                <h1>{say.title()}</h1>
                <p class="lead">{say.lead()}</p>
            </header>
            <section class="stack" aria-labelledby="datos-pendientes">
                <h2 id="datos-pendientes">{say.waiting()}</h2>
                <Show when=none_waits>
                    <EmptyState drawing="d-empty-queue" title=say.none() text=say.none_text()/>
                </Show>
                <For
                    each=move || those(false)
                    // What was typed into one stays while others come or are answered, and while it gets more time.
                    key=|request| request.id.clone()
                    let(request)
                >
                    <Working request=as_it_stands(request, pages.found) on_done=again/>
                </For>
            </section>
            <section class="stack" aria-labelledby="datos-respondidas">
                <h2 id="datos-respondidas">{say.history()}</h2>
                <Show when=none_answered>
                    <p class="soft">{say.none_answered()}</p>
                </Show>
                <For each=move || those(true) key=|request| request.id.clone() let(request)>
                    <Answered request=request/>
                </For>
            </section>
            {pages.more(say.more())}
            <ErasingVisitor/>
        </div>
    }
}

/// A request as it was found last.
fn as_it_stands(request: DataRequest, found: RwSignal<Vec<DataRequest>>) -> Memo<DataRequest> {
    Memo::new(move |_| {
        let now = found.with(|found| found.iter().find(|now| now.id == request.id).cloned());
        now.unwrap_or_else(|| request.clone())
    })
}

#[component]
fn Answered(request: DataRequest) -> impl IntoView {
    let who = who(&request);
    view! { <DataRequestSheet request=request who=who/> }
}

/// Who asks, and where they are answered.
fn who(request: &DataRequest) -> String {
    [&*request.name, &request.email]
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}
