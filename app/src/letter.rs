//! What a person writes and has not arrived yet: tickets being filled in and answers, each a letter of its own on the device,
//! kept from the first word until it arrived or was thrown away. Their photos stand beside them (`photos.rs`).

mod kept;
mod old;
mod windows;

use chrono::TimeDelta;
use domain::Instant;
use domain::ident::AccountId;
use domain::ticket::TicketNumber;
use serde::{Deserialize, Serialize};

use crate::api::IdempotencyKey;
use crate::browser;
use crate::draft::Kept;

pub use kept::{all, changes, forget, keep, keep_now, read, remark};
pub use windows::{Looks, on_written_elsewhere};

/// Which letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum LetterName {
    /// A new ticket, by the millisecond in which it was begun.
    New(u64),
    /// A ticket that continues this one (R8).
    Continuing(TicketNumber),
    /// An answer in this ticket.
    Answer(TicketNumber),
}

impl LetterName {
    /// A new ticket begun now.
    pub fn fresh() -> Self {
        Self::New(u64::try_from(browser::now().timestamp_millis()).unwrap_or_default())
    }

    /// As it stands in the names of what is kept and in addresses: "nuevo-1764067200000".
    pub fn text(self) -> String {
        match self {
            Self::New(begun) => format!("nuevo-{begun}"),
            Self::Continuing(number) => format!("continua-{}", number.digits()),
            Self::Answer(number) => format!("respuesta-{}", number.digits()),
        }
    }

    /// Reads [`LetterName::text`] back.
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, which) = text.split_once('-')?;
        match kind {
            "nuevo" => which.parse().ok().map(Self::New),
            "continua" => TicketNumber::parse(which).ok().map(Self::Continuing),
            "respuesta" => TicketNumber::parse(which).ok().map(Self::Answer),
            _ => None,
        }
    }
}

/// A letter as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Letter {
    /// Which one.
    pub name: LetterName,
    /// When it was written last, by the device's clock.
    pub changed_at: Instant,
    /// The form, unless it is an answer.
    pub form: Option<Kept>,
    /// The words of an answer.
    pub body: String,
    /// How far it got.
    pub state: State,
    /// Why it came back and what to do, until it is written on.
    pub returned: Option<(String, String)>,
    /// Whether the service worker sent it and was given a way to its ticket, which no page knows of yet.
    #[serde(default)]
    pub pass: bool,
    /// How many photos stand beside its form, as the device says whenever letters are looked through.
    #[serde(skip)]
    pub photos: usize,
}

/// How far a letter got.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum State {
    /// It is being written.
    Writing,
    /// It was sent by its person and has not arrived, as far as the device knows.
    Waiting(Sealed),
    /// It became, or reached, this ticket while its person looked elsewhere.
    Arrived(TicketNumber),
}

/// What leaves, word for word, as often as it takes: under one key it is done once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sealed {
    /// The path below the API's base.
    pub path: String,
    /// The body.
    pub body: String,
    /// The key.
    pub key: IdempotencyKey,
    /// Who sent it, when that was known: nobody else may send it in their own name.
    pub by: Option<(AccountId, String)>,
    /// When it was sealed, by the device's clock.
    pub at: Instant,
    /// Whether it ever left. One that did may have arrived, so it is not written on.
    pub tried: bool,
    /// What it waits for.
    pub held: Held,
}

/// What a sealed letter waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Held {
    /// Signal, or a server that answers.
    Signal,
    /// That its person signs in.
    SignIn,
    /// That somebody shows that there is a person.
    Person,
}

/// The Worker knows a key for thirty days; one that is older could do the same thing twice.
const KEYS_LAST: TimeDelta = TimeDelta::days(28);

impl Sealed {
    /// Seals a body for a path.
    pub fn new(path: String, body: String, by: Option<(AccountId, String)>) -> Self {
        let (key, at) = (IdempotencyKey::fresh(), browser::now());
        Self { path, body, key, by, at, tried: false, held: Held::Signal }
    }

    /// Whether the Worker may have forgotten its key.
    pub fn is_too_old(&self) -> bool {
        self.tried && browser::now() - self.at > KEYS_LAST
    }
}

impl Letter {
    /// An empty form.
    pub fn of_form(name: LetterName, kept: Kept) -> Self {
        Self { form: Some(kept), ..Self::empty(name) }
    }

    /// A form in which nothing is written yet.
    pub fn begun(name: LetterName) -> Self {
        Self::empty(name)
    }

    /// An answer.
    pub fn of_answer(number: TicketNumber, body: String) -> Self {
        Self { body, ..Self::empty(LetterName::Answer(number)) }
    }

    fn empty(name: LetterName) -> Self {
        let (changed_at, body, state) = (browser::now(), String::new(), State::Writing);
        Self { name, changed_at, form: None, body, state, returned: None, pass: false, photos: 0 }
    }

    /// A form, being written, that holds something worth going back to: words, or photos.
    pub fn is_draft(&self) -> bool {
        let told = self.photos > 0 || self.form.as_ref().is_some_and(Kept::is_started);
        self.state == State::Writing && told
    }

    /// Whether it was sent and has not arrived.
    pub fn waits(&self) -> bool {
        matches!(self.state, State::Waiting(_))
    }

    /// Whether it waits for somebody to sign in, or to show up.
    pub fn wants_somebody(&self) -> bool {
        matches!(&self.state, State::Waiting(sealed) if sealed.held != Held::Signal)
    }

    /// Whether it asks its person to look: it waits, or arrived unseen.
    pub fn is_sent(&self) -> bool {
        self.waits() || matches!(self.state, State::Arrived(_))
    }
}
