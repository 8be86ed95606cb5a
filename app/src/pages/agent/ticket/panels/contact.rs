//! A contact attempt (R18): the means, what came of it, and what follows, before it is logged.

use chrono::TimeDelta;
use domain::ticket::{Act, CommandKind, ContactChannel, ContactOutcome};
use leptos::prelude::*;
use wording::dates::people_instant_seen_from;

use super::panel::{Panel, TextBox};
use crate::browser;
use crate::locale::locale;
use crate::pages::agent::clock::use_clock;
use crate::pages::agent::keys::somebody_writes;
use crate::pages::agent::ticket::case::Case;
use crate::text::agent::acts::{self, ActText};

const CHANNELS: [(ContactChannel, &str); 3] =
    [(ContactChannel::Phone, "t"), (ContactChannel::Email, "e"), (ContactChannel::Whatsapp, "w")];

const OUTCOMES: [(ContactOutcome, &str); 5] = [
    (ContactOutcome::NoAnswer, "1"),
    (ContactOutcome::Busy, "2"),
    (ContactOutcome::LeftMessage, "3"),
    (ContactOutcome::WrongContact, "4"),
    (ContactOutcome::Reached, "5"),
];

/// So soon after the last one, another attempt by the same means is likely the same.
const JUST_NOW: TimeDelta = TimeDelta::minutes(2);

/// Logs an attempt in two keys: the outcome and Enter, for a call; a letter first for another means.
#[component]
pub fn Contact(
    /// The ticket.
    case: Case,
) -> impl IntoView {
    let say = ActText::current();
    let channel = RwSignal::new(ContactChannel::Phone);
    let outcome = RwSignal::new(None::<ContactOutcome>);
    let note = RwSignal::new(String::new());
    let make = move |()| {
        let outcome = outcome.get_untracked().ok_or(say.contact_required())?;
        Ok(Act::LogContactAttempt { channel: channel.get_untracked(), outcome, note: note.get_untracked() })
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if somebody_writes(&event) || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let key = event.key();
        if let Some((of, _)) = CHANNELS.into_iter().find(|(_, letter)| *letter == key) {
            channel.set(of);
        } else if let Some((of, _)) = OUTCOMES.into_iter().find(|(_, digit)| *digit == key) {
            outcome.set(Some(of));
        } else {
            return;
        }
        event.prevent_default();
    };
    let means = CHANNELS.map(|(of, key)| {
        view! {
            <label class="segment">
                <input type="radio" name="channel" prop:checked=move || channel.get() == of on:change=move |_| channel.set(of)/>
                <span>{acts::channel(of)}" "<kbd class="kbd" aria-hidden="true">{key}</kbd></span>
            </label>
        }
    });
    let results = OUTCOMES.map(|(of, key)| {
        view! {
            <label class="choice choice--low">
                <input
                    class="choice__input"
                    type="radio"
                    name="outcome"
                    autofocus=key == "1"
                    prop:checked=move || outcome.get() == Some(of)
                    on:change=move |_| outcome.set(Some(of))
                />
                <span class="row row--apart">{acts::outcome(of)}<kbd class="kbd" aria-hidden="true">{key}</kbd></span>
            </label>
        }
    });
    view! {
        <Panel case=case kind=CommandKind::LogContactAttempt make=Callback::new(make)>
            <div class="stack" on:keydown=on_key>
                <fieldset class="field">
                    <legend class="field__label">{say.channel()}</legend>
                    <div class="segments">{means.into_iter().collect_view()}</div>
                </fieldset>
                <fieldset class="choices">
                    <legend class="choices__legend">{say.outcome()}</legend>
                    {results.into_iter().collect_view()}
                </fieldset>
                <JustLogged case=case channel=channel/>
                <Follows case=case outcome=outcome/>
                <TextBox id="contact-note" label=say.contact_note() text=note/>
            </div>
        </Panel>
    }
}

/// That an attempt by the same means was logged a moment ago: nobody knocks twice in so short a time, but a dialog is soon
/// opened twice.
#[component]
fn JustLogged(case: Case, channel: RwSignal<ContactChannel>) -> impl IntoView {
    // As it stood when the dialog opened: what is logged in it is no second one.
    let last = case.view.with_untracked(|view| view.attempt_log.last().map(|last| (last.channel, last.at)));
    let last = last.filter(|(_, at)| browser::now() - *at < JUST_NOW).map(|(channel, _)| channel);
    let words = move || (last == Some(channel.get())).then(|| ActText::current().contact_just_logged());
    view! {
        <div role="status">{move || words().map(|words| view! { <p class="banner banner--asks small">{words}</p> })}</div>
    }
}

/// The count and the closing date this attempt would bring.
#[component]
fn Follows(case: Case, outcome: RwSignal<Option<ContactOutcome>>) -> impl IntoView {
    let clock = use_clock();
    let words = move || {
        let outcome = outcome.get()?;
        if !outcome.is_unsuccessful() {
            return Some(ActText::current().contact_resets().to_owned());
        }
        let (count, limit, first) = case.view.with(|view| {
            let count = u32::try_from(view.attempt_log.len()).unwrap_or(u32::MAX).saturating_add(1);
            (count, view.attempts_limit, view.attempt_log.first().map(|attempt| attempt.at))
        });
        let closes = clock.with_rules(|rules, now| {
            people_instant_seen_from(now, rules.unreachable_close(first.unwrap_or(now)), locale())
        });
        Some(acts::attempt_follows(count, limit, (count < limit).then_some(closes.as_str())))
    };
    view! {
        <div role="status">{move || words().map(|words| view! { <p class="attempts__closes">{words}</p> })}</div>
    }
}
