//! The account of a due instant as days: a bar for the hours that count, a word for the days that don't.

mod days;

use domain::calendar::Explanation;
use leptos::prelude::*;
use wording::dates::{account_summary, attention_duration, step_sentence};

use crate::locale::locale;
use crate::text::StatusText;
use days::{DayLine, Row, rows};

/// *¿Cómo se calculó?*, folded. The bars are a picture of the sentences, which screen readers get instead.
#[component]
pub fn Reckoning(
    /// The account.
    account: Explanation,
) -> impl IntoView {
    let text = StatusText::current();
    let total = attention_duration(chrono::TimeDelta::seconds(account.amount_seconds), locale());
    let sentences =
        account.steps.iter().map(|step| view! { <li>{step_sentence(step, locale())}</li> }).collect_view();
    let rows: Vec<Row> = rows(&account);
    let waits = rows.iter().any(|row| !row.waits.is_empty());
    view! {
        <details class="fold">
            <summary>{text.how_reckoned()}</summary>
            <div class="fold__body reckoning">
                <p>{account_summary(&account, locale())}</p>
                <ol class="visually-hidden">{sentences}</ol>
                <div aria-hidden="true">
                    {rows.into_iter().map(|row| view! { <DayLine row=row/> }).collect_view()}
                    <p class="reckoning__total">
                        <span>{text.total()}</span>
                        <span>{total}</span>
                    </p>
                    {waits.then(|| view! { <p class="reckoning__legend">{text.legend_wait()}</p> })}
                </div>
            </div>
        </details>
    }
}
