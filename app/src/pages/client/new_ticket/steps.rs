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

    /// The next one.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.place()).copied()
    }

    /// The one before.
    pub fn previous(self) -> Option<Self> {
        Self::ALL.get(self.place().checked_sub(2)?).copied()
    }

    /// Counted from one.
    pub fn place(self) -> usize {
        Self::ALL.iter().position(|step| *step == self).map_or(1, |place| place + 1)
    }
}

/// Where one is, on a phone.
#[component]
pub fn StepsHead(filling: Filling) -> impl IntoView {
    let step = filling.step;
    let words = move || {
        let step = step.get();
        FormText::current().step(step.place(), Step::ALL.len())
    };
    let bars = Step::ALL.map(|bar| {
        view! {
            <span
                class:is-done=move || bar.place() < step.get().place()
                class:is-here=move || bar == step.get()
            ></span>
        }
    });
    view! {
        <div class="steps">
            <p class="steps__where">{words}</p>
            <div class="steps__track" aria-hidden="true">{bars.collect_view()}</div>
            <WindowsLine filling=filling/>
        </div>
    }
}
