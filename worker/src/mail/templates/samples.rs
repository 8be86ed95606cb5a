//! One notice of every kind, for the tests of everything that carries mail.

use domain::Instant;
use domain::guide::GuideItem;
use domain::notice::{News, Notice, Recipient};
use domain::scope::OutOfScope;
use domain::ticket::{Closure, Deadline, MovedDeadline, PromiseKind, TicketNumber};

/// The digits of the tickets below.
pub const NUMBER: &str = "5720003";

pub fn number() -> TicketNumber {
    TicketNumber::from_serial(572_000).unwrap()
}

pub fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

/// Contract landmarks, so that the words can be checked against the table people agreed on.
pub fn first_due() -> Instant {
    at("2026-07-14T15:30:00Z")
}

pub fn response_due() -> Instant {
    at("2026-07-21T20:30:00Z")
}

fn closings() -> Vec<Closure> {
    vec![
        Closure::Confirmed,
        Closure::ResolutionUncontested,
        Closure::Insufficient { missing: vec![GuideItem::MenuPath, GuideItem::Images] },
        Closure::OutOfScope { area: OutOfScope::Training },
        Closure::Unreachable { attempts: 1 },
        Closure::Unreachable { attempts: 9 },
        Closure::Duplicate { of: TicketNumber::from_serial(654_321).unwrap() },
        Closure::Withdrawn,
    ]
}

fn news() -> Vec<News> {
    let (first, due) = (first_due(), response_due());
    let said = || "Palabras <b>propias</b>\nen dos líneas".to_owned();
    let mut news = vec![
        News::Received { critical: false, first_response_due: first, response_due: due },
        News::Received { critical: true, first_response_due: first, response_due: due },
        News::Taken { response_due: Some(due) },
        News::Taken { response_due: None },
        News::Replied { body: said() },
        News::InformationRequested { missing: vec![GuideItem::Parameters], body: said() },
        News::InformationRequested { missing: vec![], body: said() },
        News::ContactFailed { attempts: 1, limit: 9, closes_at: Some(due) },
        News::ContactFailed { attempts: 3, limit: 9, closes_at: None },
        News::DateCommitted { due },
        News::DateMoved { first, from: first, due, reason: said() },
        News::DateMoved { first, from: at("2026-07-17T23:00:00Z"), due, reason: said() },
        News::CalendarChanged {
            day: at("2026-07-16T05:00:00Z").date_naive(),
            attends: false,
            name: "Inventario <b>general</b>".to_owned(),
            moved: vec![MovedDeadline { deadline: Deadline::Response, from: first, due }],
        },
        News::Resolved { body: said(), stands_at: Some(due) },
        News::Resolved { body: said(), stands_at: None },
        News::Disputed { body: said() },
        News::HandedToDevelopment { evidence: said() },
    ];
    for promise in [PromiseKind::FirstResponse, PromiseKind::Response, PromiseKind::BugDate] {
        news.extend([News::Warned { promise, due }, News::Breached { promise, due }]);
    }
    news.extend(closings().into_iter().map(|closure| News::Closed { closure, message: said() }));
    news
}

/// Every kind of news to every recipient, whether or not the domain tells them: a template that can't be met today must
/// not say something wrong tomorrow.
pub fn notices() -> Vec<Notice> {
    let recipients = [Recipient::Requester, Recipient::Desk, Recipient::Development];
    let to = |to| {
        let subject = "La factura sale sin IVA".to_owned();
        news().into_iter().map(move |news| Notice { to, number: number(), subject: subject.clone(), news })
    };
    recipients.into_iter().flat_map(to).collect()
}

/// The instants a piece of news promises or recalls, and so must say in words. The match is exhaustive, so that a new kind
/// of news is not forgotten here.
pub fn instants(news: &News) -> Vec<Instant> {
    match news {
        News::Received { first_response_due, response_due, .. } => vec![*first_response_due, *response_due],
        News::Taken { response_due } => response_due.iter().copied().collect(),
        News::ContactFailed { closes_at, .. } => closes_at.iter().copied().collect(),
        News::DateCommitted { due } | News::Warned { due, .. } | News::Breached { due, .. } => vec![*due],
        News::DateMoved { first, from, due, .. } => vec![*first, *from, *due],
        News::CalendarChanged { moved, .. } => {
            moved.iter().flat_map(|moved| [moved.from, moved.due]).collect()
        }
        News::Resolved { stands_at, .. } => stands_at.iter().copied().collect(),
        News::Replied { .. }
        | News::InformationRequested { .. }
        | News::Disputed { .. }
        | News::HandedToDevelopment { .. }
        | News::Closed { .. } => Vec::new(),
    }
}
