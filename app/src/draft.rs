//! What is being typed, kept on the device from the first letter: it survives a closed tab and the way to the sign-in.

use domain::api::Me;
use domain::guide::{Draft, Field};
use domain::ident::BranchId;
use domain::ticket::TicketNumber;
use serde::{Deserialize, Serialize};

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
    /// What the portal put in of the person. Whatever differs from it the person typed.
    #[serde(default)]
    given: Writer,
}

impl Kept {
    /// Nothing typed yet.
    pub fn fresh() -> Self {
        Self { draft: Draft::default(), branch: None, given: Writer::default() }
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

    /// Where the last sending and its key are kept: however often the same is tried, one ticket comes of it.
    pub fn intent(self) -> String {
        format!("{}.envio", self.place())
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
