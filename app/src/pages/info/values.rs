//! The values (R21).

use leptos::prelude::*;

use super::frame::{InfoPage, said_list};
use crate::text::info::{AboutText, VALUES};

/// `/valores`.
#[component]
pub fn ValuesPage() -> impl IntoView {
    let text = AboutText::current();
    view! {
        <InfoPage title=text.values_title() lead=text.values_lead()>
            <ul class="info-list info-list--two">{said_list(&VALUES)}</ul>
        </InfoPage>
    }
}
