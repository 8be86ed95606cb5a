//! Message identifiers (RFC 5322 §3.6.4): stable ones, so that a second copy can be dropped, and threads by ticket.

use super::Letter;

/// A letter's identifier and the one it continues, as they stand between angle brackets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thread {
    /// The letter's own.
    pub id: String,
    /// The first mail of the ticket, unless this is it.
    pub root: Option<String>,
}

impl Thread {
    /// `name` is the outbox row's, unique for ever; `domain` is the sender's.
    pub fn of(letter: &Letter, name: &str, domain: &str) -> Self {
        let id = format!("{}@{domain}", safe(name));
        let root = match letter {
            Letter::SignInCode { .. } => None,
            // The receipt: what the first event of every ticket tells its requester. Staff never got it, but mail
            // programs thread by the identifiers alone.
            Letter::Notice(notice) => Some(format!("{}.0.requester@{domain}", notice.number.digits())),
        };
        Self { root: root.filter(|root| *root != id), id }
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
    fn the_receipt_is_the_root_of_its_tickets_thread() {
        let letter = Letter::Notice(samples::notices().remove(0));
        let number = samples::NUMBER;
        let receipt = Thread::of(&letter, &format!("{number}.0.requester"), "sohoapps.co");
        assert_eq!(receipt, Thread { id: format!("{number}.0.requester@sohoapps.co"), root: None });
        let later = Thread::of(&letter, &format!("{number}.7.desk"), "sohoapps.co");
        assert_eq!(later, Thread { id: format!("{number}.7.desk@sohoapps.co"), root: Some(receipt.id) });
    }

    #[test]
    fn an_identifier_cannot_break_its_header() {
        let letter = Letter::SignInCode { code: "123456".into() };
        let thread = Thread::of(&letter, "code.a_b-C9>\r\nBcc: x@y.co, <", "sohoapps.co");
        assert_eq!(thread, Thread { id: "code.a_b-C9Bccxy.co@sohoapps.co".into(), root: None });
    }
}
