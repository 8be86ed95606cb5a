//! An answer being written: kept on the device until it left, with the key it was sent with; its photos outlive the page.

use domain::ticket::Act;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::case::Case;
use crate::browser;
use crate::components::Photos;
use crate::intent::Intent;
use crate::outgoing::use_outgoing_photos;
use crate::text::TicketText;

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
    /// The id of its box.
    id: &'static str,
    at_least: AtLeast,
    intent: Intent,
}

impl Answer {
    /// Takes up what was kept for this ticket, and the photos that didn't get there yet.
    pub fn begin(case: Case, id: &'static str, at_least: AtLeast) -> Self {
        let body = RwSignal::new(browser::recall(&place(case)).unwrap_or_default());
        Effect::new(move |_| body.with(|body| keep(case, body)));
        let photos = use_outgoing_photos().of_ticket(case.number);
        photos.drop_arrived();
        Self {
            case,
            body,
            photos,
            busy: RwSignal::new(false),
            error: RwSignal::new(None),
            id,
            at_least,
            intent: Intent::begin(format!("{}.envio", place(case))),
        }
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
            AtLeast::TextOrPhoto => (empty && self.photos.is_empty_now()).then(|| text.empty_answer()),
        };
        if let Some(lacks) = lacks {
            self.error.set(Some(lacks.to_owned()));
            browser::focus(self.id);
            return;
        }
        self.busy.set(true);
        self.error.set(None);
        let act = (!empty).then(|| act(body));
        let key = act.as_ref().map(|act| self.intent.key_for(act));
        spawn_local(async move {
            if let Some((act, key)) = act.zip(key)
                && let Err(error) = self.case.act(act, key).await
            {
                if error.code() == "idempotency_key_reused" {
                    self.intent.forget();
                }
                let _ = self.busy.try_set(false);
                let _ = self.error.try_set(Some(format!("{}. {}", error.title(), error.detail())));
                return;
            }
            if !empty {
                keep(self.case, "");
                self.intent.forget();
                let _ = self.body.try_set(String::new());
                say(done);
            }
            if self.photos.send_all(self.case.number, |ticket| self.case.take(ticket)).await {
                if empty {
                    say(text.photos_sent());
                }
                self.photos.drop_arrived();
            } else {
                let _ = self.error.try_set(Some(text.photos_failed().to_owned()));
            }
            let _ = self.busy.try_set(false);
        });
    }
}

fn place(case: Case) -> String {
    format!("soho.respuesta.{}", case.number.digits())
}

fn keep(case: Case, body: &str) {
    if body.is_empty() {
        browser::forget(&place(case));
    } else {
        browser::remember(&place(case), body);
    }
}
