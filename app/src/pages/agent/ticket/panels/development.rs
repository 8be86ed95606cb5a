//! It is a bug: hand it to research and development with what was found (R16).

use domain::ticket::{Act, CommandKind};
use leptos::prelude::*;

use super::ClientReads;
use super::panel::{Panel, TextBox};
use crate::pages::agent::ticket::case::Case;
use crate::text::agent::acts::ActText;

/// Hands the ticket over with the evidence.
#[component]
pub fn Development(
    /// The ticket.
    case: Case,
) -> impl IntoView {
    let say = ActText::current();
    let evidence = RwSignal::new(String::new());
    let make = move |()| match evidence.get_untracked() {
        evidence if evidence.trim().is_empty() => Err(say.text_required()),
        evidence => Ok(Act::HandToDevelopment { evidence }),
    };
    view! {
        <Panel case=case kind=CommandKind::HandToDevelopment make=Callback::new(make)>
            <TextBox id="evidence" label=say.evidence() hint=say.evidence_hint() text=evidence/>
            <ClientReads words=Signal::stored(say.development_reads().to_owned())/>
        </Panel>
    }
}
