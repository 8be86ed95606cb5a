//! Relating a ticket to another that has to do with it: the desk's own memory.

use domain::ticket::{Act, CommandKind};
use leptos::prelude::*;

use super::other_number::{Other, OtherNumber};
use super::panel::Panel;
use crate::pages::agent::ticket::case::Case;
use crate::text::agent::acts::ActText;

/// Relates it to the ticket whose number is given.
#[component]
pub fn Relate(
    /// The ticket.
    case: Case,
) -> impl IntoView {
    let say = ActText::current();
    let other = Other::ask(case);
    let make = move |()| other.number().map(|to| Act::Link { to });
    view! {
        <Panel case=case kind=CommandKind::Link make=Callback::new(make)>
            <OtherNumber other=other hint=say.link_hint()/>
            <p class="small soft">{say.link_quiet()}</p>
        </Panel>
    }
}
