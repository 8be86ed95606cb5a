//! What is missing, as links that lead to where it is told: what the desk missed in the ticket before (R8), and what the form
//! still lacks.

use domain::guide::{GuideItem, Need};
use leptos::prelude::*;
use wording::findings::{item_label, label};

use super::filling::{Filling, PHOTOS};
use super::meter::completeness;
use crate::browser;
use crate::components::CONSENT;
use crate::locale::locale;
use crate::text::FormText;

/// A link to a control, in whichever step it is.
#[component]
pub fn FieldLink(filling: Filling, id: &'static str, words: &'static str) -> impl IntoView {
    let follow = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        filling.show_step_of(id);
        // Its step may have to appear first.
        request_animation_frame(move || browser::focus(id));
    };
    view! { <a href=format!("#{id}") on:click=follow>{words}</a> }
}

/// What the desk missed in the ticket that this one continues, above the form.
#[component]
pub fn Lacked(filling: Filling) -> impl IntoView {
    let items = Memo::new(move |_| {
        let asked = |item: &GuideItem| item.field().is_none_or(|field| filling.need(field) != Need::NotAsked);
        filling.kept.with(|kept| kept.missing.clone()).into_iter().filter(asked).collect::<Vec<_>>()
    });
    let line = move |item: GuideItem| {
        let id = item.field().map_or(PHOTOS, |field| field.code());
        view! { <li><FieldLink filling=filling id=id words=item_label(item, locale())/></li> }
    };
    view! {
        <Show when=move || items.with(|items| !items.is_empty())>
            <section class="banner banner--asks" aria-labelledby="lacked">
                <div>
                    <h2 class="sheet__title" id="lacked">{FormText::current().lacked()}</h2>
                    <p class="small">{FormText::current().lacked_hint()}</p>
                    <ul class="completeness__list">{move || items.get().into_iter().map(line).collect_view()}</ul>
                </div>
            </section>
        </Show>
    }
}

/// What the form lacks or could say better.
#[component]
pub fn StillMissing(filling: Filling) -> impl IntoView {
    let text = FormText::current();
    let gaps = Memo::new(move |_| {
        let meter = completeness(filling);
        let fields = meter.gaps().map(|item| (item.field.code(), label(item.field, locale())));
        let consent =
            (filling.asks_consent() && !filling.consents()).then(|| (CONSENT, text.consent_short()));
        fields.chain(consent).collect::<Vec<_>>()
    });
    move || {
        let gaps = gaps.get();
        if gaps.is_empty() {
            return view! { <p class="completeness__missing">{text.meter_full()}</p> }.into_any();
        }
        let items = gaps
            .into_iter()
            .map(|(id, words)| view! { <li><FieldLink filling=filling id=id words=words/></li> });
        view! {
            <p class="completeness__missing">{text.meter_gaps()}</p>
            <ul class="completeness__list">{items.collect_view()}</ul>
        }
        .into_any()
    }
}
