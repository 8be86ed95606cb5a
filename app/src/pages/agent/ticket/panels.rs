//! One small panel for each thing that needs a decision more than words.

mod assign;
mod client_reads;
mod contact;
mod date;
mod development;
mod duplicate;
mod insufficient;
mod link;
mod missing_items;
mod other_number;
mod out_of_scope;
mod panel;
mod reclassify;

use domain::ticket::CommandKind;
use leptos::prelude::*;

pub use self::client_reads::ClientReads;
pub use self::missing_items::MissingItems;

use super::case::Case;

/// The panel that is open, if one is.
#[component]
pub fn OpenPanel(
    /// The ticket.
    case: Case,
) -> impl IntoView {
    move || {
        let panel = match case.panel.get()? {
            CommandKind::LogContactAttempt => view! { <contact::Contact case=case/> }.into_any(),
            CommandKind::Assign => view! { <assign::Assign case=case/> }.into_any(),
            CommandKind::Reclassify => view! { <reclassify::Reclassify case=case/> }.into_any(),
            CommandKind::HandToDevelopment => view! { <development::Development case=case/> }.into_any(),
            CommandKind::CommitDate => view! { <date::PromiseDate case=case moves=false/> }.into_any(),
            CommandKind::MoveDate => view! { <date::PromiseDate case=case moves=true/> }.into_any(),
            CommandKind::CloseInsufficient => view! { <insufficient::Insufficient case=case/> }.into_any(),
            CommandKind::CloseOutOfScope => view! { <out_of_scope::NotSupport case=case/> }.into_any(),
            CommandKind::CloseDuplicate => view! { <duplicate::Duplicate case=case/> }.into_any(),
            CommandKind::Link => view! { <link::Relate case=case/> }.into_any(),
            _ => return None,
        };
        Some(panel)
    }
}
