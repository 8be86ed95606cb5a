//! How the next promise stands: a shape, a colour, and the words that say both.

use chrono::TimeDelta;
use domain::Instant;
use domain::api::{NextPromise, TicketSummary};
use domain::calendar::Calendar;
use domain::ticket::{PromiseState, Status};
use leptos::prelude::*;
use wording::dates::{attention_from, attention_relative, clock_relative, short_instant_seen_from};

use super::clock::use_clock;
use crate::locale::locale;
use crate::text::agent::queue::{self as text, QueueText};

/// A promise as a row tells it.
#[derive(Debug, Clone, PartialEq)]
pub struct Due {
    /// Which of the four shapes.
    class: &'static str,
    /// "Vence en 2 horas hábiles".
    pub words: String,
    /// "Primera respuesta" and "mar 21 jul, 3:30 p. m.".
    detail: Option<(&'static str, String)>,
}

impl Due {
    /// What is due next on a ticket, seen from `now`.
    pub fn of(ticket: &TicketSummary, now: Instant, calendar: &Calendar) -> Self {
        let say = QueueText::current();
        let Some(next) = &ticket.next else {
            let words =
                if ticket.status == Status::Resolved { say.awaits_client() } else { say.no_promise() };
            return Self { class: "due due--paused", words: words.to_owned(), detail: None };
        };
        let instant = short_instant_seen_from(now, next.due, locale());
        let detail = Some((text::promise(next.kind), instant));
        let missed = matches!(next.state, PromiseState::Missed { .. }) || next.due < now;
        let (class, words) = match next.state {
            PromiseState::Paused { .. } => ("due due--paused", say.paused().to_owned()),
            _ if missed => ("due due--breached", text::overdue(&relative(now, next, calendar))),
            _ => {
                let class = if next.warn_at <= now { "due due--risk" } else { "due due--ontime" };
                (class, text::due_in(&relative(now, next, calendar)))
            }
        };
        Self { class, words, detail }
    }
}

/// Attention time between now and then, short enough for a row: whole days, whole hours on the last one, and minutes in
/// the last two. Rounded down, so a promise never looks later than it is.
fn relative(now: Instant, next: &NextPromise, calendar: &Calendar) -> String {
    let at = next.due;
    if next.by_clock {
        return clock_relative(at - now, locale());
    }
    let (ahead, ago) = (calendar.elapsed(now, at), calendar.elapsed(at, now));
    let (amount, sign) = if ahead > TimeDelta::zero() { (ahead, 1) } else { (ago, -1) };
    let day = calendar.day_length();
    let grain = if amount >= day {
        day
    } else if amount >= TimeDelta::hours(2) {
        TimeDelta::hours(1)
    } else {
        TimeDelta::minutes(1)
    };
    let seconds = grain.num_seconds().max(1);
    let rounded = amount.num_seconds() / seconds * seconds;
    if rounded == 0 {
        return attention_from(now, at, calendar, locale());
    }
    attention_relative(TimeDelta::seconds(rounded * sign), locale())
}

/// The mark of a ticket's next promise. It moves with the clock.
#[component]
pub fn DueMark(
    /// The ticket.
    #[prop(into)]
    ticket: Signal<TicketSummary>,
    /// Whether to say which promise it is, where the status beside it doesn't.
    #[prop(optional)]
    whole: bool,
) -> impl IntoView {
    let clock = use_clock();
    let due =
        Memo::new(move |_| ticket.with(|ticket| clock.with(|calendar, now| Due::of(ticket, now, calendar))));
    move || {
        let Due { class, words, detail } = due.get();
        view! {
            <span class=class>{words}</span>
            {detail
                .map(|(promise, instant)| {
                    let class = if whole { "" } else { "visually-hidden" };
                    view! { <span class="queue__instant"><span class=class>{promise}", "</span>{instant}</span> }
                })}
        }
    }
}
