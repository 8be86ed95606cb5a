//! A ticket and its life. It changes in one way only: a [`Command`] is decided into [`Event`]s, and the events are folded.
//!
//! Events are the truth. [`Ticket`] is what they add up to; the stored row is a copy of it kept for queries, and
//! [`replay`] of the events must give exactly that row.

mod apply;
pub mod by_phone;
pub mod command;
pub mod deadlines;
mod decide;
pub mod event;
mod hand_over;
pub mod likeness;
mod moved;
pub mod number;
mod permit;
pub mod refusal;
mod rules;

pub use apply::{ReplayError, replay};
pub use command::{Act, CalendarChange, Command, CommandKind};
pub use deadlines::{Promise, PromiseState, next_deadline_at, opening_promises, promises, queue_at};
pub use decide::decide;
pub use event::{
    By, Channel, Closure, ContactChannel, ContactOutcome, Event, EventBody, Opening, Photo, PromiseKind,
    Relation,
};
pub use hand_over::{permit_link, tells_opening};
pub use moved::{Deadline, MovedDeadline, is_committed_for, moved_deadlines};
pub use number::TicketNumber;
pub use permit::{available, permit};
pub use refusal::Refusal;
pub use rules::Rules;

use crate::Instant;
use crate::access::Side;
use crate::calendar::Wait;
use crate::guide::{GuideItem, Request};
use crate::ident::{AccountId, BranchId, CompanyId};
use serde::{Deserialize, Serialize};

/// Where a ticket stands. Whose turn it is follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Nobody has taken it yet.
    Received,
    /// A person is analysing it.
    InAnalysis,
    /// The desk waits for the client: R15 pauses, R18 may run.
    WaitingOnClient,
    /// Research and development has it (R16).
    InDevelopment,
    /// The desk answered with a solution and waits for the client's word.
    Resolved,
    /// Over, for good.
    Closed,
}

impl Status {
    /// Every status, for tables and tests.
    pub const ALL: [Self; 6] = [
        Self::Received,
        Self::InAnalysis,
        Self::WaitingOnClient,
        Self::InDevelopment,
        Self::Resolved,
        Self::Closed,
    ];

    /// The stable name used on the wire and in storage.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::InAnalysis => "in_analysis",
            Self::WaitingOnClient => "waiting_on_client",
            Self::InDevelopment => "in_development",
            Self::Resolved => "resolved",
            Self::Closed => "closed",
        }
    }
}

/// An unsuccessful attempt to reach the client since they last spoke (R18).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// When.
    pub at: Instant,
    /// How.
    pub channel: ContactChannel,
    /// With what outcome.
    pub outcome: ContactOutcome,
}

/// The date research and development promised (R16). The first promise is never forgotten.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BugPromise {
    /// The first date promised.
    pub first: Instant,
    /// The date that stands.
    pub current: Instant,
    /// How often it moved.
    pub moves: u32,
}

/// What is known of the bug behind a ticket (R16).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bug {
    /// When it was handed to research and development.
    pub handed_at: Instant,
    /// What was promised, once it was.
    pub promise: Option<BugPromise>,
}

/// A promise that was missed, or of whose nearness the desk was warned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Which promise.
    pub promise: PromiseKind,
    /// The instant it was due.
    pub due: Instant,
}

/// How and when a ticket ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    /// When.
    pub at: Instant,
    /// Why.
    pub closure: Closure,
    /// Whether someone of the desk closed it, rather than the client or the clock.
    pub by_desk: bool,
}

/// Everything the events of one ticket add up to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ticket {
    /// The number people quote (R11).
    pub number: TicketNumber,
    /// How many events are folded in; the next event's sequence number.
    pub revision: u32,
    /// The client's company; none until someone at SOHO says which hotel an unknown address belongs to.
    pub company: Option<CompanyId>,
    /// Its branch.
    pub branch: Option<BranchId>,
    /// The person who is helped.
    pub requester: AccountId,
    /// How it came in.
    pub channel: Channel,
    /// The guide's answers, with kind and impact as corrected since.
    pub request: Request,
    /// Whether it was critical when it was opened (R14 depends on that moment).
    pub opened_critical: bool,
    /// The start of its clocks.
    pub opened_at: Instant,
    /// When it last changed.
    pub changed_at: Instant,
    /// Where it stands.
    pub status: Status,
    /// The agent who has it.
    pub assignee: Option<AccountId>,
    /// When a person took it (R14).
    pub first_responded_at: Option<Instant>,
    /// When the desk last answered with a solution that stands.
    pub resolved_at: Option<Instant>,
    /// Finished waits on the client (R15).
    pub waits: Vec<Wait>,
    /// Start of the wait that is running, also while a resolution awaits the client's word.
    pub waiting_since: Option<Instant>,
    /// Guide items asked for in the running wait.
    pub missing: Vec<GuideItem>,
    /// Unsuccessful attempts since the client last spoke (R18).
    pub attempts: Vec<Attempt>,
    /// Which side spoke last.
    pub last_speaker: Side,
    /// The bug, once analysis found one (R16).
    pub bug: Option<Bug>,
    /// Warnings already given to the desk.
    pub warnings: Vec<Mark>,
    /// Promises missed. Only grows (R19).
    pub breaches: Vec<Mark>,
    /// The last change of the calendar it heard of (R12).
    #[serde(default)]
    pub calendar_change: u32,
    /// Related tickets.
    pub links: Vec<(Relation, TicketNumber)>,
    /// Photos attached.
    pub photos: u32,
    /// Whether nobody has proven yet to own its address (R7).
    #[serde(default)]
    pub unconfirmed: bool,
    /// The end, once it came.
    pub ending: Option<Ending>,
}

impl Ticket {
    /// Whether it is with, or was handed to, research and development.
    #[must_use]
    pub const fn is_bug(&self) -> bool {
        self.bug.is_some()
    }

    /// R7, as it stands now.
    #[must_use]
    pub const fn is_critical(&self) -> bool {
        self.request.impact.is_critical()
    }

    /// The date promise that stands, if research and development made one (R16).
    #[must_use]
    pub fn bug_promise(&self) -> Option<&BugPromise> {
        self.bug.as_ref().and_then(|bug| bug.promise.as_ref())
    }

    /// Whether `promise` was ever missed.
    #[must_use]
    pub fn breached(&self, promise: PromiseKind) -> bool {
        self.breaches.iter().any(|mark| mark.promise == promise)
    }

    /// Whether the client of this ticket, closed as a duplicate, finds the matter going on in `other`: it must be open, and
    /// their company's, or theirs and of no other hotel.
    #[must_use]
    pub fn may_go_on_in(&self, other: &Self) -> bool {
        let same_company = self.company.is_some() && self.company == other.company;
        let of_no_other = self.company.is_none() || other.company.is_none() || same_company;
        other.status != Status::Closed && (same_company || self.requester == other.requester && of_no_other)
    }

    /// Where the ticket goes when the client has answered.
    const fn status_at_desk(&self) -> Status {
        if self.bug.is_some() { Status::InDevelopment } else { Status::InAnalysis }
    }
}
