//! A ticket number while it is dictated: how many digits are still to come, whether one must be wrong (R11), and
//! which ticket it is, before the caller finishes the sentence.

use domain::api::TicketView;
use domain::ticket::TicketNumber;
use domain::ticket::by_phone::by_phone;
use domain::ticket::number::TicketNumberError;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::due::DueMark;
use crate::api::{self, ApiError};
use crate::components::{CriticalBadge, StatusBadge};
use crate::text::agent::desk::{self as text, DeskText};

/// What the digits say so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Nothing yet.
    Empty,
    /// So many digits are missing.
    Missing(usize),
    /// It can't become a number.
    Shape,
    /// A digit must be wrong.
    WrongDigit,
    /// A number.
    Number(TicketNumber),
}

impl Reading {
    /// Reads what was typed.
    pub fn of(typed: &str) -> Self {
        let digits = typed.chars().filter(char::is_ascii_digit).count();
        let whole = TicketNumber::from_random(0).digits().len();
        let strange = typed.chars().any(char::is_alphabetic);
        match TicketNumber::parse(typed) {
            Ok(number) => Self::Number(number),
            Err(TicketNumberError::CheckDigit) => Self::WrongDigit,
            Err(TicketNumberError::Shape) if typed.trim().is_empty() => Self::Empty,
            Err(TicketNumberError::Shape) if !strange && digits < whole => Self::Missing(whole - digits),
            Err(TicketNumberError::Shape) => Self::Shape,
        }
    }

    /// The number, if it is one.
    pub fn number(self) -> Option<TicketNumber> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }
}

/// A ticket that was asked for by its number.
#[derive(Clone, PartialEq)]
pub enum Found {
    /// Not asked.
    Nothing,
    /// On its way.
    Asking,
    /// This one.
    Ticket(Box<TicketView>),
    /// It could not be had.
    Failed(ApiError),
}

/// Looks up whatever number `typed` holds. An answer to an earlier number is dropped.
pub fn look_up(typed: RwSignal<String>) -> (Memo<Reading>, RwSignal<Found>) {
    let reading = Memo::new(move |_| Reading::of(&typed.read()));
    let found = RwSignal::new(Found::Nothing);
    Effect::new(move |_| {
        let Some(number) = reading.get().number() else {
            found.set(Found::Nothing);
            return;
        };
        found.set(Found::Asking);
        spawn_local(async move {
            let answer = api::ticket(number).await;
            if reading.try_get_untracked() == Some(Reading::Number(number)) {
                let _ =
                    found.try_set(answer.map_or_else(Found::Failed, |view| Found::Ticket(Box::new(view))));
            }
        });
    });
    (reading, found)
}

/// What is known of a number while it is typed, said as it changes.
#[component]
pub fn Glance(
    /// What was typed.
    reading: Memo<Reading>,
    /// What was found.
    found: RwSignal<Found>,
) -> impl IntoView {
    let say = DeskText::current();
    let about = move || match (reading.get(), found.get()) {
        (Reading::Empty, _) => ().into_any(),
        (Reading::Missing(missing), _) => {
            view! { <p class="soft small">{text::digits_missing(missing)}</p> }.into_any()
        }
        (Reading::Shape, _) => view! { <p class="field__error">{say.number_shape()}</p> }.into_any(),
        (Reading::WrongDigit, _) => {
            view! { <p class="field__error">{say.number_check_digit()}</p> }.into_any()
        }
        (Reading::Number(_), Found::Ticket(ticket)) => card(*ticket),
        (Reading::Number(_), Found::Failed(error)) if error.is_not_found() => {
            view! { <p class="field__error">{say.number_unknown()}</p> }.into_any()
        }
        (Reading::Number(_), Found::Failed(error)) => {
            view! { <p class="field__error">{error.title()}". "{error.detail()}</p> }.into_any()
        }
        (Reading::Number(_), _) => view! { <p class="soft small">{say.number_searching()}</p> }.into_any(),
    };
    view! { <div class="glance" role="status">{about}</div> }
}

/// The ticket in brief, and how far a call about it goes (R10).
pub fn card(ticket: TicketView) -> AnyView {
    let ticket = ticket.summary;
    let place = [ticket.company.as_str(), ticket.branch.as_deref().unwrap_or_default()];
    let place = place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    view! {
        <div class="glance__card">
            <div class="row">
                <StatusBadge status=ticket.status staff=true/>
                {ticket.critical.then(|| view! { <CriticalBadge/> })}
            </div>
            <p class="glance__subject">{ticket.subject.clone()}</p>
            <p class="soft small">{place}" · "{ticket.requester.name.clone()}</p>
            <p class="banner banner--asks small">{text::by_phone(by_phone(ticket.status, ticket.critical))}</p>
            <div><DueMark ticket=Signal::stored(ticket)/></div>
        </div>
    }
    .into_any()
}
