//! The number a caller quotes: one reserved on the portal fills the form and stays with the ticket (R13); one of a ticket
//! there is already tells how far the call goes (R10).

use domain::api::TicketView;
use domain::api::reservation::Reservation;
use domain::ticket::TicketNumber;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::registering::Registering;
use crate::api::{self, ApiError};
use crate::components::Icon;
use crate::pages::agent::number::{Reading, card};
use crate::pages::agent::queue::ticket_path;
use crate::text::agent::call::CallText;
use crate::text::agent::desk::{self, DeskText};

const INPUT: &str = "reserved-number";

/// How the dictated number stands.
#[derive(Clone, PartialEq)]
enum Looked {
    Nothing,
    Asking,
    /// No reservation, but a ticket there is already.
    Ticket(Box<TicketView>),
    Failed(ApiError),
}

/// Asks for the number first; once it is taken up, shows it.
#[component]
pub fn ReservedNumberField(
    /// The call it is for.
    call: Registering,
) -> impl IntoView {
    let say = CallText::current();
    move || match call.reserved.get() {
        Some(number) => view! {
            <div class="banner banner--kept row" role="status">
                <p><b>{say.reserved_taken()}" "{number.to_string()}</b>" "{say.reserved_filled()}</p>
                <button class="button button--quiet" type="button" on:click=move |_| call.reserved.set(None)>
                    <Icon name="i-close"/>{say.reserved_drop()}
                </button>
            </div>
        }
        .into_any(),
        None => view! { <Dictated call=call/> }.into_any(),
    }
}

/// What a number turned out to be.
enum Heard {
    Reserved(Box<Reservation>),
    Else(Looked),
}

/// A reservation first: that is what the page is for. A number that is none may be a ticket's.
async fn look(number: TicketNumber) -> Heard {
    let error = match api::reservation(number).await {
        Ok(found) => return Heard::Reserved(Box::new(found)),
        Err(error) => error,
    };
    if !error.is_not_found() {
        return Heard::Else(Looked::Failed(error));
    }
    Heard::Else(match api::ticket(number).await {
        Ok(ticket) => Looked::Ticket(Box::new(ticket)),
        Err(_) => Looked::Failed(error),
    })
}

#[component]
fn Dictated(call: Registering) -> impl IntoView {
    let say = CallText::current();
    let typed = RwSignal::new(String::new());
    let reading = Memo::new(move |_| Reading::of(&typed.read()));
    let looked = RwSignal::new(Looked::Nothing);
    Effect::new(move |_| {
        let Some(number) = reading.get().number() else {
            looked.set(Looked::Nothing);
            return;
        };
        looked.set(Looked::Asking);
        spawn_local(async move {
            let told = look(number).await;
            // An answer to an earlier number is dropped.
            if reading.try_get_untracked() != Some(Reading::Number(number)) {
                return;
            }
            match told {
                Heard::Reserved(found) => call.take_up(*found),
                Heard::Else(told) => {
                    let _ = looked.try_set(told);
                }
            }
        });
    });
    view! {
        <div class="field">
            <label class="field__label" for=INPUT>{say.reserved_label()}</label>
            <p class="field__hint" id="reserved-hint">{say.reserved_hint()}</p>
            <input
                class="input number-input"
                id=INPUT
                inputmode="numeric"
                autocomplete="off"
                maxlength="20"
                aria-describedby="reserved-hint"
                prop:value=move || typed.get()
                on:input=move |event| typed.set(event_target_value(&event))
            />
            <div role="status">{move || told(reading.get(), &looked.get())}</div>
        </div>
    }
}

fn told(reading: Reading, looked: &Looked) -> AnyView {
    let (call, number) = (CallText::current(), DeskText::current());
    let wrong = |words: &'static str| view! { <p class="field__error">{words}</p> }.into_any();
    match (reading, looked) {
        (Reading::Empty, _) => ().into_any(),
        (Reading::Missing(missing), _) => {
            view! { <p class="soft small">{desk::digits_missing(missing)}</p> }.into_any()
        }
        (Reading::Shape, _) => wrong(number.number_shape()),
        (Reading::WrongDigit, _) => wrong(number.number_check_digit()),
        (Reading::Number(_), Looked::Ticket(ticket)) => {
            let path = ticket_path(ticket.summary.number);
            view! { <div class="stack stack--tight">{card((**ticket).clone())}<a href=path>{number.open_ticket()}</a></div> }
                .into_any()
        }
        (Reading::Number(_), Looked::Failed(error)) if error.is_not_found() => wrong(call.reserved_unknown()),
        (Reading::Number(_), Looked::Failed(error)) => {
            view! { <p class="field__error">{error.title()}". "{error.detail()}</p> }.into_any()
        }
        (Reading::Number(_), _) => view! { <p class="soft small">{number.number_searching()}</p> }.into_any(),
    }
}
