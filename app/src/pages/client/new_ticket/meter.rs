//! How far the exact problem can be inferred (R8), as windows that light up.

use domain::guide::{Completeness, Field, ItemState};
use leptos::prelude::*;

use super::filling::Filling;
use super::gaps::StillMissing;
use super::steps::Step;
use crate::text::FormText;

/// In the order of the form: its windows light from the first to the last, and what is missing is told as it is asked.
pub fn completeness(filling: Filling) -> Completeness {
    let mut found = filling.kept.with(|kept| kept.draft.completeness());
    let asked: Vec<Field> = Step::ALL.into_iter().flat_map(Step::fields).copied().collect();
    found.items.sort_by_key(|item| asked.iter().position(|field| *field == item.field));
    found
}

/// The windows of a phone, with what they mean: how clear the case is by now.
#[component]
pub fn WindowsLine(filling: Filling) -> impl IntoView {
    let percent = Memo::new(move |_| completeness(filling).percent);
    view! {
        <p class="steps__clear">{FormText::current().meter()}": "{move || percent.get()}" %"</p>
        <Windows filling=filling/>
    }
}

/// A window for each thing we need to know.
#[component]
fn Windows(filling: Filling) -> impl IntoView {
    let lit = Memo::new(move |_| {
        completeness(filling).items.iter().map(|item| item.state == ItemState::Present).collect::<Vec<_>>()
    });
    view! {
        <div class="windows" aria-hidden="true">
            {move || {
                lit.get()
                    .into_iter()
                    .map(|lit| view! { <span class="window" class:window--lit=lit></span> })
                    .collect_view()
            }}
        </div>
    }
}

/// The meter beside the form: windows, a figure, and what is still to be said as links.
#[component]
pub fn Meter(filling: Filling) -> impl IntoView {
    let text = FormText::current();
    let percent = Memo::new(move |_| completeness(filling).percent);
    view! {
        <section class="sheet completeness">
            <div class="completeness__head">
                <h2 class="completeness__label">{text.meter()}</h2>
                <span class="completeness__value">{move || percent.get()}" %"</span>
            </div>
            <Windows filling=filling/>
            <StillMissing filling=filling/>
        </section>
    }
}
