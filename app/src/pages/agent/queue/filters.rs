//! Above the queue: the search box and the parts of the queue.

use leptos::prelude::*;

use super::load::Queue;
use crate::components::Icon;
use crate::pages::agent::backlog::Filter;
use crate::pages::agent::keys;
use crate::text::agent::queue::{self as text, QueueText};

/// The search box's id.
pub const SEARCH: &str = "queue-search";

/// Search and filters.
#[component]
pub fn Toolbar(
    /// The queue.
    queue: Queue,
) -> impl IntoView {
    let say = QueueText::current();
    let search = move |event| queue.kept.update(|kept| kept.search = event_target_value(&event));
    let leave = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Escape" => {
            queue.kept.update(|kept| kept.search.clear());
            keys::let_go();
        }
        // From the box straight to the first row that matches.
        "Enter" | "ArrowDown" => {
            event.prevent_default();
            queue.kept.update(|kept| kept.selected = None);
            queue.step(1);
        }
        _ => {}
    };
    let tab = move |filter: Filter| {
        let current = move || (queue.kept.with(|kept| kept.filter) == filter).then_some("true");
        view! {
            <button type="button" class="tab" aria-current=current on:click=move |_| queue.filter_by(filter)>
                {name(filter)}
                <span class="tab__count">{move || queue.count(filter)}</span>
            </button>
        }
    };
    // The figures are of what was loaded; while there is more, that is said.
    let loaded =
        Memo::new(move |_| queue.kept.with(|kept| kept.cursor.is_some().then_some(kept.tickets.len())));
    view! {
        <div class="queue-bar">
            <nav class="tabs" aria-label=say.filters()>{Filter::ALL.map(tab).into_iter().collect_view()}</nav>
            <div class="search">
                <Icon name="i-search"/>
                <input
                    class="input"
                    id=SEARCH
                    type="search"
                    autocomplete="off"
                    aria-label=say.search()
                    placeholder=say.search()
                    prop:value=move || queue.kept.with(|kept| kept.search.clone())
                    on:input=search
                    on:keydown=leave
                />
                <kbd class="kbd">"/"</kbd>
            </div>
        </div>
        {move || loaded.get().map(|count| view! { <p class="soft small">{text::counted(count)}</p> })}
    }
}

fn name(filter: Filter) -> &'static str {
    let say = QueueText::current();
    match filter {
        Filter::All => say.all(),
        Filter::Mine => say.mine(),
        Filter::Untaken => say.untaken(),
        Filter::Waiting => say.waiting(),
        Filter::Critical => say.critical(),
        Filter::Bugs => say.bugs(),
    }
}
