//! Closing because another ticket already tells the same.

use domain::ticket::{Act, CommandKind};
use leptos::prelude::*;

use super::ClientReads;
use super::other_number::{Other, OtherNumber};
use super::panel::Panel;
use crate::pages::agent::ticket::case::Case;
use crate::text::agent::acts::{self, ActText};

/// Closes as a duplicate of the ticket whose number is given.
#[component]
pub fn Duplicate(
    /// The ticket.
    case: Case,
) -> impl IntoView {
    let say = ActText::current();
    let other = Other::ask(case);
    let make = move |()| other.number().map(|of| Act::CloseDuplicate { of });
    let reads = move || other.tracked().map(acts::duplicate_reads).unwrap_or_default();
    view! {
        <Panel case=case kind=CommandKind::CloseDuplicate make=Callback::new(make)>
            <OtherNumber other=other hint=say.duplicate_hint()/>
            <ClientReads words=Signal::derive(reads)/>
        </Panel>
    }
}
