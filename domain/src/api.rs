//! The wire: what portal and Worker say to each other over `/api/v1`. JSON in `snake_case`, instants as RFC 3339 in UTC.

pub mod attention;
pub mod audit;
mod catalogue;
pub mod door;
pub mod factor;
pub mod import;
pub mod people;
pub mod privacy;
pub mod push;
pub mod reservation;
pub mod sessions;

pub use catalogue::{Application, Catalogue};

use crate::Instant;
use crate::access::{Role, Side, Way};
use crate::calendar::{Adjustments, Calendar, Explanation};
use crate::guide::{Draft, Request};
use crate::ident::{AccountId, BranchId, CompanyId};
use crate::scope::{Kind, OutOfScope};
use crate::second_factor::FactorState;
use crate::ticket::{
    Attempt, Closure, CommandKind, EventBody, Promise, PromiseKind, PromiseState, Relation, Status,
    TicketNumber,
};
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

/// Header that carries the browser's idempotency key on every write.
pub const IDEMPOTENCY_KEY: &str = "idempotency-key";

/// Digits of a one-time code.
pub const CODE_DIGITS: usize = 6;

/// `POST /api/v1/session/codes`: ask for a one-time code by mail. Answers the same for known and unknown addresses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskCode {
    /// The person's address.
    pub email: String,
    /// Nobody sees the field this comes from. A program that fills in whatever it finds gets the same answer, and no mail.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub website: String,
}

/// Answer to [`AskCode`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeSent {
    /// Seconds the code lasts.
    pub expires_in: u32,
}

/// `POST /api/v1/session`: sign in with the code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// The address the code was mailed to.
    pub email: String,
    /// The digits of the code; spaces are ignored.
    pub code: String,
}

/// `POST /api/v1/session/links`: sign in with the link of the mail. Opening the link does nothing: only this does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UseLink {
    /// What the link carries after its `#`.
    pub link: String,
}

/// `GET /api/v1/session`: who is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    /// The account.
    pub account: AccountId,
    /// Full name, empty until the person gave one.
    pub name: String,
    /// Address.
    pub email: String,
    /// Contact phone, E.164, once known.
    pub phone: Option<String>,
    /// What they are to the desk.
    pub role: Role,
    /// The company's identifier and name, for clients of a registered hotel.
    pub company: Option<(CompanyId, String)>,
    /// Branches they can open tickets for.
    pub branches: Vec<(BranchId, String)>,
    /// Where the session stands with the second factor.
    pub factor: FactorState,
    /// Whether they agreed to the text on personal data in force.
    #[serde(default)]
    pub consented: bool,
}

/// The header with what Cloudflare Turnstile gave the page, where a deployment asks for it.
pub const TURNSTILE_TOKEN: &str = "turnstile-token";

/// What the header says when the widget could not be shown.
pub const TURNSTILE_UNAVAILABLE: &str = "unavailable";

/// `GET /api/v1/verification`: how whoever isn't known shows that they are a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verification {
    /// The key that Turnstile's widget is shown with; none when nobody is asked.
    pub turnstile: Option<String>,
}

/// `POST /api/v1/tickets`. From staff it registers a phone call (R10); `draft.email` then says who is helped.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenTicket {
    /// The guide's answers.
    pub draft: Draft,
    /// The branch, when the company has several.
    #[serde(default)]
    pub branch: Option<BranchId>,
    /// The closed ticket it continues (R8), or the one it was split from (R9).
    #[serde(default)]
    pub origin: Option<(Relation, TicketNumber)>,
    /// The number that was reserved for the call about this case (R13): staff take it up, what a client writes refers to its ticket.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reserved: Option<TicketNumber>,
    /// From a client: the idempotency key that they reserved it with, which nobody else knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reserved_with: Option<String>,
    /// The version of the text on personal data that whoever it is for agrees to with it: on the form, or told by an agent
    /// on the phone. Whoever agreed before need not again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<String>,
}

/// A person as shown to others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonRef {
    /// The account.
    pub account: AccountId,
    /// The name to show.
    pub name: String,
}

/// What is promised next on a ticket, for lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextPromise {
    /// Which promise.
    pub kind: PromiseKind,
    /// When it is due.
    pub due: Instant,
    /// From when on it is near: the desk is warned then.
    pub warn_at: Instant,
    /// How it stands.
    pub state: PromiseState,
    /// Whether it runs by the wall clock instead of attention hours (R14, critical by phone).
    #[serde(default)]
    pub by_clock: bool,
}

