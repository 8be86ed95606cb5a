//! The wire of one's own sessions.

use crate::Instant;
use crate::device::Device;
use serde::{Deserialize, Serialize};

/// A session, as its owner may know of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnSession {
    /// Its name; it opens nothing and says nothing of what does.
    pub id: String,
    /// What it was begun with.
    pub device: Device,
    /// When it began.
    pub began_at: Instant,
    /// When it was used last: to the day for a hotel's people, to the hour for staff.
    pub used_at: Instant,
    /// Whether it is the one that asks.
    pub current: bool,
    /// Whether whoever began it has not shown a second factor that is asked of them.
    pub half: bool,
}

/// `GET /api/v1/sessions`: live sessions, the one that asks first and then the latest used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnSessions {
    /// The sessions.
    pub sessions: Vec<OwnSession>,
}
