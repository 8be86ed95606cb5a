//! The date research and development promises, and its moving, openly (R16).

use chrono::NaiveDate;
use domain::Instant;
use domain::calendar::{BOGOTA, Day};
use domain::ticket::{Act, CommandKind, PromiseKind, Rules};
use leptos::prelude::*;
use wording::dates::{holiday_names, people_instant_seen_from};

use super::ClientReads;
use super::panel::{Panel, TextBox};
use crate::browser;
use crate::locale::locale;
use crate::pages::agent::clock::use_clock;
use crate::pages::agent::ticket::case::Case;
use crate::text::agent::acts::{self, ActText};

const DATE: &str = "promised";
const REASON: &str = "move-reason";

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
    // What sending was refused for, beside its own field until that is written on.
    let (no_date, no_reason) = (RwSignal::new(None::<String>), RwSignal::new(None::<String>));
    Effect::new(move |_| {
        typed.track();
        no_date.set(None);
    });
    Effect::new(move |_| {
        reason.track();
        no_reason.set(None);
    });
    let from = case.view.with_untracked(|view| {
        let promise = view
            .promises
            .iter()
            .map(|view| &view.promise)
            .find(|promise| promise.kind == PromiseKind::BugDate);
        promise.map(|promise| promise.due)
    });
    let outcome =
        Memo::new(move |_| date().map(|date| clock.with_rules(|rules, now| closing_of(date, now, rules))));
    let make = move |()| {
        let date = untrack(date);
        let wrong = match (date, outcome.get_untracked()) {
            (None, _) => Some(say.date_required().to_owned()),
            (_, Some(Err(words))) => Some(words),
            _ => None,
        };
        let lacks = moves && reason.with_untracked(|reason| reason.trim().is_empty());
        let at = wrong.as_ref().map(|_| DATE).or_else(|| lacks.then_some(REASON));
        no_date.set(wrong);
        no_reason.set(lacks.then(|| say.reason_required().to_owned()));
        if let Some(at) = at {
            browser::focus(at);
            return Err("");
        }
        let (date, reason) = (date.ok_or("")?, reason.get_untracked());
        Ok(if moves { Act::MoveDate { date, reason } } else { Act::CommitDate { date } })
    };
    let reads = move || {
        let Some(Ok(due)) = outcome.get() else { return String::new() };
        let said = |at| clock.with(|_, now| people_instant_seen_from(now, at, locale()));
        let promise = match from {
            Some(from) => acts::move_reads(&said(from), &said(due)),
            None => acts::date_reads(&said(due)),
        };
        [promise, reason.get()].join(" ")
    };
    let wrong = Memo::new(move |_| match outcome.get() {
        Some(Err(words)) => Some(words),
        _ => no_date.get(),
    });
    let complaint = move || wrong.get().map(|words| view! { <p class="field__error">{words}</p> });
    let first_day = untrack(|| clock.with(|_, now| now.with_timezone(&BOGOTA).date_naive().to_string()));
    let kind = if moves { CommandKind::MoveDate } else { CommandKind::CommitDate };
    view! {
        <Panel case=case kind=kind make=Callback::new(make)>
            <div class="field" class:field--invalid=move || wrong.with(Option::is_some)>
                <label class="field__label" for=DATE>{say.date()}</label>
                <p class="field__hint" id="promised-hint">{say.date_hint()}</p>
                <input
                    class="input input--short"
                    id=DATE
                    type="date"
                    aria-invalid=move || wrong.with(Option::is_some).then_some("true")
                    min=first_day
                    autofocus=true
                    aria-describedby="promised-hint promised-says"
                    prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event))
                />
                <div id="promised-says" role="alert">{complaint}</div>
            </div>
            {moves.then(|| view! { <TextBox id=REASON label=say.reason() hint=say.reason_hint() text=reason error=no_reason/> })}
            <ClientReads words=Signal::derive(reads)/>
        </Panel>
    }
}

/// The closing of attention on a day, or why nothing can be promised for it.
fn closing_of(date: NaiveDate, now: Instant, rules: &Rules) -> Result<Instant, String> {
    if rules.closing_on(date).is_some_and(|closing| closing <= now) {
        return Err(ActText::current().date_past().to_owned());
    }
    rules.closing_on(date).ok_or_else(|| match rules.calendar.day(date) {
        Day::Holiday { names } => acts::date_closed(&holiday_names(&names, locale())),
        Day::Added { name } => acts::date_closed(&name),
        Day::Weekend | Day::Attended { .. } => ActText::current().date_weekend().to_owned(),
    })
}
