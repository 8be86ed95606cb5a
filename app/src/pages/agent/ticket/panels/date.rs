//! The date research and development promises, and its moving, openly (R16).

use chrono::NaiveDate;
use domain::Instant;
use domain::calendar::{BOGOTA, Day};
use domain::ticket::{Act, CommandKind, PromiseKind, Rules};
use leptos::prelude::*;
use wording::dates::{holiday_names, people_instant_seen_from};

use super::ClientReads;
use super::panel::{Panel, TextBox};
use crate::locale::locale;
use crate::pages::agent::clock::use_clock;
use crate::pages::agent::ticket::case::Case;
use crate::text::agent::acts::{self, ActText};

/// Promises a date, or moves the promised one.
#[component]
pub fn PromiseDate(
    /// The ticket.
    case: Case,
    /// Whether there is a date already.
    moves: bool,
) -> impl IntoView {
    let say = ActText::current();
    let clock = use_clock();
    let typed = RwSignal::new(String::new());
    let reason = RwSignal::new(String::new());
    let date = move || typed.read().parse::<NaiveDate>().ok();
    let make = move |()| {
        let date = untrack(date).ok_or(say.date_required())?;
        match reason.get_untracked() {
            reason if moves && reason.trim().is_empty() => Err(say.text_required()),
            reason if moves => Ok(Act::MoveDate { date, reason }),
            _ => Ok(Act::CommitDate { date }),
        }
    };
    let from = case.view.with_untracked(|view| {
        let promise = view
            .promises
            .iter()
            .map(|view| &view.promise)
            .find(|promise| promise.kind == PromiseKind::BugDate);
        promise.map(|promise| promise.due)
    });
    let outcome = Memo::new(move |_| date().map(|date| clock.with_rules(|rules, _| closing_of(date, rules))));
    let reads = move || {
        let Some(Ok(due)) = outcome.get() else { return String::new() };
        let said = |at| clock.with(|_, now| people_instant_seen_from(now, at, locale()));
        let promise = match from {
            Some(from) => acts::move_reads(&said(from), &said(due)),
            None => acts::date_reads(&said(due)),
        };
        [promise, reason.get()].join(" ")
    };
    let complaint = move || match outcome.get() {
        Some(Err(words)) => Some(view! { <p class="field__error">{words}</p> }),
        _ => None,
    };
    let first_day = untrack(|| clock.with(|_, now| now.with_timezone(&BOGOTA).date_naive().to_string()));
    let kind = if moves { CommandKind::MoveDate } else { CommandKind::CommitDate };
    view! {
        <Panel case=case kind=kind make=Callback::new(make)>
            <div class="field">
                <label class="field__label" for="promised">{say.date()}</label>
                <p class="field__hint" id="promised-hint">{say.date_hint()}</p>
                <input
                    class="input input--short"
                    id="promised"
                    type="date"
                    min=first_day
                    autofocus=true
                    aria-describedby="promised-hint promised-says"
                    prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event))
                />
                <div id="promised-says" role="status">{complaint}</div>
            </div>
            {moves.then(|| view! { <TextBox id="move-reason" label=say.reason() hint=say.reason_hint() text=reason/> })}
            <ClientReads words=Signal::derive(reads)/>
        </Panel>
    }
}

/// The closing of attention on a day, or why there is none.
fn closing_of(date: NaiveDate, rules: &Rules) -> Result<Instant, String> {
    rules.closing_on(date).ok_or_else(|| match rules.calendar.day(date) {
        Day::Holiday { names } => acts::date_closed(&holiday_names(&names, locale())),
        Day::Added { name } => acts::date_closed(&name),
        Day::Weekend | Day::Attended { .. } => ActText::current().date_weekend().to_owned(),
    })
}
