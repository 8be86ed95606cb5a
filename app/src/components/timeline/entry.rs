//! One entry of a timeline.

use domain::Instant;
use domain::access::Side;
use domain::api::{Author, PersonRef, TimelineEntry};
use domain::ticket::{EventBody, Photo, TicketNumber};
use leptos::prelude::*;
use wording::dates::short_instant_seen_from;

use crate::browser;
use crate::components::PhotoThumbs;
use crate::locale::locale;
use crate::text::TimelineText;
use crate::text::timeline::{came_by, items, sentence, side};

/// What a person said, with the photos they added.
#[component]
pub fn Message(
    number: TicketNumber,
    entry: TimelineEntry,
    photos: Vec<Photo>,
    /// When its photos went, if their time is over.
    gone: Option<Instant>,
) -> impl IntoView {
    let text = TimelineText::current();
    let note = matches!(entry.body, EventBody::Noted { .. });
    let (doing, body) = words(&entry.body);
    let Author { name, side: from, you, via } = entry.author.unwrap_or(Author {
        name: text.desk().to_owned(),
        side: Side::Desk,
        you: false,
        via: None,
    });
    let client = from == Side::Client;
    let kind = match (note, client) {
        (true, _) => "event event--note",
        (false, true) => "event event--client",
        (false, false) => "event event--team",
    };
    let initials = initials(&name);
    let actor = if you { text.you().to_owned() } else { name };
    let actor = via.map_or_else(|| actor.clone(), |door| format!("{actor}, {}", came_by(door)));
    let role = if note { text.note() } else { doing.unwrap_or_else(|| side(from)) };
    let empty = body.is_empty() && photos.is_empty();
    view! {
        <li class=kind>
            <span class="avatar event__mark" class:avatar--team=!client aria-hidden="true">{initials}</span>
            <div>
                <p class="event__head">
                    <span class="event__actor">{actor}</span>
                    <span class="event__role">{role}</span>
                    <When at=entry.at/>
                </p>
                {(!empty)
                    .then(|| {
                        view! {
                            <div class="event__body">
                                {body.into_iter().map(|part| view! { <p>{part}</p> }).collect_view()}
                                <PhotoThumbs number=number photos=photos gone=gone/>
                            </div>
                        }
                    })}
            </div>
        </li>
    }
}

/// What they did, when it was more than writing, and the paragraphs.
fn words(body: &EventBody) -> (Option<&'static str>, Vec<String>) {
    let text = TimelineText::current();
    let said = |body: &String| Some(body.clone()).filter(|body| !body.trim().is_empty());
    match body {
        EventBody::Opened(opening) => (Some(text.opens()), vec![opening.request.description.clone()]),
        EventBody::Replied { body } | EventBody::Noted { body } => (None, said(body).into_iter().collect()),
        EventBody::PhotoAttached(_) => (Some(text.attached()), Vec::new()),
        EventBody::InformationRequested { missing, body } => {
            let missing = (!missing.is_empty()).then(|| format!("{} {}.", text.asked_for(), items(missing)));
            (Some(text.asks()), said(body).into_iter().chain(missing).collect())
        }
        EventBody::Resolved { body } => (Some(text.resolves()), said(body).into_iter().collect()),
        EventBody::Disputed { body } => (Some(text.disputes()), said(body).into_iter().collect()),
        _ => (None, Vec::new()),
    }
}

/// What happened, in one line.
#[component]
pub fn Murmur(entry: TimelineEntry, people: Signal<Vec<PersonRef>>) -> impl IntoView {
    let promise = matches!(
        entry.body,
        EventBody::Taken
            | EventBody::DateCommitted { .. }
            | EventBody::DateMoved { .. }
            | EventBody::CalendarChanged { .. }
    );
    let kind = if promise { "event event--promise" } else { "event event--system" };
    let text = TimelineText::current();
    let who = match &entry.author {
        Some(author) if author.you => text.you().to_owned(),
        Some(author) => {
            // That somebody opened a link says how they came.
            let via = author.via.filter(|_| !matches!(entry.body, EventBody::HandOverLinkOpened { .. }));
            let via = via.map(|door| format!(", {}", came_by(door))).unwrap_or_default();
            author.name.clone() + &via
        }
        None => text.desk().to_owned(),
    };
    let at = entry.at;
    let extra = extra(&entry.body);
    let line = move || {
        let to = match &entry.body {
            EventBody::Assigned { to } => people.with(|people| {
                people.iter().find(|person| &person.account == to).map(|person| person.name.clone())
            }),
            _ => None,
        };
        sentence(&entry.body, &who, to.as_deref())
    };
    view! {
        <li class=kind>
            <span class="event__mark" aria-hidden="true"></span>
            <div>
                <p class="event__line"><span>{line}</span><When at=at/></p>
                {extra.map(|extra| view! { <p class="event__line"><span>{extra}</span></p> })}
            </div>
        </li>
    }
}

/// What somebody added in their own words.
fn extra(body: &EventBody) -> Option<String> {
    let words = match body {
        EventBody::DateMoved { reason, .. } => reason,
        EventBody::Closed { message, .. } => message,
        EventBody::HandedToDevelopment { evidence } => evidence,
        EventBody::ContactAttempted { note, .. } => note,
        _ => return None,
    };
    (!words.trim().is_empty()).then(|| words.clone())
}

#[component]
fn When(at: Instant) -> impl IntoView {
    let machine = at.to_rfc3339();
    view! { <time class="event__time" datetime=machine>{short_instant_seen_from(browser::now(), at, locale())}</time> }
}

/// "AR" of "Ana Ruiz".
fn initials(name: &str) -> String {
    name.split_whitespace().filter_map(|word| word.chars().next()).take(2).collect::<String>().to_uppercase()
}
