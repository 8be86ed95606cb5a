//! The same draft in another window of the device.

use leptos::prelude::*;

use super::Filling;
use crate::letter::{self, Letter, State};

/// What another window made of the same draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Elsewhere {
    /// It writes it too: here stands what either wrote last.
    Written,
    /// It sent it.
    Sent,
    /// It is no longer kept: it arrived, or was thrown away.
    Gone,
}

impl Filling {
    /// Two windows that show the same draft show the same words. One that slept hears nothing, so it looks when it is back.
    pub(super) fn follow_other_windows(self) {
        letter::on_written_elsewhere(move |written| {
            if written == self.name {
                self.looks.look(move || self.look_elsewhere());
            }
        });
        let back =
            window_event_listener(leptos::ev::focus, move |_| self.looks.look(move || self.look_elsewhere()));
        on_cleanup(move || back.remove());
    }

    async fn look_elsewhere(self) {
        let keeps = || self.keeps.try_get_value() == Some(true);
        let before = self.kept.try_get_untracked();
        if !keeps() {
            return;
        }
        let found = letter::read(self.name).await;
        // Whoever writes here meanwhile writes on; the other window follows.
        if !keeps() || self.kept.try_get_untracked() != before {
            return;
        }
        let elsewhere = match found {
            Some(Letter { form: Some(form), state: State::Writing, .. }) => {
                if before.as_ref() == Some(&form) {
                    return;
                }
                let _ = self.safe.try_set_value(Some(form.clone()));
                let _ = self.kept.try_set(form);
                Elsewhere::Written
            }
            Some(_) => {
                self.seal();
                Elsewhere::Sent
            }
            None if self.was_kept.try_get_value() == Some(true) => Elsewhere::Gone,
            None => return,
        };
        let _ = self.elsewhere.try_set(Some(elsewhere));
    }
}
