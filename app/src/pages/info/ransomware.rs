//! Ransomware: what to do, and what keeps it away (R21).

use leptos::prelude::*;

use super::frame::{InfoPage, said_list};
use crate::text::info::{AFTER, BEFORE, NEVER, RansomwareText};

/// `/ransomware`.
#[component]
pub fn RansomwarePage() -> impl IntoView {
    let text = RansomwareText::current();
    view! {
        <InfoPage title=text.title() lead=text.lead()>
            <section class="sheet stack">
                <h2 class="sheet__title">{text.now_title()}</h2>
                <ol class="info-list info-list--numbered">{said_list(&AFTER)}</ol>
            </section>
            <section class="stack">
                <h2>{text.never_title()}</h2>
                <ul class="info-list">{said_list(&NEVER)}</ul>
            </section>
            <section class="stack">
                <h2>{text.before_title()}</h2>
                <ul class="info-list">{said_list(&BEFORE)}</ul>
                <p><a href="/buenas-practicas">{text.practices()}</a></p>
            </section>
            <section class="stack">
                <h2>{text.ours_title()}</h2>
                <p>{text.ours()}</p>
                <div class="row no-print">
                    <a class="button button--primary" href="/huesped">{text.stopped()}</a>
                    <a class="button" href="/comercial/installation">{text.reinstall()}</a>
                    <a class="button button--quiet" href="/comercial/virus">{text.virus()}</a>
                </div>
            </section>
        </InfoPage>
    }
}
