//! A ticket in an agent's hands: how it stands, which panel is open, and the sending of what they decide.

use std::cell::RefCell;

use domain::api::{PersonRef, TicketView};
use domain::ticket::{Act, CommandKind, TicketNumber};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::head::TITLE;
use crate::api::{self, ApiError, IdempotencyKey};
use crate::browser;
use crate::pages::agent::shell::{Agent, use_agent};
use crate::text::agent::acts;

thread_local! {
    static STAFF: RefCell<Vec<PersonRef>> = const { RefCell::new(Vec::new()) };
}

/// The ticket, as the parts of its page share it.
#[derive(Clone, Copy)]
pub struct Case {
    /// Which.
    pub number: TicketNumber,
    /// Who works it.
    pub agent: Agent,
    /// How it stands.
    pub view: RwSignal<TicketView>,
    /// The panel that is open.
    pub panel: RwSignal<Option<CommandKind>>,
    /// What the writer writes: a reply, a note, a question or a solution.
    pub writing: RwSignal<CommandKind>,
    /// Everyone a ticket can be given to, once known.
    pub people: RwSignal<Vec<PersonRef>>,
}

impl Case {
    /// Takes it in hand, while a page is built.
    pub fn open(view: RwSignal<TicketView>) -> Option<Self> {
        let people = RwSignal::new(STAFF.with_borrow(Clone::clone));
        if people.with_untracked(Vec::is_empty) {
            spawn_local(async move {
                if let Ok(staff) = api::staff().await {
                    STAFF.set(staff.people.clone());
                    let _ = people.try_set(staff.people);
                }
            });
        }
        Some(Self {
            number: view.with_untracked(|view| view.summary.number),
            agent: use_agent()?,
            view,
            panel: RwSignal::new(None),
            writing: RwSignal::new(CommandKind::Reply),
            people,
        })
    }

    /// Whether the reader may do this now, tracked.
    pub fn may(self, kind: CommandKind) -> bool {
        self.view.with(|view| view.actions.contains(&kind))
    }

    /// Closes the panel and gives the focus back to the page.
    pub fn close_panel(self) {
        if self.panel.get_untracked().is_some() {
            self.panel.set(None);
            request_animation_frame(|| browser::focus(TITLE));
        }
    }
}

/// One thing being sent. The same act sent again is the same intent and carries the same key.
#[derive(Clone, Copy)]
pub struct Sending {
    case: Case,
    /// While it travels.
    pub busy: RwSignal<bool>,
    /// What went wrong the last time.
    pub error: RwSignal<Option<ApiError>>,
    last: StoredValue<Option<(Act, IdempotencyKey)>>,
}

impl Sending {
    /// Gets ready, while a component is built.
    pub fn of(case: Case) -> Self {
        Self { case, busy: RwSignal::new(false), error: RwSignal::new(None), last: StoredValue::new(None) }
    }

    /// Sends the act; `then` runs once it was carried out. Nothing is sent while something travels.
    pub fn send(self, act: Act, then: impl FnOnce() + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.error.set(None);
        // An attempt counts once, whatever was added to it after a try whose answer was lost (R18).
        let attempt = |act: &Act| act.kind() == CommandKind::LogContactAttempt;
        let same = self.last.with_value(|last| {
            let last = last.as_ref().filter(|(of, _)| *of == act || (attempt(of) && attempt(&act)));
            last.map(|(_, key)| key.clone())
        });
        let key = same.unwrap_or_else(IdempotencyKey::fresh);
        self.last.set_value(Some((act.clone(), key.clone())));
        spawn_local(async move {
            let answer = api::send_act(self.case.number, &act, &key).await;
            let _ = self.busy.try_set(false);
            match answer {
                Ok(view) => {
                    self.last.try_set_value(None);
                    // What was done stands in the history at once; this is for those who don't see it.
                    let _ = self.case.agent.announce.try_set(acts::done(act.kind()).to_owned());
                    let _ = self.case.view.try_set(view);
                    then();
                }
                Err(error) => {
                    let _ = self.error.try_set(Some(error));
                    self.look_again().await;
                }
            }
        });
    }

    /// After a refusal the ticket is mostly not what it was on the screen.
    async fn look_again(self) {
        if let Ok(view) = api::ticket(self.case.number).await
            && self.case.view.try_with_untracked(|shown| shown.revision != view.revision) == Some(true)
        {
            let _ = self.case.view.try_set(view);
        }
    }
}
