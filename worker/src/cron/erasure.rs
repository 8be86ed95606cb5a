//! Takes people out of their histories, a few at a time: what a request could not finish, cron goes on with where it was.
//! The account itself is emptied first, so nobody writes in its name meanwhile; doing a part again changes nothing.

use crate::portal::Portal;
use crate::routes::photos::place;
use crate::store::StoreError;
use crate::store::erasure::{Erasure, Rewritten};
use domain::ident::AccountId;
use domain::privacy::{Erased, Replacement, erase};
use domain::ticket::{Event, TicketNumber, replay};
use serde::Serialize;
use worker::console_error;

/// The name its runs are recorded under.
pub const JOB: &str = "erasure";

/// Histories rewritten in one batch.
const CHUNK: u32 = 40;
/// Statements of one chunk: reading, events, tickets, and how far it came.
const STEP: u32 = 4;
/// Statements of the end: nothing left to read, the entry in the record, and that it is done.
const END: u32 = 3;
/// Statements one request may spend, beside those that empty the account.
pub const OF_A_REQUEST: u32 = 23;
/// Statements one run of cron may spend; the sweep beside it gets so many fewer.
const OF_A_RUN: u32 = 16;
/// Photos that are removed in one call.
const PHOTOS_AT_ONCE: usize = 1000;

/// What a run did.
#[derive(Debug, Serialize)]
pub struct Report {
    /// Whether somebody's erasure came to its end.
    pub done: bool,
    /// Statements spent.
    pub spent: u32,
}

/// Goes on with the oldest erasure that isn't at its end; nothing when there is none.
///
/// # Errors
/// [`StoreError`] when the database or the bucket fails.
pub async fn run(portal: &Portal) -> Result<Option<Report>, StoreError> {
    let Some(erasure) = portal.store()?.unfinished_erasure().await? else { return Ok(None) };
    let (done, spent) = go_on(portal, erasure, OF_A_RUN).await?;
    Ok(Some(Report { done, spent: spent + 1 }))
}

/// Goes on with an erasure as far as the budget of statements goes. Answers whether it came to its end, and what was spent.
///
/// # Errors
/// [`StoreError`] when the database or the bucket fails.
pub async fn go_on(portal: &Portal, mut erasure: Erasure, budget: u32) -> Result<(bool, u32), StoreError> {
    let with = wording::privacy::replacement()
        .ok_or_else(|| StoreError::Broken("nothing to put where somebody's facts stood".into()))?;
    let (store, mut spent) = (portal.store()?, 0);
    while spent + STEP + END <= budget {
        let histories = store.histories_with(&erasure.account, erasure.done_to, CHUNK).await?;
        let Some(last) = histories.keys().next_back().copied() else {
            store.finish_erasure(&erasure, portal.now()).await?;
            return Ok((true, spent + END));
        };
        let (mut rewritten, mut photos) = (Vec::new(), Vec::new());
        for (number, events) in histories {
            let (history, places) = replaced(number, events, &erasure.account, &with);
            photos.extend(places);
            rewritten.push(history);
        }
        for chunk in photos.chunks(PHOTOS_AT_ONCE) {
            portal.env().bucket("PHOTOS")?.delete_multiple(chunk.to_vec()).await?;
        }
        store.rewrite(&erasure.account, last, &rewritten).await?;
        erasure.done_to = last;
        spent += STEP;
    }
    Ok((false, spent))
}

/// A history with what is of the person replaced, and where the bytes of their photos are. One that adds up to no ticket
/// stops nobody's erasure.
fn replaced(
    number: u32,
    mut events: Vec<Event>,
    account: &AccountId,
    with: &Replacement,
) -> (Rewritten, Vec<String>) {
    let Erased { changed, photos } = erase(&mut events, account, with);
    let ticket =
        replay(&events).inspect_err(|error| console_error!("{number} doesn't replay: {error:?}")).ok();
    let places = TicketNumber::parse(&number.to_string())
        .map(|number| photos.iter().map(|photo| place(number, photo)).collect());
    let changed = (0_u32..).zip(events).filter(|(seq, _)| changed.contains(seq)).collect();
    (Rewritten { number, ticket, events: changed }, places.unwrap_or_default())
}
