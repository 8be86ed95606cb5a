//! The data a development run starts with.

use crate::Outcome;

/// Loads the demo data into the empty system served at `localhost:port`.
///
/// # Errors
/// When the Worker refuses it.
#[allow(clippy::unnecessary_wraps, reason = "loading can fail; there is nothing to load yet")]
pub fn load(_port: u16) -> Outcome {
    Ok(())
}

/// How to sign in with the demo data, for the terminal.
pub fn how_to_sign_in(mailbox: &str) -> String {
    format!("Sign in with any demo address; the code arrives in the mailbox at {mailbox}.")
}
