//! The wire of personal data (Ley 1581 de 2012).

use super::{Me, TicketView, TimelineEntry};
use crate::Instant;
use crate::calendar::Explanation;
use crate::privacy::{ConsentWay, DataRequestKind, DataRequestState};
use crate::ticket::TicketNumber;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What has to be sent to have one's data erased, so that nobody does it by mistake.
pub const ERASURE_CONFIRMATION: &str = "BORRAR";

/// `POST /api/v1/me/consent`: agrees to the text of a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GiveConsent {
    /// The version that was shown.
    pub version: String,
}

/// One's consent to a version of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// The version.
    pub version: String,
    /// When it was given.
    pub given_at: Instant,
    /// Where one was asked.
    pub way: ConsentWay,
    /// Who told one what it is for, on the phone.
    pub told_by: Option<String>,
}

/// `GET /api/v1/me/consent`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentState {
    /// The version in force.
    pub version: String,
    /// When one agreed to it, if one did.
    pub given_at: Option<Instant>,
}

/// `POST /api/v1/me/erasure`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EraseMe {
    /// [`ERASURE_CONFIRMATION`].
    pub confirm: String,
}

/// `POST /api/v1/tickets/{number}/visitors/erasure`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EraseVisitor {
    /// The name under which they took the ticket over, as its history has it.
    pub name: String,
}

/// `POST /api/v1/me/data-requests`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskAboutData {
    /// Inquiry or claim.
    pub kind: DataRequestKind,
    /// What is asked, plain text.
    pub body: String,
}

/// `POST /api/v1/data-requests/{id}/answer` and `…/extension`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerAboutData {
    /// The answer, or the reason for taking longer; the person is mailed it. Plain text.
    pub body: String,
}

/// A data request for its reader.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DataRequest {
    /// Its identifier.
    pub id: String,
    /// Inquiry or claim.
    pub kind: DataRequestKind,
    /// How it stands.
    pub state: DataRequestState,
    /// Who asks.
    pub name: String,
    /// Where they are answered.
    pub email: String,
    /// What they ask.
    pub body: String,
    /// When it came.
    pub received_at: Instant,
    /// Until when it is to be answered, extension included, with the account of how that was reckoned.
    pub due: Explanation,
    /// Why it takes longer, if it does.
    pub extension: Option<Said>,
    /// The answer, once there is one.
    pub answer: Option<Said>,
}

/// Something said at some time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// When.
    pub at: Instant,
    /// What.
    pub body: String,
}

/// Data requests. Administrators get a page of everybody's: those to be answered first, the oldest of them on top, then the
/// answered ones, the latest first. Whoever asked gets their own, oldest first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DataRequests {
    /// The requests.
    pub requests: Vec<DataRequest>,
    /// Where the next page begins; none on the last.
    pub next: Option<String>,
}

/// A session, as its owner may know of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionFact {
    /// What it was begun with, as [`Device::code`](crate::device::Device::code) has it.
    pub device: String,
    /// When it began.
    pub created_at: Instant,
    /// When it was used last, as far as that is written down.
    pub used_at: Instant,
    /// When it ends at the latest.
    pub expires_at: Instant,
}

/// A device that is told news of one's tickets, as its owner may know of it. What its pushes are encrypted with stays unsaid: the
/// device has it, and a copy that lies about needs none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PushFact {
    /// What its session was begun with, as [`Device::code`](crate::device::Device::code) has it.
    pub device: String,
    /// Where its pushes go: an address of its browser's maker.
    pub endpoint: String,
    /// In which language, by its tag.
    pub locale: String,
    /// When it asked for them.
    pub created_at: Instant,
}

/// A device that one of SOHO's staff has signed in with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownDevice {
    /// What kind it said it was, as [`Device::code`](crate::device::Device::code) has it.
    pub device: String,
    /// When they first did.
    pub first_at: Instant,
    /// When they last did.
    pub seen_at: Instant,
}

/// An address one wants to change to and hasn't proven yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WantedAddress {
    /// The address.
    pub email: String,
    /// Until when its code works.
    pub expires_at: Instant,
}

/// What one wrote and did in one ticket, without what others did there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OwnPart {
    /// The ticket.
    pub number: TicketNumber,
    /// Each of it, oldest first.
    pub timeline: Vec<TimelineEntry>,
}

/// A line of the record of acts that is about one, or that one left there. Codes are those of [`crate::audit`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordFact {
    /// When.
    pub at: Instant,
    /// What was done.
    pub act: String,
    /// Whether one did it oneself.
    pub own: bool,
    /// The role of whoever did; absent when the deployment did it.
    pub actor_role: Option<String>,
    /// To what kind of thing.
    pub subject_kind: String,
    /// To which one.
    pub subject: String,
    /// Facts by name.
    pub detail: BTreeMap<String, String>,
}

/// `GET /api/v1/me/data`: what is kept of a person, as they may read it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MyData {
    /// When it was put together.
    pub at: Instant,
    /// The account.
    pub account: Me,
    /// What one agreed to.
    pub consents: Vec<Consent>,
    /// Live sessions.
    pub sessions: Vec<SessionFact>,
    /// Devices by which one of staff is known again.
    pub known_devices: Vec<KnownDevice>,
    /// Devices that are told news.
    pub pushes: Vec<PushFact>,
    /// What one asked about one's data.
    pub data_requests: Vec<DataRequest>,
    /// The address one wants to change to.
    pub wanted_address: Option<WantedAddress>,
    /// The tickets one opened, each with what one may read of it.
    pub tickets: Vec<TicketView>,
    /// What one wrote in others' tickets, and in those of a hotel one left.
    pub elsewhere: Vec<OwnPart>,
    /// The record of acts about one, newest first.
    pub record: Vec<RecordFact>,
}
