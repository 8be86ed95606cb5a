//! The guide itself, field by field, from the same words as the form (R3, R21).

use domain::guide::{Field, GuideItem, Need, need};
use domain::scope::Kind;
use leptos::prelude::*;
use wording::findings::{example, hint, item_hint, item_label, label};
use wording::scope::kind_title;

use super::frame::{InfoPage, PrintButton};
use crate::components::Icon;
use crate::locale::locale;
use crate::text::SharedText;
use crate::text::info::HelpText;

/// `/guia`.
#[component]
pub fn GuidePage() -> impl IntoView {
    let text = HelpText::current();
    let items = GuideItem::ALL.map(|item| view! { <Item item=item/> });
    let questions = [Field::SystemStopped, Field::GuestWaiting].map(|field| {
        view! { <li>{label(field, locale())}" "<span class="soft">{hint(field, locale())}</span></li> }
    });
    view! {
        <InfoPage title=text.guide_title() lead=text.guide_lead()>
            <ol class="info-list">{items.collect_view()}</ol>
            <section class="prose">
                <h2>{text.critical_title()}</h2>
                <p>{text.critical()}</p>
                <ul>{questions.collect_view()}</ul>
                <h2>{text.gaps_title()}</h2>
                <p>{text.gaps()}</p>
            </section>
            <div class="row no-print">
                <a class="button button--primary" href="/">{text.start()}<Icon name="i-arrow"/></a>
                <PrintButton words=text.print()/>
            </div>
        </InfoPage>
    }
}

#[component]
fn Item(item: GuideItem) -> impl IntoView {
    let text = HelpText::current();
    let field = item.field();
    let when = match field {
        None => text.photos_when(),
        Some(field) if need(None, field) == Need::Compulsory => text.compulsory(),
        Some(_) => text.optional(),
    };
    let spared: Vec<&str> = Kind::ALL
        .into_iter()
        .filter(|kind| field.is_some_and(|field| need(Some(*kind), field) == Need::NotAsked))
        .map(|kind| kind_title(kind, locale()))
        .collect();
    let kinds = (field == Some(Field::Kind)).then(|| {
        let kinds = Kind::ALL.map(|kind| view! { <li>{kind_title(kind, locale())}</li> });
        view! { <div class="prose small"><p>{text.kinds()}</p><ul>{kinds.collect_view()}</ul></div> }
    });
    let example = field.and_then(|field| example(field, locale()));
    view! {
        <li class="info-list__item">
            <h2 class="info-list__title">
                {item_label(item, locale())}" "<span class="field__optional">"("{when}")"</span>
            </h2>
            <p>{item_hint(item, locale())}</p>
            {example
                .map(|example| {
                    view! { <p class="field__example">{SharedText::current().example()}" "<b>{example}</b></p> }
                })}
            {kinds}
            {(!spared.is_empty())
                .then(|| view! { <p class="small soft">{text.not_asked()}" "{spared.join(" · ")}"."</p> })}
        </li>
    }
}
