//! Tickets of one's own that are open and likely tell the same case, said before sending. Advice: sending stays as it was.

use domain::access::Side;
use domain::api::TicketSummary;
use domain::ticket::likeness::{Told, likely_same};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::filling::Filling;
use crate::api;
use crate::components::StatusBadge;
use crate::session::use_session;
use crate::text::FormText;

/// The tickets that are likely the same case as the one being written; nothing while there are none.
#[component]
pub fn Alike(filling: Filling) -> impl IntoView {
    let session = use_session();
    let open = RwSignal::new(Vec::<TicketSummary>::new());
    let client = Memo::new(move |_| session.role().is_some_and(|role| role.side() == Side::Client));
    Effect::new(move |_| {
        if !client.get() {
            open.set(Vec::new());
            return;
        }
        spawn_local(async move {
            // Without the list nothing is advised; the form works all the same.
            if let Ok(page) = api::open_tickets().await {
                let _ = open.try_set(page.tickets);
            }
        });
    });
    let alike = Memo::new(move |_| {
        open.with(|open| {
            let numbers = filling.kept.with(|kept| likely_same(&kept.draft, open.iter().map(told)));
            let of = |number| open.iter().find(|ticket| ticket.number == number).cloned();
            numbers.into_iter().filter_map(of).collect::<Vec<_>>()
        })
    });
    let item = move |ticket: TicketSummary| {
        view! {
            <li class="row">
                <span class="key-tag">{ticket.number.to_string()}</span>
                <a href=format!("/tickets/{}", ticket.number.digits())>{ticket.subject}</a>
                <StatusBadge status=ticket.status/>
            </li>
        }
    };
    let list = move || {
        let found = alike.get();
        let text = FormText::current();
        (!found.is_empty()).then(|| {
            view! {
                <div class="banner banner--asks">
                    <div class="stack stack--tight">
                        <b>{text.alike()}</b>
                        <ul class="stack stack--tight alike">{found.into_iter().map(item).collect_view()}</ul>
                        <p class="small">{text.alike_what()}</p>
                    </div>
                </div>
            }
        })
    };
    view! { <div role="status">{list}</div> }
}

fn told(ticket: &TicketSummary) -> Told<'_> {
    Told {
        number: ticket.number,
        subject: &ticket.subject,
        application: &ticket.application,
        module: &ticket.module,
        process: &ticket.process,
        error_code: ticket.error_code.as_deref().unwrap_or_default(),
    }
}
