//! Whether somebody attends now, and until when (R12, R13).

use domain::calendar::{BOGOTA, Day};
use leptos::prelude::*;

use crate::desk::{Desk, use_desk};
use crate::text::StartText;
use crate::text::start::full_stop;

/// A lamp lit or out, with the instant at which that changes and the holiday that is the reason.
#[component]
pub fn AttentionLine(
    /// Whether it stands on a sheet rather than on the night.
    #[prop(optional)]
    sheet: bool,
) -> impl IntoView {
    let desk = use_desk();
    let open = move || desk.attention().is_some_and(|attention| attention.open);
    let unknown = move || desk.error().is_some() && desk.attention().is_none();
    view! {
        <p hidden=unknown class="attention" class:attention--sheet=sheet class:attention--open=open>
            {move || match sentence(desk) {
                Some((strong, rest)) => {
                    let stop = full_stop(&rest);
                    view! { <span><b>{strong}</b>{rest}{stop}</span> }.into_any()
                }
                None => view! { <span>{StartText::current().attention_loading()}</span> }.into_any(),
            }}
        </p>
    }
}

fn sentence(desk: Desk) -> Option<(String, String)> {
    let attention = desk.attention()?;
    let text = StartText::current();
    if attention.open {
        let (strong, rest) = text.open_until(attention.until);
        return Some((strong.to_owned(), rest));
    }
    let today = desk.with_calendar(|calendar, now| calendar.day(now.with_timezone(&BOGOTA).date_naive()))?;
    Some(match today {
        Day::Holiday { names } => text.closed_until(attention.until, &names, None),
        Day::Added { name } => text.closed_until(attention.until, &[], Some(&name)),
        Day::Attended { .. } | Day::Weekend => text.closed_until(attention.until, &[], None),
    })
}
