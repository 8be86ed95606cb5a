//! The team's areas (R21).

use leptos::prelude::*;

use super::frame::{InfoPage, said_list};
use crate::components::Icon;
use crate::text::info::{AREAS, AboutText, HelpText};

/// `/areas`.
#[component]
pub fn AreasPage() -> impl IntoView {
    let text = AboutText::current();
    view! {
        <InfoPage title=text.areas_title() lead=text.areas_lead()>
            <ul class="info-list info-list--two">{said_list(&AREAS)}</ul>
            <div class="row no-print">
                <a class="button button--primary" href="/">{HelpText::current().failing()}<Icon name="i-arrow"/></a>
            </div>
        </InfoPage>
    }
}
