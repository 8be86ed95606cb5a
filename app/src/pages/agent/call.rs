//! Registering a call to the support line (R10): the guide's fields, asked aloud and typed by an agent.

mod controls;
mod promised;
mod registering;
mod reserved;

use domain::access::Door;
use domain::guide::Field;
use leptos::prelude::*;

use self::controls::{CatalogueLists, Question, TextField, TroubleField};
use self::promised::Promised;
use self::registering::Registering;
use self::reserved::ReservedNumberField;
use super::shell::AgentShell;
use crate::browser;
use crate::components::{ConsentTick, ErrorSummary};
use crate::pages::client::NotFoundPage;
use crate::session::use_session;
use crate::text::agent::call::CallText;

/// The page for a call. Those of the staff who register none find no such page.
#[component]
pub fn CallPage() -> impl IntoView {
    browser::set_title(CallText::current().title());
    view! { <AgentShell>{admitted()}</AgentShell> }
}

fn admitted() -> AnyView {
    match use_session().me_now() {
        Some(me) if Door::Calls.admits(Some(me.role)) => view! { <Call/> }.into_any(),
        _ => view! { <NotFoundPage/> }.into_any(),
    }
}

#[component]
fn Call() -> impl IntoView {
    let say = CallText::current();
    let call = Registering::begin();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        call.send();
    };
    let failure = move || {
        call.failure.get().map(|error| {
            view! {
                <div class="banner banner--broken" role="alert">
                    <p><b>{error.title()}</b>" "{error.detail()}</p>
                </div>
            }
        })
    };
    let texts = move |fields: &'static [Field]| {
        fields.iter().map(|field| view! { <TextField call=call field=*field/> }).collect_view()
    };
    // On a phone the promise comes first; moving the focus would scroll past it.
    if !browser::is_narrow() {
        request_animation_frame(|| browser::focus(Field::GuestWaiting.code()));
    }
    view! {
        <div class="form-page">
            <header class="page__head form-page__head">
                <h1>{say.title()}</h1>
                <p class="soft">{say.lead()}</p>
            </header>
            <aside class="form-page__side" aria-labelledby="call-promise">
                <Promised call=call/>
            </aside>
            <form class="form form-page__main" novalidate on:submit=send>
                <ErrorSummary errors=call.summary/>
                <ReservedNumberField call=call/>
                <section class="form__section" aria-labelledby="call-impact">
                    <div>
                        <h2 class="form__title" id="call-impact">{say.impact()}</h2>
                        <p class="soft">{say.impact_lead()}</p>
                    </div>
                    <div class="field-row">
                        <Question call=call field=Field::GuestWaiting/>
                        <Question call=call field=Field::SystemStopped/>
                    </div>
                </section>
                <section class="form__section" aria-labelledby="call-who">
                    <h2 class="form__title" id="call-who">{say.who()}</h2>
                    <div class="field-row">{texts(&[Field::FullName, Field::Phone])}</div>
                    <div class="field-row">{texts(&[Field::Email, Field::Company])}</div>
                    <ConsentTick
                        words=say.consent()
                        hint=say.consent_hint()
                        ticked=Signal::derive(move || call.consents())
                        error=call.consent_error
                        on_tick=move |ticked| call.tick_consent(ticked)
                    />
                </section>
                <section class="form__section" aria-labelledby="call-what">
                    <h2 class="form__title" id="call-what">{say.what()}</h2>
                    <TroubleField call=call/>
                    {texts(&[Field::Subject, Field::Description])}
                    <div class="field-row">{texts(&[Field::Application, Field::Module])}</div>
                    <CatalogueLists call=call/>
                    {texts(&[Field::Process, Field::MenuPath, Field::Parameters, Field::ErrorCode])}
                </section>
                {failure}
                <div class="step-bar">
                    <button class="button button--primary" type="submit" aria-busy=move || call.busy.get().then_some("true")>
                        {say.register()}
                    </button>
                    <button class="button button--quiet" type="button" on:click=move |_| call.discard()>{say.clear()}</button>
                </div>
            </form>
        </div>
    }
}
