//! Closing because the exact problem can't be inferred (R8).

use domain::guide::{GuideItem, Need, need};
use domain::ticket::{Act, CommandKind};
use leptos::prelude::*;
use wording::findings::item_label;

use super::panel::{Panel, TextBox};
use super::{ClientReads, MissingItems};
use crate::locale::locale;
use crate::pages::agent::ticket::case::Case;
use crate::text::agent::acts::ActText;

/// Closes for lack of information, saying what is missing.
#[component]
pub fn Insufficient(
    /// The ticket.
    case: Case,
) -> impl IntoView {
    let say = ActText::current();
    let missing = RwSignal::new(Vec::new());
    let message = RwSignal::new(String::new());
    let make = move |()| match missing.get_untracked() {
        missing if missing.is_empty() => Err(say.missing_required()),
        missing => Ok(Act::CloseInsufficient { missing, message: message.get_untracked() }),
    };
    let kind = case.view.with_untracked(|view| view.request.kind);
    let asked = |item: &GuideItem| item.field().is_none_or(|field| need(Some(kind), field) != Need::NotAsked);
    let items = GuideItem::ALL.into_iter().filter(asked).collect();
    let reads = move || {
        let missing = missing.get();
        if missing.is_empty() {
            return String::new();
        }
        let items: Vec<_> = missing.into_iter().map(|item| item_label(item, locale())).collect();
        let said = [say.insufficient_reads(), " ", &items.join(", ").to_lowercase(), "."].concat();
        [&said, message.read().trim(), say.insufficient_again()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("\n")
    };
    view! {
        <Panel case=case kind=CommandKind::CloseInsufficient make=Callback::new(make)>
            <MissingItems case=case items=items missing=missing/>
            <TextBox id="insufficient-message" label=say.message_optional() text=message/>
            <ClientReads words=Signal::derive(reads)/>
        </Panel>
    }
}
