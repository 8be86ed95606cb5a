//! What a ticket's history says of its hand-over links: how many work at a time, and which were opened.

use super::{Event, EventBody, Refusal};
use crate::Instant;
use crate::ident::LinkId;
use crate::policy::SupportPolicy;
use std::collections::HashMap;

/// Whether the history tells already that somebody came in by the link.
#[must_use]
pub fn tells_opening(events: &[Event], of: &LinkId) -> bool {
    events.iter().any(|event| matches!(&event.body, EventBody::HandOverLinkOpened { link } if link == of))
}

/// Whether one more link may be made for the ticket with this history. What else ends a link, as its maker's leaving, is not in
/// the history; such a one is counted until its time is over.
///
/// # Errors
/// [`Refusal::LinksFull`] when as many work as may.
pub fn permit_link(events: &[Event], now: Instant, policy: &SupportPolicy) -> Result<(), Refusal> {
    let mut working: HashMap<&LinkId, Instant> = HashMap::new();
    for event in events {
        match &event.body {
            EventBody::HandOverLinkMade { link, until } => {
                working.insert(link, *until);
            }
            EventBody::HandOverLinkRevoked { link } => {
                working.remove(link);
            }
            _ => {}
        }
    }
    let working = working.values().filter(|until| **until > now).count();
    let limit = policy.links_a_ticket;
    if u32::try_from(working).is_ok_and(|working| working < limit) {
        Ok(())
    } else {
        Err(Refusal::LinksFull { limit })
    }
}
