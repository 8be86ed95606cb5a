//! Signing in with a mailed code or its link; one returns where one was going.

mod code_form;
mod email_field;
mod link_form;

use domain::guide::{EmailAddress, Finding, FindingCode};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use wording::findings::message;

use crate::api::{self, ApiError};
use crate::asked_code::{AskedCode, CodeFor};
use crate::browser;
use crate::components::{Advice, SoonAtFirst};
use crate::draft::Writer;
use crate::locale::locale;
use crate::session::{SessionState, factor_path, is_ours, use_session};
use crate::shell::ClientShell;
use crate::text::SignInText;
use crate::verification::as_person;
use code_form::CodeForm;
pub use email_field::EmailField;
use link_form::LinkForm;

const EMAIL: &str = "email";

/// Where the address is remembered while a code is asked for.
const TYPED: &str = "soho.correo";

/// The code that was asked for.
#[derive(Clone, Copy)]
struct Asked {
    /// The address it went to and the seconds it lasts.
    sent: RwSignal<Option<(String, u32)>>,
    /// Where its person was going.
    back: StoredValue<Option<String>>,
    /// Whether the device keeps it: some private windows keep nothing.
    kept: StoredValue<bool>,
}

impl Asked {
    /// The one that is still good, by its own way back unless the address of the page has one. Then that is where its mail leads
    /// too, from whatever window.
    fn recall(back: Option<String>) -> Self {
        let known = AskedCode::recall(CodeFor::Entering);
        let back = back.filter(|path| is_ours(path));
        let known = match (known, &back) {
            (Some(code), Some(_)) => Some(code.leading_to(CodeFor::Entering, back.clone())),
            (known, _) => known,
        };
        let back = back.or_else(|| known.as_ref().and_then(|code| code.back.clone()));
        let kept = StoredValue::new(known.is_some());
        let sent = RwSignal::new(known.map(|code| {
            let left = code.seconds_left();
            (code.whose, left)
        }));
        Self { sent, back: StoredValue::new(back.filter(|path| is_ours(path))), kept }
    }

    /// It left, for this address.
    fn mailed(self, address: String, seconds: u32) {
        let back = self.back.try_get_value().flatten();
        AskedCode::remember(CodeFor::Entering, address.clone(), seconds, back);
        let _ = self.kept.try_set_value(AskedCode::is_kept(CodeFor::Entering));
        let _ = self.sent.try_set(Some((address, seconds)));
    }

    /// Another address is wanted.
    fn give_up(self) {
        AskedCode::forget(CodeFor::Entering);
        self.kept.set_value(false);
        self.sent.set(None);
    }

    /// Whether another window used it.
    fn is_used_elsewhere(self) -> bool {
        self.kept.get_value() && !AskedCode::is_kept(CodeFor::Entering)
    }

    /// Whether a ticket leaves once its person is in.
    fn is_sending(self) -> bool {
        self.back.with_value(|back| back.as_deref().is_some_and(|path| path.contains("enviar=1")))
    }
}

/// What comes before the token in the fragment of a mailed link.
const LINK: &str = "enlace=";

/// `/entrar`, with `?volver=` the path to return to, or `#enlace=` from a mail.
#[component]
pub fn SignInPage() -> impl IntoView {
    let text = SignInText::current();
    let asked = Asked::recall(use_query_map().with_untracked(|query| query.get("volver")));
    let (sent, sending) = (asked.sent, asked.is_sending());
    let link = RwSignal::new(browser::fragment().strip_prefix(LINK).map(str::to_owned));
    view! {
        <ClientShell title=text.title() narrow=true>
            <div class="stack stack--loose">
                <header class="page__head">
                    <h1>{move || {
                        if link.with(Option::is_some) {
                            text.link_title()
                        } else if sent.with(Option::is_some) {
                            text.code_title()
                        } else {
                            text.title()
                        }
                    }}</h1>
                    {move || {
                        let lead = match (link.with(Option::is_some), sending) {
                            (true, _) => text.link_lead(),
                            (false, true) => text.lead_sending(),
                            (false, false) => text.lead(),
                        };
                        let said = sending || link.with(Option::is_some) || sent.with(Option::is_none);
                        said.then(|| view! { <p class="lead">{lead}</p> })
                    }}
                </header>
                <SoonAtFirst>
                    {move || match (link.get(), sent.get()) {
                        (Some(token), _) => view! { <LinkForm token=token sending=sending link=link/> }.into_any(),
                        (None, None) => view! { <AddressForm asked=asked/> }.into_any(),
                        (None, Some((email, seconds))) => {
                            view! { <CodeForm email=email seconds=seconds asked=asked/> }.into_any()
                        }
                    }}
                </SoonAtFirst>
                <SoonAtFirst>
                    {
                        go_when_signed_in(asked);
                        hear_of_other_windows(asked);
                    }
                </SoonAtFirst>
            </div>
        </ClientShell>
    }
}

