//! A call being registered. It is kept on the device until it became a ticket, so a reload in the middle loses nothing.

use std::collections::BTreeSet;

use domain::api::OpenTicket;
use domain::api::reservation::Reservation;
use domain::guide::{Draft, Field, Finding, Need};
use domain::privacy::DataPolicy;
use domain::ticket::TicketNumber;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use wording::findings::message_to_agent;

use crate::api::{self, ApiError};
use crate::browser;
use crate::components::{Advice, CONSENT, ERROR_SUMMARY, toast};
use crate::draft::Kept;
use crate::intent::Intent;
use crate::locale::locale;
use crate::pages::agent::queue::ticket_path;
use crate::text::agent::call as text;

const PLACE: &str = "soho.llamada";
/// The number that was reserved for the call, beside it.
const RESERVED: &str = "soho.llamada.numero";

/// The call, as the parts of its page share it.
#[derive(Clone, Copy)]
pub struct Registering {
    kept: RwSignal<Kept>,
    /// The number that was reserved for it (R13).
    pub reserved: RwSignal<Option<TicketNumber>>,
    /// Fields whose errors may be said.
    judged: RwSignal<BTreeSet<Field>>,
    /// Every error, once sending was tried: the control's id and what to do.
    pub summary: Signal<Vec<(String, String)>>,
    tried: RwSignal<bool>,
    /// What is wrong with the caller's consent.
    pub consent_error: RwSignal<Option<String>>,
    /// While it travels.
    pub busy: RwSignal<bool>,
    /// Why the last try failed.
    pub failure: RwSignal<Option<ApiError>>,
    intent: Intent,
    arrive: StoredValue<Box<dyn Fn(TicketNumber)>, LocalStorage>,
}

impl Registering {
    /// Takes up what was kept, while the page is built.
    pub fn begin() -> Self {
        let found = browser::recall(PLACE).and_then(|kept| serde_json::from_str(&kept).ok());
        let kept = RwSignal::new(found.unwrap_or_else(Kept::fresh));
        let (tried, consent_error) = (RwSignal::new(false), RwSignal::new(None::<String>));
        let summary = Signal::derive(move || {
            let findings = if tried.get() { kept.with(|kept| kept.draft.check()) } else { Vec::new() };
            let errors = findings.into_iter().filter(Finding::is_error);
            let errors =
                errors.map(|finding| (finding.field.code().to_owned(), message_to_agent(&finding, locale())));
            errors.chain(consent_error.get().map(|words| (CONSENT.to_owned(), words))).collect()
        });
        Effect::new(move |_| {
            kept.with(|kept| {
                if let Ok(kept) = serde_json::to_string(kept) {
                    browser::remember(PLACE, &kept);
                }
            });
        });
        let reserved =
            RwSignal::new(browser::recall(RESERVED).and_then(|text| TicketNumber::parse(&text).ok()));
        Effect::new(move |_| match reserved.get() {
            Some(number) => browser::remember(RESERVED, &number.digits()),
            None => browser::forget(RESERVED),
        });
        let (go, say) = (use_navigate(), toast());
        let arrive = move |number: TicketNumber| {
            say(&text::registered(number));
            go(&ticket_path(number), NavigateOptions::default());
        };
        Self {
            kept,
            reserved,
            judged: RwSignal::new(BTreeSet::new()),
            summary,
            tried,
            consent_error,
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
            intent: Intent::begin([PLACE, ".envio"].concat()),
            arrive: StoredValue::new_local(Box::new(arrive)),
        }
    }

    /// Asks something of the draft, tracked.
    pub fn with<T>(self, ask: impl FnOnce(&Draft) -> T) -> T {
        self.kept.with(|kept| ask(&kept.draft))
    }

    /// Changes the draft.
    pub fn edit(self, edit: impl FnOnce(&mut Draft)) {
        self.kept.update(|kept| edit(&mut kept.draft));
    }

    /// Whether the caller agreed to the text in force, tracked.
    pub fn consents(self) -> bool {
        self.kept.with(|kept| kept.consent.as_deref() == Some(DataPolicy::SOHO.version))
    }

