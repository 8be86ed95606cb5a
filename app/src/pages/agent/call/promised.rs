//! What the caller will be promised, known before the call is registered: R14, R15, and R14's clock for critical ones out
//! of hours.

use domain::policy::SupportPolicy;
use leptos::prelude::*;
use wording::dates::people_instant_seen_from;

use super::registering::Registering;
use crate::components::CriticalBadge;
use crate::locale::locale;
use crate::pages::agent::clock::use_clock;
use crate::text::agent::call::{self as text, CallText};

/// The promise of this call, as it would be if it were registered now.
#[component]
pub fn Promised(call: Registering) -> impl IntoView {
    let say = CallText::current();
    let clock = use_clock();
    let critical = Memo::new(move |_| call.with(|draft| draft.impact().is_critical()));
    let answered = Memo::new(move |_| {
        call.with(|draft| draft.system_stopped.is_some() && draft.guest_waiting.is_some())
    });
    let told = Memo::new(move |_| {
        clock.with(|calendar, now| {
            let policy = SupportPolicy::SOHO;
            let open = calendar.is_open(now);
            let first = if critical.get() && !open {
                now + policy.first_response_critical_by_phone
            } else {
                calendar.due(now, policy.first_response, &[])
            };
            let response = calendar.due(now, policy.response, &[]);
            let said = |at| people_instant_seen_from(now, at, locale());
            (open, said(first), said(response))
        })
    });
    let note = move || match (told.with(|told| told.0), critical.get()) {
        (true, _) => None,
        (false, true) => Some(say.critical_out_of_hours()),
        (false, false) => Some(say.not_critical_out_of_hours()),
    };
    let said = move |label: &'static str, instant: String| {
        let (day, hour) = instant
            .rsplit_once(", ")
            .map_or((instant.clone(), String::new()), |(day, hour)| (day.to_owned(), hour.to_owned()));
        view! {
            <div class="promise__said">
                <p class="promise__label">{label}</p>
                <p class="promise__instant">{day}<span class="promise__hour">{hour}</span></p>
            </div>
        }
    };
    view! {
        <section class="promise promise--compact" role="status">
            <h2 class="promise__label" id="call-promise">{say.promise()}</h2>
            {move || critical.get().then(|| view! { <p><CriticalBadge/></p> })}
            {move || said(say.first_response(), told.get().1)}
            {move || said(say.response(), told.get().2)}
            {move || note().map(|note| view! { <p class="promise__first">{note}</p> })}
        </section>
        {move || {
            answered
                .get()
                .then(|| {
                    let (_, first, response) = told.get();
                    view! {
                        <figure class="client-reads">
                            <figcaption class="client-reads__label">{say.say_aloud()}</figcaption>
                            <blockquote class="client-reads__words">{text::read_aloud(&first, &response)}</blockquote>
                        </figure>
                    }
                })
        }}
    }
}
