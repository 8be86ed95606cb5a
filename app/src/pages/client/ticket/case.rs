//! A ticket that is being followed: fetched, kept fresh, and changed by what the reader asks.

use std::time::Duration;

use domain::api::TicketView;
use domain::ticket::{Act, CommandKind, Status, TicketNumber};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{self, ApiError, IdempotencyKey};
use crate::badge;
use crate::browser;
use crate::session::{Session, use_session};

/// How often a page in front asks whether something changed.
const EVERY: Duration = Duration::from_secs(20);

/// The ticket of a page.
#[derive(Clone, Copy)]
pub struct Case {
    /// Which ticket.
    pub number: TicketNumber,
    view: RwSignal<Option<TicketView>>,
    here: Memo<bool>,
    /// Why it could not be fetched or refreshed.
    pub error: RwSignal<Option<ApiError>>,
    asking: StoredValue<bool>,
    session: Session,
}

impl Case {
    /// Fetches the ticket and keeps it fresh: when the window comes back, and quietly while it is in front.
    pub fn follow(number: TicketNumber) -> Self {
        let view = RwSignal::new(None::<TicketView>);
        let case = Self {
            number,
            view,
            here: Memo::new(move |_| view.with(Option::is_some)),
            error: RwSignal::new(None),
            asking: StoredValue::new(false),
            session: use_session(),
        };
        case.refresh();
        let focus = window_event_listener(leptos::ev::focus, move |_| case.refresh());
        let tick = set_interval_with_handle(
            move || {
                if browser::is_visible() {
                    case.refresh();
                }
            },
            EVERY,
        );
        on_cleanup(move || {
            focus.remove();
            if let Ok(tick) = tick {
                tick.clear();
            }
        });
        case
    }

    /// Asks how the ticket stands.
    pub fn refresh(self) {
        if self.asking.try_get_value() != Some(false) {
            return;
        }
        self.asking.set_value(true);
        spawn_local(async move {
            let answer = api::ticket(self.number).await;
            let _ = self.asking.try_set_value(false);
            match answer {
                Ok(ticket) => self.take(ticket),
                Err(error) => {
                    let _ = self.error.try_set(Some(error));
                }
            }
        });
    }

    /// This is how it stands. A late answer never takes back what is known already.
    pub fn take(self, ticket: TicketView) {
        let newer = self
            .view
            .try_with_untracked(|known| known.as_ref().is_none_or(|known| known.revision <= ticket.revision));
        if newer == Some(true) {
            let is_over = |view: &TicketView| view.summary.status == Status::Closed;
            let over = is_over(&ticket);
            if self.view.with_untracked(|known| known.as_ref().is_some_and(|known| is_over(known) != over)) {
                badge::renew(self.session);
            }
            self.error.set(None);
            self.view.set(Some(ticket));
        }
    }

    /// Whether it was fetched, tracked.
    pub fn is_here(self) -> bool {
        self.here.get()
    }

    /// A part of it that changes only when it does.
    pub fn part<T: Clone + Default + PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&TicketView) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.view.with(|view| view.as_ref().map(&read).unwrap_or_default()))
    }

    /// Whether the reader may do this now, tracked.
    pub fn allows(self, kind: CommandKind) -> bool {
        self.view.with(|view| view.as_ref().is_some_and(|view| view.actions.contains(&kind)))
    }

    /// Asks something of it. The same key again is the same intent.
    pub async fn act(self, act: Act, key: IdempotencyKey) -> Result<(), ApiError> {
        let ticket = api::send_act(self.number, &act, &key).await?;
        self.take(ticket);
        Ok(())
    }
}
