//! What the client reported, laid out for reading quickly: the words first, then every answer of the guide.

use domain::guide::{Field, Need, need};
use domain::ticket::EventBody;
use leptos::prelude::*;
use wording::dates::short_instant_seen_from;
use wording::findings;

use super::case::Case;
use crate::browser;
use crate::components::{PhotoThumbs, photos_gone_at};
use crate::locale::locale;
use crate::text::agent::ticket::{self as text, DeskTicketText};

/// The answers after the description, in the order an agent reads them.
const ANSWERS: [Field; 6] =
    [Field::ErrorCode, Field::MenuPath, Field::Parameters, Field::Process, Field::Module, Field::Application];

/// The report.
#[component]
pub fn Report(
    /// The ticket.
    case: Case,
) -> impl IntoView {
    let say = DeskTicketText::current();
    let request = Memo::new(move |_| case.view.with(|view| view.request.clone()));
    let opened = move || {
        case.view.with(|view| {
            let opening = view.timeline.first()?;
            let EventBody::Opened(opened) = &opening.body else { return None };
            let who = opening.author.as_ref().map_or("", |author| &author.name);
            let at = short_instant_seen_from(browser::now(), opening.at, locale());
            Some(text::opened(opened.channel, who, &at))
        })
    };
    let photos = Memo::new(move |_| {
        case.view.with(|view| {
            let after = view.timeline.iter().skip(1).map_while(|entry| match &entry.body {
                EventBody::PhotoAttached(photo) => Some(photo.clone()),
                _ => None,
            });
            after.collect::<Vec<_>>()
        })
    });
    let answers = move || {
        request.with(|request| {
            let asked =
                ANSWERS.into_iter().filter(|field| need(Some(request.kind), *field) != Need::NotAsked);
            let line = |field| {
                let said =
                    request.text(field).map(str::trim).filter(|said| !said.is_empty()).map(str::to_owned);
                let class = if said.is_some() { "" } else { "soft" };
                let said = said.unwrap_or_else(|| say.not_said().to_owned());
                let path = (field == Field::MenuPath && said.contains('>')).then(|| steps(&said));
                view! {
                    <div>
                        <dt>{findings::label(field, locale())}</dt>
                        <dd class=class>{path.unwrap_or_else(|| said.into_any())}</dd>
                    </div>
                }
            };
            asked.map(line).collect_view()
        })
    };
    view! {
        <section class="sheet report" aria-labelledby="report">
            <div class="row row--apart">
                <h2 class="sheet__title" id="report">{say.reported()}</h2>
                <p class="small soft">{opened}</p>
            </div>
            <p class="report__words">{move || request.with(|request| request.description.clone())}</p>
            <dl class="facts report__answers">{answers}</dl>
            {move || {
                let photos = photos.get();
                let of = photos.len();
                (of > 0)
                    .then(|| {
                        let gone = case.view.with_untracked(|view| photos_gone_at(&view.timeline));
                        view! { <PhotoThumbs number=case.number photos=photos gone=gone/> }
                    })
            }}
        </section>
    }
}

/// A menu path as the steps it has.
fn steps(path: &str) -> AnyView {
    let steps = path.split('>').map(|step| view! { <li>{step.trim().to_owned()}</li> });
    view! { <ol class="menu-path">{steps.collect_view()}</ol> }.into_any()
}
