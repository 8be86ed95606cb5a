//! An answer being written: kept on the device until it left, with its photos.

use domain::ticket::Act;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::case::Case;
use crate::api::IdempotencyKey;
use crate::browser;
use crate::components::Photos;
use crate::text::TicketText;

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
    key: StoredValue<IdempotencyKey>,
}

impl Answer {
    /// Takes up what was kept for this ticket.
    pub fn begin(case: Case) -> Self {
        let body = RwSignal::new(browser::recall(&place(case)).unwrap_or_default());
        Effect::new(move |_| body.with(|body| keep(case, body)));
        Self {
            case,
            body,
            photos: Photos::new(),
            busy: RwSignal::new(false),
            error: RwSignal::new(None),
            key: StoredValue::new(IdempotencyKey::fresh()),
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
        if empty && self.photos.is_empty_now() {
            self.error.set(Some(text.empty_answer().to_owned()));
            return;
        }
        self.busy.set(true);
        self.error.set(None);
        let key = self.key.get_value();
        spawn_local(async move {
            if !empty && let Err(error) = self.case.act(act(body), key).await {
                let _ = self.busy.try_set(false);
                let _ = self.error.try_set(Some(format!("{}. {}", error.title(), error.detail())));
                return;
            }
            if !empty {
                keep(self.case, "");
                let _ = self.key.try_set_value(IdempotencyKey::fresh());
                let _ = self.body.try_set(String::new());
                say(done);
            }
            if self.photos.send_all(self.case.number, |ticket| self.case.take(ticket)).await {
                if empty {
                    say(text.photos_sent());
                }
                self.photos.clear();
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
