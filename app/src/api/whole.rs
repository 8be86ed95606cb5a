//! A ticket read piece by piece. At once, the code that reads one is the longest task of its page on a cheap phone: it is compiled
//! when it first runs.

use domain::Instant;
use domain::access::Way;
use domain::api::TicketView;
use domain::calendar::Explanation;
use domain::ticket::{CommandKind, Relation, TicketNumber};
use serde::Deserialize;
use serde_json::value::RawValue;

use super::{Answer, decode};
use crate::tasks;

/// A [`TicketView`] without its summary, its larger pieces as they are written.
#[derive(Deserialize)]
struct Pieces<'a> {
    revision: u32,
    #[serde(borrow)]
    request: &'a RawValue,
    #[serde(borrow)]
    promises: &'a RawValue,
    #[serde(borrow)]
    timeline: &'a RawValue,
    #[serde(borrow)]
    attempt_log: &'a RawValue,
    attempts_limit: u32,
    stands_at: Option<Instant>,
    closing_account: Option<Explanation>,
    links: Vec<(Relation, TicketNumber)>,
    actions: Vec<CommandKind>,
    #[serde(default)]
    door: Option<Way>,
}

/// Reads a ticket, a piece in a task each.
///
/// # Errors
/// What `decode` answers of a text that is no ticket.
pub async fn read(text: &str) -> Answer<TicketView> {
    let pieces: Pieces = decode(text)?;
    tasks::breathe().await;
    let timeline = decode(pieces.timeline.get())?;
    tasks::breathe().await;
    let promises = decode(pieces.promises.get())?;
    let attempt_log = decode(pieces.attempt_log.get())?;
    tasks::breathe().await;
    let request = decode(pieces.request.get())?;
    tasks::breathe().await;
    let summary = decode(text)?;
    tasks::breathe().await;
    let Pieces { revision, attempts_limit, stands_at, closing_account, links, actions, door, .. } = pieces;
    Ok(TicketView {
        summary,
        revision,
        request,
        promises,
        timeline,
        attempt_log,
        attempts_limit,
        stands_at,
        closing_account,
        links,
        actions,
        door,
    })
}
