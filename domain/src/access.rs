//! Who may see and do what: one table that routes, queries and screens all ask.

mod door;
mod pass;

pub use door::{Door, Sight};
pub use pass::{Pass, Way, visitor_name};

use crate::ident::{AccountId, BranchId, CompanyId};
use crate::ticket::{CommandKind, Event, EventBody, Opening, Relation, Ticket, TicketNumber};
use serde::{Deserialize, Serialize};

/// What a person is to the desk. Powers come from the role alone, never from an address or a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Someone at a hotel: sees the tickets they opened there.
    Client,
    /// A hotel's administrator: sees every ticket of the company, or of one branch when tied to one.
    HotelAdministrator,
    /// Works tickets.
    Agent,
    /// Research and development: sees what was handed over as a bug, commits to dates (R16).
    Developer,
    /// Sees everything agents see, spreads the work, answers for the figures.
    Supervisor,
    /// People, hotels, catalogue, holidays. Works tickets too.
    Administrator,
}

impl Role {
    /// Every role, for tables and tests.
    pub const ALL: [Self; 6] = [
        Self::Client,
        Self::HotelAdministrator,
        Self::Agent,
        Self::Developer,
        Self::Supervisor,
        Self::Administrator,
    ];

    /// The stable name used on the wire and in storage.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::HotelAdministrator => "hotel_administrator",
            Self::Agent => "agent",
            Self::Developer => "developer",
            Self::Supervisor => "supervisor",
            Self::Administrator => "administrator",
        }
    }

    /// Reads [`Role::code`] back.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// Whether the role belongs to SOHO rather than to a hotel.
    #[must_use]
    pub const fn is_staff(self) -> bool {
        !matches!(self, Self::Client | Self::HotelAdministrator)
    }

    /// Whether a ticket can be given to someone of this role: they must see it, and answer for its promises.
    #[must_use]
    pub const fn works_tickets(self) -> bool {
        matches!(self, Self::Agent | Self::Supervisor | Self::Administrator)
    }

    /// Which side of the counter a person of this role speaks from.
    #[must_use]
    pub const fn side(self) -> Side {
        if self.is_staff() { Side::Desk } else { Side::Client }
    }
}

/// The two sides of a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The hotel.
    Client,
    /// SOHO's staff.
    Desk,
}

/// A signed-in person, as far as the rules care.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The account.
    pub account: AccountId,
    /// What they are to the desk.
    pub role: Role,
    /// The company a client belongs to. Staff have none.
    pub company: Option<CompanyId>,
    /// The branch a hotel administrator is limited to, or a client works at.
    pub branch: Option<BranchId>,
    /// Set for whoever came through a door: then this one ticket is all they know of.
    #[serde(default)]
    pub pass: Option<Pass>,
}

/// Who sends a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// A signed-in person.
    Person(Person),
    /// The passing of time. Never counts as a response (R14).
    Clock,
}

/// Whether `person` may know that `ticket` exists. Unknown and invisible tickets must look the same from outside.
#[must_use]
pub fn sees_ticket(person: &Person, ticket: &Ticket) -> bool {
    if let Some(pass) = &person.pass {
        return pass.ticket == ticket.number;
    }
    let opened_it = ticket.requester == person.account && is_of_their_hotel(person, ticket);
    match person.role.sight() {
        Sight::Own => opened_it,
        Sight::Company => {
            let same_company = person.company.is_some() && person.company == ticket.company;
            let same_branch = person.branch.is_none() || person.branch == ticket.branch;
            same_company && same_branch || opened_it
        }
        Sight::Bugs => ticket.is_bug(),
        Sight::Everything => true,
    }
}

/// What was opened for a hotel is that hotel's, so whoever left it sees it no longer, whoever opened it. What was opened for
/// none stays its opener's, wherever they are by now.
fn is_of_their_hotel(person: &Person, ticket: &Ticket) -> bool {
    ticket.company.is_none() || ticket.company == person.company
}

/// The related tickets `person` may know of. That the desk finds two tickets alike is its own memory: the other one may be
/// another hotel's. What left a ticket, and what it continues, the client did themselves or was told.
#[must_use]
pub fn links_told_to(person: &Person, ticket: &Ticket) -> Vec<(Relation, TicketNumber)> {
    ticket.links.iter().copied().filter(|(relation, _)| is_told(person, *relation)).collect()
}

fn is_told(person: &Person, relation: Relation) -> bool {
    person.role.is_staff() || relation != Relation::Related
}

