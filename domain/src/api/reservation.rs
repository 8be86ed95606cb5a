//! Numbers reserved before a call (R13): outside attention hours a critical case goes by phone, and whoever calls has
//! something to quote.

use crate::Instant;
use crate::guide::Draft;
use crate::ticket::TicketNumber;
use serde::{Deserialize, Serialize};

/// `POST /api/v1/reservations`: reserve a number for the call. Nobody needs to be signed in.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReserveNumber {
    /// Whatever was typed so far; the agent who takes the call need not ask it again.
    #[serde(default)]
    pub draft: Draft,
}

/// Answer to [`ReserveNumber`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReservedNumber {
    /// What to quote. It opens nothing (R11).
    pub number: TicketNumber,
    /// Until when a call can take it up.
    pub expires_at: Instant,
}

/// `GET /api/v1/reservations/{number}`: what staff read while the number is dictated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reservation {
    /// The number.
    pub number: TicketNumber,
    /// What was typed before calling.
    pub draft: Draft,
    /// When it was reserved.
    pub reserved_at: Instant,
    /// Until when it can be taken up.
    pub expires_at: Instant,
}
