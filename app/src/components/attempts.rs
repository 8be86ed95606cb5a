//! R18 on one sheet: how often we tried, by which means, and when the ticket closes.

use domain::Instant;
use domain::ticket::Attempt;
use leptos::prelude::*;
use wording::dates::people_instant;

use crate::locale::{Locale, locale};
use crate::text::timeline::attempt;

/// The ledger of unsuccessful attempts since the client last spoke.
#[component]
pub fn AttemptLedger(
    /// The attempts, oldest first.
    attempts: Vec<Attempt>,
    /// How many close the ticket.
    limit: u32,
    /// When it closes by itself, if that runs.
    closes_at: Option<Instant>,
) -> impl IntoView {
    let made = attempts.len();
    let (title, count, closes) = match locale() {
        Locale::Es => (
            "Hemos intentado comunicarnos",
            format!("{made} de {limit}"),
            closes_at.map(|at| {
                format!("Si no logramos hablar con usted, el caso se cierra el {}. Con una respuesta suya sigue abierto.", people_instant(at, Locale::Es))
            }),
        ),
        Locale::En => (
            "We have tried to reach you",
            format!("{made} of {limit}"),
            closes_at.map(|at| {
                format!("If we can’t reach you, the case closes on {}. One answer from you keeps it open.", people_instant(at, Locale::En))
            }),
        ),
    };
    let windows = (0..limit).map(|place| {
        let tried = usize::try_from(place).is_ok_and(|place| place < made);
        view! { <span class="window" class:window--tried=tried></span> }
    });
    let lines = attempts.into_iter().enumerate().map(|(place, made)| {
        view! {
            <li class="attempt">
                <span class="attempt__n">{place + 1}</span>
                <div>
                    <p class="attempt__what">{attempt(made.channel, made.outcome)}</p>
                    <p class="attempt__when">{people_instant(made.at, locale())}</p>
                </div>
            </li>
        }
    });
    view! {
        <section class="sheet attempts">
            <div class="attempts__head">
                <h2 class="attempts__count">{title}": "{count}</h2>
                <div class="windows" aria-hidden="true">{windows.collect_view()}</div>
            </div>
            {closes.map(|closes| view! { <p class="attempts__closes">{closes}</p> })}
            <ol class="attempts__list">{lines.collect_view()}</ol>
        </section>
    }
}
