//! What can be asked of a ticket.

use super::Rules;
use super::event::{ContactChannel, ContactOutcome, Opening, Photo, Relation};
use super::number::TicketNumber;
use crate::Instant;
use crate::calendar::DayChange;
use crate::guide::{GuideItem, Impact};
use crate::ident::{AccountId, BranchId, CompanyId, LinkId};
use crate::scope::{Kind, OutOfScope};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The one way to change a ticket. Portal, agent, phone desk and cron all send one of these.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Create it.
    Open(Box<Opening>),
    /// Anything a person asks of a ticket that exists.
    Act(Act),
    /// Attach a photo whose bytes are already stored.
    AttachPhoto(Photo),
    /// Note on one ticket what another has to do with it: that a requirement left for it (R9), that it was related to it.
    Link {
        /// The other ticket.
        to: TicketNumber,
        /// How they relate.
        relation: Relation,
    },
    /// An administrator changed a day of attention: tell what it moves (R12).
    CalendarChanged(CalendarChange),
    /// The owner of the address says that the ticket is theirs.
    ConfirmEmail {
        /// Their account.
        requester: AccountId,
        /// Its company.
        company: Option<CompanyId>,
        /// Its branch.
        branch: Option<BranchId>,
    },
    /// Make a link that opens this ticket to a colleague.
    MakeHandOverLink {
        /// Names the link.
        link: LinkId,
        /// When it stops working.
        until: Instant,
    },
    /// Come in by such a link: the first time is told.
    OpenHandOverLink {
        /// Which.
        link: LinkId,
    },
    /// Take such a link back.
    RevokeHandOverLink {
        /// Which.
        link: LinkId,
    },
    /// Time passed: do whatever became due.
    ClockStruck,
}

/// A change of the attention calendar, as open tickets hear of it (R12).
#[derive(Debug, Clone, PartialEq)]
pub struct CalendarChange {
    /// Its place among all changes, from 1. A ticket hears of each once.
    pub serial: u32,
    /// What was asked of the day.
    pub change: DayChange,
    /// The rules before it.
    pub before: Arc<Rules>,
}

/// What a person may ask of an existing ticket; also the body of `POST /api/v1/tickets/{number}/commands`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "command", deny_unknown_fields)]
pub enum Act {
    /// Take it and tell the client it is being analysed (R14).
    Take,
    /// Give it to an agent.
    Assign {
        /// The agent.
        to: AccountId,
    },
    /// Write to the other side.
    Reply {
        /// Plain text.
        body: String,
    },
    /// Write something only staff read.
    Note {
        /// Plain text.
        body: String,
    },
    /// Ask the client for what is missing and wait for it (R15, R18).
    AskForInformation {
        /// Guide items that are missing.
        #[serde(default)]
        missing: Vec<GuideItem>,
        /// Plain text.
        body: String,
    },
    /// Record an attempt to reach the client (R18).
    LogContactAttempt {
        /// How.
        channel: ContactChannel,
        /// With what outcome.
        outcome: ContactOutcome,
        /// For staff.
        #[serde(default)]
        note: String,
    },
    /// Correct kind or impact.
    Reclassify {
        /// The right kind.
        kind: Kind,
        /// The right impact.
        impact: Impact,
    },
    /// It is a bug: hand it to research and development (R16).
    HandToDevelopment {
        /// What was found, for staff.
        evidence: String,
    },
    /// Promise a date: the closing of attention on it (R16).
    CommitDate {
        /// An attention day ahead, in Bogotá.
        date: NaiveDate,
    },
    /// Move a promised date, telling the client why (R16).
    MoveDate {
        /// Another attention day ahead, in Bogotá.
        date: NaiveDate,
        /// Why, for the client.
        reason: String,
    },
    /// Answer with a solution.
    Resolve {
        /// Plain text.
        body: String,
    },
    /// The client agrees that it is solved.
    Confirm,
    /// The client says it is not solved.
    Dispute {
        /// Plain text.
        body: String,
    },
    /// Close for lack of information (R8).
    CloseInsufficient {
        /// Guide items that are missing; at least one.
        missing: Vec<GuideItem>,
        /// Plain text for the client.
        #[serde(default)]
        message: String,
    },
    /// Close as not being support and hand over to the commercial area (R2).
    CloseOutOfScope {
        /// Which of the nine kinds.
        area: OutOfScope,
        /// Plain text for the client.
        #[serde(default)]
        message: String,
    },
    /// Close because another ticket already tells the same.
    CloseDuplicate {
        /// That ticket.
        of: TicketNumber,
    },
    /// Relate it to another ticket; both histories tell it.
    Link {
        /// The other ticket.
        to: TicketNumber,
    },
    /// The client no longer needs it.
    Withdraw,
}

