//! Inviting somebody: where the mail goes, whom it is for, where they will stand.

use domain::api::people::Invite;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::placing::{MEMBERS, PlaceFields, Placing};
use super::{Choices, said_of, said_otherwise};
use crate::api::{self, ApiError};
use crate::browser;
use crate::components::{Field, described_by, toast};
use crate::pages::agent::modal::Modal;
use crate::text::agent::people::InvitationsText;

const EMAIL: &str = "invitado-correo";
const NAME: &str = "invitado-nombre";

/// The dialog.
#[component]
pub fn Inviting(
    /// The hotels there are.
    choices: Choices,
    /// One was sent.
    on_sent: impl Fn() + Copy + Send + Sync + 'static,
    /// It was left.
    on_close: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let say = InvitationsText::current();
    let (email, name) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let placing = Placing::begin(None);
    let (error, busy) = (RwSignal::new(None::<ApiError>), RwSignal::new(false));
    let hotel_missing = RwSignal::new(false);
    let tell = toast();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let missing = placing.lacks_hotel();
        hotel_missing.set(missing);
        if missing && !email.with_untracked(String::is_empty) && !name.with_untracked(String::is_empty) {
            browser::focus(Placing::hotel_control());
            return;
        }
        busy.set(true);
        let asked =
            Invite { email: email.get_untracked(), name: name.get_untracked(), place: placing.place() };
        spawn_local(async move {
            let answer = api::invite(&asked).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(_) => {
                    tell(say.sent());
                    on_sent();
                    on_close();
                }
                Err(failure) => {
                    let at = |member| said_of(Some(&failure), member).is_some();
                    let first = [("email", EMAIL), ("name", NAME)].into_iter().find(|(member, _)| at(member));
                    let _ = error.try_set(Some(failure));
                    if let Some((_, control)) = first {
                        browser::focus(control);
                    }
                }
            }
        });
    };
    let said = move |member: &'static str| {
        Signal::derive(move || error.with(|error| said_of(error.as_ref(), member)))
    };
    let (email_said, name_said) = (said("email"), said("name"));
    let otherwise = move || {
        let [role, company, branch] = MEMBERS;
        error.with(|error| said_otherwise(error.as_ref(), &["email", "name", role, company, branch]))
    };
    view! {
        <Modal title=say.invite() on_close=on_close>
            <form novalidate on:submit=send>
                <div class="dialog__body stack">
                    <p class="soft">{say.lead()}</p>
                    <Field id=EMAIL label=say.email() error=email_said>
                        <input
                            class="input"
                            id=EMAIL
                            type="email"
                            autocomplete="off"
                            autofocus=true
                            aria-describedby=described_by(EMAIL, false, false)
                            aria-invalid=move || email_said.with(Option::is_some).then_some("true")
                            prop:value=move || email.get()
                            on:input=move |event| email.set(event_target_value(&event))
                        />
                    </Field>
                    <Field id=NAME label=say.name() error=name_said>
                        <input
                            class="input"
                            id=NAME
                            autocomplete="off"
                            maxlength="120"
                            aria-describedby=described_by(NAME, false, false)
                            aria-invalid=move || name_said.with(Option::is_some).then_some("true")
                            prop:value=move || name.get()
                            on:input=move |event| name.set(event_target_value(&event))
                        />
                    </Field>
                    <PlaceFields placing=placing choices=choices error=error hotel_missing=hotel_missing/>
                    <div role="alert">{move || otherwise().map(|said| view! { <p class="field__error">{said}</p> })}</div>
                </div>
                <div class="dialog__foot">
                    <button class="button button--primary" type="submit" aria-busy=move || busy.get().then_some("true")>
                        {say.send()}
                    </button>
                </div>
            </form>
        </Modal>
    }
}
