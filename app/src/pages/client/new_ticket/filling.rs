//! The state of the form: what is typed, what may be said of it, and where a phone stands.

mod answers;
mod elsewhere;
mod stepping;

use std::collections::BTreeSet;

use domain::guide::{Draft, Field, Finding, FindingCode, GuideItem, Need};
use domain::privacy::DataPolicy;
use domain::scope::Kind;
use domain::ticket::{Closure, TicketNumber};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wording::findings::message;
use wording::members::{self, MemberProblem};

use super::steps::Step;
use crate::api::{self, ApiError};
use crate::browser;
use crate::components::{Advice, CONSENT};
use crate::draft::Kept;
use crate::letter::{self, Letter, LetterName, Looks};
use crate::locale::locale;
use crate::session::{Session, use_session};
pub use answers::Answers;
pub use elsewhere::Elsewhere;

/// Whether the ticket this one continues is here yet.
#[derive(Clone, PartialEq)]
pub enum Origin {
    /// There is none, or its details are in the draft.
    Ready,
    /// Its details are on their way.
    Fetching,
    /// They didn't come.
    Failed(ApiError),
}

/// The id of the control that adds photos.
pub const PHOTOS: &str = "photos";

/// What a critical case asks for behind a fold.
pub const DETAILS: [Field; 4] = [Field::Process, Field::MenuPath, Field::Parameters, Field::ErrorCode];

/// The form being filled.
#[derive(Clone, Copy)]
pub struct Filling {
    /// Under which name it is kept.
    pub name: LetterName,
    /// What is kept.
    pub kept: RwSignal<Kept>,
    /// Whether what follows from a change is drawn right after this frame.
    awaited: StoredValue<bool>,
    /// What was answered on the way here.
    pub answered: Answers,
    /// The step a phone shows.
    pub step: RwSignal<Step>,
    /// Whether the answers make it critical so far (R7).
    pub critical: Memo<bool>,
    /// Whether the fold with the details of a critical case is open.
    pub detailed: RwSignal<bool>,
    /// The ticket this one continues.
    pub origin: RwSignal<Origin>,
    /// Fields whose errors may be said: left with something in them, or gone past.
    judged: RwSignal<BTreeSet<Field>>,
    /// What the Worker found, until the field changes.
    refused: RwSignal<Vec<(Field, String)>>,
    /// Whether what is typed is kept: not while it is sealed, nor once it arrived.
    keeps: StoredValue<bool>,
    /// What another window makes of it.
    pub elsewhere: RwSignal<Option<Elsewhere>>,
    /// What is kept already: as it was changed here, or as the other window wrote it.
    safe: StoredValue<Option<Kept>>,
    looks: Looks,
    /// Whether it was kept, so that its absence says something.
    was_kept: StoredValue<bool>,
    session: Session,
    /// Whether the summary is shown, and of which fields.
    summed: RwSignal<Vec<Field>>,
    /// What is wrong with the consent, once sending was tried.
    consent_error: RwSignal<Option<String>>,
    /// What the summary says: the control's id and what to do.
    pub summary: Signal<Vec<(String, String)>>,
}

impl Filling {
    /// Takes up what was kept, with what was answered on the way here and what is known of the person.
    pub fn begin(name: LetterName, found: Option<Kept>, answers: Answers) -> Self {
        let fetch = found.is_none() && matches!(name, LetterName::Continuing(_));
        let mut kept = found.clone().unwrap_or_else(Kept::fresh);
        if found.is_none() {
            answers.fill(&mut kept.draft);
        }
        let session = use_session();
        know_person(&mut kept, session);
        let judged = RwSignal::new(fields_of(&kept.missing).collect());
        let told = |field: &Field| kept.draft.text(*field).is_some_and(|text| !text.trim().is_empty());
        let detailed = RwSignal::new(DETAILS.iter().any(told));
        let kept = RwSignal::new(kept);
        let refused = RwSignal::new(Vec::<(Field, String)>::new());
        let summed = RwSignal::new(Vec::<Field>::new());
        let consent_error = RwSignal::new(None::<String>);
        let summary = Signal::derive(move || {
            let wrong = summed.get();
            let of = |field: Field| {
                kept.with(|kept| kept.draft.check_field(field).into_iter().find(Finding::is_error))
            };
            let own = Step::ALL.into_iter().flat_map(Step::fields).filter(|field| wrong.contains(field));
            let own = own
                .filter_map(|field| of(*field))
                .map(|finding| (finding.field, message(&finding, locale())));
            let fields = own.chain(refused.get()).map(|(field, words)| (field.code().to_owned(), words));
            fields.chain(consent_error.get().map(|words| (CONSENT.to_owned(), words))).collect()
        });
        let filling = Self {
            name,
            session,
            kept,
            awaited: StoredValue::new(false),
            answered: answers,
            step: RwSignal::new(Step::What),
            critical: Memo::new(move |_| kept.with(|kept| kept.draft.impact().is_critical())),
            detailed,
            origin: RwSignal::new(Origin::Ready),
            judged,
            refused,
            keeps: StoredValue::new(true),
            elsewhere: RwSignal::new(None),
            safe: StoredValue::new(None),
            looks: Looks::new(),
            was_kept: StoredValue::new(found.is_some()),
            summed,
            consent_error,
            summary,
        };
        if fetch {
            filling.fetch_origin();
        }
        filling.keep_in_step_with_account();
        Effect::new(move |before: Option<()>| {
            let other = |kept: &Kept| found.as_ref().is_some_and(|found| found != kept);
            let changed = kept.with(|kept| before.is_some() || other(kept));
            let safe = kept.with(|kept| filling.safe.with_value(|safe| safe.as_ref() == Some(kept)));
            if changed && !safe {
                filling.put_away();
            }
        });
        filling.follow_other_windows();
        filling
    }

