//! Who is told what about a ticket, as facts. The words are the mail templates'.
//!
//! A notice carries every fact its text needs, as it stood when it happened, so that it can be sent late and still be true.

use crate::Instant;
use crate::access::Side;
use crate::guide::GuideItem;
use crate::ticket::deadlines::{uncontested_at, unreachable_at};
use crate::ticket::{
    Closure, Event, EventBody, MovedDeadline, Promise, PromiseKind, Rules, Ticket, TicketNumber, promises,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Who must be told. The Worker knows their addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recipient {
    /// The client who is helped.
    Requester,
    /// The agent who has the ticket; the supervisors while nobody has it.
    Desk,
    /// Research and development.
    Development,
}

/// One thing somebody must be told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Notice {
    /// Who.
    pub to: Recipient,
    /// About which ticket.
    pub number: TicketNumber,
    /// Its subject, for the subject line.
    pub subject: String,
    /// What.
    pub news: News,
}

/// What there is to tell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "news")]
pub enum News {
    /// The ticket exists; this receipt is not a response (R14).
    Received {
        /// Whether it was critical when it was opened (R7).
        critical: bool,
        /// Until when a person takes it (R14).
        first_response_due: Instant,
        /// Until when it is answered (R15).
        response_due: Instant,
    },
    /// A person is analysing it (R14).
    Taken {
        /// Until when it is answered (R15); nothing once a date is promised instead.
        response_due: Option<Instant>,
    },
    /// The other side wrote; without words when they sent a photo alone.
    Replied {
        /// Their words, plain text.
        body: String,
    },
    /// The desk needs something (R8, R18).
    InformationRequested {
        /// The items of the guide that are asked for.
        missing: Vec<GuideItem>,
        /// The desk's words, plain text.
        body: String,
    },
    /// The desk tried to reach the client and could not (R18).
    ContactFailed {
        /// Unsuccessful attempts since the client last spoke.
        attempts: u32,
        /// At how many the ticket is closed.
        limit: u32,
        /// When it is closed for want of a word, if it is.
        closes_at: Option<Instant>,
    },
    /// A date was promised (R16).
    DateCommitted {
        /// Until when.
        due: Instant,
    },
    /// The promised date moved (R16).
    DateMoved {
        /// The first date promised.
        first: Instant,
        /// The date that stood until now.
        from: Instant,
        /// The date that stands.
        due: Instant,
        /// Why, plain text.
        reason: String,
    },
    /// A day of attention changed, and promised instants with it (R12).
    CalendarChanged {
        /// The day, in Bogotá.
        day: NaiveDate,
        /// Whether the desk attends on it now.
        attends: bool,
        /// The day's name, when it has one.
        name: String,
        /// What moved; at least one.
        moved: Vec<MovedDeadline>,
    },
    /// The desk answered with a solution.
    Resolved {
        /// The solution, plain text.
        body: String,
        /// When it stands unless the client objects.
        stands_at: Option<Instant>,
    },
    /// The client says it is not solved.
    Disputed {
        /// The client's words, plain text.
        body: String,
    },
    /// A bug was handed over (R16).
    HandedToDevelopment {
        /// What analysis found, plain text.
        evidence: String,
    },
    /// It is over, and why (R2, R8, R18).
    Closed {
        /// Why.
        closure: Closure,
        /// The desk's words, plain text; may be empty.
        message: String,
    },
    /// A promise will fall due soon.
    Warned {
        /// Which promise.
        promise: PromiseKind,
        /// When it is due.
        due: Instant,
    },
    /// A promise was missed.
    Breached {
        /// Which promise.
        promise: PromiseKind,
        /// When it was due.
        due: Instant,
    },
}

fn due_of(promises: &[Promise], kind: PromiseKind) -> Option<Instant> {
    promises.iter().find(|promise| promise.kind == kind).map(|promise| promise.due)
}

fn for_client(event: &Event) -> bool {
    event.by.side() != Some(Side::Client)
}

