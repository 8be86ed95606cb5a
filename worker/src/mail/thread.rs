//! Message identifiers (RFC 5322 §3.6.4): stable ones, so that a second copy can be told, and threads by ticket.
//!
//! The platform's mail binding writes a Message-ID of its own over ours, so a thread can't hang on the identifier of its
//! first mail. It hangs on one that no mail has and all of a ticket refer to, which mail programs thread by as well.

use super::Letter;

/// A letter's identifier and its thread's, as they stand between angle brackets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thread {
    /// The letter's own.
    pub id: String,
    /// The ticket's.
    pub root: Option<String>,
}

impl Thread {
    /// `name` is the outbox row's, unique for ever; `domain` is the sender's.
    pub fn of(letter: &Letter, name: &str, domain: &str) -> Self {
        let root = match letter {
            Letter::SignInCode { .. }
            | Letter::TicketCode { .. }
            | Letter::ConfirmTicket { .. }
            | Letter::Data(_)
            | Letter::Invitation(_)
            | Letter::Account(_)
            | Letter::Unread { .. } => None,
            Letter::Notice(notice) => Some(format!("{}.ticket@{domain}", notice.number.digits())),
        };
        Self { id: format!("{}@{domain}", safe(name)), root }
    }
}

/// What an identifier may hold without quoting; anything else is ours to avoid, so it is dropped.
fn safe(name: &str) -> String {
    name.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::templates::samples;

    #[test]
    fn every_mail_of_a_ticket_is_of_one_thread() {
        for notice in samples::notices() {
            let thread = Thread::of(&Letter::Notice(notice), "5720003.7.desk", "sohoapps.co");
            assert_eq!(thread.id, "5720003.7.desk@sohoapps.co");
            assert_eq!(thread.root, Some(format!("{}.ticket@sohoapps.co", samples::NUMBER)));
        }
    }

    #[test]
    fn an_identifier_cannot_break_its_header() {
        let letter = Letter::SignInCode { code: "123456".into(), link: String::new() };
        let thread = Thread::of(&letter, "code.a_b-C9>\r\nBcc: x@y.co, <", "sohoapps.co");
        assert_eq!(thread, Thread { id: "code.a_b-C9Bccxy.co@sohoapps.co".into(), root: None });
    }
}
