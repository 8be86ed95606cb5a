//! The ticks of the checklist, kept on the device.

use leptos::prelude::*;

use crate::browser;
use crate::sign_out::CHECKLIST;
use crate::text::info::PRACTICES;

/// Which practices a hotel keeps.
#[derive(Clone, Copy)]
pub struct Ticks {
    done: RwSignal<[bool; PRACTICES.len()]>,
    kept: RwSignal<bool>,
}

impl Ticks {
    /// What this device remembers: one character a practice. Whatever can't be read counts as nothing ticked.
    pub fn recall() -> Self {
        let mut done = [false; PRACTICES.len()];
        let kept = browser::recall(CHECKLIST).unwrap_or_default();
        for (tick, mark) in done.iter_mut().zip(kept.chars()) {
            *tick = mark == '1';
        }
        let ticks = Self { done: RwSignal::new(done), kept: RwSignal::new(true) };
        ticks.keep();
        ticks
    }

    /// Whether this one is ticked, tracked.
    pub fn has(self, place: usize) -> bool {
        self.done.with(|done| done.get(place).copied().unwrap_or_default())
    }

    /// How many are ticked, tracked.
    pub fn count(self) -> usize {
        self.done.with(|done| done.iter().filter(|tick| **tick).count())
    }

    /// Whether the device keeps them, tracked.
    pub fn are_kept(self) -> bool {
        self.kept.get()
    }

    /// Ticks or unticks one.
    pub fn set(self, place: usize, ticked: bool) {
        self.done.update(|done| {
            if let Some(tick) = done.get_mut(place) {
                *tick = ticked;
            }
        });
        self.keep();
    }

    /// Unticks them all.
    pub fn clear(self) {
        self.done.set([false; PRACTICES.len()]);
        self.keep();
    }

    fn keep(self) {
        let marks: String =
            self.done.with_untracked(|done| done.iter().map(|tick| if *tick { '1' } else { '0' }).collect());
        browser::remember(CHECKLIST, &marks);
        self.kept.set(browser::recall(CHECKLIST).as_deref() == Some(marks.as_str()));
    }
}
