//! What happened to a ticket, in order: people speak in sheets, the system murmurs in lines between them.

mod entry;

use domain::Instant;
use domain::api::{PersonRef, TimelineEntry};
use domain::ident::LinkId;
use domain::ticket::{EventBody, TicketNumber};
use leptos::prelude::*;

use crate::components::photos_gone_at;
use crate::text::TimelineText;
use entry::{Message, Murmur};

/// The history of a ticket, for either side of the counter.
#[component]
pub fn Timeline(
    /// Whose history.
    number: TicketNumber,
    /// The entries the reader may see, oldest first.
    #[prop(into)]
    entries: Signal<Vec<TimelineEntry>>,
    /// Names for assignments, where the reader may know them.
    #[prop(optional, into)]
    people: Signal<Vec<PersonRef>>,
) -> impl IntoView {
    let gone = Memo::new(move |_| entries.with(|entries| photos_gone_at(entries)));
    view! {
        <ol class="timeline" aria-label=TimelineText::current().history()>
            <For each=move || grouped(entries.get()) key=key let(group)>
                {show(number, group, people, gone.get_untracked())}
            </For>
        </ol>
    }
}

/// An entry with the photos its author added right after it.
#[derive(Clone)]
struct Group {
    head: TimelineEntry,
    photos: Vec<TimelineEntry>,
}

/// Something changes the group only by adding photos, so this names its content.
fn key(group: &Group) -> (u32, usize) {
    (group.head.seq, group.photos.len())
}

/// Photos join the entry before them when the same person added them. Of a link that was taken back only that is told: the
/// record has the rest.
fn grouped(mut entries: Vec<TimelineEntry>) -> Vec<Group> {
    let back: Vec<_> = entries.iter().filter_map(|entry| link_of(&entry.body, false)).cloned().collect();
    entries.retain(|entry| link_of(&entry.body, true).is_none_or(|link| !back.contains(link)));
    let mut groups: Vec<Group> = Vec::with_capacity(entries.len());
    for entry in entries {
        match groups.last_mut() {
            Some(last) if joins(&entry, &last.head) => last.photos.push(entry),
            _ => groups.push(Group { head: entry, photos: Vec::new() }),
        }
    }
    groups
}

/// The link that was made, or taken back.
fn link_of(body: &EventBody, made: bool) -> Option<&LinkId> {
    match body {
        EventBody::HandOverLinkMade { link, .. } if made => Some(link),
        EventBody::HandOverLinkRevoked { link } if !made => Some(link),
        _ => None,
    }
}

fn joins(entry: &TimelineEntry, head: &TimelineEntry) -> bool {
    let photo = matches!(entry.body, EventBody::PhotoAttached(_));
    let speaks = matches!(
        head.body,
        EventBody::Opened(_)
            | EventBody::Replied { .. }
            | EventBody::Noted { .. }
            | EventBody::PhotoAttached(_)
            | EventBody::InformationRequested { .. }
            | EventBody::Resolved { .. }
            | EventBody::Disputed { .. }
    );
    photo && speaks && entry.author == head.author
}

fn show(
    number: TicketNumber,
    group: Group,
    people: Signal<Vec<PersonRef>>,
    gone: Option<Instant>,
) -> AnyView {
    let Group { head, photos } = group;
    let own = matches!(head.body, EventBody::PhotoAttached(_)).then(|| head.clone());
    let photos = own.into_iter().chain(photos).filter_map(|entry| match entry.body {
        EventBody::PhotoAttached(photo) => Some(photo),
        _ => None,
    });
    let photos: Vec<_> = photos.collect();
    let speaks = matches!(
        head.body,
        EventBody::Replied { .. }
            | EventBody::Noted { .. }
            | EventBody::PhotoAttached(_)
            | EventBody::InformationRequested { .. }
            | EventBody::Resolved { .. }
            | EventBody::Disputed { .. }
            | EventBody::Opened(_)
    );
    if speaks {
        view! { <Message number=number entry=head photos=photos gone=gone/> }.into_any()
    } else {
        view! { <Murmur entry=head people=people/> }.into_any()
    }
}