    /// Whoever signs in while the form is open finds their details in it.
    fn keep_in_step_with_account(self) {
        Effect::new(move |_| {
            if let Some(me) = self.session.me() {
                self.kept.update(|kept| {
                    kept.fill_account(&me);
                    if let ([(only, _)], None) = (me.branches.as_slice(), &kept.branch) {
                        kept.branch = Some(only.clone());
                    }
                });
            }
        });
    }

    /// Fetches the closed ticket and copies all but its gaps (R8).
    pub fn fetch_origin(self) {
        let LetterName::Continuing(number) = self.name else { return };
        self.origin.set(Origin::Fetching);
        spawn_local(async move {
            match api::ticket(number).await {
                Ok(ticket) => {
                    let gaps = match &ticket.summary.closure {
                        Some(Closure::Insufficient { missing }) => missing.clone(),
                        _ => Vec::new(),
                    };
                    // What was missing may be said to be so at once: its person was told.
                    let _ = self.judged.try_update(|judged| judged.extend(fields_of(&gaps)));
                    let _ = self.kept.try_update(|kept| {
                        kept.copy(Draft::from(&ticket.request).without(&gaps));
                        kept.missing = gaps;
                        know_person(kept, self.session);
                    });
                    let _ = self.origin.try_set(Origin::Ready);
                }
                Err(error) => {
                    let _ = self.origin.try_set(Origin::Failed(error));
                }
            }
        });
    }

    /// The ticket this one continues.
    pub fn origin_number(self) -> Option<TicketNumber> {
        match self.name {
            LetterName::Continuing(number) => Some(number),
            _ => None,
        }
    }

    /// The kind chosen so far, tracked.
    pub fn kind(self) -> Option<Kind> {
        self.kept.with(|kept| kept.draft.chosen_kind())
    }

    /// Whether this case asks for a field, tracked.
    pub fn need(self, field: Field) -> Need {
        self.kept.with(|kept| kept.draft.need(field))
    }

    /// The text of a field, tracked.
    pub fn text(self, field: Field) -> String {
        self.kept.with(|kept| kept.draft.text(field).unwrap_or_default().to_owned())
    }

    /// Writes a field.
    pub fn write(self, field: Field, value: String) {
        self.change(field, |draft| {
            if let Some(text) = draft.text_mut(field) {
                *text = value;
            }
        });
    }

    /// Answers one of the two questions of R7.
    pub fn answer(self, field: Field, answer: bool) {
        self.change(field, |draft| match field {
            Field::SystemStopped => draft.system_stopped = Some(answer),
            _ => draft.guest_waiting = Some(answer),
        });
    }

    /// The draft says it and is on its way to the device at once; what follows from it is drawn after the touch or key itself was
    /// painted.
    fn change(self, field: Field, with: impl FnOnce(&mut Draft)) {
        self.kept.update_untracked(|kept| with(&mut kept.draft));
        self.put_away();
        if !self.awaited.get_value() {
            self.awaited.set_value(true);
            browser::after_paint(move || {
                // The page may have been left within that frame.
                if self.awaited.try_set_value(false).is_none() {
                    self.kept.notify();
                }
            });
        }
        if self.refused.with_untracked(|refused| refused.iter().any(|(other, _)| *other == field)) {
            self.refused.update(|refused| refused.retain(|(other, _)| *other != field));
        }
    }

    /// The person left a field: what is wrong with what they wrote may be said now.
    pub fn left(self, field: Field) {
        if self.kept.with_untracked(|kept| kept.draft.text(field).is_some_and(|text| !text.trim().is_empty()))
        {
            browser::after_paint(move || {
                let _ = self.judged.try_update(|judged| judged.insert(field));
            });
        }
    }

