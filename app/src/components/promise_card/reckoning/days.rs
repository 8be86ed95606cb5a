//! One line a day.

use chrono::{NaiveDate, TimeDelta, Timelike};
use domain::Instant;
use domain::calendar::{BOGOTA, Explanation, StepKind};
use domain::policy::SupportPolicy;
use leptos::prelude::*;
use wording::dates::{holiday_names, people_time, short_day};

use crate::locale::locale;
use crate::text::StatusText;

/// A stretch of one day as shares of the attention day, 0 to 100.
#[derive(Clone, Copy)]
pub struct Stretch {
    from: u32,
    to: u32,
}

/// What one day contributes.
pub struct Row {
    date: NaiveDate,
    work: Vec<Stretch>,
    /// Time spent waiting on the client.
    pub waits: Vec<Stretch>,
    seconds: i64,
    /// Why nothing counts, on a day without attention.
    note: Option<String>,
    due: Option<Instant>,
}

/// The account's days, in order. Nights and the time before opening add nothing and have no line.
pub fn rows(account: &Explanation) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for step in &account.steps {
        let date = step.from.with_timezone(&BOGOTA).date_naive();
        let note = match &step.kind {
            StepKind::Weekend => Some(StatusText::current().weekend().to_owned()),
            StepKind::Holiday { names } => Some(holiday_names(names, locale())),
            StepKind::Added { name } => Some(name.clone()),
            StepKind::Condensed { .. } => Some(StatusText::current().condensed().to_owned()),
            StepKind::Working { .. } | StepKind::Waiting { .. } => None,
            StepKind::BeforeOpening | StepKind::Overnight | StepKind::AfterClosing => continue,
        };
        if rows.last().is_none_or(|row| row.date != date) {
            rows.push(Row { date, work: Vec::new(), waits: Vec::new(), seconds: 0, note: None, due: None });
        }
        let Some(row) = rows.last_mut() else { continue };
        row.note = row.note.take().or(note);
        row.seconds += step.kind.counted_seconds();
        let stretch = Stretch { from: share(step.from), to: share(step.to) };
        match step.kind {
            StepKind::Working { .. } => row.work.push(stretch),
            StepKind::Waiting { .. } => row.waits.push(stretch),
            _ => {}
        }
    }
    if let Some(last) = rows.last_mut() {
        last.due = Some(account.due);
    }
    rows
}

/// Where an instant lies in its attention day, 0 to 100.
fn share(at: Instant) -> u32 {
    let policy = SupportPolicy::SOHO;
    let open = policy.opens.num_seconds_from_midnight();
    let length = policy.closes.num_seconds_from_midnight().saturating_sub(open).max(1);
    let second = at.with_timezone(&BOGOTA).time().num_seconds_from_midnight();
    (second.saturating_sub(open) * 100 / length).min(100)
}

/// One line: the day, its bar or the reason it has none, and what counts of it.
#[component]
pub fn DayLine(
    /// The day.
    row: Row,
) -> impl IntoView {
    let Row { date, work, waits, seconds, note, due } = row;
    let name = view! { <span class="day__name">{short_day(date, locale())}</span> };
    if let Some(note) = note {
        return view! { <div class="day day--off">{name}<span class="day__note">{note}</span></div> }
            .into_any();
    }
    let bar = |class: &'static str| {
        move |stretch: Stretch| {
            let width = stretch.to.saturating_sub(stretch.from).max(1);
            view! { <rect class=class x=stretch.from.to_string() y="1" width=width.to_string() height="10"/> }
        }
    };
    view! {
        <div class="day" class:day--due=due.is_some()>
            {name}
            <svg class="day__bar" viewBox="0 0 100 12" preserveAspectRatio="none">
                <rect class="day__track" x="0" y="0" width="100" height="12" rx="2"/>
                {work.into_iter().map(bar("day__work")).collect_view()}
                {waits.into_iter().map(bar("day__wait")).collect_view()}
            </svg>
            <span class="day__spent">{hours(seconds)}</span>
            {due.map(|due| view! { <span class="day__note day__note--under">{people_time(due, locale())}</span> })}
        </div>
    }
    .into_any()
}

/// "3 h 20".
fn hours(seconds: i64) -> String {
    let minutes = TimeDelta::seconds(seconds).num_minutes();
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes:02}"),
    }
}
