//! A ticket that this device may see without anybody being signed in: it was opened by a code, a link, or by sending it.

use domain::ticket::TicketNumber;
use leptos::prelude::*;

use crate::browser;
use crate::session::{SessionState, SignedIn, use_session};

fn mark(number: TicketNumber) -> String {
    format!("soho.pase.{}", number.digits())
}

/// The Worker gave this device a way to the ticket. The cookie itself is out of reach; this only remembers to ask.
pub fn remember_pass(number: TicketNumber) {
    browser::remember(&mark(number), "1");
}

/// The way is closed.
pub fn forget_pass(number: TicketNumber) {
    browser::forget(&mark(number));
}

/// Whether this device was given a way to the ticket.
pub fn has_pass(number: TicketNumber) -> bool {
    browser::recall(&mark(number)).is_some()
}

/// Shows its children to people who are signed in, and on a device that was given a way to this ticket.
#[component]
pub fn MaySee(number: TicketNumber, children: ChildrenFn) -> impl IntoView {
    let session = use_session();
    if !has_pass(number) {
        return view! { <SignedIn>{children()}</SignedIn> }.into_any();
    }
    // Whoever is signed in here as well keeps the page's frame in step; the ticket doesn't wait for it.
    if matches!(session.state_now(), SessionState::Unknown) {
        session.reload();
    }
    children().into_any()
}
