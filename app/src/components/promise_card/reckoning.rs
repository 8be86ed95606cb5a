//! The account of an instant that was told: as days, a bar for the hours that count and a word for the days that don't. What no
//! calendar reckons is told in words, with its days beneath.

mod days;

use domain::api::PromiseView;
use domain::calendar::Explanation;
use domain::ticket::PromiseKind;
use leptos::prelude::*;
use wording::dates::{account_summary, attention_duration, closing_summary, step_sentence};

use crate::components::Soon;
use crate::locale::locale;
use crate::text::StatusText;
use crate::text::by_clock;
use days::{DayLine, Row, clock_rows, date_rows, rows};

/// *¿Cómo se calculó?* of a promise, folded. It follows the promise without folding up again.
#[component]
pub fn HowReckoned(
    /// The promise.
    #[prop(into)]
    promise: Signal<PromiseView>,
    /// For the client, who is told why the time is what it is: whether the case is critical (R7).
    #[prop(optional_no_strip)]
    critical: Option<bool>,
) -> impl IntoView {
    let why = move || critical.and_then(|critical| promise.with(|promise| why_so(promise, critical)));
    view! {
        <Fold>
            {move || promise.with(account_of)}
            {why}
        </Fold>
    }
}

/// Why a reckoned time is as long as it is, and where the conditions say so. What runs by the clock and what people chose have
/// told it in their own words.
fn why_so(view: &PromiseView, critical: bool) -> Option<impl IntoView + use<>> {
    view.explanation.as_ref()?;
    let text = StatusText::current();
    let critical = critical && view.promise.kind == PromiseKind::FirstResponse;
    let (words, section) =
        if critical { (text.why_critical(), "critico") } else { (text.why_same(), "plazos") };
    Some(view! { <p>{words}" "<a href=format!("/condiciones#{section}")>{text.why_more()}</a></p> })
}

/// *¿Cómo se calculó?* of the instant at which a ticket ends for want of a word of the client (R18).
#[component]
pub fn HowItCloses(
    /// The account.
    account: Explanation,
) -> impl IntoView {
    let words = closing_summary(&account, locale());
    view! { <Fold>{day_by_day(&account, words)}</Fold> }
}

#[component]
fn Fold(children: Children) -> impl IntoView {
    view! {
        <details class="fold">
            <summary>{StatusText::current().how_reckoned()}</summary>
            <div class="fold__body reckoning">
                <Soon>{children()}</Soon>
            </div>
        </details>
    }
}

fn account_of(view: &PromiseView) -> AnyView {
    if let Some(account) = &view.explanation {
        return day_by_day(account, account_summary(account, locale()));
    }
    let promise = &view.promise;
    let by_the_clock = promise.basis.is_some();
    let (words, rows) = match &promise.basis {
        // The wall clock counts every hour: there are no days to leave out (R14).
        Some(basis) => (by_clock(basis.seconds, basis.from), clock_rows(basis.from, promise.due)),
        // People chose the date (R16).
        None => (StatusText::current().date_chosen().to_owned(), date_rows(promise)),
    };
    // The words tell it all; the lines are their picture.
    view! {
        <p>{words}</p>
        <div aria-hidden="true">
            {rows.into_iter().map(|row| view! { <DayLine row=row/> }).collect_view()}
            {by_the_clock.then(|| view! { <p class="reckoning__legend">{StatusText::current().legend_clock()}</p> })}
        </div>
    }
    .into_any()
}

/// The bars are a picture of the sentences, which screen readers get instead.
fn day_by_day(account: &Explanation, words: String) -> AnyView {
    let text = StatusText::current();
    let total = attention_duration(chrono::TimeDelta::seconds(account.amount_seconds), locale());
    let sentences =
        account.steps.iter().map(|step| view! { <li>{step_sentence(step, locale())}</li> }).collect_view();
    let rows: Vec<Row> = rows(account);
    let waits = rows.iter().any(|row| !row.waits.is_empty());
    view! {
        <p>{words}</p>
        <ol class="visually-hidden">{sentences}</ol>
        <div aria-hidden="true">
            {rows.into_iter().map(|row| view! { <DayLine row=row/> }).collect_view()}
            <p class="reckoning__total">
                <span>{text.total()}</span>
                <span>{total}</span>
            </p>
            {waits.then(|| view! { <p class="reckoning__legend">{text.legend_wait()}</p> })}
        </div>
    }
    .into_any()
}