/// Everyone who must be told of `event`; `ticket` already has it folded in.
#[must_use]
pub fn notices(ticket: &Ticket, event: &Event, rules: &Rules) -> Vec<Notice> {
    let promises = || promises(ticket, rules, event.at);
    let (to, news) = match &event.body {
        // Whoever confirms only now gets the receipt now.
        EventBody::Opened(_) | EventBody::EmailConfirmed { .. } => {
            let promises = promises();
            let (Some(first), Some(response)) =
                (due_of(&promises, PromiseKind::FirstResponse), due_of(&promises, PromiseKind::Response))
            else {
                return Vec::new();
            };
            let news = News::Received {
                critical: ticket.opened_critical,
                first_response_due: first,
                response_due: response,
            };
            (Recipient::Requester, news)
        }
        EventBody::Taken => {
            (Recipient::Requester, News::Taken { response_due: due_of(&promises(), PromiseKind::Response) })
        }
        EventBody::Replied { body } if for_client(event) => {
            (Recipient::Requester, News::Replied { body: body.clone() })
        }
        EventBody::Replied { body } => (Recipient::Desk, News::Replied { body: body.clone() }),
        // A failed contact tells the client by itself; the question it implies has no words of its own.
        EventBody::InformationRequested { body, .. } if body.is_empty() => return Vec::new(),
        EventBody::InformationRequested { missing, body } => (
            Recipient::Requester,
            News::InformationRequested { missing: missing.clone(), body: body.clone() },
        ),
        EventBody::ContactAttempted { outcome, .. } if outcome.is_unsuccessful() => {
            let news = News::ContactFailed {
                attempts: u32::try_from(ticket.attempts.len()).unwrap_or(u32::MAX),
                limit: rules.policy.unreachable_attempts,
                closes_at: unreachable_at(ticket, rules),
            };
            (Recipient::Requester, news)
        }
        EventBody::DateCommitted { due } => (Recipient::Requester, News::DateCommitted { due: *due }),
        EventBody::DateMoved { from, due, reason } => {
            let first = ticket.bug_promise().map_or(*from, |promise| promise.first);
            (Recipient::Requester, News::DateMoved { first, from: *from, due: *due, reason: reason.clone() })
        }
        EventBody::CalendarChanged { day, attends, name, moved, .. } => {
            let (day, attends, name, moved) = (*day, *attends, name.clone(), moved.clone());
            (Recipient::Requester, News::CalendarChanged { day, attends, name, moved })
        }
        EventBody::Resolved { body } => (
            Recipient::Requester,
            News::Resolved { body: body.clone(), stands_at: uncontested_at(ticket, rules) },
        ),
        EventBody::Disputed { body } => (Recipient::Desk, News::Disputed { body: body.clone() }),
        EventBody::HandedToDevelopment { evidence } => {
            (Recipient::Development, News::HandedToDevelopment { evidence: evidence.clone() })
        }
        EventBody::Closed { closure, message } => {
            let to = if for_client(event) { Recipient::Requester } else { Recipient::Desk };
            (to, News::Closed { closure: closure.clone(), message: message.clone() })
        }
        EventBody::Warned { promise, due } => {
            (Recipient::Desk, News::Warned { promise: *promise, due: *due })
        }
        EventBody::Breached { promise, due } => {
            (Recipient::Desk, News::Breached { promise: *promise, due: *due })
        }
        // A client who answers with a photo alone has answered all the same (R18).
        EventBody::PhotoAttached(_) if ticket.waits.last().is_some_and(|wait| wait.to == event.at) => {
            (Recipient::Desk, News::Replied { body: String::new() })
        }
        EventBody::Noted { .. }
        | EventBody::PhotoAttached(_)
        | EventBody::Assigned { .. }
        | EventBody::ContactAttempted { .. }
        | EventBody::Reclassified { .. }
        | EventBody::HandOverLinkMade { .. }
        | EventBody::HandOverLinkOpened { .. }
        | EventBody::HandOverLinkRevoked { .. }
        | EventBody::Linked { .. } => return Vec::new(),
    };
    // An address nobody has confirmed may be somebody else's: it is told how things ended (R8, R18) and nothing before.
    let ends = matches!(news, News::Closed { .. });
    if ticket.unconfirmed && to == Recipient::Requester && !ends {
        return Vec::new();
    }
    vec![Notice { to, number: ticket.number, subject: ticket.request.subject.as_str().to_owned(), news }]
}
