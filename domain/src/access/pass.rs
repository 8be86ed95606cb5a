//! Ways to one ticket without signing in. A pass opens the ticket it names and nothing else of the account it stands for.

use super::Person;
use crate::ticket::{By, CommandKind, TicketNumber};
use serde::{Deserialize, Serialize};

/// How somebody came to a ticket without signing in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// The ticket's number and a code mailed to the address it is registered under: the mailbox is proven (R11).
    Code,
    /// A link that the client made for a colleague.
    HandOver,
    /// The device that sent a critical ticket before its address was confirmed (R7).
    Sender,
}

impl Way {
    /// Every door, for tables and tests.
    pub const ALL: [Self; 3] = [Self::Code, Self::HandOver, Self::Sender];

    /// The stable name used on the wire and in storage.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::HandOver => "hand_over",
            Self::Sender => "sender",
        }
    }

    /// Reads [`Way::code`] back.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|door| door.code() == code)
    }

    /// Whether somebody who came this way may ever send a command of this kind. Everyone may say what they see, and whether
    /// a solution works: they are the ones at the counter. Only the owner of the mailbox, or whoever sent it, gives it up.
    #[must_use]
    pub const fn may_send(self, kind: CommandKind) -> bool {
        use CommandKind as K;
        match kind {
            K::Reply | K::AttachPhoto | K::Confirm | K::Dispute => true,
            K::Withdraw => matches!(self, Self::Code | Self::Sender),
            K::ConfirmEmail => matches!(self, Self::Code),
            K::OpenLink => matches!(self, Self::HandOver),
            _ => false,
        }
    }
}

/// What a door gives: one ticket, under a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pass {
    /// The one ticket.
    pub ticket: TicketNumber,
    /// How they came.
    pub door: Way,
    /// The name they gave; the timeline tells what they do under it.
    pub name: String,
}

impl Person {
    /// As the history tells what they do. A proven mailbox is the account itself; others are told apart from it.
    #[must_use]
    pub fn author(&self) -> By {
        match &self.pass {
            Some(Pass { door: door @ (Way::HandOver | Way::Sender), name, .. }) => {
                By::Visitor { account: self.account.clone(), door: *door, name: name.clone() }
            }
            _ => By::Person { account: self.account.clone(), role: self.role },
        }
    }
}

/// The longest name a visitor may give, in characters. Our own figure.
const LONGEST_NAME: usize = 60;

/// A name as a visitor gave it, on one line; none when it says nothing or too much. A first name is enough.
#[must_use]
pub fn visitor_name(text: &str) -> Option<String> {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let name = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let says = name.chars().any(char::is_alphabetic) && name.chars().count() <= LONGEST_NAME;
    says.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visitors_name_is_one_line_that_says_something() {
        for (text, name) in [
            (" Marta  Ruiz ", Some("Marta Ruiz")),
            ("Marta\r\nBcc: otra@hotel.co", Some("Marta Bcc: otra@hotel.co")),
            ("Íñigo", Some("Íñigo")),
            ("", None),
            (" \u{0}", None),
            ("123", None),
        ] {
            assert_eq!(visitor_name(text).as_deref(), name, "{text:?}");
        }
        assert_eq!(visitor_name(&"m".repeat(61)), None);
    }

    /// The one table of what each door allows.
    #[test]
    fn each_door_allows_what_its_proof_is_worth() {
        use CommandKind as K;
        let table = [
            (Way::Code, vec![K::Reply, K::AttachPhoto, K::Confirm, K::Dispute, K::Withdraw, K::ConfirmEmail]),
            (Way::HandOver, vec![K::Reply, K::AttachPhoto, K::Confirm, K::Dispute, K::OpenLink]),
            (Way::Sender, vec![K::Reply, K::AttachPhoto, K::Confirm, K::Dispute, K::Withdraw]),
        ];
        let every =
            K::BY_PEOPLE.into_iter().chain([K::ShareTicket, K::OpenLink, K::ConfirmEmail, K::ClockStruck]);
        for kind in every {
            for (door, allowed) in &table {
                assert_eq!(door.may_send(kind), allowed.contains(&kind), "{door:?} {kind:?}");
            }
        }
    }
}
