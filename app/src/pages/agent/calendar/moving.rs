//! Whose promises a change would move, before it is made.

use domain::api::attention::{ChangePreview, MovingTicket};
use domain::calendar::DayChange;
use leptos::prelude::*;
use wording::dates::people_instant;

use crate::locale::locale;
use crate::pages::agent::queue::ticket_path;
use crate::text::agent::calendar::{self as words, CalendarText};
use crate::text::timeline::deadline_noun;

/// What the change does, and the button that makes it.
#[component]
pub fn Moving(
    /// The change.
    change: DayChange,
    /// What it moves.
    preview: ChangePreview,
    /// Makes it.
    apply: Callback<DayChange>,
) -> impl IntoView {
    let say = CalendarText::current();
    let told = wording::calendar::changed_day(change.day, change.attends, &change.name, locale());
    let unlisted = preview.moving.saturating_sub(u32::try_from(preview.tickets.len()).unwrap_or(0));
    view! {
        <section class="stack" aria-labelledby="moving-title">
            <h3 id="moving-title">{told}</h3>
            <p>{words::moves(preview.moving, preview.looked_at, preview.more)}</p>
            {(preview.dates > 0).then(|| view! { <p class="banner banner--asks">{words::dates_on_it(preview.dates)}</p> })}
            <p class="soft small">{say.paused_too()}</p>
            <ul class="ticket-list">{preview.tickets.into_iter().map(ticket).collect_view()}</ul>
            {(unlisted > 0).then(|| view! { <p class="soft">{words::and_more(unlisted)}</p> })}
            <div class="row">
                <button class="button button--call" type="button" on:click=move |_| apply.run(change.clone())>{say.apply()}</button>
            </div>
        </section>
    }
}

fn ticket(ticket: MovingTicket) -> impl IntoView {
    let moved = ticket.moved.into_iter().map(|moved| {
        let (from, due) = (people_instant(moved.from, locale()), people_instant(moved.due, locale()));
        view! { <p class="ticket-card__promise">{words::moves_from(&deadline_noun(moved.deadline), &from, &due)}</p> }
    });
    view! {
        <li class="ticket-card">
            <div class="ticket-card__line"><span class="key-tag">{ticket.number.to_string()}</span></div>
            <a class="ticket-card__title" href=ticket_path(ticket.number)>{ticket.subject}</a>
            <p class="small">{ticket.company}</p>
            {moved.collect_view()}
        </li>
    }
}
