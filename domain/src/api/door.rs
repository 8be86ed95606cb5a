//! The wire of the ways to one ticket without signing in.

use crate::Instant;
use crate::ident::LinkId;
use crate::ticket::TicketNumber;
use serde::{Deserialize, Serialize};

/// `POST /api/v1/tickets/{number}/pass`: open one ticket with the code that was mailed to its address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenWithCode {
    /// The digits of the code; spaces are ignored.
    pub code: String,
}

/// `POST /api/v1/tickets/{number}/confirmation`: the ticket that was sent with this address is one's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConfirmEmail {
    /// What the mail's link carries; without it, whoever is signed in with that address says so.
    #[serde(default)]
    pub secret: Option<String>,
}

/// `GET /api/v1/me/unconfirmed`: critical tickets that were sent with one's address and that nobody has called theirs yet (R7).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnconfirmedTickets {
    /// The latest first.
    pub tickets: Vec<UnconfirmedTicket>,
}

/// Nothing that was written in it: somebody else may have used the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnconfirmedTicket {
    /// Which one.
    pub number: TicketNumber,
    /// When it was sent.
    pub sent_at: Instant,
}

/// `POST /api/v1/tickets/{number}/links`: make a link for a colleague.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MakeLink {
    /// Hours it works; twelve when absent, a week at most.
    #[serde(default)]
    pub hours: Option<u32>,
}

/// Hours a link works unless one says otherwise: a night.
pub const LINK_HOURS: u32 = 12;
/// The most hours a link works: a week.
pub const MOST_LINK_HOURS: u32 = 7 * 24;

/// A link as its maker sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Names it; opens nothing.
    pub id: LinkId,
    /// When it was made.
    pub made_at: Instant,
    /// When it stops working.
    pub until: Instant,
    /// When it was taken back, if it was.
    pub revoked_at: Option<Instant>,
    /// How often it was opened.
    pub uses: u32,
    /// When it was last opened.
    pub last_used_at: Option<Instant>,
    /// Who said they were opening it, the last time.
    pub last_name: Option<String>,
}

/// `GET /api/v1/tickets/{number}/links`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Links {
    /// The latest first.
    pub links: Vec<Link>,
}

/// The answer to [`MakeLink`]: the only time its secret is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeLink {
    /// The link.
    #[serde(flatten)]
    pub link: Link,
    /// What opens it.
    pub secret: String,
}

/// `POST /api/v1/tickets/{number}/links/open`: a colleague opens the link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenLink {
    /// What the link carries.
    pub secret: String,
    /// Who takes the shift; what they do is told under this name.
    pub name: String,
    /// The version of the text on personal data that they agree to: they give their name, words and photos.
    #[serde(default)]
    pub consent: Option<String>,
}