/// The name of a command, for permissions, buttons and audit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CommandKind {
    /// Open a ticket.
    Open,
    /// Take it (R14).
    Take,
    /// Give it to somebody of the desk.
    Assign,
    /// Write to the other side.
    Reply,
    /// Write for the desk alone.
    Note,
    /// Attach a photo.
    AttachPhoto,
    /// Ask the client for what is missing; the wait begins (R15).
    AskForInformation,
    /// Record that somebody tried to reach the client (R18).
    LogContactAttempt,
    /// Correct the kind or the impact (R7).
    Reclassify,
    /// Hand a bug to research and development (R16).
    HandToDevelopment,
    /// Promise a date for it (R16).
    CommitDate,
    /// Move the promised date (R16).
    MoveDate,
    /// Answer with a solution.
    Resolve,
    /// Say that the solution works.
    Confirm,
    /// Say that it doesn't.
    Dispute,
    /// Close for want of information (R8).
    CloseInsufficient,
    /// Close as no matter of support (R2).
    CloseOutOfScope,
    /// Close as told by another ticket already.
    CloseDuplicate,
    /// Take the request back.
    Withdraw,
    /// Make a new requirement a ticket of its own (R9).
    SplitRequirement,
    /// Relate it to another ticket.
    Link,
    /// Hear of a changed day of attention (R12).
    CalendarChanged,
    /// Make or revoke a link for a colleague.
    ShareTicket,
    /// Come in by a link that a colleague made.
    OpenLink,
    /// Show that the address it was sent with is one's own (R7).
    ConfirmEmail,
    /// Let what fell due happen (R19).
    ClockStruck,
}

impl CommandKind {
    /// Every kind a person can send, for tables, buttons and tests.
    pub const BY_PEOPLE: [Self; 22] = [
        Self::Open,
        Self::Take,
        Self::Assign,
        Self::Reply,
        Self::Note,
        Self::AttachPhoto,
        Self::AskForInformation,
        Self::LogContactAttempt,
        Self::Reclassify,
        Self::HandToDevelopment,
        Self::CommitDate,
        Self::MoveDate,
        Self::Resolve,
        Self::Confirm,
        Self::Dispute,
        Self::CloseInsufficient,
        Self::CloseOutOfScope,
        Self::CloseDuplicate,
        Self::Withdraw,
        Self::SplitRequirement,
        Self::Link,
        Self::ShareTicket,
    ];
}

impl Act {
    /// The name of this act.
    #[must_use]
    pub const fn kind(&self) -> CommandKind {
        match self {
            Self::Take => CommandKind::Take,
            Self::Assign { .. } => CommandKind::Assign,
            Self::Reply { .. } => CommandKind::Reply,
            Self::Note { .. } => CommandKind::Note,
            Self::AskForInformation { .. } => CommandKind::AskForInformation,
            Self::LogContactAttempt { .. } => CommandKind::LogContactAttempt,
            Self::Reclassify { .. } => CommandKind::Reclassify,
            Self::HandToDevelopment { .. } => CommandKind::HandToDevelopment,
            Self::CommitDate { .. } => CommandKind::CommitDate,
            Self::MoveDate { .. } => CommandKind::MoveDate,
            Self::Resolve { .. } => CommandKind::Resolve,
            Self::Confirm => CommandKind::Confirm,
            Self::Dispute { .. } => CommandKind::Dispute,
            Self::CloseInsufficient { .. } => CommandKind::CloseInsufficient,
            Self::CloseOutOfScope { .. } => CommandKind::CloseOutOfScope,
            Self::CloseDuplicate { .. } => CommandKind::CloseDuplicate,
            Self::Link { .. } => CommandKind::Link,
            Self::Withdraw => CommandKind::Withdraw,
        }
    }
}

impl Command {
    /// The name of this command.
    #[must_use]
    pub const fn kind(&self) -> CommandKind {
        match self {
            Self::Open(_) => CommandKind::Open,
            Self::Act(act) => act.kind(),
            Self::AttachPhoto(_) => CommandKind::AttachPhoto,
            Self::Link { relation: Relation::SplitInto, .. } => CommandKind::SplitRequirement,
            Self::Link { .. } => CommandKind::Link,
            Self::CalendarChanged(_) => CommandKind::CalendarChanged,
            Self::ConfirmEmail { .. } => CommandKind::ConfirmEmail,
            Self::OpenHandOverLink { .. } => CommandKind::OpenLink,
            Self::MakeHandOverLink { .. } | Self::RevokeHandOverLink { .. } => CommandKind::ShareTicket,
            Self::ClockStruck => CommandKind::ClockStruck,
        }
    }
}
