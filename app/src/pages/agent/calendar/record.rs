//! Who changed which day, and whether every open ticket has heard of it.

use domain::api::attention::{AttentionDays, RecordedChange};
use leptos::prelude::*;
use wording::calendar::changed_day;
use wording::dates::people_instant;

use crate::api::ApiError;
use crate::components::{EmptyState, ErrorPanel, Skeleton};
use crate::locale::locale;
use crate::text::agent::calendar::{self as words, CalendarText};

/// The latest changes, newest first.
#[component]
pub fn Record(
    /// What was answered.
    days: RwSignal<Option<Result<AttentionDays, ApiError>>>,
    /// Asks again.
    retry: Callback<()>,
) -> impl IntoView {
    let say = CalendarText::current();
    let list = move || match days.get() {
        None => view! { <Skeleton/> }.into_any(),
        Some(Err(error)) => view! { <ErrorPanel error=error on_retry=retry/> }.into_any(),
        Some(Ok(days)) if days.changes.is_empty() => {
            view! { <EmptyState drawing="d-empty-queue" title=say.none() text=say.none_text()/> }.into_any()
        }
        Some(Ok(days)) => {
            view! { <ol class="timeline">{days.changes.into_iter().map(one).collect_view()}</ol> }.into_any()
        }
    };
    view! {
        <section class="stack" aria-labelledby="record-title">
            <h2 id="record-title">{say.record()}</h2>
            {list}
        </section>
    }
}

fn one(change: RecordedChange) -> impl IntoView {
    let say = CalendarText::current();
    let told = changed_day(change.change.day, change.change.attends, &change.change.name, locale());
    let who = words::by(&change.author, &people_instant(change.at, locale()));
    let heard = if change.heard_at.is_some() { say.heard() } else { say.hearing() };
    view! {
        <li class="event event--system">
            <span class="event__mark" aria-hidden="true"></span>
            <div>
                <p class="event__line"><b>{told}</b></p>
                <p class="event__line soft small">{who}" "{heard}</p>
            </div>
        </li>
    }
}
