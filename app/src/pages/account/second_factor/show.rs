//! Showing the second factor: a code of the application, or one from the paper.

use domain::api::factor::ShowFactor;
use domain::second_factor::RecoveryCode;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::code_form::CodeForm;
use super::told;
use crate::api;
use crate::browser;
use crate::components::{Field, described_by};
use crate::session::use_session;
use crate::text::account::FactorText;

const RECOVERY: &str = "recovery";

/// Asks for the code; without the telephone, for a recovery code.
#[component]
pub fn Show() -> impl IntoView {
    let text = FactorText::current();
    let session = use_session();
    let by_recovery = RwSignal::new(false);
    let (error, busy) = (RwSignal::new(None::<String>), RwSignal::new(false));
    let show = move |shown: ShowFactor| {
        busy.set(true);
        spawn_local(async move {
            let answer = api::show_factor(&shown).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(me) => session.enter(me),
                // The session ended meanwhile: signing in begins anew.
                Err(failure) if failure.code() == "sign_in_required" => session.leave(),
                Err(failure) => {
                    let recovery = matches!(shown, ShowFactor::RecoveryCode(_));
                    let words = if recovery && failure.code() == "factor_code_wrong" {
                        text.recovery_wrong().to_owned()
                    } else {
                        told(&failure)
                    };
                    let _ = error.try_set(Some(words));
                }
            }
        });
    };
    let switch = move |to: bool| {
        error.set(None);
        by_recovery.set(to);
    };
    view! {
        <div class="stack stack--loose">
            <header class="page__head">
                <h1>{text.title()}</h1>
                <p class="lead">
                    {move || if by_recovery.get() { text.recovery_lead() } else { text.ask_lead() }}
                </p>
            </header>
            {move || {
                if by_recovery.get() {
                    view! { <RecoveryForm error=error busy=busy on_code=move |code| show(ShowFactor::RecoveryCode(code))>
                        <button class="button" type="button" on:click=move |_| switch(false)>{text.with_phone()}</button>
                    </RecoveryForm> }
                        .into_any()
                } else {
                    view! { <CodeForm action=text.enter() focus=true error=error busy=busy on_code=move |code| show(ShowFactor::Code(code))>
                        <button class="button" type="button" on:click=move |_| switch(true)>{text.no_phone()}</button>
                    </CodeForm> }
                        .into_any()
                }
            }}
            <p class="soft small">{text.nothing_left()}</p>
        </div>
    }
}

#[component]
fn RecoveryForm(
    error: RwSignal<Option<String>>,
    busy: RwSignal<bool>,
    on_code: impl Fn(String) + Copy + Send + Sync + 'static,
    children: Children,
) -> impl IntoView {
    let text = FactorText::current();
    let code = RwSignal::new(String::new());
    request_animation_frame(|| browser::focus(RECOVERY));
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let Some(whole) = code.with_untracked(|code| RecoveryCode::parse(code)) else {
            error.set(Some(text.recovery_missing().to_owned()));
            browser::focus(RECOVERY);
            return;
        };
        error.set(None);
        on_code(whole.written());
    };
    view! {
        <form class="stack" novalidate on:submit=send>
            <Field id=RECOVERY label=text.recovery() hint=text.recovery_hint() error=error>
                <input
                    class="input factor-recovery"
                    id=RECOVERY
                    name="recovery"
                    type="text"
                    autocomplete="off"
                    autocapitalize="characters"
                    spellcheck="false"
                    maxlength="32"
                    aria-describedby=described_by(RECOVERY, true, false)
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    prop:value=move || code.get()
                    on:input=move |event| {
                        code.set(event_target_value(&event));
                        error.set(None);
                    }
                />
            </Field>
            <div class="row">
                <button class="button button--primary" type="submit" aria-busy=move || busy.get().then_some("true")>
                    {text.enter()}
                </button>
                {children()}
            </div>
        </form>
    }
}
