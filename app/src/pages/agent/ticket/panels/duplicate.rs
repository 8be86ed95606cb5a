//! Closing because another ticket already tells the same.

use domain::ticket::{Act, CommandKind};
use leptos::prelude::*;

use super::ClientReads;
use super::panel::Panel;
use crate::pages::agent::number::{Glance, Reading, look_up};
use crate::pages::agent::ticket::case::Case;
use crate::text::agent::acts::{self, ActText};
use crate::text::agent::desk::DeskText;

/// Closes as a duplicate of the ticket whose number is given.
#[component]
pub fn Duplicate(
    /// The ticket.
    case: Case,
) -> impl IntoView {
    let say = ActText::current();
    let typed = RwSignal::new(String::new());
    let (reading, found) = look_up(typed);
    let make = move |()| match reading.get_untracked() {
        Reading::Number(of) if of == case.number => Err(say.duplicate_same()),
        Reading::Number(of) => Ok(Act::CloseDuplicate { of }),
        Reading::WrongDigit => Err(DeskText::current().number_check_digit()),
        _ => Err(DeskText::current().number_shape()),
    };
    let reads = move || match reading.get() {
        Reading::Number(of) if of != case.number => acts::duplicate_reads(of),
        _ => String::new(),
    };
    view! {
        <Panel case=case kind=CommandKind::CloseDuplicate make=Callback::new(make)>
            <div class="field">
                <label class="field__label" for="duplicate-of">{DeskText::current().number()}</label>
                <p class="field__hint" id="duplicate-hint">{say.duplicate_hint()}</p>
                <input
                    class="number-input"
                    id="duplicate-of"
                    inputmode="numeric"
                    autocomplete="off"
                    autofocus=true
                    aria-describedby="duplicate-hint"
                    prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event))
                />
            </div>
            <Glance reading=reading found=found/>
            <ClientReads words=Signal::derive(reads)/>
        </Panel>
    }
}
