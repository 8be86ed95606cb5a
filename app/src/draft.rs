//! What is being typed, kept on the device from the first letter: it survives a closed tab and the way to the sign-in.

use domain::guide::{Draft, Field};
use domain::ident::BranchId;
use domain::ticket::TicketNumber;
use serde::{Deserialize, Serialize};

use crate::api::IdempotencyKey;
use crate::browser;

/// Which draft: that of a new ticket, or of one that continues a closed one (R8). Each is kept apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftName {
    /// A new ticket.
    New,
    /// A ticket that continues this one.
    Continuing(TicketNumber),
}

/// A draft as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// The answers so far.
    pub draft: Draft,
    /// The branch, for people with several.
    pub branch: Option<BranchId>,
    /// Names the sending: however often it is tried, one ticket comes of it.
    pub key: IdempotencyKey,
}

impl Kept {
    /// Nothing typed yet.
    pub fn fresh() -> Self {
        Self { draft: Draft::default(), branch: None, key: IdempotencyKey::fresh() }
    }
}

impl DraftName {
    fn place(self) -> String {
        match self {
            Self::New => "soho.borrador".to_owned(),
            Self::Continuing(number) => format!("soho.borrador.{}", number.digits()),
        }
    }

    /// A mark beside the draft once it holds something worth going back to. The start page asks for no more than that,
    /// and so the first screen carries no reader of drafts.
    fn mark(self) -> String {
        format!("{}.empezado", self.place())
    }

    /// Whether something was typed and not sent.
    pub fn is_kept(self) -> bool {
        browser::recall(&self.mark()).is_some()
    }

    /// What was kept, if it can be read.
    pub fn read(self) -> Option<Kept> {
        serde_json::from_str(&browser::recall(&self.place())?).ok()
    }

    /// Keeps it.
    pub fn write(self, kept: &Kept) {
        if let Ok(text) = serde_json::to_string(kept) {
            browser::remember(&self.place(), &text);
        }
        let texts = [Field::Subject, Field::Description, Field::Process, Field::MenuPath, Field::Parameters];
        let typed = |field: &Field| kept.draft.text(*field).is_some_and(|text| !text.trim().is_empty());
        if texts.iter().any(typed) {
            browser::remember(&self.mark(), "1");
        } else {
            browser::forget(&self.mark());
        }
    }

    /// It was sent, or is not wanted.
    pub fn forget(self) {
        browser::forget(&self.mark());
        browser::forget(&self.place());
    }
}

/// Changes a kept draft, beginning one if there is none.
pub fn edit_kept(name: DraftName, edit: impl FnOnce(&mut Draft)) {
    let mut kept = name.read().unwrap_or_else(Kept::fresh);
    edit(&mut kept.draft);
    name.write(&kept);
}

/// Who fills the form on this device, so that nobody types their name twice.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
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
        let Draft { full_name, company, email, phone, .. } = draft.clone();
        if let Ok(text) = serde_json::to_string(&Self { full_name, company, email, phone }) {
            browser::remember(WRITER, &text);
        }
    }

    /// What the account says of the person, over what the device remembers.
    pub fn of_account(me: &domain::api::Me) -> Self {
        let remembered = Self::recall();
        let or = |known: String, else_: String| if known.trim().is_empty() { else_ } else { known };
        let company = me.company.as_ref().map(|(_, name)| name.clone()).unwrap_or_default();
        Self {
            full_name: or(me.name.clone(), remembered.full_name),
            company: or(company, remembered.company),
            email: or(me.email.clone(), remembered.email),
            phone: or(me.phone.clone().unwrap_or_default(), remembered.phone),
        }
    }

    /// Fills what is still empty.
    pub fn fill(self, draft: &mut Draft) {
        let gaps = [
            (&mut draft.full_name, self.full_name),
            (&mut draft.company, self.company),
            (&mut draft.email, self.email),
            (&mut draft.phone, self.phone),
        ];
        for (gap, known) in gaps {
            if gap.trim().is_empty() {
                *gap = known;
            }
        }
    }
}
