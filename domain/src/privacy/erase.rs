//! What is left of a history when one of its people has their data erased.
//!
//! Events are history and stay, with their instants, kinds and order: the figures don't change and replay gives the same
//! ticket as the projection, for both come from the same replaced facts. What says who somebody is, and the words they
//! wrote, is replaced where it stands. Words that others wrote are theirs.

use crate::guide::{EmailAddress, FullName, PhoneNumber, Request, Subject};
use crate::ident::AccountId;
use crate::ticket::{By, Event, EventBody};

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

/// Replaces in `event` what is of `person`. Doing it again changes nothing. Answers whether anything changed.
pub fn erase(event: &mut Event, person: &AccountId, with: &Replacement) -> bool {
    let before = event.clone();
    let own = matches!(&event.by, By::Person { account, .. } if account == person);
    match &mut event.body {
        EventBody::Opened(opening) if opening.requester == *person => {
            erase_request(&mut opening.request, with);
        }
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
