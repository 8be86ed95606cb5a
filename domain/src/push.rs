//! Web push: which news of a ticket makes the client's device speak up, and where a push may be sent.
//!
//! Mail is the certain channel. A push says which ticket and what kind of news, and nothing anybody wrote: it is read on a
//! locked screen, by whoever stands beside it.

use crate::codes::coded_enum;
use crate::notice::{News, Notice, Recipient};

/// The longest address of a push service that is kept, in bytes. Those of today's services have below 600.
pub const LONGEST_ENDPOINT: usize = 1024;

/// Hosts of the browsers' push services: Chromium's, Firefox', Apple's and Windows'. One that begins with a dot stands for
/// every host below it.
const SERVICES: [&str; 4] =
    ["fcm.googleapis.com", ".push.services.mozilla.com", ".push.apple.com", ".notify.windows.com"];

coded_enum! {
    /// What a push says about a ticket.
    pub enum PushNews {
        /// The desk wrote.
        Answer = "answer",
        /// The desk needs something of the client (R8, R18).
        Question = "question",
        /// The desk tried to reach the client and could not (R18).
        AttemptFailed = "attempt_failed",
        /// A date was promised (R16).
        DateCommitted = "date_committed",
        /// The promised date moved (R16).
        DateMoved = "date_moved",
        /// The desk answered with a solution.
        Resolved = "resolved",
        /// It is over (R2, R8, R18).
        Closed = "closed",
        /// A promise will fall due soon.
        PromiseNear = "promise_near",
        /// A promise was missed.
        PromiseMissed = "promise_missed",
    }
}

impl PushNews {
    /// What the client's devices say when this notice leaves, if anything.
    ///
    /// What merely takes its course (the receipt, that somebody took it) and what a change of the calendar moves by itself is
    /// left to mail. A promise at risk is the desk's to hear of by mail, and the client's by push: it is theirs.
    #[must_use]
    pub const fn of(notice: &Notice) -> Option<Self> {
        match (notice.to, &notice.news) {
            (Recipient::Requester, News::Replied { .. }) => Some(Self::Answer),
            (Recipient::Requester, News::InformationRequested { .. }) => Some(Self::Question),
            (Recipient::Requester, News::ContactFailed { .. }) => Some(Self::AttemptFailed),
            (Recipient::Requester, News::DateCommitted { .. }) => Some(Self::DateCommitted),
            (Recipient::Requester, News::DateMoved { .. }) => Some(Self::DateMoved),
            (Recipient::Requester, News::Resolved { .. }) => Some(Self::Resolved),
            (Recipient::Requester, News::Closed { .. }) => Some(Self::Closed),
            (_, News::Warned { .. }) => Some(Self::PromiseNear),
            (_, News::Breached { .. }) => Some(Self::PromiseMissed),
            _ => None,
        }
    }
}

/// Whether this is an address of a push service, as the portal would call it: over TLS, at the standard port, on a host of
/// [`SERVICES`]. Anything else a browser could send us might be a host inside somebody's network.
///
/// `other` is the origin of one more service that the deployment trusts, such as `https://push.hotel.example`; empty for none.
#[must_use]
pub fn is_endpoint(text: &str, other: &str) -> bool {
    // Whatever a parser of addresses would drop or change, an address of theirs has none of: what is looked at is what is called.
    let plain = text.len() <= LONGEST_ENDPOINT
        && text.bytes().all(|byte| byte.is_ascii_graphic() && !b"\\#\"<>^`{|}".contains(&byte));
    if !plain {
        return false;
    }
    let rest_of =
        |origin: &str| text.strip_prefix(origin).is_some_and(|rest| rest.len() > 1 && rest.starts_with('/'));
    if !other.is_empty() && rest_of(other.trim_end_matches('/')) {
        return true;
    }
    let Some((host, path)) = text.strip_prefix("https://").and_then(|rest| rest.split_once('/')) else {
        return false;
    };
    !path.is_empty() && SERVICES.iter().any(|service| is_of(host, service))
}

