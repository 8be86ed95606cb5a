//! What the caller will be promised, known before the call is registered (R14, R15), with its account (R22).

use domain::Instant;
use domain::api::PromiseView;
use domain::ticket::{Channel, opening_promises};
use leptos::prelude::*;
use wording::dates::people_instant_seen_from;

use super::registering::Registering;
use crate::components::{CriticalBadge, HowReckoned};
use crate::locale::locale;
use crate::pages::agent::clock::use_clock;
use crate::text::agent::call::{self as text, CallText};

/// The promises of this call, as they would be if it were registered now.
#[component]
pub fn Promised(call: Registering) -> impl IntoView {
    let say = CallText::current();
    let clock = use_clock();
    let critical = Memo::new(move |_| call.with(|draft| draft.impact().is_critical()));
    let answered = Memo::new(move |_| {
        call.with(|draft| draft.system_stopped.is_some() && draft.guest_waiting.is_some())
    });
    let told = Memo::new(move |_| {
        clock.with_rules(|rules, now| {
            let promises = opening_promises(Channel::Phone, critical.get(), now, rules);
            let [first, response] = promises.map(|promise| PromiseView::of(promise, &rules.calendar));
            Told { now, open: rules.calendar.is_open(now), first, response }
        })
    });
    let first = Memo::new(move |_| told.with(|told| told.first.clone()));
    let response = Memo::new(move |_| told.with(|told| told.response.clone()));
    let instant =
        move |promise: Memo<PromiseView>| told.with(|told| told.said(promise.with(|view| view.promise.due)));
    let note = move || match told.with(|told| (told.open, told.by_clock())) {
        (true, _) => None,
        (false, true) => Some(say.critical_out_of_hours()),
        (false, false) => Some(say.not_critical_out_of_hours()),
    };
    let said = move |label: &'static str, promise: Memo<PromiseView>| {
        let parts = move || {
            let instant = instant(promise);
            let (day, hour) = instant.rsplit_once(", ").unwrap_or((&instant, ""));
            view! { {day.to_owned()}<span class="promise__hour">{hour.to_owned()}</span> }
        };
        view! {
            <div class="promise__said" role="status">
                <p class="promise__label">{label}</p>
                <p class="promise__instant">{parts}</p>
            </div>
            <HowReckoned promise=promise/>
        }
    };
    let aloud = move || text::read_aloud(&instant(first), &instant(response));
    view! {
        <section class="promise promise--compact" aria-labelledby="call-promise">
            <h2 class="promise__label" id="call-promise">{say.promise()}</h2>
            {move || critical.get().then(|| view! { <p><CriticalBadge/></p> })}
            {said(say.first_response(), first)}
            {said(say.response(), response)}
            <div role="status">{move || note().map(|note| view! { <p class="promise__first">{note}</p> })}</div>
        </section>
        <Show when=move || answered.get()>
            <figure class="client-reads">
                <figcaption class="client-reads__label">{say.say_aloud()}</figcaption>
                <blockquote class="client-reads__words">{aloud}</blockquote>
            </figure>
        </Show>
    }
}

/// What would be promised at a moment.
#[derive(Clone, PartialEq)]
struct Told {
    now: Instant,
    open: bool,
    first: PromiseView,
    response: PromiseView,
}

impl Told {
    fn said(&self, at: Instant) -> String {
        people_instant_seen_from(self.now, at, locale())
    }

    /// Whether the first response runs by the wall clock (R14).
    fn by_clock(&self) -> bool {
        self.first.promise.basis.as_ref().is_some_and(|basis| basis.by_clock)
    }
}
