//! After the last word on a ticket: how it ended, and the next one.

use domain::ticket::Status;
use leptos::prelude::*;

use super::case::Case;
use crate::components::Icon;
use crate::pages::agent::backlog;
use crate::pages::agent::queue::ticket_path;
use crate::text::agent::acts;
use crate::text::agent::ticket::DeskTicketText;
use crate::text::timeline::closing;

/// Shown on a ticket that is resolved or closed.
#[component]
pub fn Ended(
    /// The ticket.
    case: Case,
) -> impl IntoView {
    let ending =
        Memo::new(move |_| case.view.with(|view| (view.summary.status, view.summary.closure.clone())));
    // The way on takes the focus when the ticket ends under the agent's hands, not when an ended one is opened.
    let was_open = StoredValue::new(false);
    move || {
        let (status, closure) = ending.get();
        let words = match (status, &closure) {
            (Status::Closed, Some(closure)) => closing(closure),
            (Status::Resolved, _) => acts::done(domain::ticket::CommandKind::Resolve).to_owned(),
            _ => {
                was_open.set_value(true);
                return None;
            }
        };
        if was_open.get_value() {
            request_animation_frame(|| crate::browser::focus("next-ticket"));
        }
        let say = DeskTicketText::current();
        let next = backlog::next_after(case.number, &case.agent.account());
        let (path, label) = match next {
            Some(number) => (ticket_path(number), say.next()),
            None => ("/equipo".to_owned(), say.to_queue()),
        };
        Some(view! {
            <div class="banner banner--kept" role="status">
                <p>{words}</p>
                <a class="button button--primary push" id="next-ticket" href=path>
                    {label}
                    <Icon name="i-arrow"/>
                </a>
            </div>
        })
    }
}
