//! A photo in a timeline: small, and a link to the whole.

use domain::ticket::{Photo, TicketNumber};
use leptos::prelude::*;

use crate::api::photo_url;
use crate::text::SharedText;

/// A photo of a ticket; a tap opens it whole in another tab.
#[component]
pub fn PhotoThumb(
    /// Whose photo.
    number: TicketNumber,
    /// The photo.
    photo: Photo,
) -> impl IntoView {
    let address = photo_url(number, &photo.id);
    let picture = address.clone();
    let label = format!("{}: {}", SharedText::current().photo_open(), photo.name);
    view! {
        <a class="thumb" href=address target="_blank" rel="noopener" aria-label=label>
            <img src=picture alt="" loading="lazy" decoding="async"/>
        </a>
    }
}
