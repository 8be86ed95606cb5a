//! The pages of the list fetched so far, joined, and kept fresh.

use std::time::Duration;

use domain::api::TicketSummary;
use domain::ident::BranchId;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{self, Answer, ApiError};
use crate::badge;
use crate::browser;

/// How often a list in front asks whether something changed.
const EVERY: Duration = Duration::from_mins(1);

/// Which tickets are shown, as the address says.
#[derive(Clone, PartialEq)]
pub struct Which {
    /// Whether closed ones are shown as well.
    pub all: bool,
    /// The branch that is looked at alone.
    pub branch: Option<BranchId>,
}

/// What a question is for.
#[derive(Clone, Copy, PartialEq)]
enum Wanted {
    /// A list that isn't shown yet.
    First,
    /// The page after those shown.
    More,
    /// Those shown, as they are now.
    Again,
}

/// The list of a page.
#[derive(Clone, Copy)]
pub struct Pages {
    /// The tickets, in the order they are shown.
    pub tickets: RwSignal<Vec<TicketSummary>>,
    /// Where the next page begins; `None` at the end.
    pub next: RwSignal<Option<String>>,
    /// Whether they were fetched.
    pub fetched: RwSignal<bool>,
    /// Whether somebody waits for an answer.
    pub busy: RwSignal<bool>,
    /// Why there is no answer.
    pub error: RwSignal<Option<ApiError>>,
    /// Which are asked for.
    wanted: Memo<Which>,
    /// Pages shown.
    shown: StoredValue<u32>,
    /// Which question is the last: the answers to those before it are late.
    asked: StoredValue<u32>,
}

impl Pages {
    /// Fetches the list, again whenever other ones are wanted, and keeps it fresh: when the window comes back, and quietly
    /// while it is in front.
    pub fn follow(wanted: Memo<Which>) -> Self {
        let pages = Self {
            tickets: RwSignal::new(Vec::new()),
            next: RwSignal::new(None),
            fetched: RwSignal::new(false),
            busy: RwSignal::new(false),
            error: RwSignal::new(None),
            wanted,
            shown: StoredValue::new(0),
            asked: StoredValue::new(0),
        };
        Effect::new(move |_| {
            wanted.track();
            pages.begin();
        });
        let seen = window_event_listener(leptos::ev::focus, move |_| pages.refresh());
        let tick = set_interval_with_handle(
            move || {
                if browser::is_visible() {
                    pages.refresh();
                }
            },
            EVERY,
        );
        on_cleanup(move || {
            seen.remove();
            if let Ok(tick) = tick {
                tick.clear();
            }
        });
        pages
    }

    /// Fetches from the start.
    pub fn begin(self) {
        self.tickets.set(Vec::new());
        self.next.set(None);
        self.fetched.set(false);
        self.shown.set_value(0);
        self.ask(Wanted::First);
    }

    /// Fetches the next page.
    pub fn more(self) {
        if !self.busy.get_untracked() {
            self.ask(Wanted::More);
        }
    }

    /// Fetches what is shown once more; without an answer it stays as it is.
    fn refresh(self) {
        if self.fetched.try_get_untracked() == Some(true) && !self.busy.get_untracked() {
            self.ask(Wanted::Again);
        }
    }

    fn ask(self, wanted: Wanted) {
        let turn = self.asked.get_value() + 1;
        self.asked.set_value(turn);
        if wanted != Wanted::Again {
            self.busy.set(true);
            self.error.set(None);
        }
        let which = self.wanted.get_untracked();
        let from = if wanted == Wanted::More { self.next.get_untracked() } else { None };
        let amount = if wanted == Wanted::Again { self.shown.get_value() } else { 1 };
        spawn_local(async move {
            let answer = gather(&which, from, amount).await;
            if self.asked.try_get_value() != Some(turn) {
                return;
            }
            self.busy.set(false);
            match answer {
                Ok((tickets, next)) => self.take(wanted, tickets, next),
                Err(error) if wanted != Wanted::Again => self.error.set(Some(error)),
                Err(_) => {}
            }
        });
    }

    fn take(self, wanted: Wanted, tickets: Vec<TicketSummary>, next: Option<String>) {
        if wanted == Wanted::More {
            self.tickets.update(|shown| shown.extend(tickets));
        } else if self.tickets.with_untracked(|shown| *shown != tickets) {
            self.tickets.set(tickets);
        }
        if wanted != Wanted::Again {
            self.shown.update_value(|shown| *shown += 1);
        }
        self.next.set(next);
        self.fetched.set(true);
    }
}

/// So many pages from one on, joined, and where the one after them begins.
async fn gather(
    which: &Which,
    from: Option<String>,
    amount: u32,
) -> Answer<(Vec<TicketSummary>, Option<String>)> {
    let (mut tickets, mut next) = (Vec::new(), from);
    for _ in 0..amount {
        let page = api::list_some_tickets(!which.all, which.branch.as_ref(), next.as_deref()).await?;
        badge::show(&page);
        tickets.extend(page.tickets);
        next = page.next;
        if next.is_none() {
            break;
        }
    }
    Ok((tickets, next))
}
