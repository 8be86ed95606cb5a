//! Going on, and sending: one ticket, however often it is tried.

use domain::api::{OpenTicket, TicketView};
use domain::guide::Field;
use domain::ticket::Relation;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::filling::Filling;
use super::steps::Step;
use crate::api::{self, ApiError};
use crate::browser;
use crate::components::{ERROR_SUMMARY, Icon, Photos, toast};
use crate::door::remember_pass;
use crate::draft::{DraftName, Writer};
use crate::intent::Intent;
use crate::outgoing::{Outgoing, use_outgoing_photos};
use crate::session::{Session, SessionState, sign_in_path, use_session};
use crate::text::FormText;

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
    outgoing: Outgoing,
    /// What was sent last, and under which key.
    intent: Intent,
    busy: RwSignal<bool>,
    /// Why the last try failed.
    pub failure: RwSignal<Option<ApiError>>,
}

impl Sending {
    /// Nothing sent yet.
    pub fn new(filling: Filling) -> Self {
        let outgoing = use_outgoing_photos();
        Self {
            filling,
            session: use_session(),
            go: StoredValue::new_local(Box::new(use_navigate()) as Navigate),
            photos: outgoing.of_form(filling.name.get_value()),
            outgoing,
            intent: Intent::begin(filling.name.get_value().intent()),
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
        }
    }

    /// The next step on a phone, or sending when there is none or the whole form is in sight.
    pub fn go_on(self) {
        let step = self.filling.step.get_untracked();
        match step.next() {
            Some(next) if browser::is_narrow() => {
                if self.filling.judge(step.fields()) {
                    self.show(next);
                } else {
                    focus_soon(ERROR_SUMMARY);
                }
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
        if self.busy.get_untracked() {
            return;
        }
        if !self.filling.judge(&Field::ALL) {
            focus_soon(ERROR_SUMMARY);
            return;
        }
        // A critical case is taken at once, and its address confirmed afterwards (R7). What continues a ticket is an
        // account's, so it asks who one is.
        let critical = self.filling.kept.with_untracked(|kept| kept.draft.impact().is_critical());
        let at_once = critical && self.filling.origin_number().is_none();
        if matches!(self.session.state_now(), SessionState::Out) && !at_once {
            self.sign_in_first();
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        let kept = self.filling.kept.get_untracked();
        let origin = self.filling.origin_number().map(|number| (Relation::Continues, number));
        let signed_in = self.session.me_now().is_some();
        let branch = kept.branch.filter(|_| signed_in || !at_once);
        let ticket = OpenTicket { draft: kept.draft, branch, origin, reserved: None };
        // What was changed since the last try is another intent; what wasn't is the same, also after a reload.
        let key = self.intent.key_for(&ticket);
        let name = self.filling.name.get_value();
        spawn_local(async move {
            let answer = api::open_ticket(&ticket, &key).await;
            // The page may have been left meanwhile; a ticket that arrived is one all the same.
            let left = self.busy.try_set(false).is_some();
            match answer {
                Ok(view) => {
                    self.filling.finish();
                    name.forget();
                    self.intent.forget();
                    self.arrived(name, &ticket, &view);
                }
                Err(error) if !left => self.failed(error),
                Err(_) => {}
            }
        });
    }

    fn arrived(self, name: DraftName, sent: &OpenTicket, view: &TicketView) {
        let number = view.summary.number;
        if view.door.is_some() {
            remember_pass(number);
        }
        Writer::remember(&sent.draft);
        let photos = self.photos;
        self.outgoing.bind(name, number);
        spawn_local(async move {
            photos.send_all(number, |_| ()).await;
        });
        self.navigate(&format!("/recibido/{}", number.digits()), true);
    }

    fn failed(self, error: ApiError) {
        if error.is_sign_in_required() {
            self.session.leave();
            self.sign_in_first();
            return;
        }
        if error.code() == "idempotency_key_reused" {
            // What was sent before did arrive. Another sending is another ticket, and the person should know.
            self.intent.forget();
        }
        let fields = error.fields();
        let target = if fields.is_empty() { FAILURE } else { ERROR_SUMMARY };
        if fields.is_empty() {
            let _ = self.failure.try_set(Some(error));
        } else {
            self.filling.refuse(fields);
        }
        focus_soon(target);
    }

    fn sign_in_first(self) {
        // So that the address is not typed again.
        self.filling.kept.with_untracked(|kept| Writer::remember(&kept.draft));
        let back = match self.filling.origin_number() {
            Some(number) => format!("/nuevo?de={}&enviar=1", number.digits()),
            None => "/nuevo?enviar=1".to_owned(),
        };
        self.navigate(&sign_in_path(&back), false);
    }

    fn navigate(self, path: &str, replace: bool) {
        let _ =
            self.go.try_with_value(|go| go(path, NavigateOptions { replace, ..NavigateOptions::default() }));
    }
}

/// The id of the banner that says why sending failed.
pub const FAILURE: &str = "sending-failure";

fn focus_soon(id: &'static str) {
    request_animation_frame(move || browser::focus(id));
}

/// The way on, always under the thumb of a phone.
#[component]
pub fn SendingBar(filling: Filling, sending: Sending) -> impl IntoView {
    let text = FormText::current();
    let last = move || filling.step.get().next().is_none();
    let back = move || filling.step.get().previous();
    let say = toast();
    view! {
        <div class="step-bar">
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
                    sending.photos.clear();
                    say(text.discarded());
                }
            >
                {text.discard()}
            </button>
        </div>
    }
}
