//! Going on, and sending: one ticket, however often it is tried.

use domain::access::Side;
use domain::api::OpenTicket;
use domain::guide::Field;
use domain::privacy::DataPolicy;
use domain::ticket::Relation;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::alike::{ALIKE, OwnCases};
use super::filling::{Elsewhere, Filling};
use super::steps::Step;
use crate::api::{self, ApiError};
use crate::asked_code::AskedCode;
use crate::browser;
use crate::components::{ERROR_SUMMARY, Icon, online, toast};
use crate::draft::Writer;
use crate::letter::{self, Held, Letter, LetterName, Sealed, State};
use crate::outbox::{Delivery, Outbox, use_outbox};
use crate::outgoing::use_outgoing_photos;
use crate::pages::client::unsent::UNSENT;
use crate::photos::Photos;
use crate::reserved::Reserved;
use crate::session::{Session, SessionState, sign_in_path, use_session};
use crate::tasks;
use crate::text::{FormText, OutboxText};

/// What changes the page.
type Navigate = Box<dyn Fn(&str, NavigateOptions)>;

/// The sending of one form.
#[derive(Clone, Copy)]
pub struct Sending {
    filling: Filling,
    session: Session,
    go: StoredValue<Navigate, LocalStorage>,
    /// Photos chosen so far; they outlive this page.
    pub photos: Photos,
    /// How many of them another application shared.
    shared: RwSignal<usize>,
    /// The writer's own open tickets.
    pub own: OwnCases,
    outbox: Outbox,
    busy: RwSignal<bool>,
    /// Why the last try failed, and what to do.
    pub failure: RwSignal<Option<(String, String)>>,
}

impl Sending {
    /// Nothing sent yet.
    pub fn new(filling: Filling) -> Self {
        let photos = use_outgoing_photos().of(filling.name);
        photos.recall();
        let shared = RwSignal::new(0);
        photos.take_shared(move |count| {
            let _ = shared.try_set(count);
        });
        Self {
            filling,
            session: use_session(),
            go: StoredValue::new_local(Box::new(use_navigate()) as Navigate),
            photos,
            shared,
            own: OwnCases::new(),
            outbox: use_outbox(),
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
        }
    }

    /// How many photos another application shared with this form, while it has any; tracked.
    pub fn shared(self) -> usize {
        if self.photos.is_empty() { 0 } else { self.shared.get() }
    }

    /// The next step on a phone, or sending when there is none or the whole form is in sight.
    pub fn go_on(self) {
        match untrack(|| self.filling.next_step()) {
            Some(next) if browser::is_narrow() => {
                let step = self.filling.step.get_untracked();
                // That the touch was felt is painted before the work.
                browser::after_paint(move || {
                    // Within that frame it may have been pressed twice, or the page left.
                    if self.filling.step.try_get_untracked() != Some(step) {
                        return;
                    }
                    if self.filling.judge_step() {
                        self.show(next);
                    } else {
                        focus_soon(ERROR_SUMMARY);
                    }
                });
            }
            _ => self.send(),
        }
    }

    fn show(self, step: Step) {
        self.filling.step.set(step);
        request_animation_frame(move || {
            browser::scroll_to_top();
            browser::focus(step.heading());
        });
    }

    /// Checks everything and sends. People who are not signed in do that on the way, and come back to send.
    pub fn send(self) {
        if self.busy.get_untracked() || self.is_over_elsewhere() {
            return;
        }
        self.own.held_back.set(false);
        // That the touch was felt is painted before the work.
        self.busy.set(true);
        browser::after_paint(move || {
            // The page may have been left within that frame.
            if self.busy.try_get_untracked() == Some(true) && self.seal().is_none() {
                let _ = self.busy.try_set(false);
            }
        });
    }

