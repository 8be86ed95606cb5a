//! A question about somebody's data: what is asked, until when it is answered and why then, and the answer.

use chrono::TimeDelta;
use domain::Instant;
use domain::api::privacy::{DataRequest, Said};
use domain::calendar::Calendar;
use domain::privacy::DataRequestState;
use leptos::prelude::*;
use wording::dates::{attention_from, people_instant_seen_from};

use super::HowItCloses;
use crate::browser;
use crate::desk::use_desk;
use crate::locale::locale;
use crate::text::MyDataText;
use crate::text::data as words;

/// Business days before the due instant from which on a request is marked as due soon.
const SOON_DAYS: i32 = 2;

/// One request on a sheet. The children are what its reader can do about it.
#[component]
pub fn DataRequestSheet(
    /// The request.
    request: DataRequest,
    /// Who asks, where the reader isn't the one.
    #[prop(optional, into)]
    who: Option<String>,
    /// What can be done.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let text = MyDataText::current();
    let DataRequest { id, kind, state, body, received_at, due, extension, answer, .. } = request;
    let settled = answer.is_some();
    let due_label = if settled { text.was_due() } else { text.due() };
    let due_words = people_instant_seen_from(browser::now(), due.due, locale());
    let title = ["solicitud-", &id].concat();
    let labelled_by = title.clone();
    let said = |title: String, said: String| {
        view! { <div class="data-request__said"><p class="soft small">{title}</p><p class="data-request__words">{said}</p></div> }
    };
    view! {
        <article class="sheet stack data-request" aria-labelledby=labelled_by>
            <div class="row row--apart">
                <h3 id=title>{words::request_title(kind, received_at)}</h3>
                <StateMark state=state due=due.due/>
            </div>
            {who.map(|who| view! { <p class="soft small data-request__who">{who}</p> })}
            <p class="data-request__words">{body}</p>
            {extension.map(|Said { at, body }| view! { <p class="small">{words::extended(at, &body)}</p> })}
            <div class="stack stack--tight">
                <p>{due_label}" "<b>{due_words}</b></p>
                <HowItCloses account=due/>
            </div>
            {answer.map(|Said { at, body }| said(words::answered(at), body))}
            {children.map(|children| children())}
        </article>
    }
}

/// How it stands: a shape, a colour, and the words that say both.
#[component]
fn StateMark(state: DataRequestState, due: Instant) -> impl IntoView {
    let desk = use_desk();
    let words = wording::privacy::state(state, locale());
    let soon = move || {
        desk.with_calendar(|calendar, now| {
            (is_soon(calendar, now, due), attention_from(now, due, calendar, locale()))
        })
    };
    move || {
        let (class, relative) = match (state, soon()) {
            (DataRequestState::Overdue, known) => ("due due--breached", known.map(|(_, relative)| relative)),
            (DataRequestState::AnsweredLate, _) => ("due due--breached", None),
            (DataRequestState::Answered, _) => ("due due--ontime", None),
            (DataRequestState::Open, Some((true, relative))) => ("due due--risk", Some(relative)),
            (DataRequestState::Open, known) => ("due due--ontime", known.map(|(_, relative)| relative)),
        };
        let relative = relative.map(|relative| [", ", &relative].concat());
        view! { <span class=class>{words}{relative}</span> }
    }
}

fn is_soon(calendar: &Calendar, now: Instant, due: Instant) -> bool {
    let left = calendar.elapsed(now, due);
    left <= calendar.day_length().checked_mul(SOON_DAYS).unwrap_or(TimeDelta::MAX)
}