    /// The caller agreed, or did not.
    pub fn tick_consent(self, ticked: bool) {
        self.kept.update(|kept| kept.consent = ticked.then(|| DataPolicy::SOHO.version.to_owned()));
        self.consent_error.set(None);
    }

    /// Whether the kind asks for a field, tracked.
    pub fn need(self, field: Field) -> Need {
        self.with(|draft| draft.need(field))
    }

    /// A field was left with something in it: what is wrong with it may be said.
    pub fn left(self, field: Field) {
        if self.kept.with_untracked(|kept| kept.draft.text(field).is_some_and(|text| !text.trim().is_empty()))
        {
            self.judged.update(|judged| {
                judged.insert(field);
            });
        }
    }

    /// What is wrong with a field, once it may be said; tracked.
    pub fn error(self, field: Field) -> Option<String> {
        let said = self.tried.get() || self.judged.with(|judged| judged.contains(&field));
        let error = said
            .then(|| self.with(|draft| draft.check_field(field)).into_iter().find(Finding::is_error))
            .flatten();
        error.map(|finding| message_to_agent(&finding, locale()))
    }

    /// What would make a field better; tracked.
    pub fn advice(self, field: Field) -> Option<Advice> {
        let judged = self.judged.with(|judged| judged.contains(&field));
        let findings = self.with(|draft| draft.check_field(field));
        let finding = findings
            .into_iter()
            .find(|finding| !finding.is_error() && (judged || finding.suggestion.is_some()))?;
        Some(Advice { message: message_to_agent(&finding, locale()), suggestion: finding.suggestion })
    }

    /// Takes up what the caller typed in the portal, where nothing was typed here yet.
    pub fn take_up(self, found: Reservation) {
        let _ = self.reserved.try_set(Some(found.number));
        let _ = self.kept.try_update(|kept| {
            let (ours, theirs) = (&mut kept.draft, &found.draft);
            for field in Field::ALL {
                if let (Some(ours), Some(theirs)) = (ours.text_mut(field), theirs.text(field))
                    && ours.trim().is_empty()
                {
                    theirs.clone_into(ours);
                }
            }
            ours.guest_waiting = ours.guest_waiting.or(theirs.guest_waiting);
            ours.system_stopped = ours.system_stopped.or(theirs.system_stopped);
        });
    }

    /// Starts again with nothing.
    pub fn discard(self) {
        self.reserved.set(None);
        self.kept.set(Kept::fresh());
        self.intent.forget();
        self.judged.set(BTreeSet::new());
        self.tried.set(false);
        self.failure.set(None);
        self.consent_error.set(None);
        browser::scroll_to_top();
        browser::focus(Field::GuestWaiting.code());
    }

    /// Registers the call; however often it is tried, one ticket comes of it.
    pub fn send(self) {
        if self.busy.get_untracked() {
            return;
        }
        if self.kept.with_untracked(|kept| kept.draft.check().iter().any(Finding::is_error)) {
            self.tried.set(true);
            request_animation_frame(|| browser::focus(ERROR_SUMMARY));
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        let (draft, consent) = self.kept.with_untracked(|kept| (kept.draft.clone(), kept.consent.clone()));
        let reserved = self.reserved.get_untracked();
        let ticket = OpenTicket { draft, branch: None, origin: None, reserved, reserved_with: None, consent };
        let key = self.intent.key_for(&ticket);
        spawn_local(async move {
            let answer = api::open_ticket(&ticket, &key).await;
            let _ = self.busy.try_set(false);
            match answer {
                Ok(view) => {
                    let _ = self.kept.try_set(Kept::fresh());
                    let _ = self.reserved.try_set(None);
                    browser::forget(RESERVED);
                    browser::forget(PLACE);
                    self.intent.forget();
                    self.arrive.try_with_value(|arrive| arrive(view.summary.number));
                }
                Err(error) => {
                    if error.code() == "idempotency_key_reused" {
                        self.intent.forget();
                    }
                    // Only our records know whether this caller agreed before.
                    if let Some(words) = error.member("/consent") {
                        let _ = self.consent_error.try_set(Some(words));
                        request_animation_frame(|| browser::focus(ERROR_SUMMARY));
                        return;
                    }
                    let _ = self.failure.try_set(Some(error));
                }
            }
        });
    }
}
