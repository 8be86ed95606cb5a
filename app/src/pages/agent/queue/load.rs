//! The queue's tickets on this page: fetched, kept fresh quietly, and remembered for the way back.

use std::time::Duration;

use domain::api::TicketSummary;
use domain::ticket::{Status, TicketNumber};
use leptos::ev;
use leptos::leptos_dom::helpers::{set_interval_with_handle, window_event_listener};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{self, Answer, ApiError};
use crate::browser;
use crate::pages::agent::backlog::{self, Backlog, Filter};
use crate::pages::agent::clock::{Clock, use_clock};
use crate::pages::agent::due::Due;
use crate::pages::agent::shell::Agent;
use crate::text::agent::queue::{self as text, QueueText};

const EVERY: Duration = Duration::from_secs(20);

/// How the first fetch went.
#[derive(Debug, Clone, PartialEq)]
pub enum Stage {
    /// Nothing to show yet.
    Loading,
    /// There is a list.
    Ready,
    /// There is none, and why.
    Failed(ApiError),
}

/// The queue, as its page's parts share it.
#[derive(Clone, Copy)]
pub struct Queue {
    /// What is kept for the way back, and shown.
    pub kept: RwSignal<Backlog>,
    /// Whether more is being fetched.
    pub busy: RwSignal<bool>,
    reached: RwSignal<Stage>,
    /// How the first fetch went. Says nothing when a refresh leaves it as it was, so the list stays in the page.
    pub stage: Memo<Stage>,
    stale: RwSignal<bool>,
    /// The tickets the filter and the search let through.
    pub visible: Memo<Vec<TicketNumber>>,
    agent: Agent,
    clock: Clock,
}

impl Queue {
    /// Starts with what was seen last, then asks the server, and again every little while and on coming back.
    pub fn open(agent: Agent) -> Self {
        let account = agent.account();
        let mut start = backlog::recall(&account);
        start.account = Some(account.clone());
        let stage = if start.tickets.is_empty() { Stage::Loading } else { Stage::Ready };
        let (kept, reached) = (RwSignal::new(start), RwSignal::new(stage));
        let visible = Memo::new(move |_| {
            kept.with(|kept| {
                let letting = |ticket: &&TicketSummary| {
                    kept.filter.lets(ticket, &account) && backlog::matches(ticket, &kept.search)
                };
                kept.tickets.iter().filter(letting).map(|ticket| ticket.number).collect()
            })
        });
        let queue = Self {
            kept,
            busy: RwSignal::new(false),
            reached,
            stage: Memo::new(move |_| reached.get()),
            stale: RwSignal::new(false),
            visible,
            agent,
            clock: use_clock(),
        };
        queue.refresh();
        if let Some(number) = queue.selected_now() {
            request_animation_frame(move || browser::focus(&row_id(number)));
        }
        if let Ok(ticking) = set_interval_with_handle(move || queue.refresh_if_seen(), EVERY) {
            on_cleanup(move || ticking.clear());
        }
        let back = window_event_listener(ev::focus, move |_| queue.refresh_if_seen());
        on_cleanup(move || {
            back.remove();
            if let Some(kept) = kept.try_get_untracked() {
                backlog::keep(kept);
            }
        });
        queue
    }

    /// Whether the last fetch failed while there is something to show, tracked.
    pub fn is_stale(self) -> bool {
        self.stale.get()
    }

    fn refresh_if_seen(self) {
        if browser::is_visible() {
            self.refresh();
        }
    }

    /// Fetches as much as is shown, anew. Rows keep their place in the page, so neither focus nor selection is lost.
    pub fn refresh(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        let wanted = self.kept.with_untracked(|kept| kept.tickets.len());
        spawn_local(async move { self.settle(fetch(wanted).await) });
    }