/// Whether the host is the service's, or below it; a name, so that neither port nor user can stand in it.
fn is_of(host: &str, service: &str) -> bool {
    let named = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte));
    let whole =
        if service.starts_with('.') { host.len() > service.len() } else { host.len() == service.len() };
    named && whole && host.ends_with(service)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Instant;
    use crate::ticket::{Closure, PromiseKind, TicketNumber};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn notice(to: Recipient, news: News) -> Notice {
        let number = TicketNumber::from_random(1);
        Notice { to, number, subject: "Sin IVA".into(), news }
    }

    #[test]
    fn devices_speak_up_for_what_was_answered_and_for_promises_at_risk() {
        let due = Instant::UNIX_EPOCH;
        let (body, promise) = (String::from("x"), PromiseKind::Response);
        let closed = || News::Closed { closure: Closure::Withdrawn, message: String::new() };
        for (to, news, expected) in [
            (Recipient::Requester, News::Replied { body: body.clone() }, Some(PushNews::Answer)),
            (Recipient::Desk, News::Replied { body: body.clone() }, None),
            (
                Recipient::Requester,
                News::InformationRequested { missing: Vec::new(), body: body.clone() },
                Some(PushNews::Question),
            ),
            (
                Recipient::Requester,
                News::ContactFailed { attempts: 1, limit: 9, closes_at: None },
                Some(PushNews::AttemptFailed),
            ),
            (Recipient::Requester, News::DateCommitted { due }, Some(PushNews::DateCommitted)),
            (
                Recipient::Requester,
                News::DateMoved { first: due, from: due, due, reason: body.clone() },
                Some(PushNews::DateMoved),
            ),
            (
                Recipient::Requester,
                News::Resolved { body: body.clone(), stands_at: None },
                Some(PushNews::Resolved),
            ),
            (Recipient::Requester, closed(), Some(PushNews::Closed)),
            (Recipient::Desk, closed(), None),
            (Recipient::Desk, News::Warned { promise, due }, Some(PushNews::PromiseNear)),
            (Recipient::Desk, News::Breached { promise, due }, Some(PushNews::PromiseMissed)),
            (Recipient::Requester, News::Taken { response_due: None }, None),
            (
                Recipient::Requester,
                News::Received { critical: false, first_response_due: due, response_due: due },
                None,
            ),
            (Recipient::Desk, News::Disputed { body: body.clone() }, None),
            (Recipient::Development, News::HandedToDevelopment { evidence: body }, None),
        ] {
            assert_eq!(PushNews::of(&notice(to, news.clone())), expected, "{to:?} {news:?}");
        }
    }

    #[test]
    fn pushes_go_to_push_services_alone() {
        for endpoint in [
            "https://fcm.googleapis.com/fcm/send/dQw4:APA91b",
            "https://updates.push.services.mozilla.com/wpush/v2/gAAAA",
            "https://web.push.apple.com/QGg",
            "https://db5p.notify.windows.com/w/?token=BQYAAAC%2b",
        ] {
            assert!(is_endpoint(endpoint, ""), "{endpoint}");
        }
        for endpoint in [
            "http://fcm.googleapis.com/fcm/send/x",
            "https://fcm.googleapis.com",
            "https://fcm.googleapis.com/",
            "https://fcm.googleapis.com:8443/x",
            "https://fcm.googleapis.com@127.0.0.1/x",
            "https://fcm.googleapis.com\\@127.0.0.1/x",
            "https://fcm.googleapis.com.hotel.example/x",
            "https://evilfcm.googleapis.com/x",
            "https://storage.googleapis.com/x",
            "https://hotel.example/fcm.googleapis.com",
            "https://hotel.example?.push.apple.com/x",
            "https://hotel.example#.push.apple.com/x",
            "https://.push.apple.com/x",
            "https://127.0.0.1/x",
            "https://[::1]/x",
            "https://localhost/x",
            "https://impresora.local/x",
            "https://web.push.apple.com/a b",
            "https://web.push.apple.com/a\tb",
            "file:///etc/passwd",
            "",
        ] {
            assert!(!is_endpoint(endpoint, ""), "{endpoint}");
        }
        assert!(!is_endpoint(&format!("https://web.push.apple.com/{}", "a".repeat(LONGEST_ENDPOINT)), ""));
    }

    #[test]
    fn a_deployment_may_trust_one_more_service() {
        let other = "http://localhost:4000";
        assert!(is_endpoint("http://localhost:4000/push/1", other));
        assert!(!is_endpoint("http://localhost:4000", other));
        assert!(!is_endpoint("http://localhost:40001/push/1", other));
        assert!(!is_endpoint("http://localhost:4001/push/1", other));
        assert!(is_endpoint("https://web.push.apple.com/QGg", other));
    }
}
