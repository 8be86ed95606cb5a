//! Setting the second factor up: an application, what it has to know, and its first code.

use domain::api::factor::Enrolment;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::code_form::CodeForm;
use super::{Fresh, told};
use crate::api::{self, ApiError};
use crate::browser;
use crate::components::{ErrorPanel, Qr, Skeleton, toast};
use crate::session::use_session;
use crate::text::account::FactorText;

/// Letters of the key that stand together.
const GROUP: usize = 4;

/// Three steps on one page.
#[component]
pub fn Enrol(
    /// Where the recovery codes go.
    fresh: RwSignal<Option<Fresh>>,
) -> impl IntoView {
    let text = FactorText::current();
    let started = RwSignal::new(None::<Result<Enrolment, ApiError>>);
    let begin = move || {
        started.set(None);
        spawn_local(async move {
            let _ = started.try_set(Some(api::begin_enrolment().await));
        });
    };
    begin();
    view! {
        <div class="stack stack--loose">
            <header class="page__head">
                <h1>{text.enrol_title()}</h1>
                <p class="lead">{text.enrol_lead()}</p>
            </header>
            {move || match started.get() {
                None => view! { <Skeleton/> }.into_any(),
                Some(Err(error)) => view! { <ErrorPanel error=error on_retry=begin/> }.into_any(),
                Some(Ok(enrolment)) => view! { <Steps enrolment=enrolment fresh=fresh/> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn Steps(enrolment: Enrolment, fresh: RwSignal<Option<Fresh>>) -> impl IntoView {
    let text = FactorText::current();
    let session = use_session();
    let say = toast();
    let (error, busy) = (RwSignal::new(None::<String>), RwSignal::new(false));
    let confirm = move |code: String| {
        busy.set(true);
        spawn_local(async move {
            let answer = api::confirm_enrolment(code).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(enrolled) => {
                    let made = Fresh { codes: enrolled.recovery_codes, me: Some(enrolled.me) };
                    let _ = fresh.try_set(Some(made));
                }
                // Another device of the same person was quicker: this one is asked now.
                Err(failure) if failure.code() == "factor_enrolled" => session.reload(),
                Err(failure) => {
                    let _ = error.try_set(Some(told(&failure)));
                }
            }
        });
    };
    let Enrolment { secret, uri } = enrolment;
    let copied = secret.clone();
    let copy = move |_| {
        browser::copy(&copied);
        say(text.secret_copied());
    };
    view! {
        <ol class="next">
            <li class="next__step">
                <div>
                    <h2 class="next__title">{text.install()}</h2>
                    <p class="next__text">{text.install_text()}</p>
                </div>
            </li>
            <li class="next__step">
                <div class="stack">
                    <h2 class="next__title">{text.scan()}</h2>
                    <Qr text=uri.clone() label=text.qr_label()/>
                    <div class="row only-phone">
                        <a class="button" href=uri rel="external">{text.open_here()}</a>
                    </div>
                    <p class="next__text">{text.type_instead()}</p>
                    <p class="factor-secret"><code>{in_groups(&secret)}</code></p>
                    <div class="row">
                        <button class="button" type="button" on:click=copy>{text.copy_secret()}</button>
                    </div>
                </div>
            </li>
            <li class="next__step">
                <div class="stack">
                    <h2 class="next__title">{text.first_code()}</h2>
                    <CodeForm action=text.activate() error=error busy=busy on_code=confirm/>
                </div>
            </li>
        </ol>
    }
}

/// "GEZD GNBV GY3T QOJQ …", to be typed without losing the place.
fn in_groups(secret: &str) -> String {
    let mut grouped = String::with_capacity(secret.len() + secret.len() / GROUP);
    for (place, letter) in secret.chars().enumerate() {
        if place > 0 && place % GROUP == 0 {
            grouped.push(' ');
        }
        grouped.push(letter);
    }
    grouped
}