    /// Sends what its person comes back to send, now that it is known who they are; unless it is likely a case of theirs that is
    /// open: then they decide. A critical one waits for nothing.
    pub fn send_on_return(self) {
        if self.filling.critical.get_untracked() {
            return self.send();
        }
        self.busy.set(true);
        let draft = self.filling.kept.with_untracked(|kept| kept.draft.clone());
        spawn_local(async move {
            let alike = self.own.hold(&draft).await;
            // The page may have been left meanwhile.
            if self.busy.try_set(false).is_some() {
                return;
            }
            let client = self.session.me_now().is_some_and(|me| me.role.side() == Side::Client);
            if !alike || !client {
                return self.send();
            }
            self.own.held_back.set(true);
            self.filling.step.set(Step::Who);
            focus_soon(ALIKE);
        });
    }

    /// Nothing if there is something to mend, or to prove, first.
    fn seal(self) -> Option<()> {
        let (complete, agreed) = (self.filling.judge(&Field::ALL), self.filling.judge_consent());
        if !complete || !agreed {
            focus_soon(ERROR_SUMMARY);
            return None;
        }
        // A critical case is taken at once, and its address confirmed afterwards (R7). What continues a ticket is an
        // account's, so it asks who one is.
        // As the draft says it now: what is drawn may be a frame behind it.
        let critical = self.filling.kept.with_untracked(|kept| kept.draft.impact().is_critical());
        let at_once = critical && self.filling.origin_number().is_none();
        let out = matches!(self.session.state_now(), SessionState::Out);
        if out && !at_once && browser::is_online() {
            self.sign_in_first();
            return None;
        }
        let kept = self.filling.kept.get_untracked();
        let origin = self.filling.origin_number().map(|number| (Relation::Continues, number));
        let by = self.session.me_now().map(|me| (me.account, me.name));
        let branch = kept.branch.filter(|_| by.is_some() || !at_once);
        // Also of whoever agreed meanwhile: the same sending stays the same after a reload.
        let consent = kept.consent.filter(|version| version == DataPolicy::SOHO.version);
        // What is written of a critical case refers to the call about it (R13).
        let reserved = critical.then(|| Reserved::of_letter(self.filling.name)).flatten();
        let (reserved, key) = reserved.unzip();
        let reserved_with = key.map(|key| key.as_str().to_owned());
        let ticket = OpenTicket { draft: kept.draft, branch, origin, reserved, reserved_with, consent };
        let body = api::seal(&ticket)?;
        self.failure.set(None);
        self.filling.seal();
        let state = State::Waiting(Sealed::new(api::TICKETS.to_owned(), body, by));
        let letter = Letter { state, ..self.filling.letter() };
        spawn_local(async move {
            // It is safe on the device before it leaves, whatever becomes of signal, page and tab.
            letter::keep_now(&letter).await;
            self.deliver().await;
        });
        Some(())
    }

    /// Another window sent it, or it is no longer kept: that is said first. What only went is sent when it is asked once more,
    /// for there is no telling whether it arrived.
    fn is_over_elsewhere(self) -> bool {
        let text = OutboxText::current();
        let detail = match self.filling.elsewhere.get_untracked() {
            Some(Elsewhere::Sent) => text.sent_elsewhere(),
            Some(Elsewhere::Gone) => {
                self.filling.elsewhere.set(None);
                text.gone_elsewhere()
            }
            _ => return false,
        };
        self.failure.set(Some((text.over_elsewhere().to_owned(), detail.to_owned())));
        focus_soon(FAILURE);
        true
    }

    /// Sends what is sealed, and goes where its person learns what became of it.
    pub async fn deliver(self) {
        let name = self.filling.name;
        let delivery = self.outbox.deliver_in_sight(name, true, &self.way_back()).await;
        // The page may have been left meanwhile; a ticket that arrived is one all the same.
        let left = self.busy.try_set(false).is_some();
        match delivery {
            Delivery::Arrived(view) => {
                let number = view.summary.number;
                spawn_local(self.outbox.send_photos(number));
                self.navigate(&format!("/recibido/{}", number.digits()), true);
            }
            Delivery::Waits(Held::SignIn) if !left => {
                self.session.leave();
                self.take_back().await;
                self.sign_in_first();
            }
            Delivery::Returned(error) if !left => {
                self.filling.unseal();
                self.failed(error);
            }
            Delivery::Waits(_) | Delivery::Nothing | Delivery::Received(_) if !left => {
                self.navigate(UNSENT, true);
            }
            _ => {}
        }
    }

