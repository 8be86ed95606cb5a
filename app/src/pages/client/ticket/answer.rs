//! An answer being written: a letter on the device until it arrived; its photos outlive the page.

use domain::ticket::Act;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::case::Case;
use crate::api;
use crate::browser;
use crate::letter::{self, Held, Letter, LetterName, Looks, Sealed, State};
use crate::outbox::{Delivery, Outbox, use_outbox};
use crate::outgoing::use_outgoing_photos;
use crate::photos::Photos;
use crate::session::{Session, use_session};
use crate::text::{OutboxText, TicketText};

/// What an answer needs at least.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AtLeast {
    /// Words or a photo.
    TextOrPhoto,
    /// Words: they are what takes the case up again, and only then may photos come.
    Text,
}

/// What is being written on a ticket.
#[derive(Clone, Copy)]
pub struct Answer {
    case: Case,
    /// The text.
    pub body: RwSignal<String>,
    /// The photos.
    pub photos: Photos,
    /// While it travels.
    pub busy: RwSignal<bool>,
    /// What went wrong.
    pub error: RwSignal<Option<String>>,
    /// What it waits for, once it was sent.
    waits: RwSignal<Option<Held>>,
    /// Whether the device was asked what is kept.
    asked: StoredValue<bool>,
    /// What another window wrote, which is kept already.
    heard: StoredValue<Option<String>>,
    looks: Looks,
    /// The id of its box.
    id: &'static str,
    at_least: AtLeast,
    outbox: Outbox,
    session: Session,
}

impl Answer {
    /// Takes up what was kept for this ticket, and the photos that didn't get there yet.
    pub fn begin(case: Case, id: &'static str, at_least: AtLeast) -> Self {
        let photos = use_outgoing_photos().of_ticket(case.number);
        photos.drop_arrived();
        photos.recall();
        let answer = Self {
            case,
            body: RwSignal::new(String::new()),
            photos,
            busy: RwSignal::new(false),
            error: RwSignal::new(None),
            waits: RwSignal::new(None),
            asked: StoredValue::new(false),
            heard: StoredValue::new(None),
            looks: Looks::new(),
            id,
            at_least,
            outbox: use_outbox(),
            session: use_session(),
        };
        Effect::new(move |_| answer.body.with(|body| answer.keep(body)));
        letter::on_written_elsewhere(move |written| {
            if written == answer.name() {
                answer.looks.look(move || answer.look_elsewhere());
            }
        });
        let changes = letter::changes();
        Effect::new(move |_| {
            changes.track();
            spawn_local(answer.look());
        });
        answer
    }

    fn name(self) -> LetterName {
        LetterName::Answer(self.case.number)
    }

    /// Two windows that write the same answer show the same words; once one sent it, the history of both tells it.
    async fn look_elsewhere(self) {
        let before = self.body.try_get_untracked();
        let found = letter::read(self.name()).await;
        if self.busy.try_get_untracked() != Some(false) || self.body.try_get_untracked() != before {
            return;
        }
        match found {
            Some(Letter { state: State::Writing, body, .. }) if before.as_ref() != Some(&body) => {
                let _ = self.heard.try_set_value(Some(body.clone()));
                let _ = self.body.try_set(body);
            }
            Some(Letter { state: State::Waiting(_), .. }) => self.look().await,
            None => self.case.refresh(),
            _ => {}
        }
    }

    fn keep(self, body: &str) {
        if self.heard.try_update_value(Option::take).flatten().as_deref() == Some(body) {
            return;
        }
        if self.asked.get_value() && self.waits.get_untracked().is_none() && !self.busy.get_untracked() {
            if body.is_empty() {
                letter::forget(self.name());
            } else {
                letter::keep(Letter::of_answer(self.case.number, body.to_owned()));
            }
        }
    }

