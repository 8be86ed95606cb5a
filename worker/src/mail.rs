//! Mail: what letters there are, their words, and how they leave.

use domain::notice::Notice;
use serde::{Deserialize, Serialize};

/// A letter in the outbox: facts, not words, so that it can leave late and still be true.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Letter {
    /// A one-time code to sign in with.
    SignInCode {
        /// The digits.
        code: String,
    },
    /// News of a ticket.
    Notice(Notice),
}