    /// What is wrong with a field, once it may be said; tracked.
    pub fn error(self, field: Field) -> Option<String> {
        let refused = self.refused.with(|refused| {
            refused.iter().find(|(other, _)| *other == field).map(|(_, words)| words.clone())
        });
        refused.or_else(|| {
            let judged = self.judged.with(|judged| judged.contains(&field));
            judged
                .then(|| self.findings(field).into_iter().find(Finding::is_error))
                .flatten()
                .map(|finding| message(&finding, locale()))
        })
    }

    /// What would make a field better; tracked. What may be a slip is said while typing, what asks for more only after.
    pub fn advice(self, field: Field) -> Option<Advice> {
        let judged = self.judged.with(|judged| judged.contains(&field));
        let said = |finding: &Finding| {
            let slip = finding.suggestion.is_some() || finding.code == FindingCode::EmailShared;
            !finding.is_error() && (judged || slip)
        };
        let finding = self.findings(field).into_iter().find(said)?;
        Some(Advice { message: message(&finding, locale()), suggestion: finding.suggestion })
    }

    fn findings(self, field: Field) -> Vec<Finding> {
        self.kept.with(|kept| kept.draft.check_field(field))
    }

    /// Judges these fields and sums up their errors. Answers whether there are none.
    pub fn judge(self, fields: &[Field]) -> bool {
        self.judged.update(|judged| judged.extend(fields));
        let wrong = |field: &&Field| {
            self.kept.with_untracked(|kept| kept.draft.check_field(**field).iter().any(Finding::is_error))
        };
        let wrong: Vec<Field> = fields.iter().filter(wrong).copied().collect();
        let fine = wrong.is_empty();
        self.summed.set(wrong);
        fine
    }

    /// Whether consent is still asked for: of everybody who isn't known to have given it; tracked.
    pub fn asks_consent(self) -> bool {
        self.session.me().is_none_or(|me| !me.consented)
    }

    /// Whether the box of the text in force is ticked; tracked.
    pub fn consents(self) -> bool {
        self.kept.with(|kept| kept.consent.as_deref() == Some(DataPolicy::SOHO.version))
    }

    /// Ticks or unticks it.
    pub fn tick_consent(self, ticked: bool) {
        self.kept.update(|kept| kept.consent = ticked.then(|| DataPolicy::SOHO.version.to_owned()));
        self.consent_error.set(None);
    }

    /// What is wrong with the consent; tracked.
    pub fn consent_error(self) -> Option<String> {
        self.consent_error.get()
    }

    /// Whether it may be sent as far as consent goes; says so when it may not.
    pub fn judge_consent(self) -> bool {
        let fine = untrack(move || !self.asks_consent() || self.consents());
        let missing = || members::message(MemberProblem::ConsentMissing, locale()).to_owned();
        self.consent_error.set((!fine).then(missing));
        fine
    }

    /// The Worker refused the consent.
    pub fn refuse_consent(self, words: String) {
        self.consent_error.set(Some(words));
    }

    /// The Worker found these.
    pub fn refuse(self, refused: Vec<(Field, String)>) {
        self.refused.set(refused);
    }

    /// As it is kept.
    pub fn letter(self) -> Letter {
        Letter::of_form(self.name, self.kept.get_untracked())
    }

    fn put_away(self) {
        if self.keeps.get_value() {
            self.was_kept.set_value(true);
            self.safe.set_value(Some(self.kept.get_untracked()));
            letter::keep(self.letter());
        }
    }

    /// What is there is sealed: what is typed from now on would be written over it, so it is not kept.
    pub fn seal(self) {
        self.keeps.set_value(false);
        self.safe.set_value(Some(self.kept.get_untracked()));
    }

    /// What was sealed came back: what was mended meanwhile is kept.
    pub fn unseal(self) {
        self.keeps.set_value(true);
        if self.kept.with_untracked(|kept| self.safe.with_value(|safe| safe.as_ref() != Some(kept))) {
            self.put_away();
        }
    }

    /// Starts again with an empty form; the person stays known.
    pub fn discard(self) {
        letter::forget(self.name);
        self.was_kept.set_value(false);
        self.elsewhere.set(None);
        let mut kept = Kept::fresh();
        know_person(&mut kept, self.session);
        self.judged.set(BTreeSet::new());
        self.summed.set(Vec::new());
        self.refused.set(Vec::new());
        self.consent_error.set(None);
        self.step.set(Step::What);
        self.kept.set(kept);
        browser::scroll_to_top();
    }
}

/// Puts in what is known of the person: what their account says, or else what the device remembers.
fn know_person(kept: &mut Kept, session: Session) {
    match session.me_now() {
        Some(me) => kept.fill_account(&me),
        None => kept.fill_remembered(),
    }
}

fn fields_of(items: &[GuideItem]) -> impl Iterator<Item = Field> {
    items.iter().filter_map(|item| item.field())
}