/// Whoever is signed in, now or already, goes where they were going: in one window, for what waits there is sent once.
fn go_when_signed_in(asked: Asked) {
    let session = use_session();
    let go = use_navigate();
    Effect::new(move |gone: Option<bool>| {
        if gone == Some(true) {
            return true;
        }
        if let SessionState::In(me) = session.state() {
            let elsewhere = asked.is_used_elsewhere();
            AskedCode::forget(CodeFor::Entering);
            let home = if me.role.is_staff() { "/equipo" } else { "/mis-tickets" };
            let back = asked.back.get_value().filter(|_| !elsewhere);
            let to = back.as_deref().unwrap_or(home);
            let by_way = (!me.factor.admits()).then(|| factor_path(to));
            go(
                by_way.as_deref().unwrap_or(to),
                NavigateOptions { replace: true, ..NavigateOptions::default() },
            );
            return true;
        }
        false
    });
}

/// Once another window used the code, this one asks who is signed in.
fn hear_of_other_windows(asked: Asked) {
    let session = use_session();
    let heard = window_event_listener(leptos::ev::storage, move |_| {
        if asked.is_used_elsewhere() {
            session.reload();
        }
    });
    on_cleanup(move || heard.remove());
}

/// What is wrong with an address, or what would be better.
pub(super) fn judge(email: &str) -> (Option<String>, Option<Advice>) {
    let draft = domain::guide::Draft { email: email.to_owned(), ..Default::default() };
    let findings = draft.check_field(domain::guide::Field::Email);
    let error = findings.iter().find(|finding| finding.is_error()).map(|finding| message(finding, locale()));
    let slip = |finding: &&Finding| finding.code == FindingCode::EmailTypo;
    let advice = findings.iter().find(slip).map(|finding| Advice {
        message: message(finding, locale()),
        suggestion: finding.suggestion.clone(),
    });
    (error, advice)
}

#[component]
fn AddressForm(asked: Asked) -> impl IntoView {
    let text = SignInText::current();
    // Showing that one is a person may load the page afresh.
    let typed_before = browser::recall(TYPED);
    browser::forget(TYPED);
    let email = RwSignal::new(typed_before.unwrap_or_else(|| Writer::recall().email()));
    let website = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let ask = move || {
        if busy.get_untracked() {
            return;
        }
        let written = email.get_untracked();
        let Ok(address) = EmailAddress::parse(&written) else {
            error.set(judge(&written).0);
            browser::focus(EMAIL);
            return;
        };
        error.set(None);
        busy.set(true);
        spawn_local(async move {
            let address = address.as_str().to_owned();
            browser::remember(TYPED, &address);
            let answer = as_person(|| api::ask_code(address.clone(), website.get_untracked())).await;
            browser::forget(TYPED);
            let _ = busy.try_set(false);
            match answer {
                Ok(code) => asked.mailed(address, code.expires_in),
                Err(failure) => {
                    let _ = error.try_set(Some(told(&failure)));
                }
            }
        });
    };
    // The form that is being sent has the address already. One that may be mistyped is looked at first.
    if AskedCode::take_wish() && judge(&email.get_untracked()) == (None, None) {
        ask();
    }
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        ask();
    };
    view! {
        <form class="stack" novalidate on:submit=submit>
            <SoonAtFirst>
                <EmailField id=EMAIL label=text.email() hint=text.email_hint() email=email error=error/>
            </SoonAtFirst>
            <SoonAtFirst>
                // Programs that fill in every field are told apart by this one; people, and what reads the page to them, never meet it.
                <div class="sign-in__trap" aria-hidden="true">
                    <label for="website">{text.trap()}</label>
                    <input
                        id="website"
                        name="website"
                        tabindex="-1"
                        autocomplete="off"
                        on:input=move |event| website.set(event_target_value(&event))
                    />
                </div>
                <div class="row">
                    <button class="button button--primary" type="submit" aria-busy=move || busy.get().then_some("true")>
                        {text.ask()}
                    </button>
                </div>
            </SoonAtFirst>
        </form>
    }
}

/// Title and advice of an error in one line, to stand under a field.
pub(super) fn told(error: &ApiError) -> String {
    format!("{}. {}", error.title(), error.detail())
}
