//! Time spent waiting on the client (R15).

use serde::{Deserialize, Serialize};

use super::whole;
use crate::Instant;

/// A stretch during which the desk waited on the client: from `from` up to, not including, `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Wait {
    /// When the waiting began.
    pub from: Instant,
    /// When it ended. A wait that ends before it begins counts nothing.
    pub to: Instant,
}

/// The same waiting time from `start` on as disjoint, ordered stretches with gaps between them.
pub(super) fn merge(waits: &[Wait], start: Instant) -> Vec<Wait> {
    let mut ordered: Vec<Wait> = waits
        .iter()
        .map(|wait| Wait { from: whole(wait.from).max(start), to: whole(wait.to) })
        .filter(|wait| wait.from < wait.to)
        .collect();
    ordered.sort_unstable_by_key(|wait| wait.from);
    let mut merged: Vec<Wait> = Vec::with_capacity(ordered.len());
    for wait in ordered {
        match merged.last_mut() {
            Some(last) if wait.from <= last.to => last.to = last.to.max(wait.to),
            _ => merged.push(wait),
        }
    }
    merged
}
