//! What is left of a history when one of its people has their data erased.
//!
//! Events are history and stay, with their instants, kinds and order: the figures don't change and replay gives the same
//! ticket as the projection, for both come from the same replaced facts. What says who somebody is, and the words they
//! wrote, is replaced where it stands. Words that others wrote are theirs.

use crate::access::Way;
use crate::guide::{EmailAddress, FullName, PhoneNumber, Request, Subject};
use crate::ident::{AccountId, PhotoId};
use crate::ticket::{By, Event, EventBody, Opening};

/// What stands where a person's facts stood.
#[derive(Debug, Clone)]
pub struct Replacement {
    /// For a name.
    pub name: FullName,
    /// For an address.
    pub email: EmailAddress,
    /// For a phone.
    pub phone: PhoneNumber,
    /// For the subject of a ticket.
    pub subject: Subject,
    /// For words.
    pub text: String,
}

/// What taking a person out of a history came to.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Erased {
    /// The events that are others now, by their place.
    pub changed: Vec<u32>,
    /// Photos of theirs, whose bytes are to go.
    pub photos: Vec<PhotoId>,
}

/// Replaces in a history what is of `person`. Doing it again changes nothing more.
///
/// Whose a ticket is, is what the whole history says: a critical one that was sent before its address was confirmed (R7) was
/// opened by a stand-in, and what its sender wrote meanwhile is its owner's from then on. One that adds up to no ticket is
/// read all the same, so that it keeps nobody's facts.
pub fn erase(history: &mut [Event], person: &AccountId, with: &Replacement) -> Erased {
    let theirs = is_theirs(history, person);
    erase_own(history, |event| is_own(event, person, theirs), theirs, with)
}

/// Replaces in a history what is of whoever came by a colleague's link under this name: they have no account to be known by.
pub fn erase_visitor(history: &mut [Event], visitor: &str, with: &Replacement) -> Erased {
    let own =
        |event: &Event| matches!(&event.by, By::Visitor { door: Way::HandOver, name, .. } if name == visitor);
    erase_own(history, own, false, with)
}

fn erase_own(
    history: &mut [Event],
    is_own: impl Fn(&Event) -> bool,
    theirs: bool,
    with: &Replacement,
) -> Erased {
    let mut erased = Erased::default();
    for (seq, event) in (0_u32..).zip(history) {
        let own = is_own(event);
        if let (true, EventBody::PhotoAttached(photo)) = (own, &event.body) {
            erased.photos.push(photo.id.clone());
        }
        if erase_event(event, own, theirs, with) {
            erased.changed.push(seq);
        }
    }
    erased
}

/// What `person` wrote and did in a history, by its place, on the same terms: also what was sent before its owner was known.
pub fn own_events<'a>(
    history: &'a [Event],
    person: &'a AccountId,
) -> impl Iterator<Item = (u32, &'a Event)> + 'a {
    let theirs = is_theirs(history, person);
    let opening = move |event: &Event| theirs && matches!(event.body, EventBody::Opened(_));
    (0_u32..).zip(history).filter(move |(_, event)| is_own(event, person, theirs) || opening(event))
}

fn is_theirs(history: &[Event], person: &AccountId) -> bool {
    history.iter().rev().find_map(requester) == Some(person)
}

fn is_own(event: &Event, person: &AccountId, theirs: bool) -> bool {
    match &event.by {
        By::Person { account, .. } => account == person,
        By::Visitor { door, .. } => theirs && *door == Way::Sender,
        By::Clock => false,
    }
}

/// Whom an event says the ticket is of.
const fn requester(event: &Event) -> Option<&AccountId> {
    match &event.body {
        EventBody::Opened(Opening { requester, .. }) | EventBody::EmailConfirmed { requester, .. } => {
            Some(requester)
        }
        _ => None,
    }
}

/// Replaces what one event has of them: `own` when they did it, `theirs` when the ticket is. Answers whether anything changed.
fn erase_event(event: &mut Event, own: bool, theirs: bool, with: &Replacement) -> bool {
    let before = event.clone();
    if let (true, By::Visitor { name, .. }) = (own, &mut event.by) {
        with.name.as_str().clone_into(name);
    }
    match &mut event.body {
        EventBody::Opened(opening) if theirs => erase_request(&mut opening.request, with),
        EventBody::PhotoAttached(photo) if own => photo.name.clone_from(&with.text),
        EventBody::Replied { body }
        | EventBody::Noted { body }
        | EventBody::Disputed { body }
        | EventBody::Resolved { body }
        | EventBody::InformationRequested { body, .. }
        | EventBody::Closed { message: body, .. }
            if own && !body.is_empty() =>
        {
            body.clone_from(&with.text);
        }
        _ => {}
    }
    *event != before
}

/// What is asked for stays countable: kind, application, module and impact say nothing of anybody.
fn erase_request(request: &mut Request, with: &Replacement) {
    let Request {
        full_name,
        company: _,
        email,
        phone,
        subject,
        kind: _,
        description,
        application: _,
        module: _,
        process,
        menu_path,
        parameters,
        error_code,
        impact: _,
    } = request;
    full_name.clone_from(&with.name);
    email.clone_from(&with.email);
    phone.clone_from(&with.phone);
    subject.clone_from(&with.subject);
    for words in [description, process, menu_path, parameters].into_iter().chain(error_code) {
        if !words.is_empty() {
            words.clone_from(&with.text);
        }
    }
}
