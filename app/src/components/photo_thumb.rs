//! Photos of a ticket, small, each a link to the whole; and what is said in the place of those that are gone.

use domain::Instant;
use domain::api::TimelineEntry;
use domain::privacy::DataPolicy;
use domain::ticket::{EventBody, Photo, TicketNumber};
use leptos::prelude::*;
use wording::privacy::RETIRED;

use crate::api::photo_url;
use crate::browser;
use crate::text::{SharedText, TimelineText};

/// When the photos of a case went, if their time is over: so long after it ended.
pub fn photos_gone_at(timeline: &[TimelineEntry]) -> Option<Instant> {
    let ended = timeline.iter().rfind(|entry| matches!(entry.body, EventBody::Closed { .. }))?;
    Some(DataPolicy::SOHO.photos_until(ended.at)).filter(|at| *at <= browser::now())
}

/// Photos that belong together.
#[component]
pub fn PhotoThumbs(
    /// Whose photos.
    number: TicketNumber,
    /// The photos.
    photos: Vec<Photo>,
    /// When they went, if their time is over.
    gone: Option<Instant>,
) -> impl IntoView {
    let text = TimelineText::current();
    // What is left of a photo whose sender had their data erased is its place in the history.
    let (erased, mut photos): (Vec<_>, Vec<_>) = photos.into_iter().partition(|photo| photo.name == RETIRED);
    let mut went = (!erased.is_empty()).then(|| text.photos_erased().to_owned());
    if let Some(at) = gone.filter(|_| !photos.is_empty()) {
        photos.clear();
        went = Some(text.photos_went(at));
    }
    let thumbs = (!photos.is_empty()).then(|| {
        let photos =
            photos.into_iter().map(|photo| view! { <li><PhotoThumb number=number photo=photo/></li> });
        view! { <ul class="thumbs">{photos.collect_view()}</ul> }
    });
    view! {
        {thumbs}
        {went.map(|went| view! { <p class="soft small">{went}</p> })}
    }
}

/// A photo of a ticket; a tap opens it whole in another tab.
#[component]
fn PhotoThumb(number: TicketNumber, photo: Photo) -> impl IntoView {
    let address = photo_url(number, &photo.id);
    let picture = address.clone();
    let label = format!("{}: {}", SharedText::current().photo_open(), photo.name);
    view! {
        <a class="thumb" href=address target="_blank" rel="noopener" aria-label=label>
            <img src=picture alt="" loading="lazy" decoding="async"/>
        </a>
    }
}
