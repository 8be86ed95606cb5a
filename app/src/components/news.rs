//! News on this device: an offer that is made once, quietly, and the switch. The browser's own question is asked only after a
//! button was pressed.

use domain::api::push::PushFacts;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Icon, toast};
use crate::api;
use crate::news::{self, Means, Unable};
use crate::session::use_session;
use crate::text::NewsText;

/// How news stands on this device.
#[derive(Clone, Copy)]
struct News {
    /// What the Worker says, once it did.
    facts: RwSignal<Option<PushFacts>>,
    means: RwSignal<Means>,
    busy: RwSignal<bool>,
    /// What went wrong, in words.
    trouble: RwSignal<Option<&'static str>>,
}

impl News {
    /// Asks the Worker, where the browser could do anything with the answer.
    fn ask() -> Self {
        let news = Self {
            facts: RwSignal::new(None),
            means: RwSignal::new(Means::here()),
            busy: RwSignal::new(false),
            trouble: RwSignal::new(None),
        };
        spawn_local(async move {
            if let Ok(facts) = api::push_facts().await {
                let _ = news.facts.try_set(Some(facts));
            }
        });
        news
    }

    /// Whether the deployment sends news, and whether this device has it; `None` until that is known.
    fn standing(self) -> Option<(bool, bool)> {
        let facts = self.facts.get()?;
        // Whoever took the permission back in the browser's settings has none, whatever the Worker still knows.
        Some((facts.key.is_some(), facts.on && self.means.get() == Means::Ready && news::allowed()))
    }

    fn turn_on(self) {
        let Some(key) = self.facts.get_untracked().and_then(|facts| facts.key) else { return };
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.trouble.set(None);
        let (text, say) = (NewsText::current(), toast());
        spawn_local(async move {
            let kept = match news::subscribe(&key).await {
                Ok(device) => api::subscribe(&device).await.map_err(|_| Unable::Failed),
                Err(why) => Err(why),
            };
            let _ = self.busy.try_set(false);
            let _ = self.means.try_set(Means::here());
            match kept {
                Ok(facts) => {
                    say(text.turned_on());
                    let _ = self.facts.try_set(Some(facts));
                }
                Err(Unable::Denied) => {
                    let _ = self.trouble.try_set(Some(text.denied()));
                }
                Err(Unable::Failed) => {
                    let _ = self.trouble.try_set(Some(text.failed()));
                }
            }
        });
    }

    fn turn_off(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.trouble.set(None);
        let (text, say) = (NewsText::current(), toast());
        spawn_local(async move {
            let ended = api::unsubscribe().await;
            let _ = self.busy.try_set(false);
            match ended {
                Ok(()) => {
                    // What the Worker doesn't know any more is of no use to the browser.
                    news::unsubscribe().await;
                    say(text.turned_off());
                    let _ = self.facts.try_update(|facts| {
                        if let Some(facts) = facts {
                            facts.on = false;
                        }
                    });
                }
                Err(failure) => say(&failure.title()),
            }
        });
    }
}

/// Whether whoever reads has tickets of their own to hear of.
fn is_client() -> bool {
    use_session().me_now().is_some_and(|me| !me.role.is_staff())
}

/// The offer, for a page that shows somebody their ticket. It is gone once it is taken up or turned down.
#[component]
pub fn NewsOffer() -> impl IntoView {
    // Who can't have it isn't asked about.
    if !is_client() || news::declined() || matches!(Means::here(), Means::None | Means::Denied) {
        return ().into_any();
    }
    let news = News::ask();
    let closed = RwSignal::new(false);
    let wanted = move || !closed.get() && news.standing() == Some((true, false));
    view! {
        <Show when=wanted>
            <Offer news=news closed=closed/>
        </Show>
    }
    .into_any()
}

#[component]
fn Offer(news: News, closed: RwSignal<bool>) -> impl IntoView {
    let text = NewsText::current();
    let installed = move || news.means.get() != Means::OnceInstalled;
    let decline = move |_| {
        news::decline();
        closed.set(true);
    };
    view! {
        <section class="sheet stack stack--tight no-print" aria-labelledby="news-title">
            <h2 class="sheet__title" id="news-title">{text.title()}</h2>
            <p class="small">
                {move || if installed() { text.offer() } else { text.install() }} " " {text.mail()}
            </p>
            <Trouble news=news/>
            <div class="row">
                <Show when=installed>
                    <button
                        class="button"
                        type="button"
                        aria-busy=move || news.busy.get().then_some("true")
                        on:click=move |_| news.turn_on()
                    >
                        <Icon name="i-bell"/>
                        {text.on()}
                    </button>
                </Show>
                <button class="button button--quiet" type="button" on:click=decline>{text.later()}</button>
            </div>
        </section>
    }
}

/// The switch, for the page about one's devices.
#[component]
pub fn NewsSwitch() -> impl IntoView {
    if !is_client() {
        return ().into_any();
    }
    let text = NewsText::current();
    let news = News::ask();
    let state = move || {
        let (sent, on) = news.standing()?;
        let words = match news.means.get() {
            Means::OnceInstalled => text.install(),
            Means::Denied => text.denied(),
            Means::None => text.none(),
            Means::Ready if on => text.is_on(),
            Means::Ready => text.is_off(),
        };
        let turn = move |_| if on { news.turn_off() } else { news.turn_on() };
        let label = if on { text.off() } else { text.on() };
        let button = (news.means.get() == Means::Ready).then(|| {
            view! {
                <div class="row">
                    <button
                        class="button"
                        type="button"
                        aria-busy=move || news.busy.get().then_some("true")
                        on:click=turn
                    >
                        {label}
                    </button>
                </div>
            }
        });
        sent.then(|| {
            view! {
                <section class="sheet stack stack--tight" aria-labelledby="news-title">
                    <h2 class="sheet__title" id="news-title">{text.title()}</h2>
                    <p>{words}</p>
                    <p class="soft small">{text.offer()} " " {text.mail()}</p>
                    <Trouble news=news/>
                    {button}
                </section>
            }
        })
    };
    view! { {state} }.into_any()
}

#[component]
fn Trouble(news: News) -> impl IntoView {
    view! { <div role="status">{move || news.trouble.get().map(|words| view! { <p class="banner banner--asks small">{words}</p> })}</div> }
}
