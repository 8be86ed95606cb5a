//! One's own data (Ley 1581 de 2012): what is kept and what for, the consent given, a copy, questions about it, and its end.

mod address;
mod asking;
mod consent;
mod erasing;

use domain::access::Door;
use domain::api::Me;
use domain::privacy::{DataPolicy, Purpose};
use leptos::prelude::*;
use wording::contact;

use self::address::Address;
use self::asking::Asking;
use self::consent::Consent;
use self::erasing::Erasing;
use crate::api;
use crate::components::Icon;
use crate::locale::locale;
use crate::session::{SignedIn, use_session};
use crate::shell::ClientShell;
use crate::text::MyDataText;

/// `/mis-datos`.
#[component]
pub fn MyDataPage() -> impl IntoView {
    let text = MyDataText::current();
    view! {
        <ClientShell title=text.title() narrow=true>
            <div class="stack stack--loose">
                <header class="page__head">
                    <h1>{text.title()}</h1>
                    <p class="lead">{text.lead()}</p>
                </header>
                <SignedIn><Sections/></SignedIn>
            </div>
        </ClientShell>
    }
}

#[component]
fn Sections() -> impl IntoView {
    let session = use_session();
    let Some(me) = session.me_now() else { return ().into_any() };
    let erasable = Door::Hotel.admits(Some(me.role));
    let last = if erasable {
        view! { <Erasing/> }.into_any()
    } else {
        view! { <p class="soft small">{MyDataText::current().staff()}</p> }.into_any()
    };
    // The address may change while the page is looked at.
    let known = move || session.me().map(|me| view! { <Known me=me/> });
    view! {
        {known}
        <Address/>
        <Consent/>
        <Copy/>
        <Asking/>
        {last}
    }
    .into_any()
}

/// What is known of the person, and what it is used for.
#[component]
fn Known(me: Me) -> impl IntoView {
    let text = MyDataText::current();
    let fact = |name: &'static str, value: String| {
        let value = if value.is_empty() { text.not_told().to_owned() } else { value };
        view! { <div><dt>{name}</dt><dd>{value}</dd></div> }
    };
    let purposes =
        Purpose::ALL.map(|purpose| view! { <li>{wording::privacy::purpose(purpose, locale())}</li> });
    view! {
        <section class="sheet stack">
            <h2 class="sheet__title">{text.known()}</h2>
            <dl class="facts">
                {fact(text.name(), me.name)}
                {fact(text.email(), me.email)}
                {fact(text.phone(), me.phone.as_deref().map(contact::phone).unwrap_or_default())}
                {fact(text.hotel(), me.company.map(|(_, name)| name).unwrap_or_default())}
            </dl>
            <p class="soft small">{text.wrong()}</p>
            <p><a href="/dispositivos">{text.devices()}</a></p>
            <h3>{text.used_for()}</h3>
            <div class="prose"><ul>{purposes.collect_view()}</ul></div>
            <p class="soft small">
                {text.photos(&DataPolicy::SOHO)}" "<a href="/privacidad">{text.whole_text()}</a>
            </p>
        </section>
    }
}

/// The copy: the session's own, so the browser can fetch it as a file.
#[component]
fn Copy() -> impl IntoView {
    let text = MyDataText::current();
    view! {
        <section class="sheet stack">
            <h2 class="sheet__title">{text.copy()}</h2>
            <p>{text.copy_text()}</p>
            <div class="row">
                <a class="button" href=api::my_data_url() download="" rel="external">
                    <Icon name="i-note"/>
                    {text.copy_get()}
                </a>
            </div>
        </section>
    }
}
