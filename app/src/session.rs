//! Who is signed in.

use std::cell::Cell;

use domain::access::Role;
use domain::api::Me;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::api::{self, ApiError};
use crate::browser;
use crate::components::{ErrorPanel, Skeleton};

/// Remembers that somebody signed in here, so that the first screen of everyone else asks nothing.
const KNOWN_DEVICE: &str = "soho.conocido";

/// What is known of who is signed in.
#[derive(Debug, Clone, PartialEq)]
pub enum SessionState {
    /// Not asked yet, or the answer travels.
    Unknown,
    /// Nobody.
    Out,
    /// This person.
    In(Me),
    /// It could not be found out.
    Failed(ApiError),
}

/// The session, from context.
#[derive(Clone, Copy)]
pub struct Session(RwSignal<SessionState>);

/// Whether some answer said that the second factor is missing, from context.
#[derive(Clone, Copy)]
struct FactorMissing(RwSignal<bool>);

thread_local! {
    /// For answers of the Worker, which know no context.
    static PROVIDED: Cell<Option<(Session, FactorMissing)>> = const { Cell::new(None) };
}

/// Makes the session known to everything below.
pub fn provide_session() {
    let session = Session(RwSignal::new(SessionState::Unknown));
    let missing = FactorMissing(RwSignal::new(false));
    provide_context(session);
    provide_context(missing);
    PROVIDED.set(Some((session, missing)));
    if browser::recall(KNOWN_DEVICE).is_some() {
        session.reload();
    }
    // As long as the portal lives. Not every network tells that it is back.
    let ask_again = move || {
        if session.0.with_untracked(|state| matches!(state, SessionState::Failed(_))) {
            session.reload();
        }
    };
    let _ = window_event_listener(leptos::ev::online, move |_| ask_again());
    let _ = window_event_listener(leptos::ev::focus, move |_| ask_again());
}

/// An answer of the Worker said so: somebody became staff meanwhile, or their factor was shown in another session.
pub fn second_factor_is_missing() {
    if let Some((session, FactorMissing(missing))) = PROVIDED.get() {
        session.reload();
        missing.set(true);
    }
}

/// Leads from wherever the second factor was found missing to where it is shown, and back.
#[component]
pub fn FactorWatch() -> impl IntoView {
    let go = use_navigate();
    let missing = use_context::<FactorMissing>();
    Effect::new(move |_| {
        let Some(FactorMissing(missing)) = missing else { return };
        if missing.get() {
            missing.set(false);
            let here = browser::here();
            if !here.starts_with(FACTOR) {
                go(&factor_path(&here), NavigateOptions::default());
            }
        }
    });
}

/// The session. Outside of the portal's tree it is one where nobody is signed in.
pub fn use_session() -> Session {
    use_context().unwrap_or_else(|| Session(RwSignal::new(SessionState::Out)))
}

impl Session {
    /// What is known, tracked.
    pub fn state(self) -> SessionState {
        self.0.get()
    }

    /// Whether somebody who was here before is still being asked for; tracked.
    pub fn is_awaited(self) -> bool {
        self.0.with(|state| matches!(state, SessionState::Unknown)) && browser::recall(KNOWN_DEVICE).is_some()
    }

    /// Whether somebody who was here before can't be asked for now: without signal they are no stranger; tracked.
    pub fn is_out_of_reach(self) -> bool {
        let away = self.0.with(|state| matches!(state, SessionState::Failed(ApiError::Offline)));
        away && browser::recall(KNOWN_DEVICE).is_some()
    }

    /// The person, tracked.
    pub fn me(self) -> Option<Me> {
        match self.0.get() {
            SessionState::In(me) => Some(me),
            _ => None,
        }
    }

    /// What is known, untracked.
    pub fn state_now(self) -> SessionState {
        self.0.get_untracked()
    }

    /// The person now, untracked.
    pub fn me_now(self) -> Option<Me> {
        match self.0.get_untracked() {
            SessionState::In(me) => Some(me),
            _ => None,
        }
    }

