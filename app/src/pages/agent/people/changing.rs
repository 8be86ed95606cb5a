//! Changing somebody: where they stand, whether they may come in, and their second factor. What can't be seen undone is asked twice.

use domain::api::people::PersonEntry;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::placing::{MEMBERS, PlaceFields, Placing};
use super::{Choices, said_otherwise};
use crate::api::{self, ApiError};
use crate::browser;
use crate::components::toast;
use crate::pages::agent::modal::Modal;
use crate::session::use_session;
use crate::text::agent::people::PeopleText;

/// What is asked about twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Deactivate,
    Reactivate,
    Reset,
}

impl Deed {
    /// Its name, what follows from it, the button that does it, and what is said then.
    fn words(self) -> [&'static str; 4] {
        let say = PeopleText::current();
        match self {
            Self::Deactivate => {
                [say.deactivate(), say.deactivate_text(), say.deactivate_yes(), say.deactivated()]
            }
            Self::Reactivate => {
                [say.reactivate(), say.reactivate_text(), say.reactivate_yes(), say.reactivated()]
            }
            Self::Reset => [say.reset(), say.reset_text(), say.reset_yes(), say.was_reset()],
        }
    }

    async fn carry_out(self, person: &PersonEntry) -> Result<PersonEntry, ApiError> {
        match self {
            Self::Deactivate => api::deactivate(&person.account).await,
            Self::Reactivate => api::reactivate(&person.account).await,
            Self::Reset => {
                let reset = api::reset_factor(&person.account).await;
                reset.map(|()| PersonEntry { second_factor: false, ..person.clone() })
            }
        }
    }
}

/// The dialog about somebody.
#[component]
pub fn Changing(
    /// Who.
    person: PersonEntry,
    /// The hotels there are.
    choices: Choices,
    /// Hears how they are now.
    on_changed: impl Fn(PersonEntry) + Copy + Send + Sync + 'static,
    /// It was left.
    on_close: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let say = PeopleText::current();
    let title = if person.name.is_empty() { person.email.clone() } else { person.name.clone() };
    let email = person.email.clone();
    let oneself = use_session().me_now().is_some_and(|me| me.account == person.account);
    let person = StoredValue::new(person);
    let asked = RwSignal::new(None::<Deed>);
    let body = move || match asked.get() {
        _ if oneself => view! { <div class="dialog__body"><p>{say.oneself()}</p></div> }.into_any(),
        Some(deed) => {
            let back = move || asked.set(None);
            view! { <Confirming deed=deed person=person on_changed=on_changed on_back=back on_close=on_close/> }
                .into_any()
        }
        None => view! {
            <Moving person=person choices=choices on_changed=on_changed on_close=on_close/>
            <Access person=person asked=asked/>
        }
        .into_any(),
    };
    view! {
        <Modal title=title on_close=on_close>
            <p class="dialog__about soft">{email}</p>
            {body}
        </Modal>
    }
}

#[component]
fn Moving(
    person: StoredValue<PersonEntry>,
    choices: Choices,
    on_changed: impl Fn(PersonEntry) + Copy + Send + Sync + 'static,
    on_close: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let say = PeopleText::current();
    let placing = person.with_value(|person| Placing::begin(Some(&person.standing)));
    let (error, busy) = (RwSignal::new(None::<ApiError>), RwSignal::new(false));
    let hotel_missing = RwSignal::new(false);
    let tell = toast();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        hotel_missing.set(placing.lacks_hotel());
        if placing.lacks_hotel() {
            browser::focus(Placing::hotel_control());
            return;
        }
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let account = person.with_value(|person| person.account.clone());
            let answer = api::move_person(&account, &placing.place()).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(person) => {
                    tell(say.saved());
                    on_close();
                    on_changed(person);
                }
                Err(failure) => {
                    let _ = error.try_set(Some(failure));
                }
            }
        });
    };
    let otherwise = move || error.with(|error| said_otherwise(error.as_ref(), &MEMBERS));
    view! {
        <form novalidate on:submit=save>
            <div class="dialog__body stack">
                <PlaceFields placing=placing choices=choices error=error hotel_missing=hotel_missing/>
                <p class="soft small">{say.ends()}</p>
                <div role="alert">{move || otherwise().map(|said| view! { <p class="field__error">{said}</p> })}</div>
            </div>
            <div class="dialog__foot">
                <button class="button button--primary" type="submit" aria-busy=move || busy.get().then_some("true")>
                    {say.save()}
                </button>
            </div>
        </form>
    }
}

/// The ways to what is asked about twice.
#[component]
fn Access(person: StoredValue<PersonEntry>, asked: RwSignal<Option<Deed>>) -> impl IntoView {
    let (active, factor) =
        person.with_value(|person| (person.deactivated_at.is_none(), person.second_factor));
    let deeds = [(Deed::Reset, factor), (Deed::Deactivate, active), (Deed::Reactivate, !active)];
    let button = move |deed: Deed| {
        let [name, ..] = deed.words();
        view! { <button class="button" type="button" on:click=move |_| asked.set(Some(deed))>{name}</button> }
    };
    view! {
        <section class="dialog__body dialog__body--next" aria-labelledby="persona-acceso">
            <h3 id="persona-acceso">{PeopleText::current().access()}</h3>
            <div class="row">
                {deeds.into_iter().filter(|(_, may)| *may).map(|(deed, _)| button(deed)).collect_view()}
            </div>
        </section>
    }
}

/// What follows, and the two buttons.
#[component]
fn Confirming(
    deed: Deed,
    person: StoredValue<PersonEntry>,
    on_changed: impl Fn(PersonEntry) + Copy + Send + Sync + 'static,
    on_back: impl Fn() + Copy + Send + Sync + 'static,
    on_close: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let [name, follows, yes, done] = deed.words();
    let (error, busy) = (RwSignal::new(None::<ApiError>), RwSignal::new(false));
    let tell = toast();
    request_animation_frame(|| browser::focus("persona-confirmar"));
    let carry_out = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = deed.carry_out(&person.get_value()).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(person) => {
                    tell(done);
                    on_close();
                    on_changed(person);
                }
                Err(failure) => {
                    let _ = error.try_set(Some(failure));
                }
            }
        });
    };
    let refused = move || error.with(|error| said_otherwise(error.as_ref(), &[]));
    view! {
        <div class="dialog__body stack">
            <h3 id="persona-confirmar" tabindex="-1">{name}</h3>
            <p>{follows}</p>
            <div role="alert">{move || refused().map(|said| view! { <p class="field__error">{said}</p> })}</div>
        </div>
        <div class="dialog__foot">
            <button class="button" type="button" on:click=move |_| on_back()>{PeopleText::current().back()}</button>
            <button
                class="button"
                class:button--danger=deed != Deed::Reactivate
                class:button--primary=deed == Deed::Reactivate
                type="button"
                aria-busy=move || busy.get().then_some("true")
                on:click=carry_out
            >
                {yes}
            </button>
        </div>
    }
}
