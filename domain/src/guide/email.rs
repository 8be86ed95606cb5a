//! R4: e-mail addresses people use.
//!
//! The syntax is that of a mailbox of RFC 5321 §4.1.2, restricted to what people have: a dot-string before the `@`
//! (tags with `+` included), a domain of at least two labels after it. Quoted local parts, comments, address
//! literals and single-label domains are valid in the RFC and refused here, since at a hotel's desk they are only
//! ever mistakes or attacks. Internationalised domains are taken as people write them, in lower case, and
//! [`EmailAddress::to_ascii`] gives their A-label form (RFC 5891) for mail systems. A local part in other letters
//! than ASCII (RFC 6531) is refused: few systems deliver to it, and an accent there is nearly always a slip; the
//! finding offers the address without it.

mod domain;
mod mailbox;
mod punycode;
mod typo;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use super::{letters, text};
use crate::codes::coded_enum;

/// RFC 5321 §4.5.3.1.1: the most octets before the `@`.
const LONGEST_LOCAL_PART: usize = 64;
/// RFC 5321 §4.5.3.1.3 less the angle brackets: the most octets of an address.
const LONGEST_ADDRESS: usize = 254;

/// One address, safe in a mail header: no white space, comma, angle bracket or line break can be part of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct EmailAddress(String);

coded_enum! {
    /// Why some text is not an address.
    pub enum EmailError {
        /// Nothing was written.
        Empty = "email_empty",
        /// No `@`.
        WithoutAt = "email_without_at",
        /// More than one address.
        Several = "email_several",
        /// White space, control characters, commas, angle brackets, quotes or other signs an address cannot have.
        ForbiddenCharacter = "email_forbidden_character",
        /// What stands before the `@` is empty, too long, or has its dots in the wrong place.
        LocalPart = "email_local_part",
        /// What stands after the `@` is not a domain.
        Domain = "email_domain",
        /// More than 254 octets.
        TooLong = "email_too_long",
    }
}

impl std::error::Error for EmailError {}

impl EmailAddress {
    /// Reads an address. Outer white space and invisible marks from copying are dropped, full-width characters read
    /// as ASCII, and the domain is put in lower case; the local part stays as written, since its owner's server
    /// decides what case means.
    ///
    /// # Errors
    /// Says which condition the text breaks; see [`EmailAddress::repair`] for what may have been meant.
    pub fn parse(text: &str) -> Result<Self, EmailError> {
        let visible: String = text::visible(text).chars().map(text::to_ascii_form).collect();
        if visible.is_empty() {
            return Err(EmailError::Empty);
        }
        let ats = visible.matches('@').count();
        if ats > 1 {
            return Err(EmailError::Several);
        }
        if text::has_inner_control(text)
            || visible
                .chars()
                .any(|character| character.is_whitespace() || ",;:<>()[]\"\\".contains(character))
        {
            return Err(EmailError::ForbiddenCharacter);
        }
        let (local, domain) = visible.split_once('@').ok_or(EmailError::WithoutAt)?;
        if !is_local_part(local) {
            return Err(EmailError::LocalPart);
        }
        // Before the domain, whose A-labels take time quadratic in their length.
        if visible.chars().count() > LONGEST_ADDRESS {
            return Err(EmailError::TooLong);
        }
        let domain = domain::normalize(domain).ok_or(EmailError::Domain)?;
        let address = Self(format!("{local}@{domain}"));
        if address.0.len().max(address.to_ascii().len()) > LONGEST_ADDRESS {
            return Err(EmailError::TooLong);
        }
        Ok(address)
    }

    /// The address as it is stored and shown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands before the `@`.
    #[must_use]
    pub fn local_part(&self) -> &str {
        self.0.split_once('@').map_or("", |(local, _)| local)
    }

    /// What stands after the `@`, in lower case.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.0.split_once('@').map_or("", |(_, domain)| domain)
    }

    /// The address in ASCII alone, as mail systems take it.
    #[must_use]
    pub fn to_ascii(&self) -> String {
        let domain = domain::to_ascii(self.domain()).unwrap_or_else(|| self.domain().to_owned());
        format!("{}@{domain}", self.local_part())
    }

    /// The form by which two spellings of one mailbox are found to be the same: ASCII, in lower case. (A server may
    /// tell `Ana@` from `ana@`; none that people use does.)
    #[must_use]
    pub fn key(&self) -> String {
        self.to_ascii().to_ascii_lowercase()
    }

    /// Whether several people probably read the mailbox (R4): `info@`, `recepcion@`, `hotelcentral@` …
    #[must_use]
    pub fn is_shared_mailbox(&self) -> bool {
        mailbox::is_shared(self.local_part())
    }

    /// The address that was probably meant, if the domain looks mistyped (R4).
    #[must_use]
    pub fn typo_suggestion(&self) -> Option<String> {
        typo::suggest(self.domain()).map(|domain| format!("{}@{domain}", self.local_part()))
    }

    /// The address that was probably meant by a text that is none: without the name and brackets around it, inner
    /// spaces, a final dot, accents before the `@`, with a dot where a comma was typed, or with a provider's missing
    /// ending. To be offered, never applied unasked.
    #[must_use]
    pub fn repair(text: &str) -> Option<String> {
        let text = text::visible(text);
        let text = text
            .split_once('<')
            .and_then(|(_, rest)| rest.split_once('>'))
            .map_or(text.as_str(), |(in_, _)| in_);
        let text = text.trim().trim_start_matches("mailto:");
        let text = text.trim_matches(|edge: char| edge.is_whitespace() || ".,;:<>()[]\"'".contains(edge));
        let joined = text.split_whitespace().collect::<String>().replace("@@", "@");
        let (local, domain) = joined.split_once('@')?;
        let local: String = local.chars().map(plain).collect();
        let domain = domain.replace([',', ';'], ".").replace("..", ".").to_lowercase();
        let domain = typo::complete(&domain).unwrap_or(domain);
        Self::parse(&format!("{local}@{domain}")).ok().map(Self::into)
    }
}

/// A letter without its accent; anything else as it is.
fn plain(character: char) -> char {
    if character.is_ascii() {
        return character;
    }
    letters::skeleton(character.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(character)
}

/// A dot-string of RFC 5321: atoms of `atext` (RFC 5322 §3.2.3) with single dots between.
fn is_local_part(local: &str) -> bool {
    let is_atext =
        |character: char| character.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(character);
    local.len() <= LONGEST_LOCAL_PART
        && local.split('.').all(|atom| !atom.is_empty() && atom.chars().all(is_atext))
}

impl From<EmailAddress> for String {
    fn from(email: EmailAddress) -> Self {
        email.0
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = EmailError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}
