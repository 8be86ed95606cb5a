//! The nine good practices as a checklist that a hotel keeps on its device (R21).

mod kept;

use leptos::prelude::*;

use super::frame::{InfoPage, PrintButton};
use crate::text::info::{PRACTICES, PracticesText, said};
use kept::Ticks;

/// `/buenas-practicas`.
#[component]
pub fn PracticesPage() -> impl IntoView {
    let text = PracticesText::current();
    let ticks = Ticks::recall();
    let items = PRACTICES.into_iter().enumerate().map(move |(place, practice)| {
        let (title, why) = said(practice);
        view! {
            <li>
                <label class="choice">
                    <input
                        class="choice__input"
                        type="checkbox"
                        prop:checked=move || ticks.has(place)
                        on:change=move |event| ticks.set(place, event_target_checked(&event))
                    />
                    <span class="choice__body">
                        <span class="choice__title">{place + 1}". "{title}</span>
                        <span class="choice__hint">{why}</span>
                    </span>
                </label>
            </li>
        }
    });
    view! {
        <InfoPage title=text.title() lead=text.lead()>
            <Progress ticks=ticks/>
            <fieldset class="choices">
                <legend class="choices__legend">{text.legend()}</legend>
                <ol class="info-checks">{items.collect_view()}</ol>
            </fieldset>
            <p class="small soft no-print">
                {move || if ticks.are_kept() { text.kept_here() } else { text.not_kept() }}
            </p>
            <p class="print-only info-signature">{text.hotel_line()}</p>
            <div class="row no-print">
                <PrintButton words=text.print()/>
                <Reset ticks=ticks/>
            </div>
        </InfoPage>
    }
}

/// How far it has gone, told to readers of the screen too.
#[component]
fn Progress(ticks: Ticks) -> impl IntoView {
    let text = PracticesText::current();
    let windows = (0..PRACTICES.len()).map(move |place| {
        view! { <span class="window" class:window--lit=move || ticks.has(place)></span> }
    });
    view! {
        <section class="sheet completeness">
            <div class="completeness__head" role="status">
                <span class="completeness__label">{move || text.progress(ticks.count(), PRACTICES.len())}</span>
            </div>
            <div class="windows" aria-hidden="true">{windows.collect_view()}</div>
            {move || (ticks.count() == PRACTICES.len()).then(|| view! { <p>{text.all()}</p> })}
        </section>
    }
}

/// Removes every tick, after asking once.
#[component]
fn Reset(ticks: Ticks) -> impl IntoView {
    let text = PracticesText::current();
    let asking = RwSignal::new(false);
    let begin = move |_| {
        asking.set(true);
        request_animation_frame(|| crate::browser::focus("reset-no"));
    };
    let clear = move |_| {
        ticks.clear();
        asking.set(false);
    };
    move || {
        if ticks.count() == 0 {
            return ().into_any();
        }
        if asking.get() {
            return view! {
                <div class="row" role="group" aria-label=text.reset_ask()>
                    <span>{text.reset_ask()}</span>
                    <button class="button button--danger" type="button" on:click=clear>{text.reset_yes()}</button>
                    <button id="reset-no" class="button" type="button" on:click=move |_| asking.set(false)>
                        {text.reset_no()}
                    </button>
                </div>
            }
            .into_any();
        }
        view! { <button class="button button--quiet" type="button" on:click=begin>{text.reset()}</button> }
            .into_any()
    }
}
