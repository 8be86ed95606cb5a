//! The number that this device reserved for a call (R13), and the letter that tells the same case in writing: its ticket has a number of
//! its own, and its receipt tells of both.

use domain::Instant;
use domain::api::reservation::ReservedNumber;
use domain::ticket::TicketNumber;
use serde::{Deserialize, Serialize};

use crate::api::IdempotencyKey;
use crate::browser;
use crate::letter::LetterName;

const PLACE: &str = "soho.reservado";

/// A reserved number, as the device keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reserved {
    /// The number.
    pub number: TicketNumber,
    /// Until when it waits.
    pub expires_at: Instant,
    /// What it was reserved with, which shows that it is this device's.
    #[serde(default)]
    pub key: Option<IdempotencyKey>,
    /// The letter that tells of the same case.
    #[serde(default)]
    letter: Option<LetterName>,
    /// The ticket that the letter became.
    #[serde(default)]
    ticket: Option<TicketNumber>,
}

impl Reserved {
    fn recall() -> Option<Self> {
        let kept: Self = serde_json::from_str(&browser::recall(PLACE)?).ok()?;
        (kept.expires_at > browser::now()).then_some(kept)
    }

    fn keep(&self) {
        if let Ok(kept) = serde_json::to_string(self) {
            browser::remember(PLACE, &kept);
        }
    }

    /// It was reserved just now.
    pub fn fresh(ReservedNumber { number, expires_at }: ReservedNumber, key: IdempotencyKey) -> Self {
        let reserved = Self { number, expires_at, key: Some(key), letter: None, ticket: None };
        reserved.keep();
        reserved
    }

    /// The one to quote. One whose case was told in writing is not the next case's.
    pub fn to_quote() -> Option<Self> {
        Self::recall().filter(|kept| kept.ticket.is_none())
    }

    /// The one of the call about the case that this letter tells, with what shows that it is this device's.
    pub fn of_letter(name: LetterName) -> Option<(TicketNumber, IdempotencyKey)> {
        let kept = Self::to_quote().filter(|kept| kept.letter == Some(name))?;
        Some((kept.number, kept.key?))
    }
}

/// What query an address has that leads from the number to the form of the same case.
pub const WRITTEN_TOO: &str = "llamada";

/// This letter tells the case that the number is for.
pub fn write_too(name: LetterName) {
    if let Some(kept) = Reserved::to_quote() {
        Reserved { letter: Some(name), ..kept }.keep();
    }
}

/// A letter became this ticket.
pub fn arrived(name: LetterName, ticket: TicketNumber) {
    let Some(kept) = Reserved::recall().filter(|kept| kept.letter == Some(name)) else { return };
    Reserved { ticket: Some(ticket), ..kept }.keep();
}

/// The number for the call about the case of this ticket.
pub fn for_the_call(ticket: TicketNumber) -> Option<TicketNumber> {
    Reserved::recall().filter(|kept| kept.ticket == Some(ticket)).map(|kept| kept.number)
}
