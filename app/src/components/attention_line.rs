//! Whether somebody attends now, and until when (R12, R13).

use leptos::prelude::*;

use crate::desk::{Hours, use_desk};
use crate::text::StartText;
use crate::text::start::full_stop;

/// A lamp lit or out, with the instant at which that changes and the holidays that are the reason.
#[component]
pub fn AttentionLine(
    /// Whether it stands on a sheet rather than on the night.
    #[prop(optional)]
    sheet: bool,
) -> impl IntoView {
    let desk = use_desk();
    view! {
        <p class="attention" class:attention--sheet=sheet class:attention--open=move || desk.hours().open>
            {move || {
                let (strong, rest) = sentence(&desk.hours());
                let stop = full_stop(&rest);
                view! { <span><b>{strong}</b>{rest}{stop}</span> }
            }}
        </p>
    }
}

fn sentence(hours: &Hours) -> (String, String) {
    let text = StartText::current();
    if hours.open {
        let (strong, rest) = text.open_until(hours.until);
        return (strong.to_owned(), rest);
    }
    text.closed_until(hours.until, hours.today, &hours.closed)
}
