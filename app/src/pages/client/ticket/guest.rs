//! What a reader who isn't signed in is told above the ticket, and where they go when their way to it ended.

use domain::ticket::TicketNumber;
use leptos::prelude::*;

use super::case::Case;
use crate::api::ApiError;
use crate::components::ErrorPanel;
use crate::door::forget_pass;
use crate::session::sign_in_path;
use crate::text::{DoorText, SharedText};

/// How they came, and that an address is still to be confirmed.
#[component]
pub fn GuestNote(case: Case) -> impl IntoView {
    let text = DoorText::current();
    let way = case.part(|ticket| ticket.door);
    let unconfirmed =
        case.part(|ticket| ticket.summary.unconfirmed.then(|| ticket.request.email.as_str().to_owned()));
    view! {
        {move || way.get().map(|way| view! { <p class="banner">{text.came(way)}" "{text.only_this()}</p> })}
        {move || unconfirmed.get().map(|email| view! { <Unconfirmed email=email/> })}
    }
}

/// The address is still to be confirmed (R7).
#[component]
pub fn Unconfirmed(
    /// Where the mail went, so that a slip is seen.
    email: String,
) -> impl IntoView {
    let text = DoorText::current();
    view! {
        <div class="banner banner--asks">
            <div>
                <b>{text.unconfirmed_title()}</b>
                <p>{text.unconfirmed_text()}</p>
                <p>{text.unconfirmed_where()}" "<b class="hand-over-address">{email}</b>". "{text.unconfirmed_slip()}</p>
            </div>
        </div>
    }
}

/// The pass of this device ended, or was taken back.
#[component]
pub fn SignInAgain(number: TicketNumber, error: ApiError) -> impl IntoView {
    forget_pass(number);
    let back = sign_in_path(&format!("/tickets/{}", number.digits()));
    view! {
        <ErrorPanel error=error/>
        <p class="row"><a class="button button--primary" href=back>{SharedText::current().sign_in()}</a></p>
    }
}
