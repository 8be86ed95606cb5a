//! The tickets: a table on a desk, cards on a phone.

use leptos::prelude::*;

use super::load::{Queue, empty_words};
use super::row::QueueRow;
use crate::components::{EmptyState, Icon};
use crate::pages::agent::backlog::Filter;
use crate::text::agent::queue::QueueText;

/// The table with what lies under it: more, and the keys.
#[component]
pub fn QueueList(
    /// The queue.
    queue: Queue,
) -> impl IntoView {
    let is_empty = Memo::new(move |_| queue.visible.with(Vec::is_empty));
    let body = move || if is_empty.get() { nothing(queue) } else { table(queue) };
    let has_more = Memo::new(move |_| queue.kept.with(|kept| kept.cursor.is_some()));
    view! {
        {body}
        {move || has_more.get().then(|| more(queue))}
    }
}

fn table(queue: Queue) -> AnyView {
    let say = QueueText::current();
    view! {
        <table class="queue queue--fixed">
            <thead>
                <tr>
                    <th scope="col">{say.due()}</th>
                    <th scope="col">{say.number()}</th>
                    <th scope="col">{say.subject()}</th>
                    <th scope="col">{say.status()}</th>
                    <th scope="col">{say.agent()}</th>
                </tr>
            </thead>
            <tbody>
                <For each=move || queue.visible.get() key=|number| *number let(number)>
                    <QueueRow queue=queue number=number/>
                </For>
            </tbody>
        </table>
        <p class="keys" aria-hidden="true">
            <span><kbd class="kbd">"j"</kbd><kbd class="kbd">"k"</kbd>{say.key_move()}</span>
            <span><kbd class="kbd">"↵"</kbd>{say.key_open()}</span>
            <span><kbd class="kbd">"t"</kbd>{say.key_take()}</span>
            <span><kbd class="kbd">"/"</kbd>{say.key_search()}</span>
            <span><kbd class="kbd">"#"</kbd>{say.key_number()}</span>
            <span><kbd class="kbd">"?"</kbd>{say.key_help()}</span>
        </p>
    }
    .into_any()
}

fn nothing(queue: Queue) -> AnyView {
    let (title, text) = empty_words(queue);
    let filtered = move || queue.kept.with(|kept| kept.filter != Filter::All || !kept.search.is_empty());
    let show_all =
        move |_| queue.kept.update(|kept| (kept.filter, kept.search) = (Filter::All, String::new()));
    view! {
        <EmptyState drawing="d-empty-queue" title=title text=text>
            {move || {
                filtered()
                    .then(|| view! { <button type="button" class="button" on:click=show_all>{QueueText::current().show_all()}</button> })
            }}
        </EmptyState>
    }
    .into_any()
}

fn more(queue: Queue) -> AnyView {
    view! {
        <button
            type="button"
            class="button queue-more"
            aria-busy=move || queue.busy.get().then_some("true")
            on:click=move |_| queue.load_more()
        >
            <Icon name="i-plus"/>
            {QueueText::current().more()}
        </button>
    }
    .into_any()
}

/// The table's shape while the first page travels.
#[component]
pub fn QueueSkeleton() -> impl IntoView {
    let rows = (0..8).map(|_| {
        view! {
            <div class="queue-skeleton__row">
                <span class="skeleton skeleton--line skeleton--short"></span>
                <span class="skeleton skeleton--line"></span>
                <span class="skeleton skeleton--line skeleton--short"></span>
            </div>
        }
    });
    view! {
        <div class="queue-skeleton" role="status">
            <span class="visually-hidden">{QueueText::current().loading()}</span>
            {rows.collect_view()}
        </div>
    }
}
