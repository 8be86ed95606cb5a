//! One line a day.

use chrono::{NaiveDate, TimeDelta, Timelike};
use domain::Instant;
use domain::calendar::{BOGOTA, Explanation, StepKind};
use domain::policy::SupportPolicy;
use domain::ticket::Promise;
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
    /// The last day of several that share the line.
    until: Option<NaiveDate>,
    work: Vec<Stretch>,
    /// Time spent waiting on the client.
    pub waits: Vec<Stretch>,
    seconds: i64,
    /// Why nothing counts, on a day without attention.
    note: Option<String>,
    due: Option<Instant>,
}

impl Row {
    const fn empty(date: NaiveDate) -> Self {
        Self { date, until: None, work: Vec::new(), waits: Vec::new(), seconds: 0, note: None, due: None }
    }
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
            rows.push(Row::empty(date));
        }
        let Some(row) = rows.last_mut() else { continue };
        row.note = row.note.take().or(note);
        if step.kind == StepKind::Weekend {
            let last = (step.to - TimeDelta::seconds(1)).with_timezone(&BOGOTA).date_naive();
            row.until = Some(last).filter(|last| *last > date);
        }
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

/// The days of the wall clock from `from` to `due` (R14), each bar a whole day from midnight to midnight.
pub fn clock_rows(from: Instant, due: Instant) -> Vec<Row> {
    let day_of = |at: Instant| at.with_timezone(&BOGOTA).date_naive();
    let midnight = |day: NaiveDate| {
        day.and_time(chrono::NaiveTime::MIN).and_utc() - TimeDelta::seconds(BOGOTA.local_minus_utc().into())
    };
    let last = day_of(due);
    let days = day_of(from).iter_days().take_while(|day| *day <= last);
    days.map(|day| {
        let (begins, ends) = (midnight(day), midnight(day + chrono::Days::new(1)));
        let (start, end) = (from.max(begins), due.min(ends));
        let share = |at: Instant| u32::try_from((at - begins).num_seconds() / 864).unwrap_or(0);
        Row {
            work: vec![Stretch { from: share(start), to: share(end) }],
            seconds: (end - start).num_seconds(),
            due: (day == last).then_some(due),
            ..Row::empty(day)
        }
    })
    .filter(|row| row.seconds > 0)
    .collect()
}

/// The days of a date that people chose (R16): the first one promised, if it moved, and the one that stands.
pub fn date_rows(promise: &Promise) -> Vec<Row> {
    let day = |at: Instant| at.with_timezone(&BOGOTA).date_naive();
    let first = promise.first_due.map(|first| Row {
        note: Some(StatusText::current().first_due().to_owned()),
        ..Row::empty(day(first))
    });
    let stands = Row {
        work: vec![Stretch { from: 0, to: share(promise.due) }],
        due: Some(promise.due),
        ..Row::empty(day(promise.due))
    };
    let mut rows: Vec<_> = first.into_iter().chain([stands]).collect();
    // A date may also have been brought forward.
    rows.sort_by_key(|row| row.date);
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
    let Row { date, until, work, waits, seconds, note, due } = row;
    let days = [Some(date), until].into_iter().flatten().map(|day| short_day(day, locale()));
    let name = view! { <span class="day__name">{days.collect::<Vec<_>>().join(", ")}</span> };
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
            <span class="day__spent">{(seconds > 0).then(|| hours(seconds))}</span>
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
