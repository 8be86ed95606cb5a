//! The guide's form (R3): step by step on a phone, one page on a desk.

mod alike;
mod controls;
mod filling;
mod meter;
mod sections;
mod sending;
mod steps;

use domain::scope::Kind;
use domain::ticket::TicketNumber;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use leptos_router::params::ParamsMap;

use super::unsent::UNSENT;
use crate::components::{ErrorPanel, ErrorSummary, Icon, Skeleton, Soon};
use crate::draft::Kept;
use crate::letter::{self, Letter, LetterName, State};
use crate::shell::ClientShell;
use crate::text::{FormText, OutboxText};
use alike::Alike;
use filling::{Answers, Elsewhere, Filling, Origin};
use meter::Meter;
use sections::Sections;
pub use sending::address as form_address;
use sending::{Sending, SendingBar};
use steps::StepsHead;

/// `/nuevo`, with `?tipo=` a kind, `?huesped=` and `?detenido=` the answers of R7, `?de=` the closed ticket it continues,
/// `?borrador=` one of several, `?enviar=1` on the way back from signing in. Another draft is another form.
#[component]
pub fn NewTicketPage() -> impl IntoView {
    let text = FormText::current();
    let query = use_query_map();
    let name = Memo::new(move |_| query.with(asked_name));
    view! {
        <ClientShell title=text.title()>
            <div class="form-page">
                {move || view! { <Opening name=name.get()/> }}
            </div>
        </ClientShell>
    }
}

fn asked_name(query: &ParamsMap) -> Option<LetterName> {
    let origin = query.get("de").and_then(|number| TicketNumber::parse(&number).ok());
    let draft = || query.get("borrador").and_then(|text| LetterName::parse(&text));
    origin.map(LetterName::Continuing).or_else(draft)
}

/// Fetches the draft from the device, and opens the form with it.
#[component]
fn Opening(name: Option<LetterName>) -> impl IntoView {
    let query = use_query_map();
    let asked = move |name: &str| query.with_untracked(|query| query.get(name));
    let answers = Answers {
        kind: asked("tipo").as_deref().and_then(Kind::parse),
        guest_waiting: asked("huesped").map(|answer| answer == "1"),
        system_stopped: asked("detenido").map(|answer| answer == "1"),
    };
    let returning = asked("enviar").is_some();
    let letter = RwSignal::new(None);
    spawn_local(async move {
        let found = find(name).await;
        let _ = letter.try_set(Some(found));
    });
    move || match letter.get() {
        None => view! { <Skeleton/> }.into_any(),
        Some((letter, several)) => {
            view! { <Opened letter=letter several=several answers=answers returning=returning/> }.into_any()
        }
    }
}

/// The letter that was asked for, or the one that was written last; and whether there are others.
async fn find(name: Option<LetterName>) -> (Letter, bool) {
    let letters = letter::all().await;
    let open = |letter: &&Letter| {
        matches!(letter.name, LetterName::New(_)) && letter.state == State::Writing && letter.form.is_some()
    };
    let found = match name {
        Some(name) => letters.iter().find(|letter| letter.name == name),
        None => letters.iter().find(open),
    };
    let name = found.map(|letter| letter.name).or(name).unwrap_or_else(LetterName::fresh);
    let several = letters.iter().any(|letter| letter.name != name && (letter.is_draft() || letter.is_sent()));
    (found.cloned().unwrap_or_else(|| Letter::begun(name)), several)
}

#[component]
fn Opened(letter: Letter, several: bool, answers: Answers, returning: bool) -> impl IntoView {
    let text = FormText::current();
    let name = letter.name;
    let filling = Filling::begin(name, letter.form, answers);
    let sending = Sending::new(filling);
    // What left once is not written on: it may have arrived.
    let sealed = match &letter.state {
        State::Writing => false,
        State::Waiting(sealed) => sealed.tried || returning,
        State::Arrived(_) => true,
    };
    filling.keep(!sealed);
    if sealed {
        spawn_local(sending.deliver());
    } else if returning {
        sending.send();
    } else if let Some(why) = letter.returned {
        sending.failure.set(Some(why));
    }
    let body = move || match filling.origin.get() {
        _ if sealed => view! { <Skeleton/> }.into_any(),
        Origin::Fetching => view! { <Skeleton/> }.into_any(),
        Origin::Failed(error) => {
            view! { <ErrorPanel error=error on_retry=move |()| filling.fetch_origin()/> }.into_any()
        }
        Origin::Ready => view! { <Form filling=filling sending=sending/> }.into_any(),
    };
    // For whoever comes back to it; under the hands of whoever begins to write, nothing moves.
    let started = filling.kept.with_untracked(Kept::is_started);
    let go = use_navigate();
    let another = move |_| go(&sending::address(LetterName::fresh()), NavigateOptions::default());
    view! {
        <header class="page__head form-page__head">
            {filling
                .origin_number()
                .map(|number| {
                    view! { <p class="soft">{text.continues()}" "<b class="figures">{number.to_string()}</b></p> }
                })}
            <h1>{text.title()}</h1>
            <p class="soft small">
                {wording::findings::compulsory_note(crate::locale::locale())}" "{text.kept()}
            </p>
            {several
                .then(|| {
                    let text = OutboxText::current();
                    view! { <p class="small">{text.others()}" "<a href=UNSENT>{text.see_all()}</a></p> }
                })}
            {started
                .then(|| {
                    view! {
                        <div class="row">
                            <button class="button button--quiet" type="button" on:click=another>
                                <Icon name="i-plus"/>
                                {OutboxText::current().another()}
                            </button>
                        </div>
                    }
                })}
        </header>
        {body}
    }
}

#[component]
fn Form(filling: Filling, sending: Sending) -> impl IntoView {
    view! {
        <form
            class="form form--stepped form-page__main"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                sending.go_on();
            }
        >
            <StepsHead filling=filling/>
            <div role="status">
                {move || {
                    let written = filling.elsewhere.get() == Some(Elsewhere::Written);
                    written.then(|| view! { <p class="banner">{OutboxText::current().written_elsewhere()}</p> })
                }}
            </div>
            <ErrorSummary errors=filling.summary on_follow=move |id: String| filling.show_step_of(&id)/>
            {move || {
                sending
                    .failure
                    .get()
                    .map(|(title, detail)| {
                        view! {
                            <div class="banner banner--broken" role="alert" id=sending::FAILURE tabindex="-1">
                                <div>
                                    <b>{title}</b>
                                    <p>{detail}</p>
                                </div>
                            </div>
                        }
                    })
            }}
            <Sections filling=filling photos=sending.photos/>
            <Alike filling=filling/>
            <SendingBar filling=filling sending=sending/>
        </form>
        <aside class="form-page__side only-desk" aria-label=FormText::current().meter()>
            <Soon>
                <Meter filling=filling/>
            </Soon>
        </aside>
    }
}
