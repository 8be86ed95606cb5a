//! Pushes leave: after the mail, which they never hold up, and at most one a ticket and device each run.

use crate::portal::Portal;
use crate::push::{self, PushError, Sender};
use crate::store::StoreError;
use crate::store::push::ClaimedPush;
use domain::api::push::PushMessage;
use domain::push::PushNews;
use domain::ticket::TicketNumber;
use serde::Serialize;
use wording::Locale;

/// The name its runs are recorded under.
pub const JOB: &str = "push";

/// Pushes of one run: with the letters, below what the platform lets one invocation ask of others.
const PUSHES: u32 = 20;

/// What a run did.
#[derive(Debug, Default, Serialize)]
pub struct Report {
    /// Pushes that left.
    pub sent: usize,
    /// Pushes that did not; they are tried again a few times.
    pub failed: usize,
    /// Devices that are written to no more.
    pub gone: usize,
}

/// Sends what is due by the portal's clock; `None` when there is nothing, or the deployment sends no pushes.
///
/// # Errors
/// [`StoreError`] when the database fails; pushes sent by then are sent once more, and take each other's place.
pub async fn run(portal: &Portal) -> Result<Option<Report>, StoreError> {
    let Some(sender) = Sender::of(portal) else { return Ok(None) };
    let store = portal.store()?;
    let due = store.claim_pushes(portal.now(), PUSHES).await?;
    if due.is_empty() {
        return Ok(None);
    }
    let (mut sent, mut gone, mut failed) = (Vec::new(), Vec::new(), 0);
    for claimed in &due {
        // What can't be said is as good as said: it would be no different later.
        let Some(message) = message(claimed) else {
            sent.push((claimed.subscription.as_str(), claimed.ticket));
            continue;
        };
        match push::send(&sender, &claimed.device, &message, portal.now()).await {
            Ok(()) => sent.push((claimed.subscription.as_str(), claimed.ticket)),
            Err(error) => {
                // An address of a device is a secret: whoever has it may write there.
                worker::console_error!("push: attempt {}: {error}", claimed.attempts);
                match error {
                    PushError::Gone(_) => gone.push(claimed.subscription.as_str()),
                    PushError::Failed(_) => failed += 1,
                }
            }
        }
    }
    store.settle_pushes(&sent, &gone).await?;
    Ok(Some(Report { sent: sent.len(), failed, gone: gone.len() }))
}

fn message(claimed: &ClaimedPush) -> Option<PushMessage> {
    let number = TicketNumber::parse(&claimed.ticket.to_string()).ok()?;
    let news = PushNews::parse(&claimed.news)?;
    let locale = if claimed.locale == "en" { Locale::En } else { Locale::Es };
    Some(PushMessage {
        title: wording::push::title(number, locale),
        body: wording::push::body(news, locale).to_owned(),
        path: format!("/tickets/{}", number.digits()),
        tag: number.digits(),
        lang: locale.pick("es", "en").to_owned(),
    })
}
