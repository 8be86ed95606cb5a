//! Which commands a person may send to a ticket as it stands. Screens draw their buttons from it; `decide` asks it first.

use super::{CommandKind, Refusal, Status, Ticket};
use crate::access::{Person, Role, Side, may_send, sees_ticket};

/// Whether `person` may send a command of `kind` to `ticket` now.
///
/// # Errors
/// The [`Refusal`] that says why not; [`Refusal::NotFound`] when they may not know of the ticket.
pub fn permit(ticket: &Ticket, kind: CommandKind, person: &Person) -> Result<(), Refusal> {
    use CommandKind as K;
    if !sees_ticket(person, ticket) {
        return Err(Refusal::NotFound);
    }
    if !may_send(person.role, kind) {
        return Err(Refusal::Forbidden);
    }
    if kind == K::Open {
        return Err(Refusal::AlreadyOpen);
    }
    if ticket.status == Status::Closed {
        // Notes and links are staff's own memory; they change nothing for the client.
        return if matches!(kind, K::Note | K::Link) { Ok(()) } else { Err(Refusal::Closed) };
    }
    let status = ticket.status;
    let here = match kind {
        K::Take => {
            return match (status, &ticket.assignee) {
                (Status::Received, _) => Ok(()),
                _ => Err(Refusal::AlreadyTaken),
            };
        }
        K::Reply | K::AttachPhoto if person.role.side() == Side::Client && status == Status::Resolved => {
            return Err(Refusal::ConfirmOrDispute);
        }
        K::LogContactAttempt => {
            matches!(status, Status::InAnalysis | Status::WaitingOnClient | Status::InDevelopment)
        }
        K::HandToDevelopment => !ticket.is_bug() && status != Status::Resolved,
        K::CommitDate => match ticket.bug_promise() {
            Some(_) => return Err(Refusal::DateAlreadyCommitted),
            None => ticket.is_bug() && status != Status::Resolved,
        },
        K::MoveDate => match ticket.bug_promise() {
            None => return Err(Refusal::NoDateCommitted),
            Some(_) => status != Status::Resolved,
        },
        // A developer answers for the bug, not for the desk's analysis.
        K::Resolve => status != Status::Resolved && (person.role != Role::Developer || ticket.is_bug()),
        K::Confirm | K::Dispute => status == Status::Resolved,
        K::AskForInformation | K::CloseInsufficient | K::CloseOutOfScope | K::CloseDuplicate => {
            status != Status::Resolved
        }
        _ => true,
    };
    if here { Ok(()) } else { Err(Refusal::NotInStatus { status }) }
}

/// Every command `person` may send to `ticket` now, in a stable order: the buttons on their screen. Relating two tickets
/// has no button: it happens when one is opened from the other.
#[must_use]
pub fn available(ticket: &Ticket, person: &Person) -> Vec<CommandKind> {
    CommandKind::BY_PEOPLE
        .into_iter()
        .filter(|kind| *kind != CommandKind::Link && permit(ticket, *kind, person).is_ok())
        .collect()
}
