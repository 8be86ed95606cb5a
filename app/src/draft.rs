//! A form as it is filled in, and who fills it. Letters (`letter.rs`) keep it on the device from the first word.

use domain::api::Me;
use domain::guide::{Draft, Field, GuideItem};
use domain::ident::BranchId;
use serde::{Deserialize, Serialize};

use crate::browser;

/// A draft as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// The answers so far.
    pub draft: Draft,
    /// The branch, for people with several.
    pub branch: Option<BranchId>,
    /// The version of the text on personal data that the person ticked; the way to the sign-in doesn't untick it.
    #[serde(default)]
    pub consent: Option<String>,
    /// What the desk missed in the ticket that this one continues (R8).
    #[serde(default)]
    pub missing: Vec<GuideItem>,
    /// What the portal put in of the person. Whatever differs from it the person typed.
    #[serde(default)]
    given: Writer,
}

impl Kept {
    /// Nothing typed yet.
    pub fn fresh() -> Self {
        Self {
            draft: Draft::default(),
            branch: None,
            consent: None,
            missing: Vec::new(),
            given: Writer::default(),
        }
    }

    /// Copies the request of another ticket. Its person counts as put in: whoever continues it may be somebody else.
    pub fn copy(&mut self, draft: Draft) {
        self.given = Writer::of(&draft);
        self.draft = draft;
    }

    /// Fills what is empty with who sent the last ticket from this device, unless somebody else writes this one.
    pub fn fill_remembered(&mut self) {
        let known = Writer::recall();
        if self.draft.email.trim().is_empty() || known.is_of(&self.draft.email) {
            self.fill(known, |text, _| text.trim().is_empty());
        }
    }

    /// Puts the account's facts over everything the person didn't type. The account wins over the device, which another
    /// clerk of the same desk may have used before.
    pub fn fill_account(&mut self, me: &Me) {
        let known = [self.given.clone(), Writer::recall()].into_iter().find(|known| known.is_of(&me.email));
        let known = Writer::of_account(me, known.unwrap_or_default());
        self.fill(known, |text, given| text.trim().is_empty() || text == given);
    }

    /// Whether it holds something worth going back to.
    pub fn is_started(&self) -> bool {
        use Field::{Description, ErrorCode, MenuPath, Parameters, Process, Subject};
        let texts = [Subject, Description, Process, MenuPath, Parameters, ErrorCode];
        texts.iter().any(|field| self.draft.text(*field).is_some_and(|text| !text.trim().is_empty()))
    }

    fn fill(&mut self, known: Writer, open: impl Fn(&str, &str) -> bool) {
        let (draft, given) = (&mut self.draft, &mut self.given);
        let fields = [
            (&mut draft.full_name, &mut given.full_name, known.full_name),
            (&mut draft.company, &mut given.company, known.company),
            (&mut draft.email, &mut given.email, known.email),
            (&mut draft.phone, &mut given.phone, known.phone),
        ];
        for (text, given, known) in fields {
            if open(text, given) {
                text.clone_from(&known);
                *given = known;
            }
        }
    }
}

/// Drafts worth going back to; the start page asks for no more than that, and so the first screen carries no reader of
/// drafts.
const STARTED: &str = "soho.borrador.empezado";
/// Something was sent from here and has not arrived, or arrived unseen.
const SENT: &str = "soho.enviado";

/// What the start page knows of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsent {
    /// There is none.
    Nothing,
    /// One ticket was begun.
    Draft,
    /// There are several, or some that were sent and wait.
    Several,
}

impl Unsent {
    /// As the device remembers it.
    pub fn recall() -> Self {
        match browser::recall(STARTED) {
            _ if is_sent() => Self::Several,
            None => Self::Nothing,
            Some(count) if count == "1" => Self::Draft,
            Some(_) => Self::Several,
        }
    }
}

/// Whether something that was sent has not arrived, or arrived unseen.
pub fn is_sent() -> bool {
    browser::recall(SENT).is_some()
}

/// There is a draft worth going back to.
pub fn mark_started() {
    if browser::recall(STARTED).is_none() {
        browser::remember(STARTED, "1");
    }
}

/// There are so many drafts worth going back to.
pub fn mark_drafts(count: usize) {
    mark(STARTED, count);
}

/// There are so many letters that were sent.
pub fn mark_sent(count: usize) {
    mark(SENT, count);
}

fn mark(name: &str, count: usize) {
    if count == 0 {
        browser::forget(name);
    } else {
        browser::remember(name, &count.to_string());
    }
}

/// Who fills the form on this device, so that nobody types their name twice.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Writer {
    full_name: String,
    company: String,
    email: String,
    phone: String,
}

const WRITER: &str = "soho.persona";

impl Writer {
    /// Who sent the last ticket from this device.
    pub fn recall() -> Self {
        browser::recall(WRITER).and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
    }

    /// Their address.
    pub fn email(self) -> String {
        self.email
    }

    /// Remembers who sent this.
    pub fn remember(draft: &Draft) {
        if let Ok(text) = serde_json::to_string(&Self::of(draft)) {
            browser::remember(WRITER, &text);
        }
    }

    fn of(draft: &Draft) -> Self {
        let Draft { full_name, company, email, phone, .. } = draft.clone();
        Self { full_name, company, email, phone }
    }

    fn is_of(&self, email: &str) -> bool {
        self.email.trim().eq_ignore_ascii_case(email.trim())
    }

    /// What the account says of the person, over what else is known of the same person.
    fn of_account(me: &Me, known: Self) -> Self {
        let or = |fact: &str, else_: String| if fact.trim().is_empty() { else_ } else { fact.to_owned() };
        Self {
            full_name: or(&me.name, known.full_name),
            company: or(me.company.as_ref().map_or("", |(_, name)| name), known.company),
            email: me.email.clone(),
            phone: or(me.phone.as_deref().unwrap_or_default(), known.phone),
        }
    }
}
