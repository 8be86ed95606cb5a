//! The full name of the person who asks (R3).

use serde::{Deserialize, Serialize};

use super::{Field, text};
use crate::codes::coded_enum;

/// A person's name on one line, safe to stand beside an address in a mail header.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct FullName(String);

coded_enum! {
    /// Why some text is not a name.
    pub enum NameError {
        /// Nothing was written.
        Empty = "name_empty",
        /// Longer than [`Field::max_chars`].
        TooLong = "name_too_long",
        /// A line break, or a sign that separates or quotes addresses in a mail header (RFC 5322 §3.2.3).
        ForbiddenCharacter = "name_forbidden_character",
        /// Fewer than two letters.
        TooShort = "name_too_short",
    }
}

impl std::error::Error for NameError {}

impl FullName {
    /// Reads a name in any script. Runs of spaces become one; nothing else is changed.
    ///
    /// A comma, a semicolon, angle brackets or a line break could add recipients to a mail, so they are refused
    /// rather than removed: the person sees what was wrong. Accents, hyphens, apostrophes, dots and brackets as in
    /// `Ana (recepción)` are fine.
    ///
    /// # Errors
    /// Says which of the conditions above the text breaks.
    pub fn parse(text: &str) -> Result<Self, NameError> {
        let visible = text::visible(text);
        if text::has_inner_control(text)
            || visible.contains([',', ';', ':', '<', '>', '@', '"', '\\', '[', ']'])
        {
            return Err(NameError::ForbiddenCharacter);
        }
        let name = text::one_line(&visible);
        if !text::says_something(&name) {
            return Err(NameError::Empty);
        }
        if Field::FullName.max_chars().is_some_and(|most| name.chars().count() > most) {
            return Err(NameError::TooLong);
        }
        if name.chars().filter(|character| character.is_alphabetic()).count() < 2 {
            return Err(NameError::TooShort);
        }
        Ok(Self(name))
    }

    /// The name as written, on one line.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is a single word, so probably no surname.
    #[must_use]
    pub fn is_single(&self) -> bool {
        !self.0.contains(' ')
    }
}

impl From<FullName> for String {
    fn from(name: FullName) -> Self {
        name.0
    }
}

impl TryFrom<String> for FullName {
    type Error = NameError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_people_have() {
        for name in
            ["María José Peña-Ruiz", "Sinéad O'Connor", "J. R. Núñez", "Ana (recepción)", "李 小龙", "Ñu Li"]
        {
            assert_eq!(FullName::parse(name).unwrap().as_str(), name);
        }
        assert_eq!(FullName::parse("  Ana \u{a0} Ruiz\n").unwrap().as_str(), "Ana Ruiz");
    }

    /// A line break or a comma in a name once added recipients to other desks' mail.
    #[test]
    fn a_name_cannot_add_recipients() {
        for name in [
            "Ana\r\nBcc: otro@ejemplo.co",
            "Ana\nRuiz",
            "Ana\u{2028}Ruiz",
            "Ana, otro@ejemplo.co",
            "Ruiz, Ana",
            "Ana <otro@ejemplo.co>",
            "Ana; Luis",
            "\"Ana",
        ] {
            assert_eq!(FullName::parse(name), Err(NameError::ForbiddenCharacter), "{name:?}");
            assert!(serde_json::from_value::<FullName>(name.into()).is_err());
        }
    }

    #[test]
    fn nothing_or_next_to_nothing_is_not_a_name() {
        assert_eq!(FullName::parse(" . "), Err(NameError::Empty));
        assert_eq!(FullName::parse("A 1"), Err(NameError::TooShort));
        assert_eq!(FullName::parse(&"a".repeat(101)), Err(NameError::TooLong));
        assert!(FullName::parse(&"a".repeat(100)).is_ok());
        assert!(FullName::parse("Li").is_ok());
    }
}
