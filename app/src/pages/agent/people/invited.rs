//! Invitations that nobody has accepted yet: sent again, or taken back.

use domain::api::people::InvitationEntry;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wording::dates::people_instant_seen_from;

use super::standing_words;
use crate::api::{self, ApiError};
use crate::browser;
use crate::components::{ErrorPanel, toast};
use crate::locale::locale;
use crate::text::agent::people::{self as words, InvitationsText};

/// Those that are open.
#[derive(Clone, Copy)]
pub struct Waiting(RwSignal<Option<Result<Vec<InvitationEntry>, ApiError>>>);

impl Waiting {
    /// Fetches them.
    pub fn begin() -> Self {
        let waiting = Self(RwSignal::new(None));
        waiting.fetch();
        waiting
    }

    /// Fetches them anew.
    pub fn fetch(self) {
        spawn_local(async move {
            let answer = api::invitations().await;
            let _ = self.0.try_set(Some(answer));
        });
    }
}

/// The section; nothing while there are none.
#[component]
pub fn Invited(
    /// Those that are open.
    waiting: Waiting,
) -> impl IntoView {
    let say = InvitationsText::current();
    let body = move || match waiting.0.get() {
        None => None,
        Some(Err(error)) => {
            Some(view! { <ErrorPanel error=error on_retry=move |()| waiting.fetch()/> }.into_any())
        }
        Some(Ok(invitations)) if invitations.is_empty() => None,
        Some(Ok(invitations)) => {
            let one = |invitation| view! { <One invitation=invitation waiting=waiting/> };
            Some(
                view! { <ul class="roster">{invitations.into_iter().map(one).collect_view()}</ul> }
                    .into_any(),
            )
        }
    };
    move || {
        body().map(|list| {
            view! {
                <section class="stack" aria-labelledby="personas-invitadas">
                    <h2 id="personas-invitadas">{say.waiting()}</h2>
                    {list}
                </section>
            }
        })
    }
}

/// What is done about one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Deed {
    Again,
    Revoke,
}

#[component]
fn One(invitation: InvitationEntry, waiting: Waiting) -> impl IntoView {
    let say = InvitationsText::current();
    let InvitationEntry { id, email, name, standing, expires_at, .. } = invitation;
    let (id, busy) = (StoredValue::new(id), RwSignal::new(false));
    let tell = toast();
    let act = move |deed: Deed| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let id = id.get_value();
            let (answer, done) = match deed {
                Deed::Again => (api::invite_again(&id).await.map(drop), say.sent_again()),
                Deed::Revoke => (api::revoke_invitation(&id).await, say.revoked()),
            };
            let _ = busy.try_set(false);
            match answer {
                Ok(()) => tell(done),
                Err(error) => tell(&error.detail()),
            }
            waiting.fetch();
        });
    };
    let now = browser::now();
    let until = if expires_at > now {
        words::expires(&people_instant_seen_from(now, expires_at, locale()))
    } else {
        say.expired().to_owned()
    };
    let (again, revoke) = (format!("{}: {name}", say.again()), format!("{}: {name}", say.revoke()));
    view! {
        <li class="roster__entry">
            <div class="roster__who">
                <p><b>{name}</b></p>
                <p class="soft small">{email}</p>
            </div>
            <div class="roster__where small">
                <p>{standing_words(&standing)}</p>
                <p class="soft">{until}</p>
            </div>
            <div class="row">
                <button
                    class="button"
                    type="button"
                    aria-label=again
                    aria-busy=move || busy.get().then_some("true")
                    on:click=move |_| act(Deed::Again)
                >
                    {say.again()}
                </button>
                <button class="button button--quiet" type="button" aria-label=revoke on:click=move |_| act(Deed::Revoke)>
                    {say.revoke()}
                </button>
            </div>
        </li>
    }
}