/// What `person` may read of `event` on a ticket they see. Internal notes and the desk's warnings stay inside, and so does
/// what an agent adds for colleagues to an attempt or to a bug, and which tickets the desk finds alike.
#[must_use]
pub fn told_to(person: &Person, event: &Event) -> Option<EventBody> {
    if person.role.is_staff() && person.pass.is_none() {
        return Some(event.body.clone());
    }
    match &event.body {
        EventBody::Noted { .. } | EventBody::Warned { .. } => None,
        EventBody::Linked { relation, .. } if !is_told(person, *relation) => None,
        EventBody::Opened(opening) => {
            let origin = opening.origin.filter(|(relation, _)| is_told(person, *relation));
            Some(EventBody::Opened(Opening { origin, ..opening.clone() }))
        }
        EventBody::ContactAttempted { channel, outcome, .. } => {
            Some(EventBody::ContactAttempted { channel: *channel, outcome: *outcome, note: String::new() })
        }
        EventBody::HandedToDevelopment { .. } => {
            Some(EventBody::HandedToDevelopment { evidence: String::new() })
        }
        told => Some(told.clone()),
    }
}

/// Whether `person` may ever send a command of this kind, whatever the ticket's state: by their role, or by the door they
/// came through, whatever else they are.
#[must_use]
pub fn may_send_as(person: &Person, kind: CommandKind) -> bool {
    match &person.pass {
        Some(pass) => pass.door.may_send(kind),
        None => may_send(person.role, kind),
    }
}

/// Whether `role` may ever send a command of this kind, whatever the ticket's state.
#[must_use]
pub const fn may_send(role: Role, kind: CommandKind) -> bool {
    use CommandKind as K;
    match role {
        Role::Client | Role::HotelAdministrator => {
            matches!(
                kind,
                K::Open | K::Reply | K::AttachPhoto | K::Confirm | K::Dispute | K::Withdraw | K::ShareTicket
            )
        }
        Role::Agent => matches!(
            kind,
            K::Open
                | K::Take
                | K::Assign
                | K::Reply
                | K::Note
                | K::AttachPhoto
                | K::AskForInformation
                | K::LogContactAttempt
                | K::Reclassify
                | K::HandToDevelopment
                | K::Resolve
                | K::CloseInsufficient
                | K::CloseOutOfScope
                | K::CloseDuplicate
                | K::SplitRequirement
                | K::Link
        ),
        Role::Developer => matches!(
            kind,
            K::Note
                | K::Reply
                | K::AttachPhoto
                | K::AskForInformation
                | K::CommitDate
                | K::MoveDate
                | K::Resolve
                | K::Link
        ),
        Role::Supervisor | Role::Administrator => !matches!(
            kind,
            K::Confirm
                | K::Dispute
                | K::Withdraw
                | K::CalendarChanged
                | K::ClockStruck
                | K::ShareTicket
                | K::OpenLink
                | K::ConfirmEmail
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Instant;
    use crate::ticket::{By, ContactChannel, ContactOutcome};

    fn told(role: Role, body: EventBody) -> Option<EventBody> {
        let person = Person { account: "reader".into(), role, company: None, branch: None, pass: None };
        let by = By::Person { account: "pablo".into(), role: Role::Agent };
        told_to(&person, &Event { at: Instant::UNIX_EPOCH, by, body })
    }

    #[test]
    fn what_is_for_staff_stays_among_staff() {
        let attempted = |note: &str| EventBody::ContactAttempted {
            channel: ContactChannel::Phone,
            outcome: ContactOutcome::Busy,
            note: note.into(),
        };
        let handed = |evidence: &str| EventBody::HandedToDevelopment { evidence: evidence.into() };
        let replied = EventBody::Replied { body: "x".into() };
        let other = TicketNumber::from_random(1);
        let linked = |relation| EventBody::Linked { to: other, relation };
        for (body, to_client) in [
            (EventBody::Noted { body: "x".into() }, None),
            (attempted("x"), Some(attempted(""))),
            (handed("x"), Some(handed(""))),
            (replied.clone(), Some(replied)),
            (linked(Relation::Related), None),
            (linked(Relation::SplitInto), Some(linked(Relation::SplitInto))),
        ] {
            for role in Role::ALL {
                let expected = if role.is_staff() { Some(body.clone()) } else { to_client.clone() };
                assert_eq!(told(role, body.clone()), expected, "{role:?}");
            }
        }
    }
}
