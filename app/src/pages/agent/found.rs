//! What a search of the desk found, page after page.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{Answer, ApiError};
use crate::components::{EmptyState, ErrorPanel, Skeleton};

/// A question that is answered in pages.
pub trait Question: Clone + PartialEq + Send + Sync + 'static {
    /// One thing that is found.
    type Found: Clone + Send + Sync + 'static;

    /// The page after `after`, or the first one, and where the next begins; nothing at the end.
    async fn page(&self, after: Option<&str>) -> Answer<(Vec<Self::Found>, Option<String>)>;
}

/// What was searched for, and the pages of it that came so far.
pub struct Pages<Q: Question> {
    /// What was asked.
    pub asked: RwSignal<Q>,
    /// What was found.
    pub found: RwSignal<Vec<Q::Found>>,
    /// Where the next page begins; nothing at the end.
    next: RwSignal<Option<String>>,
    /// How many pages are shown.
    shown: StoredValue<usize>,
    /// How many were asked for last.
    wanted: StoredValue<usize>,
    fetched: RwSignal<bool>,
    busy: RwSignal<bool>,
    error: RwSignal<Option<ApiError>>,
}

#[expect(
    clippy::expl_impl_clone_on_copy,
    reason = "derived, it would ask that questions are copied, and they hold text"
)]
impl<Q: Question> Clone for Pages<Q> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Q: Question> Copy for Pages<Q> {}

impl<Q: Question> Pages<Q> {
    /// Begins with a question.
    pub fn begin(asked: Q) -> Self {
        let pages = Self {
            asked: RwSignal::new(asked),
            found: RwSignal::new(Vec::new()),
            next: RwSignal::new(None),
            shown: StoredValue::new(0),
            wanted: StoredValue::new(1),
            fetched: RwSignal::new(false),
            busy: RwSignal::new(false),
            error: RwSignal::new(None),
        };
        pages.fetch(1);
        pages
    }

    /// Searches anew.
    pub fn search(self, asked: Q) {
        self.begin_anew(asked, 1);
    }

    /// Asks for as many pages as are shown, for something was done: who looked further down finds what they had there.
    pub fn renew(self, asked: Q) {
        self.begin_anew(asked, self.shown.get_value().max(1));
    }

    fn begin_anew(self, asked: Q, pages: usize) {
        self.asked.set(asked);
        self.next.set(None);
        self.fetched.set(false);
        self.fetch(pages);
    }

    /// Whether what is shown answers what was asked, tracked.
    pub fn is_fetched(self) -> bool {
        self.fetched.get()
    }

    /// Whether there is no more than what is shown, tracked.
    pub fn is_whole(self) -> bool {
        self.fetched.get() && self.next.with(Option::is_none)
    }

    /// Fetches the next pages, or the first ones, and shows them together.
    fn fetch(self, pages: usize) {
        self.busy.set(true);
        self.error.set(None);
        self.wanted.set_value(pages);
        let (asked, after) = (self.asked.get_untracked(), self.next.get_untracked());
        spawn_local(async move {
            let first = after.is_none();
            let answer = together(&asked, after, pages).await;
            // What was asked in the meantime has an answer of its own on the way.
            if self.asked.try_with_untracked(|now| *now == asked) != Some(true) {
                return;
            }
            let _ = self.busy.try_set(false);
            match answer {
                Ok(came) => self.show(came, first),
                Err(error) => {
                    let _ = self.error.try_set(Some(error));
                }
            }
        });
    }

    fn show(self, came: Came<Q::Found>, first: bool) {
        let _ = self.found.try_update(|found| {
            if first {
                found.clear();
            }
            found.extend(came.found);
        });
        let _ = self.shown.try_update_value(|shown| *shown = came.pages + if first { 0 } else { *shown });
        let _ = self.next.try_set(came.next);
        let _ = self.fetched.try_set(true);
    }

    /// What stands below the list: the wait, what went wrong, that nothing was found, or the way to more.
    pub fn rest(self, none: &'static str, none_text: &'static str, more: &'static str) -> impl IntoView {
        let empty =
            move || self.fetched.get() && self.error.with(Option::is_none) && self.found.with(Vec::is_empty);
        view! {
            <Show when=empty>
                <EmptyState drawing="d-empty-queue" title=none text=none_text/>
            </Show>
            {self.more(more)}
        }
    }

    /// The same for a page that says itself when there is nothing.
    pub fn more(self, more: &'static str) -> impl IntoView {
        let state = move || match (self.fetched.get(), self.error.get()) {
            (_, Some(error)) => {
                view! { <ErrorPanel error=error on_retry=move |()| self.fetch(self.wanted.get_value())/> }
                    .into_any()
            }
            (false, None) => view! { <Skeleton/> }.into_any(),
            (true, None) => ().into_any(),
        };
        view! {
            {state}
            <Show when=move || self.next.with(Option::is_some) && self.error.with(Option::is_none)>
                <div class="row">
                    <button
                        class="button"
                        type="button"
                        aria-busy=move || self.busy.get().then_some("true")
                        on:click=move |_| if !self.busy.get_untracked() { self.fetch(1) }
                    >
                        {more}
                    </button>
                </div>
            </Show>
        }
    }
}

/// Pages that came one after the other.
struct Came<T> {
    found: Vec<T>,
    pages: usize,
    next: Option<String>,
}

/// So many pages after `after`, fewer where there are no more.
async fn together<Q: Question>(asked: &Q, after: Option<String>, pages: usize) -> Answer<Came<Q::Found>> {
    let mut came = Came { found: Vec::new(), pages: 0, next: after };
    while came.pages < pages {
        let (page, next) = asked.page(came.next.as_deref()).await?;
        came.found.extend(page);
        came.pages += 1;
        came.next = next;
        if came.next.is_none() {
            break;
        }
    }
    Ok(came)
}
