//! R6: the title of a ticket.

mod urgency;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use self::urgency::{Urgency, urgency};
use super::{Field, letters, text};
use crate::codes::coded_enum;

/// The fewest letters and digits a title can say something with: `POS caído` has eight, `No abre` six.
const FEWEST_LETTERS: usize = 5;

/// Words that say that there is a problem but not which. A text made of nothing else has no content. The list is
/// short on purpose: with any other word beside these the text passes.
const CONTENTLESS: &[&str] = &[
    // Greetings and courtesy.
    "hola",
    "buenos",
    "buenas",
    "buen",
    "dia",
    "dias",
    "tarde",
    "tardes",
    "noche",
    "noches",
    "favor",
    "gracias",
    "por",
    "hello",
    "hi",
    "please",
    "thanks",
    // Asking.
    "ayuda",
    "ayudenme",
    "ayudeme",
    "ayudar",
    "soporte",
    "tecnico",
    "solicitud",
    "requerimiento",
    "ticket",
    "caso",
    "consulta",
    "necesito",
    "help",
    "need",
    "support",
    "request",
    // Saying that something is wrong.
    "error",
    "errores",
    "problema",
    "problemas",
    "inconveniente",
    "inconvenientes",
    "falla",
    "fallas",
    "fallo",
    "fallos",
    "novedad",
    "dano",
    "issue",
    "problem",
    "problems",
    "bug",
    "no",
    "funciona",
    "sirve",
    "anda",
    "not",
    "working",
    "works",
    "doesn",
    "t",
    "does",
    "work",
    // Joining words.
    "el",
    "la",
    "los",
    "las",
    "un",
    "una",
    "mi",
    "de",
    "del",
    "con",
    "en",
    "que",
    "se",
    "me",
    "y",
    "a",
    "es",
    "hay",
    "tengo",
    "the",
    "my",
    "with",
    "in",
    "is",
    "it",
    "i",
    "have",
    "there",
    // Urgency says nothing of what fails, and a critical ticket may still carry it.
    "urgente",
    "urgencia",
    "urgent",
    "muy",
    "super",
];

/// A title on one line that says something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Subject(String);

coded_enum! {
    /// Why some text is not a title.
    pub enum SubjectError {
        /// Nothing was written.
        Empty = "subject_empty",
        /// Longer than [`Field::max_chars`].
        TooLong = "subject_too_long",
        /// Fewer than five letters and digits.
        TooShort = "subject_too_short",
        /// Says that there is a problem, but not which: `Ayuda`, `Error`, `No funciona`.
        Contentless = "subject_contentless",
        /// Claims urgency, and the answers of R7 do not make the ticket critical.
        Urgent = "subject_urgent",
    }
}

impl std::error::Error for SubjectError {}

impl Subject {
    /// Reads a title. White space is collapsed, so a line break cannot reach a mail header. `critical` is
    /// [`Impact::is_critical`](super::Impact::is_critical) of the answers: only then may the title claim urgency.
    ///
    /// # Errors
    /// Says which of the conditions of [`SubjectError`] the text meets.
    pub fn parse(text: &str, critical: bool) -> Result<Self, SubjectError> {
        let subject = Self::shaped(text)?;
        if !critical && urgency(&subject.0) == Urgency::Claimed {
            return Err(SubjectError::Urgent);
        }
        if subject.0.chars().filter(|character| character.is_alphanumeric()).count() < FEWEST_LETTERS {
            return Err(SubjectError::TooShort);
        }
        if is_contentless(&subject.0) {
            return Err(SubjectError::Contentless);
        }
        Ok(subject)
    }

    /// The conditions that hold for stored titles too: one line, something on it, not too long.
    fn shaped(text: &str) -> Result<Self, SubjectError> {
        let subject = text::one_line(text);
        if !text::says_something(&subject) {
            return Err(SubjectError::Empty);
        }
        if Field::Subject.max_chars().is_some_and(|most| subject.chars().count() > most) {
            return Err(SubjectError::TooLong);
        }
        Ok(Self(subject))
    }

    /// The title, on one line.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a text is made only of words that say that there is a problem, but not which.
pub(super) fn is_contentless(text: &str) -> bool {
    meaningful_words(text) == 0
}

/// How many words of a text say something: not greetings, not "error", not joining words.
pub(super) fn meaningful_words(text: &str) -> usize {
    letters::words(text, &[]).iter().filter(|word| !CONTENTLESS.contains(&word.letters.as_str())).count()
}

impl From<Subject> for String {
    fn from(subject: Subject) -> Self {
        subject.0
    }
}

/// Reading a stored title back: see [`Request`](super::Request) for why only its shape is checked.
impl TryFrom<String> for Subject {
    type Error = SubjectError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::shaped(&text)
    }
}
