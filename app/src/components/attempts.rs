//! R18 on one sheet: how often we tried, by which means, and when the ticket closes.

use domain::Instant;
use domain::calendar::Explanation;
use domain::ticket::Attempt;
use leptos::prelude::*;
use wording::dates::people_instant;

use super::HowItCloses;
use crate::locale::locale;
use crate::text::TicketText;
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
    /// How that instant was reckoned.
    account: Option<Explanation>,
) -> impl IntoView {
    let made = attempts.len();
    let text = TicketText::current();
    let count = text.attempts_count(&attempts, limit);
    let closes = closes_at.map(|at| text.attempts_close(at, limit));
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
                <h2 class="attempts__count">{text.attempts_title()}": "{count}</h2>
                <div class="windows" aria-hidden="true">{windows.collect_view()}</div>
            </div>
            {closes.map(|closes| view! { <p class="attempts__closes">{closes}</p> })}
            {account.map(|account| view! { <HowItCloses account=account/> })}
            <ol class="attempts__list">{lines.collect_view()}</ol>
        </section>
    }
}
