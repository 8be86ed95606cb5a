//! The promise: one instant, large, as people say it, and *¿cómo se calculó?* beneath (R22).

mod reckoning;

use domain::api::PromiseView;
use domain::ticket::{PromiseState, TicketNumber};
use leptos::prelude::*;
use wording::dates::people_instant_seen_from;

use super::DueBadge;
use crate::browser;
use crate::desk::{Desk, use_desk};
use crate::locale::locale;
use crate::text::timeline::missed;
use crate::text::{StatusText, promise_name};

pub use reckoning::{HowItCloses, HowReckoned};

/// One card for all the promises of a ticket: what is still open first and large, the rest smaller beneath.
#[component]
pub fn PromiseCard(
    /// The promises.
    promises: Vec<PromiseView>,
    /// The ticket's number, to be shown as its key tag.
    #[prop(optional_no_strip)]
    number: Option<TicketNumber>,
    /// Whether it stands in a narrow column.
    #[prop(optional)]
    compact: bool,
    /// For the client, who is told why the time is what it is: whether the case is critical (R7).
    #[prop(optional)]
    critical: Option<bool>,
) -> impl IntoView {
    // The last one is of the case itself: once it is over, nothing is open, and nothing stands there as if it were.
    let over = promises.last().is_some_and(is_over);
    let (mut shown, mut kept): (Vec<_>, Vec<_>) = promises.into_iter().partition(|view| !is_kept(view));
    // What is still open goes before what was missed; with nothing else to show, the last one kept is shown.
    shown.sort_by_key(is_over);
    if shown.is_empty() {
        shown.extend(kept.pop());
    }
    let said = shown.into_iter().enumerate();
    let said = said
        .map(|(place, view)| view! { <Said view=view second={over || place > 0} critical=critical/> })
        .collect_view();
    let kept = (!kept.is_empty()).then(|| {
        view! {
            <details class="fold">
                <summary>{StatusText::current().settled()}</summary>
                <div class="fold__body stack">
                    {kept
                        .into_iter()
                        .map(|view| view! { <Said view=view second=true critical=critical/> })
                        .collect_view()}
                </div>
            </details>
        }
    });
    view! {
        <section class="promise" class:promise--compact=compact>
            {number.map(|number| view! { <span class="key-tag key-tag--large">{number.to_string()}</span> })}
            {over.then(|| view! { <p class="promise__label">{StatusText::current().over()}</p> })}
            {said}
            {kept}
        </section>
    }
}

fn is_kept(view: &PromiseView) -> bool {
    matches!(view.promise.state, PromiseState::Met { .. })
}

fn is_over(view: &PromiseView) -> bool {
    matches!(view.promise.state, PromiseState::Met { .. } | PromiseState::Missed { at: Some(_) })
}

#[component]
fn Said(view: PromiseView, second: bool, critical: Option<bool>) -> impl IntoView {
    let promise = view.promise.clone();
    let text = StatusText::current();
    let desk = use_desk();
    let words = people_instant_seen_from(browser::now(), promise.due, locale());
    let (day, hour) = match words.rsplit_once(", ") {
        Some((day, hour)) => (day.to_owned(), hour.to_owned()),
        None => (words, String::new()),
    };
    let running = promise.state == PromiseState::Running;
    let over = matches!(promise.state, PromiseState::Met { .. } | PromiseState::Missed { .. });
    let by_clock = promise.basis.as_ref().is_some_and(|basis| basis.by_clock);
    // The line keeps its room while the calendar is on its way: nothing beneath may move.
    let awaited = move || !desk.is_known();
    let relative = move || {
        let told = if by_clock { desk.relative_by_clock(promise.due) } else { desk.relative(promise.due) };
        told.unwrap_or_else(|| Desk::relative_by_law(promise.due))
    };
    let first = promise.first_due.map(|first| {
        format!("{}: {}", text.first_due(), people_instant_seen_from(browser::now(), first, locale()))
    });
    let missed: Vec<_> = promise
        .missed_before
        .iter()
        .map(|mark| missed(mark.promise, &people_instant_seen_from(browser::now(), mark.due, locale())))
        .collect();
    view! {
        <div class="stack stack--tight" class:promise__said--second=second>
            <div class="promise__said">
                <p class="promise__label">{promise_name(promise.kind, over)}</p>
                <p class="promise__instant">
                    {day}
                    {(!hour.is_empty()).then(|| view! { <span class="promise__hour">{hour}</span> })}
                </p>
                {running.then(|| view! { <p class="promise__relative" class:promise__relative--awaited=awaited>{relative}</p> })}
                {missed.into_iter().map(|missed| view! { <p class="promise__first">{missed}</p> }).collect_view()}
                {first.map(|first| view! { <p class="promise__first">{first}</p> })}
                {(!running).then(|| view! { <DueBadge state=promise.state/> })}
            </div>
            <HowReckoned promise=view critical=critical/>
        </div>
    }
}
