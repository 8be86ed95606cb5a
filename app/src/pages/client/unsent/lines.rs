//! One letter of the list.

use domain::guide::Field;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use wording::dates::people_instant;

use super::UNSENT;
use crate::components::{Icon, online, toast};
use crate::door::remember_pass;
use crate::letter::{self, Held, Letter, LetterName, Sealed, State};
use crate::locale::locale;
use crate::outbox::{Delivery, use_outbox};
use crate::pages::client::new_ticket::form_address;
use crate::photos::Photos;
use crate::reserved;
use crate::session::{sign_in_path, use_session};
use crate::text::{OutboxText, one_stop};

/// What a letter is about.
fn subject(letter: &Letter) -> String {
    let text = OutboxText::current();
    if let LetterName::Answer(number) = letter.name {
        return text.answer_in(&number.to_string());
    }
    let draft = letter.form.as_ref().map(|form| &form.draft);
    let said =
        |field| draft.and_then(|draft| draft.text(field)).map(str::trim).filter(|text| !text.is_empty());
    let words = [Field::Subject, Field::Process, Field::Description].into_iter().find_map(said);
    words.unwrap_or(text.no_subject()).to_owned()
}

fn written(letter: &Letter) -> String {
    one_stop(&OutboxText::current().written(&people_instant(letter.changed_at, locale())))
}

/// A letter that was sent and waits. `leaving` is the one on its way because somebody asked: the list is drawn anew meanwhile.
#[component]
pub fn WaitingLine(letter: Letter, leaving: RwSignal<Option<LetterName>>) -> impl IntoView {
    let text = OutboxText::current();
    let outbox = use_outbox();
    let session = use_session();
    let name = letter.name;
    let busy = move || leaving.get() == Some(name);
    let State::Waiting(Sealed { held, by, tried, .. }) = letter.state.clone() else { return ().into_any() };
    let (online, say) = (online(), toast());
    let writer = by.clone();
    let state = move || match (held, &writer) {
        _ if busy() => text.sending().to_owned(),
        (Held::SignIn, Some((account, name))) if session.me().is_some_and(|me| me.account != *account) => {
            text.somebody_else(name)
        }
        (Held::SignIn, _) => text.needs_sign_in().to_owned(),
        (Held::Person, _) => text.needs_person().to_owned(),
        (Held::Signal, _) if online.get() => text.not_yet().to_owned(),
        (Held::Signal, _) => text.no_signal().to_owned(),
    };
    let send = move |_| {
        if leaving.get_untracked().is_some() {
            return;
        }
        leaving.set(Some(name));
        spawn_local(async move {
            let delivery = outbox.deliver_in_sight(name, false, UNSENT).await;
            if matches!(delivery, Delivery::Waits(Held::Signal)) && online.try_get_untracked() == Some(false)
            {
                say(text.no_signal());
            }
            let _ = leaving.try_set(None);
        });
    };
    let wanted = held == Held::Person;
    let way_on = if held == Held::SignIn {
        view! { <a class="button button--primary" href=sign_in_path(UNSENT)>{text.sign_in()}</a> }.into_any()
    } else {
        view! {
            <button
                class="button"
                class:button--primary=wanted
                type="button"
                aria-busy=move || busy().then_some("true")
                on:click=send
            >
                <Icon name="i-send"/>
                {if wanted { text.show_and_send() } else { text.send_now() }}
            </button>
        }
        .into_any()
    };
    // Nothing of it left, so it can still be written on.
    let edit = (!tried && !matches!(name, LetterName::Answer(_))).then(|| {
        let go = use_navigate();
        let letter = letter.clone();
        let edit = move |_| {
            letter::keep(Letter { state: State::Writing, ..letter.clone() });
            go(&form_address(name), NavigateOptions::default());
        };
        view! { <button class="button" type="button" on:click=edit>{text.edit()}</button> }
    });
    view! {
        <li class="ticket-card ticket-card--still">
            <p class="ticket-card__title">{subject(&letter)}</p>
            <p class="ticket-card__promise"><b>{state}</b></p>
            {wanted.then(|| view! { <p class="small">{text.needs_person_why()}</p> })}
            <p class="soft small">{written(&letter)}</p>
            <div class="row">{way_on}{edit}</div>
        </li>
    }
    .into_any()
}

/// A letter that left while its person looked elsewhere.
#[component]
pub fn ArrivedLine(letter: Letter) -> impl IntoView {
    let text = OutboxText::current();
    let State::Arrived(number) = letter.state else { return ().into_any() };
    let name = letter.name;
    // The service worker, which may have sent it, tells no page.
    if letter.pass {
        remember_pass(number);
    }
    reserved::arrived(name, number);
    view! {
        <li class="ticket-card ticket-card--still">
            <p class="ticket-card__title">{subject(&letter)}</p>
            <p class="ticket-card__promise"><b>{text.arrived(&number.to_string())}</b></p>
            <div class="row">
                <a class="button button--primary" href=format!("/recibido/{}", number.digits()) on:click=move |_| letter::forget(name)>
                    {text.see()}
                </a>
                <button class="button" type="button" on:click=move |_| letter::forget(name)>{text.seen()}</button>
            </div>
        </li>
    }
    .into_any()
}

/// A draft. Deleting it asks once more: it is for good.
#[component]
pub fn DraftLine(letter: Letter, photos: Photos) -> impl IntoView {
    let text = OutboxText::current();
    let name = letter.name;
    let sure = RwSignal::new(false);
    let pictured = (letter.photos > 0).then(|| text.with_photos(letter.photos));
    let throw_away = move |_| {
        spawn_local(async move {
            photos.take_up(crate::photos::kept_of(name).await);
            photos.discard();
            letter::forget(name);
        });
    };
    view! {
        <li class="ticket-card ticket-card--still">
            <p class="ticket-card__title">{subject(&letter)}</p>
            {letter
                .returned
                .clone()
                .map(|(title, detail)| view! { <p class="field__error">{title}". "{detail}</p> })}
            {pictured.map(|words| view! { <p class="small">{words}</p> })}
            <p class="soft small">{written(&letter)}</p>
            <Show
                when=move || sure.get()
                fallback=move || view! {
                    <div class="row">
                        <a class="button button--primary" href=form_address(name)>{text.go_on()}</a>
                        <button class="button button--quiet" type="button" on:click=move |_| sure.set(true)>{text.throw_away()}</button>
                    </div>
                }
            >
                <p>{text.sure()}</p>
                <div class="row">
                    <button class="button button--danger" type="button" on:click=throw_away>{text.throw_away()}</button>
                    <button class="button" type="button" on:click=move |_| sure.set(false)>{text.keep()}</button>
                </div>
            </Show>
        </li>
    }
}
