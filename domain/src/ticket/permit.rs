//! Which commands a person may send to a ticket as it stands. Screens draw their buttons from it; `decide` asks it first.

use super::{CommandKind, Refusal, Status, Ticket};
use crate::access::{Person, Side, may_send_as, sees_ticket};
use crate::policy::SupportPolicy;

/// Whether `person` may send a command of `kind` to `ticket` now.
///
/// # Errors
/// The [`Refusal`] that says why not; [`Refusal::NotFound`] when they may not know of the ticket.
pub fn permit(ticket: &Ticket, kind: CommandKind, person: &Person) -> Result<(), Refusal> {
    use CommandKind as K;
    if !sees_ticket(person, ticket) {
        return Err(Refusal::NotFound);
    }
    if !may_send_as(person, kind) {
        return Err(Refusal::Forbidden);
    }
    if kind == K::Open {
        return Err(Refusal::AlreadyOpen);
    }
    if ticket.status == Status::Closed {
        // Notes and links are staff's own memory, and who may read it or whose it is are no part of the case.
        return if matches!(kind, K::Note | K::Link | K::ShareTicket | K::OpenLink | K::ConfirmEmail) {
            Ok(())
        } else {
            Err(Refusal::Closed)
        };
    }
    let status = ticket.status;
    let here = match kind {
        // Nobody hands over what they haven't shown to be theirs.
        K::ShareTicket if ticket.unconfirmed => return Err(Refusal::Forbidden),
        K::Take => {
            return match (status, &ticket.assignee) {
                (Status::Received, _) => Ok(()),
                _ => Err(Refusal::AlreadyTaken),
            };
        }
        K::Reply | K::AttachPhoto if person.role.side() == Side::Client && status == Status::Resolved => {
            return Err(Refusal::ConfirmOrDispute);
        }
        // The one figure that a button depends on: a screen offers no photo that would be refused.
        K::AttachPhoto if ticket.photos >= SupportPolicy::SOHO.photos_a_ticket => {
            return Err(Refusal::PhotosFull { limit: SupportPolicy::SOHO.photos_a_ticket });
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
        K::Confirm | K::Dispute => status == Status::Resolved,
        K::AskForInformation | K::Resolve | K::CloseInsufficient | K::CloseOutOfScope | K::CloseDuplicate => {
            status != Status::Resolved
        }
        _ => true,
    };
    if here { Ok(()) } else { Err(Refusal::NotInStatus { status }) }
}

/// Every command `person` may send to `ticket` now, in a stable order: the buttons on their screen.
#[must_use]
pub fn available(ticket: &Ticket, person: &Person) -> Vec<CommandKind> {
    CommandKind::BY_PEOPLE.into_iter().filter(|kind| permit(ticket, *kind, person).is_ok()).collect()
}
