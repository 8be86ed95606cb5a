//! Erasing whoever took a ticket over by a colleague's link, for somebody who called (Ley 1581 de 2012, art. 8 e).

use domain::ticket::TicketNumber;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api;
use crate::browser;
use crate::components::{Field, described_by, toast};
use crate::text::agent::administration::VisitorErasureText;

const NUMBER: &str = "visitante-ticket";
const NAME: &str = "visitante-nombre";

/// What is typed, and how far it got.
#[derive(Clone, Copy)]
struct Asked {
    number: RwSignal<String>,
    name: RwSignal<String>,
    wrong_number: RwSignal<Option<String>>,
    wrong_name: RwSignal<Option<String>>,
    /// Whether it is asked once more: it is for good.
    sure: RwSignal<bool>,
    busy: RwSignal<bool>,
}

impl Asked {
    fn nothing() -> Self {
        let text = || RwSignal::new(String::new());
        let (wrong_number, wrong_name) = (RwSignal::new(None), RwSignal::new(None));
        let (sure, busy) = (RwSignal::new(false), RwSignal::new(false));
        Self { number: text(), name: text(), wrong_number, wrong_name, sure, busy }
    }

    /// The ticket and the name; else what is wrong is said, and the first of it has the focus.
    fn judge(self) -> Option<(TicketNumber, String)> {
        let say = VisitorErasureText::current();
        let number = self.number.with_untracked(|text| TicketNumber::parse(text).ok());
        let name = self.name.with_untracked(|name| name.trim().to_owned());
        self.wrong_number.set(number.is_none().then(|| say.number_wrong().to_owned()));
        self.wrong_name.set(name.is_empty().then(|| say.name_missing().to_owned()));
        if number.is_none() || name.is_empty() {
            browser::focus(if number.is_none() { NUMBER } else { NAME });
        }
        number.filter(|_| !name.is_empty()).map(|number| (number, name))
    }

    fn erase(self, told: impl Fn(&str) + 'static) {
        let Some((number, name)) = self.judge() else { return self.sure.set(false) };
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            let say = VisitorErasureText::current();
            let answer = api::erase_visitor(number, name).await;
            let _ = self.busy.try_set(false);
            let _ = self.sure.try_set(false);
            let wrong = match answer {
                Ok(()) => {
                    let _ = self.name.try_set(String::new());
                    told(say.erased());
                    None
                }
                Err(error) if error.is_not_found() => Some(say.nobody().to_owned()),
                Err(error) => Some([error.title(), error.detail()].join(". ")),
            };
            if wrong.is_some() {
                browser::focus(NAME);
            }
            let _ = self.wrong_name.try_set(wrong);
        });
    }
}

/// Ticket and name, and a button that asks once more.
#[component]
pub fn ErasingVisitor() -> impl IntoView {
    let say = VisitorErasureText::current();
    let asked = Asked::nothing();
    let told = toast();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if asked.sure.get_untracked() {
            asked.erase(told);
        } else {
            asked.sure.set(asked.judge().is_some());
        }
    };
    view! {
        <section class="sheet stack" aria-labelledby="visitante">
            <h2 class="sheet__title" id="visitante">{say.title()}</h2>
            <p class="soft small">{say.lead()}</p>
            <form class="stack" novalidate on:submit=submit>
                <Field id=NUMBER label=say.number() error=asked.wrong_number>
                    <input
                        class="input figures"
                        id=NUMBER
                        inputmode="numeric"
                        autocomplete="off"
                        aria-describedby=described_by(NUMBER, false, false)
                        aria-invalid=move || asked.wrong_number.with(Option::is_some).then_some("true")
                        prop:value=move || asked.number.get()
                        on:input=move |event| {
                            asked.number.set(event_target_value(&event));
                            asked.wrong_number.set(None);
                            asked.sure.set(false);
                        }
                    />
                </Field>
                <Field id=NAME label=say.name() hint=say.name_hint() error=asked.wrong_name>
                    <input
                        class="input"
                        id=NAME
                        autocomplete="off"
                        aria-describedby=described_by(NAME, true, false)
                        aria-invalid=move || asked.wrong_name.with(Option::is_some).then_some("true")
                        prop:value=move || asked.name.get()
                        on:input=move |event| {
                            asked.name.set(event_target_value(&event));
                            asked.wrong_name.set(None);
                            asked.sure.set(false);
                        }
                    />
                </Field>
                <div role="status">
                    {move || asked.sure.get().then(|| view! { <p>{say.sure()}</p> })}
                </div>
                <div class="row">
                    <button
                        class="button button--danger"
                        type="submit"
                        aria-busy=move || asked.busy.get().then_some("true")
                    >
                        {move || if asked.sure.get() { say.yes() } else { say.erase() }}
                    </button>
                    <Show when=move || asked.sure.get()>
                        <button class="button" type="button" on:click=move |_| asked.sure.set(false)>{say.no()}</button>
                    </Show>
                </div>
            </form>
        </section>
    }
}
