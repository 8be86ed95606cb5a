//! What happened to a ticket. Events are the truth; everything else is derived from them.

use super::moved::MovedDeadline;
use super::number::TicketNumber;
use crate::Instant;
use crate::access::{Role, Side, Way};
use crate::guide::{GuideItem, Impact, Request};
use crate::ident::{AccountId, BranchId, CompanyId, LinkId, PhotoId};
use crate::scope::{Kind, OutOfScope};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One fact in a ticket's history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// When it took effect. For what the clock does, the instant that was due, however late the sweep came (R19).
    pub at: Instant,
    /// Who made it happen.
    pub by: By,
    /// What happened.
    #[serde(flatten)]
    pub body: EventBody,
}

/// The author of an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// A person, in the role they had then.
    Person {
        /// The account.
        account: AccountId,
        /// The role at that moment.
        role: Role,
    },
    /// Somebody who came through a door, under the name they gave.
    Visitor {
        /// The account they stand in for: of whoever made the link, or a stand-in until an address is confirmed.
        account: AccountId,
        /// How they came.
        door: Way,
        /// The name they gave.
        name: String,
    },
    /// The passing of time.
    Clock,
}

impl By {
    /// The account behind it; none for the clock.
    #[must_use]
    pub const fn account(&self) -> Option<&AccountId> {
        match self {
            Self::Person { account, .. } | Self::Visitor { account, .. } => Some(account),
            Self::Clock => None,
        }
    }

    /// Which side of the counter it came from; none for the clock.
    #[must_use]
    pub const fn side(&self) -> Option<Side> {
        match self {
            Self::Person { role, .. } => Some(role.side()),
            Self::Visitor { .. } => Some(Side::Client),
            Self::Clock => None,
        }
    }
}

/// Where a ticket came in (R10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// The client filled the form.
    Portal,
    /// An agent registered a call to the support line.
    Phone,
}

/// How a contact was attempted (R18).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactChannel {
    /// A phone call.
    Phone,
    /// An e-mail.
    Email,
    /// A message by `WhatsApp`.
    Whatsapp,
}

/// What came of a contact attempt (R18).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactOutcome {
    /// The client was reached: the count starts again.
    Reached,
    /// It rang and nobody answered.
    NoAnswer,
    /// The line was busy or off.
    Busy,
    /// A message was left.
    LeftMessage,
    /// The number or address is not the client's.
    WrongContact,
}

impl ContactOutcome {
    /// Whether the attempt counts towards closing as unreachable.
    #[must_use]
    pub const fn is_unsuccessful(self) -> bool {
        !matches!(self, Self::Reached)
    }
}

/// What was promised to the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PromiseKind {
    /// R14: a person says it is being analysed.
    FirstResponse,
    /// R15: the response.
    Response,
    /// R16: the date research and development committed to.
    BugDate,
}

/// Why a ticket was closed. Closed is final.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "reason")]
pub enum Closure {
    /// The client confirmed the resolution.
    Confirmed,
    /// The client neither confirmed nor disputed the resolution in time.
    ResolutionUncontested,
    /// R8: the exact problem can't be inferred.
    Insufficient {
        /// Which guide items are missing.
        missing: Vec<GuideItem>,
    },
    /// R2: not support; handed over to the commercial area.
    OutOfScope {
        /// Which of the nine kinds.
        area: OutOfScope,
    },
    /// R18: impossible to reach the client.
    Unreachable {
        /// Unsuccessful attempts on record.
        attempts: u32,
    },
    /// Another ticket already tells the same.
    Duplicate {
        /// That ticket.
        of: TicketNumber,
    },
    /// The client no longer needs it.
    Withdrawn,
}

/// How two tickets relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// This ticket was split from the other (R9).
    SplitFrom,
    /// The other was split from this one (R9).
    SplitInto,
    /// This one continues a closed one (R8).
    Continues,
    /// They have something to do with each other.
    Related,
}

/// A photo attached to a ticket; its bytes are elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Photo {
    /// Its identifier.
    pub id: PhotoId,
    /// The name the client's device gave it, for showing only.
    pub name: String,
    /// The media type read from its bytes.
    pub media_type: String,
    /// Its size in bytes.
    pub bytes: u32,
}

