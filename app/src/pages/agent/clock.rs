//! Time on the agents' screens: the server's, and moving, so that "in two business hours" does not grow stale.

use std::time::Duration;

use domain::Instant;
use domain::calendar::Calendar;
use domain::ticket::Rules;
use leptos::leptos_dom::helpers::set_interval_with_handle;
use leptos::prelude::*;

use crate::browser;
use crate::desk::{Desk, use_desk};

const TICK: Duration = Duration::from_secs(30);

/// Now, and the calendar to reckon with.
#[derive(Clone, Copy)]
pub struct Clock {
    desk: Desk,
    tick: Trigger,
}

impl Clock {
    /// Starts it for everything below.
    pub fn provide() -> Self {
        let tick = Trigger::new();
        let clock = Self { desk: use_desk(), tick };
        provide_context(clock);
        if let Ok(ticking) = set_interval_with_handle(move || tick.notify(), TICK) {
            on_cleanup(move || ticking.clear());
        }
        clock
    }

    /// Asks the calendar in force, with the time it is there. Tracked, and asked anew every half minute. Until the
    /// server has said otherwise it is the calendar of the law and the time of the device.
    pub fn with<T>(self, ask: impl Fn(&Calendar, Instant) -> T) -> T {
        self.with_rules(|rules, now| ask(&rules.calendar, now))
    }

    /// The same, of all the rules.
    pub fn with_rules<T>(self, ask: impl Fn(&Rules, Instant) -> T) -> T {
        self.tick.track();
        let known = self.desk.with_rules(&ask);
        known.unwrap_or_else(|| ask(&Rules::soho(), browser::now()))
    }
}

/// The clock of the agents' screens.
pub fn use_clock() -> Clock {
    use_context().unwrap_or_else(Clock::provide)
}