/// A ticket in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TicketSummary {
    /// Its number.
    pub number: TicketNumber,
    /// Its subject.
    pub subject: String,
    /// R1.
    pub kind: Kind,
    /// Where it stands.
    pub status: Status,
    /// How it ended, once closed.
    pub closure: Option<Closure>,
    /// R7.
    pub critical: bool,
    /// Whether a promise was ever missed on it.
    pub breached: bool,
    /// The hotel's name.
    pub company: String,
    /// The branch's name.
    pub branch: Option<String>,
    /// Who is helped.
    pub requester: PersonRef,
    /// Who has it.
    pub assignee: Option<PersonRef>,
    /// The software.
    pub application: String,
    /// Its part.
    pub module: String,
    /// When it was opened.
    pub opened_at: Instant,
    /// When it last changed.
    pub changed_at: Instant,
    /// Which side spoke last.
    pub last_speaker: Side,
    /// The promise that comes next, if any is open.
    pub next: Option<NextPromise>,
    /// When it closes by itself for want of an answer, if that runs (R18).
    pub closes_at: Option<Instant>,
    /// Unsuccessful attempts so far (R18).
    pub attempts: u32,
    /// What was being done in the software, for recognising the same case.
    pub process: String,
    /// What the screen showed, if anything.
    pub error_code: Option<String>,
    /// Whether nobody has proven yet to own its address (R7).
    pub unconfirmed: bool,
}

/// `GET /api/v1/tickets`: one page of a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TicketPage {
    /// The tickets, in the list's order.
    pub tickets: Vec<TicketSummary>,
    /// Pass as `after` for the next page; absent at the end.
    pub next: Option<String>,
    /// How many of a client's tickets are open, a hundred at most; on the first page of those.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open_count: Option<u32>,
}

/// A promise with its account (R22).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PromiseView {
    /// The promise.
    #[serde(flatten)]
    pub promise: Promise,
    /// How the instant was reckoned; absent for wall-clock promises and dates people chose.
    pub explanation: Option<Explanation>,
}

impl PromiseView {
    /// The promise with the account of how its instant came about.
    #[must_use]
    pub fn of(promise: Promise, calendar: &Calendar) -> Self {
        let reckoned = promise.basis.as_ref().filter(|basis| !basis.by_clock);
        let explanation = reckoned
            .map(|basis| calendar.explain(basis.from, TimeDelta::seconds(basis.seconds), &basis.waits));
        Self { promise, explanation }
    }
}

/// Who did something, as shown in a timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// The name to show.
    pub name: String,
    /// Which side of the counter they spoke from.
    pub side: Side,
    /// Whether it is the reader.
    pub you: bool,
    /// How they came, when it wasn't by signing in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<Way>,
}

/// One entry of a timeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TimelineEntry {
    /// Its place in the history.
    pub seq: u32,
    /// When it took effect.
    pub at: Instant,
    /// Who; absent when the clock did it.
    pub author: Option<Author>,
    /// What.
    #[serde(flatten)]
    pub body: EventBody,
}

/// `GET /api/v1/tickets/{number}` and the answer to every command: all that the reader may know of a ticket.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TicketView {
    /// What lists show.
    #[serde(flatten)]
    pub summary: TicketSummary,
    /// How many events the history has; changes whenever anything happens.
    pub revision: u32,
    /// The guide's answers.
    pub request: Request,
    /// Every promise, kept or not, with its account.
    pub promises: Vec<PromiseView>,
    /// The history the reader may see, oldest first.
    pub timeline: Vec<TimelineEntry>,
    /// Unsuccessful attempts since the client last spoke (R18).
    pub attempt_log: Vec<Attempt>,
    /// How many close it (R18).
    pub attempts_limit: u32,
    /// When a resolution stands if nobody objects.
    pub stands_at: Option<Instant>,
    /// How `closes_at` or `stands_at` was reckoned, while one of them runs (R18, R22).
    pub closing_account: Option<Explanation>,
    /// Related tickets.
    pub links: Vec<(Relation, TicketNumber)>,
    /// What the reader can do now: the buttons.
    pub actions: Vec<CommandKind>,
    /// How the reader came, when they aren't signed in: then this ticket is all they see.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub door: Option<Way>,
}

/// `GET /api/v1/attention`: whether the desk attends now (R12, R13).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attention {
    /// The server's clock.
    pub now: Instant,
    /// Whether it is open.
    pub open: bool,
    /// When that changes.
    pub until: Instant,
    /// The support line, E.164 (R10).
    pub support_line: String,
    /// The commercial area's `WhatsApp`, E.164, where a deployment has named one (R2, R21).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commercial_chat: Option<String>,
    /// Days the administrators added or removed, so that the portal reckons like the server.
    pub adjustments: Adjustments,
}

/// `POST /api/v1/hand-overs`: someone was sent to the commercial area with a request that is not support (R2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandOver {
    /// Which of the nine kinds.
    pub area: OutOfScope,
}

/// `GET /api/v1/staff`: everyone a ticket can be assigned to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    /// By name.
    pub people: Vec<PersonRef>,
}

/// A problem with one field, as RFC 9457 extension member `errors`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldProblem {
    /// JSON pointer (RFC 6901) into what was sent.
    pub pointer: String,
    /// Stable code.
    pub code: String,
    /// What to do, in the reader's language.
    pub detail: String,
}

/// An error answer: RFC 9457 problem details, `application/problem+json`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Problem {
    /// A reference that identifies the kind of problem.
    #[serde(rename = "type")]
    pub kind: String,
    /// What went wrong, in the reader's language.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What to do about it, in the reader's language.
    pub detail: String,
    /// Stable code, for programs.
    pub code: String,
    /// The fields at fault.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
    /// The ticket that it is about, where the answer has no other word of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ticket: Option<TicketNumber>,
}
