//! The record of acts: searched, read page after page, taken along as a file.

mod entry;
mod search;

use domain::api::audit::AuditEntry;
use leptos::prelude::*;

use self::entry::Row;
use self::search::Search;
use super::administration::for_administrators;
use super::found::{Pages, Question};
use crate::api::{self, Answer, AuditQuestion};
use crate::text::agent::administration::AuditText;

/// `/administracion/auditoria`.
#[component]
pub fn AuditPage() -> impl IntoView {
    for_administrators(AuditText::current().title(), || view! { <Record/> }.into_any())
}

impl Question for AuditQuestion {
    type Found = AuditEntry;

    async fn page(&self, after: Option<&str>) -> Answer<(Vec<AuditEntry>, Option<String>)> {
        api::audit(self, after).await.map(|page| (page.entries, page.next))
    }
}

#[component]
fn Record() -> impl IntoView {
    let say = AuditText::current();
    let pages = Pages::begin(AuditQuestion::default());
    let file = move || pages.asked.with(api::audit_file_url);
    let some = move || pages.is_fetched() && pages.found.with(|entries| !entries.is_empty());
    view! {
        <div class="stack stack--loose">
            <header class="page__head">
                <h1>{say.title()}</h1>
                <p class="lead">{say.lead()}</p>
            </header>
            <Search on_search=move |asked| pages.search(asked)/>
            <section class="stack" aria-labelledby="registro-encontrado">
                <h2 id="registro-encontrado">{say.found()}</h2>
                <ol class="audit" class:audit--stale=move || !pages.is_fetched()>
                    <For each=move || pages.found.get() key=|entry| entry.id let(entry)>
                        <Row entry=entry/>
                    </For>
                </ol>
                {pages.rest(say.none(), say.none_text(), say.more())}
                <Show when=some>
                    <div class="row">
                        <a class="button" href=file download="" rel="external">{say.file()}</a>
                    </div>
                    <p class="soft small">{say.file_note()}</p>
                </Show>
            </section>
        </div>
    }
}
