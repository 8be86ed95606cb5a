//! Which draft an address opens: the one it names, one that tells the same case, or a new one. What was begun of another
//! case stays as it is.

use domain::scope::Kind;
use domain::ticket::TicketNumber;
use leptos_router::params::ParamsMap;

use super::filling::Answers;
use crate::letter::{self, Letter, LetterName, State};
use crate::reserved::WRITTEN_TOO;

/// The draft that an address names.
pub fn asked_name(query: &ParamsMap) -> Option<LetterName> {
    let origin = query.get("de").and_then(|number| TicketNumber::parse(&number).ok());
    let draft = || query.get("borrador").and_then(|text| LetterName::parse(&text));
    origin.map(LetterName::Continuing).or_else(draft)
}

/// What an address asks for.
#[derive(Clone, Copy)]
pub struct Asked {
    name: Option<LetterName>,
    /// What was answered on the way here.
    pub answers: Answers,
    /// Whether another application shares photos: they begin a case of their own.
    shared: bool,
    /// Whether its person comes back from signing in, to send it.
    pub returning: bool,
    /// Whether a number was reserved for a call about the same case (R13).
    pub called: bool,
}

/// The draft that is opened.
#[derive(Clone)]
pub struct Found {
    /// It.
    pub letter: Letter,
    /// Whether there is more on the device that is not sent.
    pub several: bool,
    /// Whether it was begun beside a draft of another case.
    pub apart: bool,
}

impl Asked {
    /// Reads an address.
    pub fn of(query: &ParamsMap) -> Self {
        let yes = |name: &str| query.get(name).map(|answer| answer == "1");
        let answers = Answers {
            kind: query.get("tipo").as_deref().and_then(Kind::parse),
            guest_waiting: yes("huesped"),
            system_stopped: yes("detenido"),
        };
        let shared = yes("compartida") == Some(true);
        let returning = query.get("enviar").is_some();
        Self { name: asked_name(query), answers, shared, returning, called: query.get(WRITTEN_TOO).is_some() }
    }

    /// Whether it tells of a case without naming its draft. The draft that is opened is named there then: a reload finds it.
    pub fn needs_name(&self) -> bool {
        self.name.is_none() && (self.shared || !self.answers.is_empty())
    }

    /// Looks for it on the device.
    pub async fn find(self) -> Found {
        let letters = letter::all().await;
        let (found, apart) = match self.name {
            Some(name) => (letters.iter().find(|letter| letter.name == name).cloned(), false),
            None => self.choose(&letters),
        };
        let name = found.as_ref().map(|letter| letter.name).or(self.name).unwrap_or_else(LetterName::fresh);
        let more = |letter: &Letter| letter.name != name && (letter.is_draft() || letter.is_sent());
        let several = letters.iter().any(more);
        Found { letter: found.unwrap_or_else(|| Letter::begun(name)), several, apart }
    }

    /// One of the drafts, the newest first, and whether those that were begun are of other cases. None: a new one.
    fn choose(&self, letters: &[Letter]) -> (Option<Letter>, bool) {
        let open = |letter: &&Letter| {
            matches!(letter.name, LetterName::New(_))
                && letter.state == State::Writing
                && (letter.form.is_some() || letter.photos > 0)
        };
        let begun = || letters.iter().filter(open).filter(|letter| letter.is_draft());
        // Nothing is in it yet, not even a photo, so it may become any case.
        let idle = || letters.iter().filter(open).find(|letter| !letter.is_draft()).cloned();
        if self.shared {
            return (None, begun().next().is_some());
        }
        if self.answers.is_empty() {
            return (begun().next().cloned().or_else(idle), false);
        }
        let same =
            |letter: &&Letter| letter.form.as_ref().is_some_and(|form| self.answers.agree(&form.draft));
        if let Some(same) = begun().find(same) {
            return (Some(same.clone()), false);
        }
        let idle = idle().map(|mut letter| {
            if let Some(form) = &mut letter.form {
                self.answers.restart(&mut form.draft);
            }
            letter
        });
        (idle, begun().next().is_some())
    }
}