/// The opening of a ticket: who asks, for which hotel, and the guide's answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Opening {
    /// The number people will quote (R11).
    pub number: TicketNumber,
    /// The client's company; none until someone at SOHO says which hotel an unknown address belongs to.
    pub company: Option<CompanyId>,
    /// The branch, when the company has several.
    pub branch: Option<BranchId>,
    /// The person who is helped.
    pub requester: AccountId,
    /// How it came in.
    pub channel: Channel,
    /// The validated form.
    pub request: Request,
    /// The ticket this one comes from, if any.
    pub origin: Option<(Relation, TicketNumber)>,
    /// Whether nobody has proven yet to own the address: a critical ticket is taken before that (R7). Such a ticket belongs
    /// to no hotel, and its requester is a stand-in without an account.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub unconfirmed: bool,
}

/// The facts an event can state.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "event", content = "data")]
#[allow(clippy::large_enum_variant, reason = "events live one at a time in JSON, never in large arrays")]
pub enum EventBody {
    /// The ticket exists.
    Opened(Opening),
    /// A person took it and says it is being analysed: the first response (R14).
    Taken,
    /// It is now that agent's.
    Assigned {
        /// The agent.
        to: AccountId,
    },
    /// Someone wrote to the other side.
    Replied {
        /// Plain text.
        body: String,
    },
    /// A note that only staff read.
    Noted {
        /// Plain text.
        body: String,
    },
    /// A photo was added.
    PhotoAttached(Photo),
    /// The desk asked the client for something and waits (R15, R18).
    InformationRequested {
        /// Which guide items are missing, if that is what is asked.
        missing: Vec<GuideItem>,
        /// Plain text.
        body: String,
    },
    /// A contact was attempted (R18).
    ContactAttempted {
        /// How.
        channel: ContactChannel,
        /// With what outcome.
        outcome: ContactOutcome,
        /// What the agent adds, for staff.
        note: String,
    },
    /// Kind or impact were corrected (R1, R7).
    Reclassified {
        /// The kind it is now.
        kind: Kind,
        /// The impact it has now.
        impact: Impact,
    },
    /// Analysis found a bug (R16).
    HandedToDevelopment {
        /// What was found, for staff.
        evidence: String,
    },
    /// Research and development promised a date (R16).
    DateCommitted {
        /// The promised instant.
        due: Instant,
    },
    /// The promised date moved, openly (R16).
    DateMoved {
        /// What it was.
        from: Instant,
        /// What it is.
        due: Instant,
        /// Why, for the client.
        reason: String,
    },
    /// The desk answered with a solution.
    Resolved {
        /// Plain text.
        body: String,
    },
    /// The client says it is not solved.
    Disputed {
        /// Plain text.
        body: String,
    },
    /// A promise will fall due soon (for staff).
    Warned {
        /// Which promise.
        promise: PromiseKind,
        /// When it falls due.
        due: Instant,
    },
    /// A promise was missed. Stays visible for ever (R19).
    Breached {
        /// Which promise.
        promise: PromiseKind,
        /// When it was due.
        due: Instant,
    },
    /// A day of attention changed, and promises of the ticket with it (R12).
    CalendarChanged {
        /// The change's place among all changes.
        serial: u32,
        /// The day.
        day: NaiveDate,
        /// Whether the desk attends on it now.
        attends: bool,
        /// The day's name, when it has one.
        name: String,
        /// What moved; at least one.
        moved: Vec<MovedDeadline>,
    },
    /// Another ticket relates to this one.
    Linked {
        /// The other ticket.
        to: TicketNumber,
        /// How.
        relation: Relation,
    },
    /// The owner of the address says that the ticket is theirs: now it belongs to them and to their hotel.
    EmailConfirmed {
        /// Their account.
        requester: AccountId,
        /// Its company.
        company: Option<CompanyId>,
        /// Its branch.
        branch: Option<BranchId>,
    },
    /// The client made a link that opens this ticket to a colleague.
    HandOverLinkMade {
        /// Names the link; not what opens it.
        link: LinkId,
        /// When it stops working.
        until: Instant,
    },
    /// Somebody came in by the link, for the first time: the author says who.
    HandOverLinkOpened {
        /// Which.
        link: LinkId,
    },
    /// The link no longer works.
    HandOverLinkRevoked {
        /// Which.
        link: LinkId,
    },
    /// The end.
    Closed {
        /// Why.
        #[serde(flatten)]
        closure: Closure,
        /// What the client is told besides, plain text.
        message: String,
    },
}
