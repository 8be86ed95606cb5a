//! Handing the ticket over to a colleague: a link as a code to scan, to copy or to share, and the links made before.

use domain::api::door::{LINK_HOURS, Link, MOST_LINK_HOURS};
use domain::ticket::CommandKind;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::case::Case;
use crate::api::{self, IdempotencyKey};
use crate::browser;
use crate::components::{Icon, Qr, toast};
use crate::text::DoorText;

const LASTS: &str = "entrega-dura";
/// The id of the link that was just made.
const MADE: &str = "entrega-hecha";

/// A sheet that opens on demand.
#[component]
pub fn HandOver(case: Case) -> impl IntoView {
    let allowed = Memo::new(move |_| case.allows(CommandKind::ShareTicket));
    view! {
        <Show when=move || allowed.get()>
            <Sheet case=case/>
        </Show>
    }
}

#[component]
fn Sheet(case: Case) -> impl IntoView {
    let text = DoorText::current();
    let number = case.number;
    let hours = RwSignal::new(LINK_HOURS);
    let made = RwSignal::new(None::<(String, Link)>);
    let links = RwSignal::new(Vec::<Link>::new());
    let error = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let key = StoredValue::new(IdempotencyKey::fresh());
    let say = toast();
    let fetch = move || {
        spawn_local(async move {
            if let Ok(answer) = api::links(number).await {
                let _ = links.try_set(answer.links);
            }
        });
    };
    let make = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        error.set(None);
        spawn_local(async move {
            let answer = api::make_link(number, hours.get_untracked(), &key.get_value()).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(answer) => {
                    let _ = key.try_set_value(IdempotencyKey::fresh());
                    let address =
                        format!("{}/entrega/{}#{}", browser::origin(), number.digits(), answer.secret);
                    let _ = made.try_set(Some((address, answer.link)));
                    // Two colleagues stand there with their telephones: the code to scan is what both look for.
                    request_animation_frame(|| browser::bring_in_sight(MADE));
                    fetch();
                    case.refresh();
                }
                Err(failure) => {
                    let _ = error.try_set(Some(format!("{}. {}", failure.title(), failure.detail())));
                }
            }
        });
    };
    let take_back = move |link: Link| {
        spawn_local(async move {
            match api::revoke_link(number, &link.id).await {
                Ok(()) => {
                    say(text.revoked());
                    let same = |(_, shown): &(String, Link)| shown.id == link.id;
                    if made.with_untracked(|made| made.as_ref().is_some_and(same)) {
                        made.set(None);
                    }
                    fetch();
                    case.refresh();
                }
                Err(failure) => say(&failure.title()),
            }
        });
    };
    let option = move |value: u32, words: &'static str| {
        view! { <option value=value.to_string() selected=move || hours.get() == value>{words}</option> }
    };
    let choose = move |event| {
        if let Ok(chosen) = event_target_value(&event).parse() {
            hours.set(chosen);
            // Another length is another link.
            key.set_value(IdempotencyKey::fresh());
        }
    };
    view! {
        <details class="fold sheet no-print" on:toggle=move |_| fetch()>
            <summary>{text.hand_over()}</summary>
            <div class="fold__body stack">
                <p class="soft">{text.hand_over_text()}</p>
                <div class="field">
                    <label class="field__label" for=LASTS>{text.lasts()}</label>
                    <select class="input" id=LASTS on:change=choose>
                        {option(LINK_HOURS, text.night())}
                        {option(48, text.two_days())}
                        {option(MOST_LINK_HOURS, text.week())}
                    </select>
                </div>
                <div class="row">
                    <button
                        class="button button--primary"
                        type="button"
                        aria-busy=move || busy.get().then_some("true")
                        on:click=make
                    >
                        {text.make()}
                    </button>
                </div>
                <div aria-live="polite">
                    {move || error.get().map(|error| view! { <p class="field__error">{error}</p> })}
                    {move || made.get().map(|(address, link)| view! { <Made address=address link=link/> })}
                </div>
                <Show when=move || links.with(|links| links.iter().any(is_live))>
                    <h3>{text.made_links()}</h3>
                    <Lines links=Signal::derive(move || some(links, is_live)) on_revoke=take_back/>
                </Show>
                // What no longer opens anything is kept out of the way of what does.
                <Show when=move || links.with(|links| !links.iter().all(is_live))>
                    <details class="fold">
                        <summary>{move || text.ended_links(some(links, is_ended).len())}</summary>
                        <div class="fold__body">
                            <Lines links=Signal::derive(move || some(links, is_ended)) on_revoke=take_back/>
                        </div>
                    </details>
                </Show>
            </div>
        </details>
    }
}

/// The link that was just made: its secret is shown this once.
#[component]
fn Made(address: String, link: Link) -> impl IntoView {
    let text = DoorText::current();
    let say = toast();
    let copied = address.clone();
    let copy = move |_| {
        browser::copy(&copied);
        say(text.copied());
    };
    let shared = address.clone();
    let share = browser::can_share().then(|| {
        view! {
            <button class="button" type="button" on:click=move |_| browser::share(&shared)>
                {text.share()}
            </button>
        }
    });
    view! {
        <div class="stack" id=MADE>
            <Qr text=address.clone() label=text.qr_label()/>
            <p class="soft small">{text.scan()}" "{text.until(link.until)}</p>
            <p class="small hand-over-address">{address}</p>
            <div class="row">
                <button class="button" type="button" on:click=copy>{text.copy()}</button>
                {share}
            </div>
        </div>
    }
}

fn is_live(link: &Link) -> bool {
    link.revoked_at.is_none() && link.until > browser::now()
}

fn is_ended(link: &Link) -> bool {
    !is_live(link)
}

fn some(links: RwSignal<Vec<Link>>, which: fn(&Link) -> bool) -> Vec<Link> {
    links.with(|links| links.iter().filter(|link| which(link)).cloned().collect())
}

#[component]
fn Lines(links: Signal<Vec<Link>>, on_revoke: impl Fn(Link) + Copy + Send + Sync + 'static) -> impl IntoView {
    view! {
        <ul class="stack stack--tight hand-over-links">
            <For each=move || links.get() key=|link| (link.id.clone(), link.uses, link.revoked_at) let(link)>
                <LinkLine link=link on_revoke=on_revoke/>
            </For>
        </ul>
    }
}

#[component]
fn LinkLine(link: Link, on_revoke: impl Fn(Link) + Copy + Send + Sync + 'static) -> impl IntoView {
    let text = DoorText::current();
    let used = link.last_used_at.map_or_else(
        || text.unused().to_owned(),
        |at| text.used(link.last_name.as_deref().unwrap_or_default(), at),
    );
    let stands = match link.revoked_at {
        Some(_) => text.was_revoked().to_owned(),
        None if is_live(&link) => text.until(link.until),
        None => text.ended(link.until),
    };
    let button = is_live(&link).then(|| {
        let link = link.clone();
        view! {
            <button class="button button--quiet" type="button" on:click=move |_| on_revoke(link.clone())>
                <Icon name="i-close"/>
                {text.revoke()}
            </button>
        }
    });
    view! { <li class="row row--apart"><span class="small">{stands}" "<span class="soft">{used}</span></span>{button}</li> }
}
