//! The frame of the client's pages: bar, main, footer.

use domain::access::Role;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

use crate::browser;
use crate::components::{Icon, Soon, SoonAtFirst, online, toast};
use crate::draft;
use crate::locale::{LocaleSwitch, locale, other};
use crate::session::{SessionState, sign_in_path, use_session};
use crate::sign_out::use_sign_out;
use crate::tasks;
use crate::text::SharedText;

/// Where the skip link leads and where the focus goes after a change of page.
const MAIN: &str = "contenido";

/// Frames a client's page. `hero` stands between bar and main, on the night.
#[component]
pub fn ClientShell(
    /// The window's title; empty for the start page.
    #[prop(into)]
    title: String,
    /// Whether the page is one narrow column.
    #[prop(optional)]
    narrow: bool,
    /// Whether it only stands in for a page on its way: that one titles the window and takes the focus.
    #[prop(optional)]
    passing: bool,
    /// What stands on the night under the bar.
    #[prop(optional, into)]
    hero: Option<AnyView>,
    /// The page.
    children: Children,
) -> impl IntoView {
    if !passing {
        enter_page(&title);
    }
    let text = SharedText::current();
    // Later ones come with their bar: without it the page would begin higher up, and move.
    let first = browser::has_skeleton();
    let page = if narrow { "page page--narrow" } else { "page" };
    view! {
        <div class="shell shell--client">
            <a class="skip-link" href=format!("#{MAIN}")>{text.skip()}</a>
            {if first { view! { <Soon><TopBar/></Soon> }.into_any() } else { view! { <TopBar/> }.into_any() }}
            <main class="shell__main" id=MAIN tabindex="-1">
                {hero}
                <div class="arcade" aria-hidden="true"></div>
                <SoonAtFirst>
                    <OfflineNote/>
                </SoonAtFirst>
                <div class=page><SoonAtFirst>{in_sight(children)}</SoonAtFirst></div>
            </main>
            <Soon>
                <Footer/>
            </Soon>
        </div>
    }
}

/// The page itself; from here on it is in sight, and grows.
fn in_sight(children: Children) -> AnyView {
    if browser::has_skeleton() {
        tasks::soon(browser::remove_skeleton);
    }
    children()
}

/// Titles the window and starts the page at its top, for readers of the screen too. The first page of a visit is left
/// alone: the browser announces it itself.
pub fn enter_page(title: &str) {
    thread_local! {
        static FIRST: std::cell::Cell<bool> = const { std::cell::Cell::new(true) };
    }
    browser::set_title(title);
    if !FIRST.replace(false) {
        request_animation_frame(|| {
            browser::focus_in_place(MAIN);
            browser::scroll_to_top();
        });
    }
}

#[component]
fn TopBar() -> impl IntoView {
    let text = SharedText::current();
    let session = use_session();
    let path = use_location().pathname;
    let link = move |href: &'static str, words: &'static str| {
        let current = move || path.with(|path| path == href).then_some("page");
        view! { <a class="top-bar__link" href=href aria-current=current>{words}</a> }
    };
    view! {
        <header class="top-bar">
            <div class="top-bar__inner">
                <a class="brand" href="/">
                    <svg class="brand__mark" viewBox="0 0 40 48" aria-hidden="true"><use href="#d-mark"/></svg>
                    <span class="brand__name">"Soporte "<b>"SOHO"</b></span>
                </a>
                <nav class="top-bar__nav" aria-label=text.nav_label()>
                    {link("/mis-tickets", text.nav_tickets())}
                    {link("/ayuda", text.nav_help())}
                    // Has its room until it is known who is here, so that the others stay where they are.
                    <span class:is-awaited=move || session.is_awaited()>
                        {move || {
                            let may_be =
                                session.role().is_some() || session.is_awaited() || session.is_out_of_reach();
                            may_be.then(|| link("/mis-datos", text.nav_data()))
                        }}
                    </span>
                    {move || {
                        session.role().is_some_and(Role::is_staff).then(|| link("/equipo", text.nav_team()))
                    }}
                </nav>
                <div class="top-bar__tools">
                    <SoonAtFirst><Account/></SoonAtFirst>
                </div>
            </div>
        </header>
    }
}

