//! Why a command was not carried out. Each has a stable code; what to do about it is told by `wording`.

use super::Status;
use serde::{Deserialize, Serialize};

/// A command that the contract does not allow now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "refusal")]
pub enum Refusal {
    /// There is no such ticket, as far as this person may know.
    NotFound,
    /// The role may never do this.
    Forbidden,
    /// The ticket exists already.
    AlreadyOpen,
    /// Closed is final: a new ticket can continue it.
    Closed,
    /// Not in this status.
    NotInStatus {
        /// Where the ticket stands.
        status: Status,
    },
    /// Another agent took it first.
    AlreadyTaken,
    /// A resolution waits for the client's word: confirm it or say what still fails.
    ConfirmOrDispute,
    /// A text that must be there is empty.
    TextMissing,
    /// A text is longer than the policy allows.
    TextTooLong {
        /// The limit in characters.
        limit: u32,
    },
    /// Closing as insufficient must say which guide items are missing (R8).
    MissingItemsRequired,
    /// A date was promised already: move it instead (R16).
    DateAlreadyCommitted,
    /// There is no promised date to move (R16).
    NoDateCommitted,
    /// A promised date lies ahead (R16).
    DateNotAhead,
    /// Nobody attends on that date (R12).
    DateNotAttentionDay,
    /// The date is the one promised already.
    DateUnchanged,
    /// It is that agent's already.
    AlreadyAssigned,
    /// A ticket cannot refer to itself.
    SameTicket,
    /// The two tickets are related like this already.
    AlreadyLinked,
    /// The ticket's owner is known already.
    EmailAlreadyConfirmed,
    /// The ticket has as many photos as it takes.
    PhotosFull {
        /// The most.
        limit: u32,
    },
    /// As many hand-over links of the ticket work as may.
    LinksFull {
        /// The most.
        limit: u32,
    },
}

impl Refusal {
    /// The stable code used on the wire.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not_found",
            Self::Forbidden => "forbidden",
            Self::AlreadyOpen => "already_open",
            Self::Closed => "ticket_closed",
            Self::NotInStatus { .. } => "not_in_status",
            Self::AlreadyTaken => "already_taken",
            Self::ConfirmOrDispute => "confirm_or_dispute",
            Self::TextMissing => "text_missing",
            Self::TextTooLong { .. } => "text_too_long",
            Self::MissingItemsRequired => "missing_items_required",
            Self::DateAlreadyCommitted => "date_already_committed",
            Self::NoDateCommitted => "no_date_committed",
            Self::DateNotAhead => "date_not_ahead",
            Self::DateNotAttentionDay => "date_not_attention_day",
            Self::DateUnchanged => "date_unchanged",
            Self::AlreadyAssigned => "already_assigned",
            Self::SameTicket => "same_ticket",
            Self::AlreadyLinked => "already_linked",
            Self::EmailAlreadyConfirmed => "email_already_confirmed",
            Self::PhotosFull { .. } => "photos_full",
            Self::LinksFull { .. } => "links_full",
        }
    }
}
