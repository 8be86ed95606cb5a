//! The record of acts: searched, read page after page, taken along as a file.

mod entry;
mod search;

use domain::api::audit::AuditEntry;
use leptos::prelude::*;
use leptos::task::spawn_local;

use self::entry::Row;
use self::search::Search;
use super::administration::for_administrators;
use crate::api::{self, ApiError, AuditQuestion};
use crate::components::{EmptyState, ErrorPanel, Skeleton};
use crate::text::agent::administration::AuditText;

/// `/administracion/auditoria`.
#[component]
pub fn AuditPage() -> impl IntoView {
    for_administrators(AuditText::current().title(), || view! { <Record/> }.into_any())
}

/// What was searched for, and the pages of it that came so far.
#[derive(Clone, Copy)]
struct Pages {
    asked: RwSignal<AuditQuestion>,
    entries: RwSignal<Vec<AuditEntry>>,
    /// Where the next page begins; nothing at the end.
    next: RwSignal<Option<String>>,
    fetched: RwSignal<bool>,
    busy: RwSignal<bool>,
    error: RwSignal<Option<ApiError>>,
}

impl Pages {
    /// Searches anew.
    fn search(self, asked: AuditQuestion) {
        self.asked.set(asked);
        self.next.set(None);
        self.fetched.set(false);
        self.fetch();
    }

    /// Fetches the next page, or the first one.
    fn fetch(self) {
        self.busy.set(true);
        self.error.set(None);
        let (asked, after) = (self.asked.get_untracked(), self.next.get_untracked());
        spawn_local(async move {
            let answer = api::audit(&asked, after.as_deref()).await;
            // What was asked in the meantime has an answer of its own on the way.
            if self.asked.try_with_untracked(|now| *now == asked) != Some(true) {
                return;
            }
            let _ = self.busy.try_set(false);
            match answer {
                Ok(page) => {
                    let _ = self.entries.try_update(|entries| {
                        if after.is_none() {
                            entries.clear();
                        }
                        entries.extend(page.entries);
                    });
                    let _ = self.next.try_set(page.next);
                    let _ = self.fetched.try_set(true);
                }
                Err(error) => {
                    let _ = self.error.try_set(Some(error));
                }
            }
        });
    }
}

#[component]
fn Record() -> impl IntoView {
    let say = AuditText::current();
    let pages = Pages {
        asked: RwSignal::new(AuditQuestion::default()),
        entries: RwSignal::new(Vec::new()),
        next: RwSignal::new(None),
        fetched: RwSignal::new(false),
        busy: RwSignal::new(false),
        error: RwSignal::new(None),
    };
    pages.fetch();
    let state = move || match (pages.fetched.get(), pages.error.get()) {
        (_, Some(error)) => view! { <ErrorPanel error=error on_retry=move |()| pages.fetch()/> }.into_any(),
        (false, None) => view! { <Skeleton/> }.into_any(),
        (true, None) if pages.entries.with(Vec::is_empty) => {
            view! { <EmptyState drawing="d-empty-queue" title=say.none() text=say.none_text()/> }.into_any()
        }
        (true, None) => ().into_any(),
    };
    let file = move || pages.asked.with(api::audit_file_url);
    let some = move || pages.fetched.get() && pages.entries.with(|entries| !entries.is_empty());
    view! {
        <div class="stack stack--loose">
            <header class="page__head">
                <h1>{say.title()}</h1>
                <p class="lead">{say.lead()}</p>
            </header>
            <Search on_search=move |asked| pages.search(asked)/>
            <section class="stack" aria-labelledby="registro-encontrado">
                <h2 id="registro-encontrado">{say.found()}</h2>
                <ol class="audit" class:audit--stale=move || !pages.fetched.get()>
                    <For each=move || pages.entries.get() key=|entry| entry.id let(entry)>
                        <Row entry=entry/>
                    </For>
                </ol>
                {state}
                <Show when=move || pages.next.with(Option::is_some) && pages.error.with(Option::is_none)>
                    <div class="row">
                        <button
                            class="button"
                            type="button"
                            aria-busy=move || pages.busy.get().then_some("true")
                            on:click=move |_| if !pages.busy.get_untracked() { pages.fetch() }
                        >
                            {say.more()}
                        </button>
                    </div>
                </Show>
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