    /// The person's role, tracked.
    pub fn role(self) -> Option<Role> {
        self.0.with(|state| match state {
            SessionState::In(me) => Some(me.role),
            _ => None,
        })
    }

    /// Asks the Worker who is signed in.
    pub fn reload(self) {
        let before = self.0.get_untracked();
        spawn_local(async move {
            let answer = api::session().await;
            // Somebody signed in or out meanwhile: that is newer than the answer.
            if self.0.get_untracked() != before {
                return;
            }
            match answer {
                Ok(Some(me)) => self.enter(me),
                Ok(None) => self.leave(),
                Err(error) => self.0.set(SessionState::Failed(error)),
            }
        });
    }

    /// This person signed in.
    pub fn enter(self, me: Me) {
        browser::remember(KNOWN_DEVICE, "1");
        self.0.set(SessionState::In(me));
    }

    /// The person agreed to the text on personal data in force.
    pub fn agree(self) {
        self.0.update(|state| {
            if let SessionState::In(me) = state {
                me.consented = true;
            }
        });
    }

    /// Nobody is signed in any more.
    pub fn leave(self) {
        browser::forget(KNOWN_DEVICE);
        self.0.set(SessionState::Out);
    }
}

/// The address of the sign-in page that comes back to `destination`.
pub fn sign_in_path(destination: &str) -> String {
    by_way_of("/entrar", destination)
}

/// Where the second factor is shown.
const FACTOR: &str = "/segundo-factor";

/// The address of the page of the second factor that comes back to `destination`.
pub fn factor_path(destination: &str) -> String {
    by_way_of(FACTOR, destination)
}

fn by_way_of(page: &str, destination: &str) -> String {
    let encoded = String::from(js_sys::encode_uri_component(destination.trim_end_matches('?')));
    // A slash may stand in a query as it is (RFC 3986 §3.4), and reads better.
    format!("{page}?volver={}", encoded.replace("%2F", "/"))
}

/// Only a path of this portal is returned to: an address from outside could lead anywhere. Browsers read backslashes as slashes
/// and pass over line breaks and tabs, so what they make of it is asked too.
pub fn is_ours(path: &str) -> bool {
    let origin = browser::origin();
    let plain = path.starts_with('/') && !path.contains('\\') && !path.chars().any(char::is_control);
    plain && web_sys::Url::new_with_base(path, &origin).is_ok_and(|address| address.origin() == origin)
}

/// Shows its children to people who are signed in; others sign in first and come back.
#[component]
pub fn SignedIn(
    /// Only for people of SOHO; clients are sent to their tickets.
    #[prop(optional)]
    staff: bool,
    /// The page.
    children: ChildrenFn,
) -> impl IntoView {
    let session = use_session();
    let go = use_navigate();
    if session.0.with_untracked(|state| matches!(state, SessionState::Unknown)) {
        session.reload();
    }
    let leave_to =
        move |path: String| go(&path, NavigateOptions { replace: true, ..NavigateOptions::default() });
    Effect::new(move |_| match session.0.get() {
        SessionState::Out => leave_to(sign_in_path(&browser::here())),
        SessionState::In(me) if !me.factor.admits() => leave_to(factor_path(&browser::here())),
        SessionState::In(me) if staff && !me.role.is_staff() => leave_to("/mis-tickets".to_owned()),
        _ => {}
    });
    // The page outlives refreshed details of the same person.
    let admitted = Memo::new(move |_| match session.0.get() {
        SessionState::In(me) if me.factor.admits() && (!staff || me.role.is_staff()) => Admission::Welcome,
        SessionState::Failed(error) => Admission::Failed(error),
        _ => Admission::Waiting,
    });
    move || match admitted.get() {
        Admission::Welcome => children().into_any(),
        Admission::Failed(error) => {
            view! { <ErrorPanel error=error on_retry=move || session.reload()/> }.into_any()
        }
        Admission::Waiting => view! { <Skeleton/> }.into_any(),
    }
}

#[derive(Clone, PartialEq)]
enum Admission {
    Waiting,
    Welcome,
    Failed(ApiError),
}
