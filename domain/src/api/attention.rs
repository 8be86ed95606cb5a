//! Changing days of attention (R12).

use crate::Instant;
use crate::calendar::{Adjustments, DayChange};
use crate::ticket::{MovedDeadline, TicketNumber};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// `GET /api/v1/attention-days`: what administrators changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttentionDays {
    /// Today in Bogotá; only days ahead of it change.
    pub today: NaiveDate,
    /// What is in force.
    pub adjustments: Adjustments,
    /// The latest changes, newest first.
    pub changes: Vec<RecordedChange>,
}

/// A change on record; also the answer to `POST /api/v1/attention-days`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedChange {
    /// Its place among all changes, from 1.
    pub serial: u32,
    /// What was asked.
    pub change: DayChange,
    /// Who asked, by name.
    pub author: String,
    /// When.
    pub at: Instant,
    /// Since when every open ticket has heard of it.
    pub heard_at: Option<Instant>,
}

/// `POST /api/v1/attention-days/preview`: what a change would move, without making it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangePreview {
    /// Open tickets looked at.
    pub looked_at: u32,
    /// How many of them have a deadline that moves.
    pub moving: u32,
    /// How many of them have a date committed on the day that closes: people chose it, so people move it (R16).
    pub dates: u32,
    /// The first of those.
    pub tickets: Vec<MovingTicket>,
    /// Whether there are open tickets that were not looked at.
    pub more: bool,
}

/// An open ticket whose promise would move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovingTicket {
    /// Its number.
    pub number: TicketNumber,
    /// Its subject.
    pub subject: String,
    /// The hotel, as its client wrote it.
    pub company: String,
    /// What moves.
    pub moved: Vec<MovedDeadline>,
}