    /// What the device keeps: words of an earlier visit, or that what waited has left.
    async fn look(self) {
        let found = letter::read(self.name()).await;
        let first = self.asked.try_get_value() == Some(false);
        let _ = self.asked.try_set_value(true);
        let waited = self.waits.try_get_untracked().flatten();
        match found {
            Some(Letter { state: State::Waiting(sealed), body, .. }) => {
                if waited.is_none() {
                    let _ = self.body.try_set(body);
                }
                if waited != Some(sealed.held) {
                    let _ = self.waits.try_set(Some(sealed.held));
                }
            }
            Some(Letter { body, returned, .. }) if first || waited.is_some() => {
                let typed = self.body.try_with_untracked(|typed| !typed.is_empty()).unwrap_or(true);
                let _ = self.waits.try_set(None);
                if !typed {
                    let _ = self.body.try_set(body);
                }
                if let Some((title, detail)) = returned {
                    let _ = self.error.try_set(Some(format!("{title}. {detail}")));
                }
            }
            None if waited.is_some() && !self.busy.try_get_untracked().unwrap_or(true) => self.arrived(),
            _ => {}
        }
    }

    fn arrived(self) {
        let _ = self.waits.try_set(None);
        let _ = self.body.try_set(String::new());
        self.case.refresh();
    }

    /// Why the box can't be written in, once it was sent.
    pub fn locked(self) -> Signal<Option<String>> {
        let text = OutboxText::current();
        Signal::derive(move || {
            let words = match self.waits.get()? {
                Held::Signal => text.locked(),
                Held::SignIn | Held::Person => text.locked_sign_in(),
            };
            Some(words.to_owned())
        })
    }

    /// Sends the text as `act` makes it a command, then the photos; says `done` when it arrived.
    pub fn send(
        self,
        act: impl FnOnce(String) -> Act + 'static,
        done: &'static str,
        say: impl Fn(&str) + 'static,
    ) {
        let body = self.body.get_untracked();
        let empty = body.trim().is_empty();
        let text = TicketText::current();
        let lacks = match self.at_least {
            AtLeast::Text => empty.then(|| text.empty_dispute()),
            AtLeast::TextOrPhoto => (empty && self.photos.has_none_to_send()).then(|| text.empty_answer()),
        };
        if let Some(lacks) = lacks {
            self.error.set(Some(lacks.to_owned()));
            browser::focus(self.id);
            return;
        }
        let sealed = self.waits.get_untracked().is_some();
        let letter = (!empty && !sealed).then(|| self.seal(act(body.clone()), body)).flatten();
        self.busy.set(true);
        self.error.set(None);
        spawn_local(async move {
            if let Some(letter) = &letter {
                letter::keep_now(letter).await;
            }
            let alone = if empty { Some(say) } else { self.deliver(done, say).await };
            if let Some(say) = alone {
                self.send_photos(empty, say).await;
            }
            let _ = self.busy.try_set(false);
        });
    }

    fn seal(self, act: Act, body: String) -> Option<Letter> {
        let number = self.case.number;
        let by = self.session.me_now().map(|me| (me.account, me.name));
        let sealed = Sealed::new(api::acts_path(number), api::seal(&act)?, by);
        Some(Letter { state: State::Waiting(sealed), ..Letter::of_answer(number, body) })
    }

    /// Gives `say` back when it arrived.
    async fn deliver<Say: Fn(&str)>(self, done: &'static str, say: Say) -> Option<Say> {
        match self.outbox.deliver(self.name(), true).await {
            Delivery::Arrived(ticket) => {
                self.case.take(*ticket);
                let _ = self.waits.try_set(None);
                let _ = self.body.try_set(String::new());
                say(done);
                Some(say)
            }
            Delivery::Waits(held) => {
                let _ = self.waits.try_set(Some(held));
                None
            }
            Delivery::Returned(error) => {
                let _ = self.waits.try_set(None);
                let _ = self.error.try_set(Some(format!("{}. {}", error.title(), error.detail())));
                None
            }
            Delivery::Nothing | Delivery::Received(_) => None,
        }
    }

    async fn send_photos(self, alone: bool, say: impl Fn(&str)) {
        let text = TicketText::current();
        self.photos.bind(self.case.number);
        letter::remark().await;
        if self.photos.send_bound(|ticket| self.case.take(ticket)).await {
            if alone {
                say(text.photos_sent());
            }
            self.photos.drop_arrived();
        } else if browser::is_online() {
            let _ = self.error.try_set(Some(text.photos_failed().to_owned()));
        }
        letter::remark().await;
    }
}