#[component]
fn Account() -> impl IntoView {
    let text = SharedText::current();
    let session = use_session();
    let sign_out = use_sign_out();
    let go = use_navigate();
    let say = toast();
    let here = use_location();
    let warned = StoredValue::new(false);
    let leave = move |_| {
        // What was sent and has not arrived would go with the rest of the person's: that is said first.
        if draft::is_sent() && !warned.get_value() {
            warned.set_value(true);
            say(text.sign_out_unsent());
            return;
        }
        let go = go.clone();
        spawn_local(async move {
            match sign_out.run().await {
                Ok(()) => {
                    say(text.signed_out());
                    go("/", NavigateOptions::default());
                }
                Err(error) => say(&error.title()),
            }
        });
    };
    move || {
        if let SessionState::In(_) = session.state() {
            return view! {
                <a class="button button--quiet only-phone" href="/mis-tickets">{text.nav_tickets()}</a>
                <button class="button button--quiet" type="button" aria-label=text.sign_out() on:click=leave.clone()>
                    <span class="only-desk">{text.sign_out()}</span>
                    <Icon name="i-exit"/>
                </button>
            }
            .into_any();
        }
        if session.is_out_of_reach() {
            return view! { <a class="button button--quiet only-phone" href="/mis-tickets">{text.nav_tickets()}</a> }
                .into_any();
        }
        // Whoever was here before is asked for: what would be offered to a stranger would only be taken away again. What they
        // will most likely be offered has its room.
        if session.is_awaited() {
            return view! {
                <span class="button button--quiet only-phone is-awaited">{text.nav_tickets()}</span>
                <span class="button button--quiet is-awaited">
                    <span class="only-desk">{text.sign_out()}</span>
                    <Icon name="i-exit"/>
                </span>
            }
            .into_any();
        }
        // From a page of one's own one comes back to it; from the start one goes on to one's tickets.
        let back = match here.pathname.get().as_str() {
            "/" | "/entrar" => "/entrar".to_owned(),
            path => sign_in_path(path),
        };
        view! { <a class="button button--quiet" href=back>{text.sign_in()}</a> }.into_any()
    }
}

#[component]
fn OfflineNote() -> impl IntoView {
    let online = online();
    view! {
        <div class="offline-note" role="status">
            {move || {
                (!online.get())
                    .then(|| {
                        view! {
                            <p class="banner banner--asks">
                                <Icon name="i-offline"/>
                                {SharedText::current().offline_note()}
                            </p>
                        }
                    })
            }}
        </div>
    }
}

#[component]
fn Footer() -> impl IntoView {
    let text = SharedText::current();
    let (switch, session) = (use_context::<LocaleSwitch>(), use_session());
    let tag = if locale() == crate::locale::Locale::Es { "en" } else { "es" };
    let change = move |_| {
        if let Some(switch) = switch {
            switch.set(other());
        }
    };
    view! {
        <footer class="site-footer">
            <div class="site-footer__inner">
                <p>{text.footer_line()}</p>
                <div class="site-footer__links">
                    <a href="/ayuda">{text.nav_help()}</a>
                    <a href="/condiciones">{text.nav_conditions()}</a>
                    <a href="/privacidad">{text.nav_privacy()}</a>
                    <a href="/mis-datos">{text.nav_data()}</a>
                    {move || session.role().map(|_| view! { <a href="/dispositivos">{text.nav_devices()}</a> })}
                    <button class="button button--quiet" type="button" lang=tag on:click=change>
                        {text.other_language()}
                    </button>
                </div>
            </div>
        </footer>
    }
}