    /// What was turned away never arrived: until its person is known it is a draft, which nothing sends by itself.
    async fn take_back(self) {
        let found = letter::read(self.filling.name).await;
        if let Some(Letter { state: State::Waiting(Sealed { tried: false, .. }), .. }) = found {
            letter::keep(self.filling.letter());
        }
    }

    fn failed(self, error: ApiError) {
        if let Some(words) = error.member("/consent") {
            self.filling.refuse_consent(words);
            focus_soon(ERROR_SUMMARY);
            return;
        }
        let fields = error.fields();
        let target = if fields.is_empty() { FAILURE } else { ERROR_SUMMARY };
        if fields.is_empty() {
            let _ = self.failure.try_set(Some((error.title(), error.detail())));
        } else {
            self.filling.refuse(fields);
        }
        focus_soon(target);
    }

    fn sign_in_first(self) {
        // So that the address is not typed again.
        self.filling.kept.with_untracked(|kept| {
            Writer::remember(&kept.draft);
            AskedCode::wish(kept.draft.email.trim());
        });
        self.navigate(&sign_in_path(&self.way_back()), false);
    }

    /// Where whoever had to go elsewhere first comes back to send.
    fn way_back(self) -> String {
        format!("{}&enviar=1", address(self.filling.name))
    }

    fn navigate(self, path: &str, replace: bool) {
        let _ =
            self.go.try_with_value(|go| go(path, NavigateOptions { replace, ..NavigateOptions::default() }));
    }
}

/// Where a form is written on.
pub fn address(name: LetterName) -> String {
    match name {
        LetterName::Continuing(number) => format!("/nuevo?de={}", number.digits()),
        _ => format!("/nuevo?borrador={}", name.text()),
    }
}

/// The id of the banner that says why sending failed.
pub const FAILURE: &str = "sending-failure";

fn focus_soon(id: &'static str) {
    // On the way back from signing in the form is still being built.
    tasks::at_last(move || request_animation_frame(move || browser::focus(id)));
}

/// The way on, always under the thumb of a phone.
#[allow(clippy::large_types_passed_by_value, reason = "signals are handles, and a view keeps its own")]
#[component]
pub fn SendingBar(filling: Filling, sending: Sending) -> impl IntoView {
    let text = FormText::current();
    let last = move || filling.next_step().is_none();
    let back = move || filling.step.get().previous(filling.critical.get());
    let say = toast();
    let online = online();
    view! {
        <div class="step-bar">
            // At the foot of a long page the note at its head is out of sight.
            <p class="step-bar__note small" class:only-desk=move || !last() role="status">
                {move || (!online.get()).then(|| text.offline())}
            </p>
            {move || {
                back()
                    .map(|step| {
                        view! {
                            <button class="button only-phone" type="button" on:click=move |_| sending.show(step)>
                                {text.previous()}
                            </button>
                        }
                    })
            }}
            <button
                class="button button--primary only-phone"
                type="submit"
                aria-busy=move || sending.busy.get().then_some("true")
            >
                {move || if last() { text.send() } else { text.next() }}
            </button>
            <button
                class="button button--primary only-desk"
                type="submit"
                aria-busy=move || sending.busy.get().then_some("true")
            >
                <Icon name="i-send"/>
                {text.send()}
            </button>
            <button
                class="button button--quiet only-desk"
                type="button"
                on:click=move |_| {
                    filling.discard();
                    sending.photos.discard();
                    say(text.discarded());
                }
            >
                {text.discard()}
            </button>
        </div>
    }
}
