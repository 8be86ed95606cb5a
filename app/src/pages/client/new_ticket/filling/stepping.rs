//! The way through the steps of a phone.

use domain::guide::Field;
use leptos::prelude::*;

use super::{DETAILS, Filling, PHOTOS};
use crate::components::CONSENT;
use crate::pages::client::new_ticket::steps::Step;

impl Filling {
    /// The step that follows on a phone, tracked.
    pub fn next_step(self) -> Option<Step> {
        self.step.get().after(self.critical.get()).next()
    }

    /// Judges the fields of the step that a phone shows. Answers whether nothing is wrong with them.
    pub fn judge_step(self) -> bool {
        let critical = self.critical.get_untracked();
        let step = self.step.get_untracked().shown_on(critical);
        self.judge(&step.shown_fields(critical).collect::<Vec<_>>())
    }

    /// Shows the step of the control with this id, on a phone.
    pub fn show_step_of(self, id: &str) {
        if let Some(field) = Field::parse(id) {
            self.step.set(Step::of(field).shown_on(self.critical.get_untracked()));
            if DETAILS.contains(&field) {
                self.detailed.set(true);
            }
        } else if id == CONSENT {
            self.step.set(Step::Who);
        } else if id == PHOTOS {
            self.step.set(Step::Detail.shown_on(self.critical.get_untracked()));
        }
    }
}
