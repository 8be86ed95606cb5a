//! Tickets of one's own that are open and likely tell the same case, said before sending. Advice: sending stays as it was.

use domain::access::Side;
use domain::api::TicketSummary;
use domain::guide::Draft;
use domain::ticket::likeness::{Told, likely_same};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::filling::Filling;
use crate::api;
use crate::components::StatusBadge;
use crate::session::use_session;
use crate::text::FormText;

/// The id of what is said of them.
pub const ALIKE: &str = "alike";

/// How many pages of them are gone through, at most: of a hotel with more than some hundreds, those that changed last.
const PAGES: usize = 10;

/// The reader's own open tickets, asked for once by a form.
#[derive(Clone, Copy)]
pub struct OwnCases {
    open: RwSignal<Vec<TicketSummary>>,
    asked: StoredValue<bool>,
    /// Whether sending waits for another press because of them.
    pub held_back: RwSignal<bool>,
}

impl OwnCases {
    /// Not asked for yet.
    pub fn new() -> Self {
        let (open, held_back) = (RwSignal::new(Vec::new()), RwSignal::new(false));
        Self { open, asked: StoredValue::new(false), held_back }
    }

    async fn fetch(self) {
        let _ = self.asked.try_set_value(true);
        let (mut open, mut after) = (Vec::new(), None);
        for _ in 0..PAGES {
            // Without the list nothing is advised; the form works all the same.
            let Ok(page) = api::list_some_tickets(true, None, after.as_deref()).await else { return };
            // The page may have been left, or its reader signed out, meanwhile.
            if self.asked.try_get_value() != Some(true) {
                return;
            }
            open.extend(page.tickets);
            let _ = self.open.try_set(open.clone());
            after = page.next;
            if after.is_none() {
                return;
            }
        }
    }

    fn forget(self) {
        self.asked.set_value(false);
        self.open.set(Vec::new());
    }

    fn like(self, draft: &Draft) -> Vec<TicketSummary> {
        self.open.with(|open| {
            let of = |number| open.iter().find(|ticket| ticket.number == number).cloned();
            likely_same(draft, open.iter().map(told)).into_iter().filter_map(of).collect()
        })
    }

    /// Whether one of them is likely the same case.
    pub async fn hold(self, draft: &Draft) -> bool {
        self.fetch().await;
        // The page may have been left meanwhile.
        self.open.try_get_untracked().is_some() && untrack(|| !self.like(draft).is_empty())
    }
}

/// The tickets that are likely the same case as the one being written; nothing while there are none.
#[component]
pub fn Alike(filling: Filling, own: OwnCases) -> impl IntoView {
    let session = use_session();
    let client = Memo::new(move |_| session.role().is_some_and(|role| role.side() == Side::Client));
    Effect::new(move |_| {
        if !client.get() {
            own.forget();
        } else if !own.asked.get_value() {
            spawn_local(own.fetch());
        }
    });
    let alike = Memo::new(move |_| filling.kept.with(|kept| own.like(&kept.draft)));
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
                        {move || own.held_back.get().then(|| view! { <p><b>{text.alike_held()}</b></p> })}
                    </div>
                </div>
            }
        })
    };
    view! { <div role="status" id=ALIKE tabindex="-1">{list}</div> }
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
