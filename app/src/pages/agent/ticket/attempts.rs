//! R18 for the desk: the knocks so far, and when the ticket closes by itself.

use domain::ticket::Attempt;
use leptos::prelude::*;
use wording::dates::{people_instant_seen_from, short_instant_seen_from};

use super::case::Case;
use crate::browser;
use crate::components::HowItCloses;
use crate::locale::locale;
use crate::text::agent::acts;
use crate::text::agent::queue;
use crate::text::agent::ticket::{self as text, DeskTicketText};

/// The ledger; nothing while there were no unsuccessful attempts.
#[component]
pub fn Attempts(
    /// The ticket.
    case: Case,
) -> impl IntoView {
    let log = Memo::new(move |_| {
        case.view.with(|view| {
            let closing = (view.summary.closes_at, view.closing_account.clone());
            (view.attempt_log.clone(), view.attempts_limit, closing)
        })
    });
    move || {
        let (attempts, limit, (closes, account)) = log.get();
        (!attempts.is_empty()).then(|| {
            let made = u32::try_from(attempts.len()).unwrap_or(limit);
            let windows = (0..limit)
                .map(|place| view! { <span class="window" class:window--tried={place < made}></span> });
            let lines = attempts.into_iter().enumerate().map(|(place, attempt)| line(place + 1, &attempt));
            view! {
                <section class="sheet attempts" aria-labelledby="attempts">
                    <div class="attempts__head">
                        <h2 class="attempts__count" id="attempts">
                            <span class="visually-hidden">{DeskTicketText::current().attempts()}": "</span>
                            {queue::attempts(made, limit)}
                        </h2>
                        <div class="windows" aria-hidden="true">{windows.collect_view()}</div>
                    </div>
                    {closes
                        .map(|at| {
                            let at = people_instant_seen_from(browser::now(), at, locale());
                            view! { <p class="attempts__closes">{text::closes_at(&at, limit)}</p> }
                        })}
                    {account.map(|account| view! { <HowItCloses account=account/> })}
                    <ol class="attempts__list">{lines.collect_view()}</ol>
                </section>
            }
        })
    }
}

fn line(place: usize, attempt: &Attempt) -> AnyView {
    view! {
        <li class="attempt">
            <span class="attempt__n">{place}</span>
            <div>
                <p class="attempt__what">{acts::channel(attempt.channel)}": "{acts::outcome(attempt.outcome)}</p>
                <p class="attempt__when">{short_instant_seen_from(browser::now(), attempt.at, locale())}</p>
            </div>
        </li>
    }
    .into_any()
}