    /// Fetches the page after the last one.
    pub fn load_more(self) {
        let Some(cursor) = self.kept.with_untracked(|kept| kept.cursor.clone()) else { return };
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            let answer = api::list_tickets(Some(cursor)).await;
            let before = self.kept.try_with_untracked(|kept| kept.tickets.clone()).unwrap_or_default();
            self.settle(answer.map(|page| (joined(before, page.tickets), page.next)));
        });
    }

    fn settle(self, answer: Answer<(Vec<TicketSummary>, Option<String>)>) {
        let failed = answer.is_err();
        match answer {
            Ok((tickets, cursor)) => {
                let _ = self.kept.try_update(|kept| (kept.tickets, kept.cursor) = (tickets, cursor));
                let _ = self.reached.try_set(Stage::Ready);
            }
            Err(error) if self.reached.try_get_untracked() != Some(Stage::Ready) => {
                let _ = self.reached.try_set(Stage::Failed(error));
            }
            Err(_) => {}
        }
        let ready = self.reached.try_get_untracked() == Some(Stage::Ready);
        let _ = self.stale.try_set(failed && ready);
        let _ = self.busy.try_set(false);
    }

    /// The ticket under the keyboard, if the list shows it, untracked.
    pub fn selected_now(self) -> Option<TicketNumber> {
        let selected = self.kept.with_untracked(|kept| kept.selected)?;
        self.visible.with_untracked(|visible| visible.contains(&selected)).then_some(selected)
    }

    /// Moves the keyboard's row by so many places, into sight, and says where it is.
    pub fn step(self, by: isize) {
        let visible = self.visible.get_untracked();
        let here =
            self.selected_now().and_then(|selected| visible.iter().position(|number| *number == selected));
        let place = match here {
            Some(place) => place.saturating_add_signed(by).min(visible.len().saturating_sub(1)),
            None => 0,
        };
        let Some(number) = visible.get(place).copied() else { return };
        self.kept.update(|kept| kept.selected = Some(number));
        browser::focus(&row_id(number));
        let due = self.kept.with_untracked(|kept| {
            let ticket = kept.tickets.iter().find(|ticket| ticket.number == number)?;
            Some(untrack(|| self.clock.with(|calendar, now| Due::of(ticket, now, calendar))).words)
        });
        self.agent.announce.set(text::row(place + 1, visible.len(), &due.unwrap_or_default()));
    }

    /// Chooses a part of the queue.
    pub fn filter_by(self, filter: Filter) {
        self.kept.update(|kept| kept.filter = filter);
        self.agent.announce.set(text::listed(self.visible.with_untracked(Vec::len)));
    }

    /// Shows a ticket as the server answered it.
    pub fn replace(self, ticket: TicketSummary) {
        let _ = self.kept.try_update(|kept| {
            if let Some(place) = kept.tickets.iter_mut().find(|of| of.number == ticket.number) {
                *place = ticket;
            }
        });
    }

    /// Shows a ticket as taken by the reader before the server says so; the answer settles it.
    pub fn expect_taken(self, number: TicketNumber) {
        self.kept.update(|kept| {
            if let Some(ticket) =
                kept.tickets.iter_mut().find(|of| of.number == number && of.status == Status::Received)
            {
                ticket.status = Status::InAnalysis;
                ticket.assignee = Some(self.agent.person());
            }
        });
    }

    /// How many loaded tickets a filter lets through; with a sign when there may be more.
    pub fn count(self, filter: Filter) -> String {
        self.kept.with(|kept| {
            let Some(account) = &kept.account else { return String::new() };
            let count = kept.tickets.iter().filter(|ticket| filter.lets(ticket, account)).count();
            match (count, kept.cursor.is_some()) {
                (0, _) => String::new(),
                (_, true) => text::at_least(count),
                _ => count.to_string(),
            }
        })
    }
}

/// The id of a row's link.
pub fn row_id(number: TicketNumber) -> String {
    ["ticket-", &number.digits()].concat()
}

/// Page after page until there is as much as was shown.
async fn fetch(wanted: usize) -> Answer<(Vec<TicketSummary>, Option<String>)> {
    let mut tickets = Vec::new();
    let mut cursor = None;
    loop {
        let page = api::list_tickets(cursor).await?;
        tickets = joined(tickets, page.tickets);
        cursor = page.next;
        if cursor.is_none() || tickets.len() >= wanted {
            return Ok((tickets, cursor));
        }
    }
}

/// A ticket that moved between two pages is listed once.
fn joined(mut tickets: Vec<TicketSummary>, more: Vec<TicketSummary>) -> Vec<TicketSummary> {
    for ticket in more {
        if !tickets.iter().any(|of| of.number == ticket.number) {
            tickets.push(ticket);
        }
    }
    tickets
}

/// The words of the queue's empty list: nothing at all, or nothing under this filter.
pub fn empty_words(queue: Queue) -> (&'static str, &'static str) {
    let say = QueueText::current();
    if queue.kept.with(|kept| kept.tickets.is_empty()) {
        (say.empty_title(), say.empty_text())
    } else {
        (say.nothing_title(), say.nothing_text())
    }
}
