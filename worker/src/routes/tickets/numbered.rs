//! The number of a new ticket: drawn, or the one that was reserved for its case (R13).

use crate::http::ask::Ask;
use crate::http::problem::{Answer, Failure};
use crate::http::secrets;
use crate::portal::Portal;
use crate::store::commit::Change;
use domain::api::OpenTicket;
use domain::ticket::{Relation, TicketNumber};
use wording::members::MemberProblem;

/// The number that a ticket gets.
#[derive(Debug)]
pub struct Numbered {
    /// It.
    pub number: TicketNumber,
    /// What the ticket comes from: asked for, or the call that took up the number reserved for both.
    pub origin: Option<(Relation, TicketNumber)>,
    taken_up: bool,
}

impl Numbered {
    /// Of a call, which takes up the number that is dictated while it waits.
    ///
    /// # Errors
    /// The member at fault when the number isn't reserved.
    pub async fn of_call(portal: &Portal, ask: &Ask, asked: &OpenTicket) -> Answer<Self> {
        let Some(number) = asked.reserved else { return Self::drawn(asked.origin) };
        let waiting = ask.tell(portal.store()?.reservation(number, portal.now()).await)?;
        waiting.ok_or_else(|| not_reserved(ask))?;
        Ok(Self { number, origin: asked.origin, taken_up: true })
    }

    /// Of what its client wrote: a number of its own, for the one that was reserved is the call's, which counts from then (R14). Once the
    /// call took it up, what whoever reserved it wrote refers to it; what shows that they did is the key.
    ///
    /// # Errors
    /// The member at fault when a number comes without its key.
    pub async fn of_letter(portal: &Portal, ask: &Ask, asked: &OpenTicket) -> Answer<Self> {
        let Some(number) = asked.reserved else { return Self::drawn(asked.origin) };
        let key = asked.reserved_with.as_deref().ok_or_else(|| not_reserved(ask))?;
        let taken = ask.tell(portal.store()?.was_taken_up(number, key).await)?;
        let call = taken.then_some((Relation::Related, number));
        Self::drawn(asked.origin.or(call))
    }

    fn drawn(origin: Option<(Relation, TicketNumber)>) -> Answer<Self> {
        Ok(Self { number: TicketNumber::from_random(secrets::draw()?), origin, taken_up: false })
    }

    /// The reservation ends with the ticket that takes it up.
    pub fn end(&self, change: Change) -> Change {
        if self.taken_up { change.taking_up_reservation() } else { change }
    }
}

fn not_reserved(ask: &Ask) -> Failure {
    Failure::member("/reserved", MemberProblem::NotReserved, ask.locale)
}
