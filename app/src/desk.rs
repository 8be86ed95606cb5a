//! Whether the desk attends, the calendar in force and the server's clock: asked once, shared by every page.

use chrono::TimeDelta;
use domain::Instant;
use domain::api::Attention;
use domain::calendar::Calendar;
use domain::policy::SupportPolicy;
use domain::ticket::Rules;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wording::dates::{attention_from, clock_relative};

use crate::api::{self, ApiError};
use crate::browser;
use crate::locale::locale;

/// What was answered, and what follows from it.
#[derive(Clone)]
pub struct Known {
    /// The answer.
    pub attention: Attention,
    rules: Rules,
    /// How far the server's clock is ahead of the device's.
    ahead: TimeDelta,
}

/// The desk, from context. Asked for when a page first needs it.
#[derive(Clone, Copy)]
pub struct Desk {
    known: RwSignal<Option<Known>>,
    failed: RwSignal<Option<ApiError>>,
    asked: StoredValue<bool>,
}

/// Makes the desk known to everything below.
pub fn provide_desk() {
    provide_context(Desk::new());
}

/// The desk; asks the Worker unless somebody did already.
pub fn use_desk() -> Desk {
    let desk = use_context().unwrap_or_else(Desk::new);
    if !desk.asked.get_value() {
        desk.reload();
    }
    desk
}

impl Desk {
    fn new() -> Self {
        Self { known: RwSignal::new(None), failed: RwSignal::new(None), asked: StoredValue::new(false) }
    }

    /// Asks again.
    pub fn reload(self) {
        self.asked.set_value(true);
        spawn_local(async move {
            match api::attention().await {
                Ok(attention) => {
                    let policy = SupportPolicy::SOHO;
                    let calendar = Calendar::new(&policy, attention.adjustments.clone());
                    let rules = Rules { policy, calendar };
                    let ahead = attention.now - browser::now();
                    self.failed.set(None);
                    self.known.set(Some(Known { attention, rules, ahead }));
                }
                Err(error) => self.failed.set(Some(error)),
            }
        });
    }

    /// What was answered, tracked; nothing until then.
    pub fn attention(self) -> Option<Attention> {
        self.known.with(|known| known.as_ref().map(|known| known.attention.clone()))
    }

    /// Why it is not known, tracked.
    pub fn error(self) -> Option<ApiError> {
        self.failed.get()
    }

    /// Asks the calendar in force, tracked; nothing until it is known.
    pub fn with_calendar<T>(self, ask: impl FnOnce(&Calendar, Instant) -> T) -> Option<T> {
        self.with_rules(|rules, now| ask(&rules.calendar, now))
    }

    /// Asks the rules in force, tracked; nothing until they are known.
    pub fn with_rules<T>(self, ask: impl FnOnce(&Rules, Instant) -> T) -> Option<T> {
        self.known.with(|known| known.as_ref().map(|known| ask(&known.rules, browser::now() + known.ahead)))
    }

    /// "en 2 h 5 min de reloj", for a promise that doesn't wait for opening (R14), tracked; nothing until the hour is known.
    pub fn relative_by_clock(self, at: Instant) -> Option<String> {
        self.with_calendar(|_, now| clock_relative(at - now, locale()))
    }

    /// "en 2 horas hábiles", tracked; nothing until the calendar is known.
    pub fn relative(self, at: Instant) -> Option<String> {
        self.with_calendar(|calendar, now| attention_from(now, at, calendar, locale()))
    }
}
