//! The second factor of SOHO's staff: set up the first time, shown every other time, looked after in between.

mod code_form;
mod codes;
mod enrol;
mod manage;
mod show;

use domain::api::Me;
use domain::second_factor::FactorState;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use self::codes::Codes;
use self::enrol::Enrol;
use self::manage::Manage;
use self::show::Show;
use crate::api::ApiError;
use crate::browser;
use crate::components::{ErrorPanel, Skeleton};
use crate::session::{SessionState, is_ours, sign_in_path, use_session};
use crate::shell::ClientShell;
use crate::text::account::FactorText;

/// Recovery codes that were just made, and whose session became a whole one with them.
#[derive(Debug, Clone, PartialEq)]
pub struct Fresh {
    codes: Vec<String>,
    me: Option<Me>,
}

/// What the page shows.
#[derive(Clone, PartialEq)]
enum Stage {
    Waiting,
    Failed(ApiError),
    Enrol,
    Ask,
    Codes(Vec<String>),
    Manage,
}

/// `/segundo-factor`, with `?volver=` the path to return to.
#[component]
pub fn SecondFactorPage() -> impl IntoView {
    let session = use_session();
    let fresh = RwSignal::new(None::<Fresh>);
    if session.state_now() == SessionState::Unknown {
        session.reload();
    }
    leave_when_done();
    let stage = Memo::new(move |_| match (fresh.get(), session.state()) {
        (Some(fresh), _) => Stage::Codes(fresh.codes),
        (None, SessionState::Failed(error)) => Stage::Failed(error),
        (None, SessionState::In(me)) => match me.factor {
            FactorState::NoneNeeded => Stage::Waiting,
            FactorState::Enrol => Stage::Enrol,
            FactorState::Ask => Stage::Ask,
            FactorState::Passed => Stage::Manage,
        },
        (None, SessionState::Unknown | SessionState::Out) => Stage::Waiting,
    });
    let kept = move || {
        if let Some(Fresh { me: Some(me), .. }) = fresh.get_untracked() {
            session.enter(me);
        }
        fresh.set(None);
    };
    view! {
        <ClientShell title=FactorText::current().title() narrow=true>
            {move || match stage.get() {
                Stage::Waiting => view! { <Skeleton/> }.into_any(),
                Stage::Failed(error) => {
                    view! { <ErrorPanel error=error on_retry=move || session.reload()/> }.into_any()
                }
                Stage::Enrol => view! { <Enrol fresh=fresh/> }.into_any(),
                Stage::Ask => view! { <Show/> }.into_any(),
                Stage::Codes(codes) => view! { <Codes codes=codes on_kept=kept/> }.into_any(),
                Stage::Manage => view! { <Manage fresh=fresh/> }.into_any(),
            }}
        </ClientShell>
    }
}

/// Whoever is wholly signed in goes where they were going; whoever came to look after their factor stays.
fn leave_when_done() {
    let back = use_query_map().with_untracked(|query| query.get("volver")).filter(|path| is_ours(path));
    let (session, go) = (use_session(), use_navigate());
    Effect::new(move |_| {
        let to = match session.state() {
            SessionState::Out => Some(sign_in_path(&browser::here())),
            SessionState::In(me) if me.factor.admits() => {
                let home = (!me.role.is_staff()).then(|| "/mis-tickets".to_owned());
                back.clone().or(home)
            }
            _ => None,
        };
        if let Some(to) = to {
            go(&to, NavigateOptions { replace: true, ..NavigateOptions::default() });
        }
    });
}

/// Title and advice of an error in one line, to stand under a field.
fn told(error: &ApiError) -> String {
    format!("{}. {}", error.title(), error.detail())
}
