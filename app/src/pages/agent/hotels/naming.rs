//! A name for a hotel or a branch.

use domain::api::people::Hotel;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Named;
use crate::api::ApiError;
use crate::browser;
use crate::components::{Field, described_by, toast};
use crate::pages::agent::modal::Modal;
use crate::pages::agent::people::said_otherwise;
use crate::text::agent::people::HotelsText;

const NAME: &str = "hotel-nombre";

/// The dialog.
#[component]
pub fn Naming(
    /// What gets the name.
    what: Named,
    /// Hears the hotel as it is now.
    on_saved: impl Fn(Hotel) + Copy + Send + Sync + 'static,
    /// It was left.
    on_close: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let say = HotelsText::current();
    let (title, name) = (what.title(), RwSignal::new(what.present()));
    let what = StoredValue::new(what);
    let (error, busy) = (RwSignal::new(None::<ApiError>), RwSignal::new(false));
    let said = Signal::derive(move || error.with(|error| said_otherwise(error.as_ref(), &[])));
    let tell = toast();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = what.get_value().save(name.get_untracked()).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(hotel) => {
                    tell(say.saved());
                    on_close();
                    on_saved(hotel);
                }
                Err(failure) => {
                    let _ = error.try_set(Some(failure));
                    browser::focus(NAME);
                }
            }
        });
    };
    view! {
        <Modal title=title on_close=on_close>
            <form novalidate on:submit=save>
                <div class="dialog__body stack">
                    <Field id=NAME label=say.name() error=said>
                        <input
                            class="input"
                            id=NAME
                            autocomplete="off"
                            maxlength="120"
                            autofocus=true
                            aria-describedby=described_by(NAME, false, false)
                            aria-invalid=move || said.with(Option::is_some).then_some("true")
                            prop:value=move || name.get()
                            on:input=move |event| name.set(event_target_value(&event))
                        />
                    </Field>
                </div>
                <div class="dialog__foot">
                    <button class="button button--primary" type="submit" aria-busy=move || busy.get().then_some("true")>
                        {say.save()}
                    </button>
                </div>
            </form>
        </Modal>
    }
}
