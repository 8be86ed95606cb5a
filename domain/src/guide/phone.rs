//! R5: phone numbers a person can be rung on, stored as E.164.
//!
//! Written without a prefix a number is Colombian; a number from elsewhere needs `+` or `00` and its country. An
//! extension (`ext 12`, `#12`) is kept apart: it is part of reaching somebody at a hotel, and E.164 has no place
//! for it. Toll-free and premium lines are refused where the country's numbering plan tells them apart, since they
//! cannot be rung from another network.

mod colombia;
mod countries;
mod pattern;
mod plan;
mod written;

#[cfg(test)]
mod tests;

use core::fmt;

use serde::{Deserialize, Serialize};

use self::written::Written;
use crate::codes::coded_enum;

/// A dialable number, and an extension if there is one.
///
/// Stored as `+576063134484` or `+576063134484;ext=12` (RFC 3966 §5.3 without the scheme).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct PhoneNumber {
    e164: String,
    extension: Option<String>,
}

coded_enum! {
    /// Why some text is not a number to ring.
    pub enum PhoneError {
        /// Nothing was written.
        Empty = "phone_empty",
        /// Letters or signs that no number has, or no digits.
        NotANumber = "phone_not_a_number",
        /// More than one number.
        Several = "phone_several",
        /// Seven digits: a Colombian fixed line without its area, `60` and a digit.
        AreaMissing = "phone_area_missing",
        /// Not a Colombian number, and no country prefix.
        CountryMissing = "phone_country_missing",
        /// A prefix that belongs to no country.
        UnknownCountry = "phone_unknown_country",
        /// Fewer digits than the country's numbers have.
        TooShort = "phone_too_short",
        /// More digits than the country's numbers have.
        TooLong = "phone_too_long",
        /// As long as the country's numbers, but none begins like this.
        NotDialable = "phone_not_dialable",
    }
}

impl std::error::Error for PhoneError {}

/// ITU-T E.164 §6: the most digits of an international number, country code included.
const MOST_DIGITS: usize = 15;
/// The fewest that any country dials, country code included.
const FEWEST_DIGITS: usize = 7;
/// The most digits of an extension anyone's switchboard has.
const MOST_EXTENSION_DIGITS: usize = 6;

impl PhoneNumber {
    /// Reads a number as people write and paste it: with spaces, dots, dashes, slashes and brackets, `+`, `00` or
    /// nothing before the country, a label (`Cel: …`) before it, an extension after it, digits of other scripts.
    ///
    /// # Errors
    /// Says what is wrong, as [`PhoneError`] tells apart.
    pub fn parse(text: &str) -> Result<Self, PhoneError> {
        let Written { digits, is_international, extension } = written::read(text)?;
        let e164 = if is_international {
            plan::international(&digits)?
        } else {
            colombia::national(&digits).map(|number| format!("+57{number}"))?
        };
        Ok(Self { e164, extension })
    }

    /// The number with the `+` that was probably forgotten, when it is none without it. To be offered only.
    #[must_use]
    pub fn repair(text: &str) -> Option<String> {
        if Self::parse(text).err()? != PhoneError::CountryMissing {
            return None;
        }
        plan::likely(&written::read(text).ok()?.digits)
    }

    /// The number in E.164: `+`, country code, national number, digits only.
    #[must_use]
    pub fn as_e164(&self) -> &str {
        &self.e164
    }

    /// The digits of the extension.
    #[must_use]
    pub fn extension(&self) -> Option<&str> {
        self.extension.as_deref()
    }

    fn digits(&self) -> &str {
        self.e164.trim_start_matches('+')
    }
}

/// As people of the country write it: `310 123 4567`, `(606) 313 4484 ext. 12`; from elsewhere with the prefix,
/// `+34 612 345 678`.
impl fmt::Display for PhoneNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.digits().strip_prefix("57") {
            Some(national) => formatter.write_str(&colombia::display(national))?,
            None => formatter.write_str(&plan::display(self.digits()))?,
        }
        match &self.extension {
            Some(extension) => write!(formatter, " ext. {extension}"),
            None => Ok(()),
        }
    }
}

impl From<PhoneNumber> for String {
    fn from(number: PhoneNumber) -> Self {
        match number.extension {
            Some(extension) => format!("{};ext={extension}", number.e164),
            None => number.e164,
        }
    }
}

/// Reading a stored number back: see [`Request`](super::Request) for why only its shape is checked.
impl TryFrom<String> for PhoneNumber {
    type Error = PhoneError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let (e164, extension) = match text.split_once(";ext=") {
            Some((e164, extension)) => (e164, Some(extension)),
            None => (text.as_str(), None),
        };
        let digits = e164.strip_prefix('+').ok_or(PhoneError::NotANumber)?;
        let is_number = |text: &str, most: usize| {
            (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !is_number(digits, MOST_DIGITS) || digits.len() < FEWEST_DIGITS || digits.starts_with('0') {
            return Err(PhoneError::NotANumber);
        }
        if extension.is_some_and(|extension| !is_number(extension, MOST_EXTENSION_DIGITS)) {
            return Err(PhoneError::NotANumber);
        }
        Ok(Self { e164: e164.to_owned(), extension: extension.map(str::to_owned) })
    }
}
