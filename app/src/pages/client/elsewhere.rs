//! A request that is not support: why, and a kind hand-over to the commercial area (R2, R20).

use domain::policy::SupportPolicy;
use domain::scope::OutOfScope;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_params_map;
use wording::scope::{hand_over, out_of_scope_reason, out_of_scope_title};

use super::NotFoundPage;
use crate::api;
use crate::components::Icon;
use crate::desk::use_desk;
use crate::locale::locale;
use crate::session::use_session;
use crate::shell::ClientShell;
use crate::text::StartText;

/// `/comercial/:area`.
#[component]
pub fn ElsewherePage() -> impl IntoView {
    let area = use_params_map().with_untracked(|params| params.get("area"));
    match area.as_deref().and_then(OutOfScope::parse) {
        Some(area) => view! { <HandOverPage area=area/> }.into_any(),
        None => view! { <NotFoundPage/> }.into_any(),
    }
}

#[component]
fn HandOverPage(area: OutOfScope) -> impl IntoView {
    let text = StartText::current();
    let policy = SupportPolicy::SOHO;
    let title = out_of_scope_title(area, locale());
    let session = use_session();
    let message = move || {
        let me = session.me();
        let name = me.as_ref().map(|me| me.name.clone()).unwrap_or_default();
        let hotel = me.and_then(|me| me.company).map(|(_, hotel)| hotel).unwrap_or_default();
        text.commercial_message(title, &name, &hotel)
    };
    let mail = move || {
        let (subject, body) = message();
        format!("mailto:{}?subject={}&body={}", policy.commercial_mail, encoded(&subject), encoded(&body))
    };
    let desk = use_desk();
    let number = Memo::new(move |_| desk.commercial_chat());
    let chat = move || {
        // Without a number WhatsApp asks whom to send the message to.
        let number = number.get().unwrap_or_default();
        format!("https://wa.me/{}?text={}", number.trim_start_matches('+'), encoded(&message().1))
    };
    // Until it is known there is nothing to explain.
    let unknown = move || desk.is_known() && number.with(Option::is_none);
    // Counted once a visit, whichever way is taken; nobody waits for it, and a lost count is no one's problem.
    let counted = StoredValue::new(false);
    let count = move |_| {
        if !counted.get_value() {
            counted.set_value(true);
            spawn_local(async move {
                let _ = api::hand_over(area).await;
            });
        }
    };
    view! {
        <ClientShell title=title narrow=true>
            <div class="stack stack--loose">
                <header class="page__head">
                    <a class="crumb" href="/">{text.back()}</a>
                    <h1>{title}</h1>
                </header>
                <section class="sheet stack">
                    <h2 class="sheet__title">{text.why()}</h2>
                    <p>{out_of_scope_reason(area, locale())}</p>
                    <p>{hand_over(policy.commercial_mail, locale())}</p>
                    <div class="row">
                        <a class="button button--primary" href=mail on:click=count>
                            <Icon name="i-mail"/>
                            {text.write_mail()}
                        </a>
                        <a class="button" href=chat target="_blank" rel="noopener" on:click=count>
                            <Icon name="i-chat"/>
                            {move || if number.with(Option::is_some) { text.write_chat() } else { text.prepare_chat() }}
                        </a>
                        <a class="button" href=policy.commercial_site target="_blank" rel="noopener" on:click=count>
                            <Icon name="i-chat"/>
                            {text.site_chat()}
                        </a>
                    </div>
                    <p class="small soft">
                        {text.mail_note()}
                        {move || unknown().then(|| format!(" {}", text.chat_note()))}
                    </p>
                </section>
                <p><a href="/">{text.is_a_fault()}</a></p>
            </div>
        </ClientShell>
    }
}

fn encoded(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}
