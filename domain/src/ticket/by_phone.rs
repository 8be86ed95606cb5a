//! What a call about an existing ticket gets (R10).

use super::Status;

/// How far a call about a ticket goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ByPhone {
    /// Its status against its number, and nothing more.
    StatusOnly(Status),
    /// The case itself is attended on the phone: it is critical (R7) and not over.
    Case,
}

/// What the desk gives a caller who quotes the number of a ticket. A critical ticket that is closed is over like any other: closed
/// is final, and what is new gets a ticket of its own (R8, R9).
#[must_use]
pub const fn by_phone(status: Status, critical: bool) -> ByPhone {
    match status {
        Status::Closed => ByPhone::StatusOnly(status),
        _ if critical => ByPhone::Case,
        _ => ByPhone::StatusOnly(status),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn r10_a_call_about_a_ticket_gets_its_status_and_nothing_more_unless_it_is_critical() {
        for status in Status::ALL {
            assert_eq!(by_phone(status, false), ByPhone::StatusOnly(status));
            let critical = if status == Status::Closed { ByPhone::StatusOnly(status) } else { ByPhone::Case };
            assert_eq!(by_phone(status, true), critical);
        }
    }
}
