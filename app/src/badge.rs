//! The number on the installed portal's icon: a client's open tickets, as the Worker counts them.

use domain::access::Side;
use domain::api::TicketPage;
use leptos::task::spawn_local;

use crate::api;
use crate::browser;
use crate::session::Session;

/// Shows what a page of the list says of them.
pub fn show(page: &TicketPage) {
    if let Some(count) = page.open_count {
        browser::badge(count);
    }
}

/// Asks how many they are now: one was opened, or ended. Only where an icon can show it.
pub fn renew(session: Session) {
    let client = session.me_now().is_some_and(|me| me.role.side() == Side::Client);
    if client && browser::can_badge() {
        spawn_local(async {
            // Without an answer the number stays until the next one.
            if let Ok(page) = api::open_tickets().await {
                show(&page);
            }
        });
    }
}
