//! The steps of a phone.

use domain::guide::Field;
use leptos::prelude::*;

use super::filling::Filling;
use super::meter::WindowsLine;
use crate::text::FormText;

/// One question's worth at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// What happens, and how bad it is.
    What,
    /// Where in the software.
    Where,
    /// What was seen.
    Detail,
    /// Whom to talk to.
    Who,
}

impl Step {
    /// In order.
    pub const ALL: [Self; 4] = [Self::What, Self::Where, Self::Detail, Self::Who];

    /// What it is called.
    pub fn name(self) -> &'static str {
        let text = FormText::current();
        match self {
            Self::What => text.step_what(),
            Self::Where => text.step_where(),
            Self::Detail => text.step_detail(),
            Self::Who => text.step_who(),
        }
    }

    /// The id of its heading.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::What => "step-what",
            Self::Where => "step-where",
            Self::Detail => "step-detail",
            Self::Who => "step-who",
        }
    }

    /// The fields it asks.
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::What => &[Field::Kind, Field::GuestWaiting, Field::SystemStopped],
            Self::Where => &[Field::Application, Field::Module, Field::Process, Field::MenuPath],
            Self::Detail => &[Field::Subject, Field::Description, Field::Parameters, Field::ErrorCode],
            Self::Who => &[Field::FullName, Field::Company, Field::Email, Field::Phone],
        }
    }

    /// The step that asks a field.
    pub fn of(field: Field) -> Self {
        Self::ALL.into_iter().find(|step| step.fields().contains(&field)).unwrap_or(Self::What)
    }

    /// The step of a phone that shows this one. A critical case asks less, so where it happens and what was seen are one.
    pub fn shown_on(self, critical: bool) -> Self {
        if critical && self == Self::Detail { Self::Where } else { self }
    }

    /// The steps of a phone, in order.
    pub fn all(critical: bool) -> impl DoubleEndedIterator<Item = Self> {
        Self::ALL.into_iter().filter(move |step| step.shown_on(critical) == *step)
    }

    /// The fields that are asked while a phone shows this one.
    pub fn shown_fields(self, critical: bool) -> impl Iterator<Item = Field> {
        let shown = Self::ALL.into_iter().filter(move |step| step.shown_on(critical) == self);
        shown.flat_map(|step| step.fields().iter().copied())
    }

    /// Those after this one.
    pub fn after(self, critical: bool) -> impl Iterator<Item = Self> {
        Self::all(critical).skip(self.place(critical))
    }

    /// The one before.
    pub fn previous(self, critical: bool) -> Option<Self> {
        Self::all(critical).rev().find(|step| step.place(critical) < self.place(critical))
    }

    /// Counted from one.
    pub fn place(self, critical: bool) -> usize {
        let shown = self.shown_on(critical);
        Self::all(critical).position(|step| step == shown).map_or(1, |place| place + 1)
    }
}

/// Where one is, on a phone.
#[component]
pub fn StepsHead(filling: Filling) -> impl IntoView {
    let place = move || filling.step.get().place(filling.critical.get());
    let words = move || FormText::current().step(place(), Step::all(filling.critical.get()).count());
    let bars = move || {
        let bars = Step::all(filling.critical.get()).zip(1..);
        bars.map(|(_, bar)| {
            view! {
                <span class:is-done=move || bar < place() class:is-here=move || bar == place()></span>
            }
        })
        .collect_view()
    };
    view! {
        <div class="steps">
            <p class="steps__where">{words}</p>
            <div class="steps__track" aria-hidden="true">{bars}</div>
            <WindowsLine filling=filling/>
        </div>
    }
}
