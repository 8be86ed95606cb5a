//! The wire of the second factor.

use super::Me;
use crate::Instant;
use crate::second_factor::FactorState;
use serde::{Deserialize, Serialize};

/// `GET /api/v1/session/factor`: how one's own second factor stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactorFacts {
    /// Where this session stands with it.
    pub state: FactorState,
    /// When it was set up, once it was.
    pub enrolled_at: Option<Instant>,
    /// Recovery codes that weren't used yet.
    pub recovery_codes_left: u32,
}

/// `POST /api/v1/session/factor/enrolment`: what an authenticator application is told. Asking again answers the same until
/// the enrolment is confirmed or the session ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolment {
    /// The shared secret, in Base32 (RFC 4648 §6).
    pub secret: String,
    /// The same with everything else, as applications read it from a QR code.
    pub uri: String,
}

/// A code that the application shows: `POST /api/v1/session/factor/enrolment/confirmation` and
/// `POST /api/v1/session/factor/recovery-codes`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactorCode {
    /// The digits; spaces are ignored.
    pub code: String,
}

/// `POST /api/v1/session/factor`: shows the second factor, by one of the two.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShowFactor {
    /// The digits that the application shows; spaces are ignored.
    Code(String),
    /// A recovery code, in any case, with or without its dashes.
    RecoveryCode(String),
}

/// Recovery codes, the only time they are told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoveryCodes {
    /// As they are written down.
    pub recovery_codes: Vec<String>,
}

/// The answer to a confirmed enrolment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolled {
    /// The person, whose session is a whole one now.
    pub me: Me,
    /// Recovery codes, the only time they are told.
    pub recovery_codes: Vec<String>,
}
