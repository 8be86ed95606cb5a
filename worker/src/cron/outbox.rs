//! Mail leaves: claims letters that are due, sends them, and notes what became of each.
//!
//! Runs each minute, and once right after a sign-in code is saved. Two runs at once share the letters, for a claim is also
//! the wait before the next attempt; a run that dies leaves its letters to come up again by themselves.

use crate::mail::{self, Audience, MailError};
use crate::portal::Portal;
use crate::store::StoreError;
use crate::store::outbox::Claimed;
use domain::ident::AccountId;
use serde::Serialize;

/// The name its runs are recorded under.
pub const JOB: &str = "outbox";

/// What a run did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Letters that left.
    pub sent: u32,
    /// Letters that will be tried again, or are left for people to look at.
    pub failed: u32,
}

/// Sends up to `limit` letters that are due by the portal's clock; `None` when there are none. One that can't leave never
/// stops the rest.
///
/// # Errors
/// [`StoreError`] when the database fails; letters sent by then are sent once more, under the same identifier.
pub async fn deliver(portal: &Portal, limit: u32) -> Result<Option<Report>, StoreError> {
    let store = portal.store()?;
    let (mut sent, mut failed) = (Vec::new(), Vec::new());
    for claimed in store.claim_letters(portal.now(), limit).await? {
        match post(portal, &claimed).await {
            Ok(()) => sent.push(claimed.id),
            Err(error) => {
                worker::console_error!(
                    "outbox: letter {}, attempt {}: {error}",
                    claimed.message_id,
                    claimed.attempts
                );
                failed.push((claimed.id, error.to_string()));
            }
        }
    }
    if sent.is_empty() && failed.is_empty() {
        return Ok(None);
    }
    store.settle_letters(&sent, &failed, portal.now()).await?;
    Ok(Some(Report { sent: count(&sent), failed: count(&failed) }))
}

async fn post(portal: &Portal, claimed: &Claimed) -> Result<(), MailError> {
    let inherited = claimed.inherited > 0;
    if inherited && claimed.recipients.is_none() {
        // Its hotel has nobody who goes on with it.
        return Ok(());
    }
    let letter = mail::read_letter(&claimed.letter)?;
    let recipients = mail::read_recipients(claimed.recipients.as_deref())?;
    let client = claimed.client.as_deref().map(AccountId::from);
    let reader = match &client {
        _ if inherited => Audience::Heirs,
        Some(client) => Audience::Client(client),
        None => Audience::Others,
    };
    mail::send(portal, &recipients, reader, &claimed.message_id, &letter).await
}

fn count<T>(letters: &[T]) -> u32 {
    u32::try_from(letters.len()).unwrap_or(u32::MAX)
}
