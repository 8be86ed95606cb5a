//! Every word that both the portal and the Worker show to people, in Spanish (es-CO, *usted*) and English.
//!
//! Pure functions from domain values to text; no markup. Words only a screen uses live in `app/src/text.rs`, words
//! only a mail uses in `worker/src/mail/templates`.

pub mod audit;
pub mod calendar;
pub mod contact;
pub mod dates;
pub mod device;
pub mod findings;
pub mod members;
pub mod parameters;
pub mod people;
pub mod privacy;
pub mod problems;
pub mod push;
pub mod scope;

/// The languages people are served in. Spanish is the first one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Locale {
    /// Colombian Spanish, addressing the reader as *usted*.
    #[default]
    Es,
    /// English.
    En,
}

impl Locale {
    /// The words of the two that are in this language.
    #[must_use]
    pub const fn pick(self, es: &'static str, en: &'static str) -> &'static str {
        match self {
            Self::Es => es,
            Self::En => en,
        }
    }
}
