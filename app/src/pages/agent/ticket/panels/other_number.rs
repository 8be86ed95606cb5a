//! The number of another ticket, which an act names: read while it is typed, and never this very one.

use domain::ticket::TicketNumber;
use leptos::prelude::*;

use crate::pages::agent::number::{Found, Glance, Reading, look_up};
use crate::pages::agent::ticket::case::Case;
use crate::text::agent::acts::ActText;
use crate::text::agent::desk::DeskText;

const FIELD: &str = "other-number";

/// What was typed, and which ticket it is.
#[derive(Clone, Copy)]
pub struct Other {
    this: TicketNumber,
    typed: RwSignal<String>,
    reading: Memo<Reading>,
    found: RwSignal<Found>,
}

impl Other {
    /// Begins with nothing, while a panel is built.
    pub fn ask(case: Case) -> Self {
        let typed = RwSignal::new(String::new());
        let (reading, found) = look_up(typed);
        Self { this: case.number, typed, reading, found }
    }

    /// The number, or what is still to be put right.
    pub fn number(self) -> Result<TicketNumber, &'static str> {
        match self.reading.get_untracked() {
            Reading::Number(number) if number == self.this => Err(ActText::current().duplicate_same()),
            Reading::Number(number) => Ok(number),
            Reading::WrongDigit => Err(DeskText::current().number_check_digit()),
            _ => Err(DeskText::current().number_shape()),
        }
    }

    /// The number of another ticket, once it is one; tracked.
    pub fn tracked(self) -> Option<TicketNumber> {
        self.reading.get().number().filter(|number| *number != self.this)
    }
}

/// The field, and beneath it the ticket that is meant.
#[component]
pub fn OtherNumber(
    /// What is typed.
    other: Other,
    /// Which ticket to name.
    hint: &'static str,
) -> impl IntoView {
    view! {
        <div class="field">
            <label class="field__label" for=FIELD>{DeskText::current().number()}</label>
            <p class="field__hint" id="other-number-hint">{hint}</p>
            <input
                class="number-input"
                id=FIELD
                inputmode="numeric"
                autocomplete="off"
                autofocus=true
                aria-describedby="other-number-hint"
                prop:value=move || other.typed.get()
                on:input=move |event| other.typed.set(event_target_value(&event))
            />
        </div>
        <Glance reading=other.reading found=other.found/>
    }
}
