//! Whether the desk attends, the calendar in force and the server's clock: shared by every page. The hour moves on by
//! itself, also over a night in a drawer, and without signal it is reckoned by the law and the device's clock.

use std::time::Duration;

use chrono::{NaiveDate, TimeDelta};
use domain::Instant;
use domain::calendar::{BOGOTA, Calendar, Day};
use domain::policy::SupportPolicy;
use domain::ticket::Rules;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wording::dates::{attention_counted, clock_relative};

use crate::api;
use crate::browser;
use crate::locale::locale;

/// How often the hour is looked at.
const TICK: Duration = Duration::from_mins(1);
/// Whoever comes back to the page asks anew when the last answer is older.
const STALE: TimeDelta = TimeDelta::minutes(1);

/// What was answered, and what follows from it.
#[derive(Clone)]
struct Known {
    support_line: String,
    commercial_chat: Option<String>,
    rules: Rules,
    /// How far the server's clock is ahead of the device's.
    ahead: TimeDelta,
}

/// Whether somebody attends, and why not.
pub struct Hours {
    /// Whether somebody attends now.
    pub open: bool,
    /// When that changes.
    pub until: Instant,
    /// The day in Bogotá.
    pub today: NaiveDate,
    /// While it is closed: the days with a name of their own on which it stays so.
    pub closed: Vec<(NaiveDate, Day)>,
}

impl Hours {
    fn at(calendar: &Calendar, now: Instant) -> Self {
        let day_of = |at: Instant| at.with_timezone(&BOGOTA).date_naive();
        let (today, closing) = (day_of(now), calendar.closing(now));
        let until = closing.unwrap_or_else(|| calendar.next_opening(now));
        // While it is open, none lies between.
        Self { open: closing.is_some(), until, today, closed: calendar.named_days(today, day_of(until)) }
    }
}

/// The desk, from context. Asked for when a page first needs it.
#[derive(Clone, Copy)]
pub struct Desk {
    known: RwSignal<Option<Known>>,
    unreached: RwSignal<bool>,
    asked_at: StoredValue<Option<Instant>>,
    tick: Trigger,
}

/// Makes the desk known to everything below.
pub fn provide_desk() {
    let desk = Desk::new();
    provide_context(desk);
    set_interval(move || desk.tick.notify(), TICK);
    // All of them live as long as the portal.
    for sign in ["focus", "visibilitychange", "online"] {
        let _ = window_event_listener_untyped(sign, move |_| desk.wake());
    }
}

/// The desk; asks the Worker unless somebody did already.
pub fn use_desk() -> Desk {
    let desk = use_context().unwrap_or_else(Desk::new);
    if desk.asked_at.get_value().is_none() {
        desk.reload();
    }
    desk
}

impl Desk {
    fn new() -> Self {
        Self {
            known: RwSignal::new(None),
            unreached: RwSignal::new(false),
            asked_at: StoredValue::new(None),
            tick: Trigger::new(),
        }
    }

    /// Asks again.
    pub fn reload(self) {
        self.asked_at.set_value(Some(browser::now()));
        spawn_local(async move {
            let answer = api::attention().await;
            self.unreached.set(answer.is_err());
            // Without an answer, what is known holds, and the hour goes on.
            let Ok(attention) = answer else { return };
            let policy = SupportPolicy::SOHO;
            let calendar = Calendar::new(&policy, attention.adjustments);
            let (rules, ahead) = (Rules { policy, calendar }, attention.now - browser::now());
            let (support_line, commercial_chat) = (attention.support_line, attention.commercial_chat);
            self.known.set(Some(Known { support_line, commercial_chat, rules, ahead }));
        });
    }

    /// Somebody is back, or the signal is: timers sleep with a phone, so the hour is looked at, and asked for.
    fn wake(self) {
        if !browser::is_visible() {
            return;
        }
        self.tick.notify();
        let asked_at = self.asked_at.get_value();
        if asked_at.is_some_and(|at| (browser::now() - at).abs() > STALE || self.unreached.get_untracked()) {
            self.reload();
        }
    }

    /// Whether somebody attends now, tracked. Until the Worker answers it is told by the law and the device's clock.
    pub fn hours(self) -> Hours {
        self.tick.track();
        let known = self.with_calendar(Hours::at);
        known.unwrap_or_else(|| Hours::at(&Calendar::soho(), browser::now()))
    }

    /// Whether the Worker could not be asked, tracked: what is sent now waits.
    pub fn is_unreached(self) -> bool {
        self.unreached.get()
    }

    /// The line to call, E.164, tracked (R10).
    pub fn support_line(self) -> String {
        let answered = self.known.with(|known| known.as_ref().map(|known| known.support_line.clone()));
        answered.unwrap_or_else(|| SupportPolicy::SOHO.support_line.to_owned())
    }

    /// The commercial area's chat, E.164, if it has one (R20), tracked.
    pub fn commercial_chat(self) -> Option<String> {
        self.known.with(|known| known.as_ref().and_then(|known| known.commercial_chat.clone()))
    }

    /// Whether the Worker has answered, tracked.
    pub fn is_known(self) -> bool {
        self.known.with(Option::is_some)
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

    /// "en 2 horas hábiles", and while it is closed from which opening on, tracked; nothing until the calendar is known.
    pub fn relative(self, at: Instant) -> Option<String> {
        self.with_calendar(|calendar, now| attention_counted(now, at, calendar, locale()))
    }

    /// The same by the law and the device's clock alone: for the room that it will take.
    pub fn relative_by_law(at: Instant) -> String {
        attention_counted(browser::now(), at, &Calendar::soho(), locale())
    }
}
