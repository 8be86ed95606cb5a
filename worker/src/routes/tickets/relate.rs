//! What a write on one ticket tells in the history of another, in the same batch (R9).

use super::visible;
use crate::http::ask::Ask;
use crate::http::problem::{Answer, Failure};
use crate::portal::Portal;
use crate::store::commit::Change;
use crate::store::context::Caller;
use domain::access::{Actor, sees_ticket};
use domain::ticket::{Command, Refusal, Relation, TicketNumber, decide};
use wording::members::MemberProblem;

/// What the new ticket does to the one it comes from: a requirement that leaves is noted there in the same batch (R9);
/// a closed one that is continued stays as it is (R8), as long as the caller may know of it.
///
/// # Errors
/// Not found when the caller may not know of the origin, or what the contract refuses there.
pub async fn leave_origin(
    portal: &Portal,
    ask: &Ask,
    caller: &Caller,
    origin: Option<(Relation, TicketNumber)>,
    new: TicketNumber,
) -> Answer<Option<Change>> {
    let Some((relation, origin)) = origin else { return Ok(None) };
    let loaded = visible(ask, caller, ask.tell(portal.store()?.load(origin).await)?)?;
    let link = match relation {
        Relation::Continues => return Ok(None),
        Relation::SplitFrom => Command::Link { to: new, relation: Relation::SplitInto },
        Relation::Related | Relation::SplitInto => Command::Link { to: new, relation: Relation::Related },
    };
    let actor = Actor::Person(caller.person.clone());
    let events = decide(Some(&loaded.ticket), &link, &actor, portal.now(), portal.rules())
        .map_err(|refusal| ask.fail(refusal))?;
    Ok(Change::new(Some(loaded.ticket), events, portal.rules()))
}

/// The other side of a relation, told in that ticket's history. What tells it already stays as it is.
///
/// # Errors
/// The member at fault when there is no such ticket for the caller, or what the contract refuses there.
pub async fn other_side(
    portal: &Portal,
    ask: &Ask,
    caller: &Caller,
    other: TicketNumber,
    this: TicketNumber,
) -> Answer<Option<Change>> {
    let loaded = ask.tell(portal.store()?.load(other).await)?;
    let unknown = || Failure::member("/to", MemberProblem::UnknownTicket, ask.locale);
    let loaded = loaded.filter(|it| sees_ticket(&caller.person, &it.ticket)).ok_or_else(unknown)?;
    let link = Command::Link { to: this, relation: Relation::Related };
    let actor = Actor::Person(caller.person.clone());
    match decide(Some(&loaded.ticket), &link, &actor, portal.now(), portal.rules()) {
        Ok(events) => Ok(Change::new(Some(loaded.ticket), events, portal.rules())),
        Err(Refusal::AlreadyLinked) => Ok(None),
        Err(refusal) => Err(ask.fail(refusal)),
    }
}
