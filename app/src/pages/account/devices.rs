//! Where one is signed in, and ending that where one isn't any more.

use domain::api::sessions::{OwnSession, OwnSessions};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{self, ApiError};
use crate::browser;
use crate::components::{ErrorPanel, NewsSwitch, Skeleton, toast};
use crate::locale::locale;
use crate::session::{SignedIn, use_session};
use crate::shell::ClientShell;
use crate::text::account::{DevicesText, FactorText};

const TITLE: &str = "devices-title";

/// `/dispositivos`.
#[component]
pub fn DevicesPage() -> impl IntoView {
    let text = DevicesText::current();
    view! {
        <ClientShell title=text.title() narrow=true>
            <div class="stack stack--loose">
                <header class="page__head">
                    <h1 id=TITLE tabindex="-1">{text.title()}</h1>
                    <p class="lead">{text.lead()}</p>
                </header>
                <SignedIn><NewsSwitch/><Sessions/></SignedIn>
            </div>
        </ClientShell>
    }
}

/// What was answered, and how to ask again.
#[derive(Clone, Copy)]
struct Listed {
    answer: RwSignal<Option<Result<OwnSessions, ApiError>>>,
    busy: RwSignal<bool>,
}

impl Listed {
    fn ask(self) {
        spawn_local(async move {
            let _ = self.answer.try_set(Some(api::own_sessions().await));
        });
    }

    /// Ends something and shows what is left; the focus goes to the title, since the button may be gone.
    fn after(self, ending: impl Future<Output = api::Answer<()>> + 'static, done: &'static str) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        let say = toast();
        spawn_local(async move {
            let ended = ending.await;
            let _ = self.busy.try_set(false);
            match ended {
                Ok(()) => say(done),
                Err(failure) => say(&failure.title()),
            }
            let _ = self.answer.try_set(Some(api::own_sessions().await));
            browser::focus(TITLE);
        });
    }
}

#[component]
fn Sessions() -> impl IntoView {
    let text = DevicesText::current();
    let listed = Listed { answer: RwSignal::new(None), busy: RwSignal::new(false) };
    listed.ask();
    let staff = use_session().me_now().is_some_and(|me| me.role.is_staff());
    move || match listed.answer.get() {
        None => view! { <Skeleton/> }.into_any(),
        Some(Err(error)) => view! { <ErrorPanel error=error on_retry=move || listed.ask()/> }.into_any(),
        Some(Ok(OwnSessions { sessions })) => {
            let others = sessions.iter().any(|session| !session.current);
            view! {
                <ul class="devices stack" aria-label=text.list()>
                    {sessions.into_iter().map(|session| view! { <Entry session=session listed=listed/> }).collect_view()}
                </ul>
                {if others {
                    view! {
                        <div class="row">
                            <button
                                class="button"
                                type="button"
                                aria-busy=move || listed.busy.get().then_some("true")
                                on:click=move |_| listed.after(api::end_other_sessions(), text.ended_others())
                            >
                                {text.end_others()}
                            </button>
                        </div>
                        <p class="soft small">{text.unknown()}</p>
                    }
                        .into_any()
                } else {
                    view! { <p class="soft">{text.alone()}</p> }.into_any()
                }}
                <p class="small">
                    {staff.then(|| view! { <a href="/segundo-factor">{FactorText::current().title()}</a> })}
                </p>
            }
                .into_any()
        }
    }
}

#[component]
fn Entry(session: OwnSession, listed: Listed) -> impl IntoView {
    let text = DevicesText::current();
    let name = wording::device::name(session.device, locale());
    let label = text.end_of(&name);
    let OwnSession { id, began_at, used_at, current, half, .. } = session;
    let end = move |_| {
        let id = id.clone();
        listed.after(async move { api::end_session(&id).await }, text.ended());
    };
    view! {
        <li class="sheet stack stack--tight">
            <h2 class="sheet__title">{name}</h2>
            <p>
                {current.then(|| view! { <b>{text.this_one()}</b>" " })}
                {text.standing(began_at, used_at)}
            </p>
            {half.then(|| view! { <p class="banner banner--asks small">{text.half()}</p> })}
            {(!current)
                .then(|| {
                    view! {
                        <div class="row">
                            <button class="button" type="button" aria-label=label on:click=end>{text.end()}</button>
                        </div>
                    }
                })}
        </li>
    }
}
