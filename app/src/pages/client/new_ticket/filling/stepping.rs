//! The way through the steps of a phone.

use domain::guide::{Field, Finding, GuideItem, Need};
use leptos::prelude::*;

use super::{DETAILS, Filling, PHOTOS, fields_of};
use crate::components::CONSENT;
use crate::pages::client::new_ticket::steps::Step;

impl Filling {
    /// The step that follows on a phone, tracked. What continues a ticket goes to the next one that lacks something (R8).
    pub fn next_step(self) -> Option<Step> {
        let critical = self.critical.get();
        let mut after = self.step.get().after(critical).peekable();
        let next = *after.peek()?;
        if self.kept.with(|kept| kept.missing.is_empty()) {
            return Some(next);
        }
        let mut last = next;
        for step in after {
            if self.lacks(step) {
                return Some(step);
            }
            last = step;
        }
        Some(last)
    }

    fn lacks(self, step: Step) -> bool {
        self.kept.with(|kept| {
            let images = kept.missing.contains(&GuideItem::Images).then_some(Step::Detail);
            let missed: Vec<Field> = fields_of(&kept.missing).collect();
            let lacks = |field: &Field| {
                let empty = kept.draft.text(*field).is_some_and(|text| text.trim().is_empty());
                (missed.contains(field) && empty && kept.draft.need(*field) != Need::NotAsked)
                    || kept.draft.check_field(*field).iter().any(Finding::is_error)
            };
            let critical = self.critical.get();
            images.is_some_and(|images| images.shown_on(critical) == step)
                || step.shown_fields(critical).any(|field| lacks(&field))
        })
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
