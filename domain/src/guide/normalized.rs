//! What the Worker would store of a draft, as far as it can be read.

use serde::{Deserialize, Serialize};

use super::{Draft, EmailAddress, PhoneNumber, text};
use crate::scope::Kind;

/// The draft's values tidied: texts without stray spaces and invisible marks, the address and the number in the form
/// they are stored. What cannot be read is `None`; nothing is guessed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Normalized {
    /// On one line.
    pub full_name: String,
    /// On one line.
    pub company: String,
    /// The domain in lower case, the part before the `@` as written.
    pub email: Option<String>,
    /// E.164, as `+573101234567`.
    pub phone: Option<String>,
    /// The digits of an extension, if one was given.
    pub phone_extension: Option<String>,
    /// On one line.
    pub subject: String,
    /// One of the six.
    pub kind: Option<Kind>,
    /// With its lines.
    pub description: String,
    /// On one line.
    pub application: String,
    /// On one line.
    pub module: String,
    /// On one line.
    pub process: String,
    /// With its lines.
    pub menu_path: String,
    /// With its lines.
    pub parameters: String,
    /// With its lines; `None` when nothing was written.
    pub error_code: Option<String>,
    /// R7: whether the answers so far make the ticket critical.
    pub critical: bool,
}

impl Draft {
    /// The draft's values as they would be stored.
    #[must_use]
    pub fn normalized(&self) -> Normalized {
        let phone = PhoneNumber::parse(&self.phone).ok();
        let error_code = text::paragraphs(&self.error_code);
        Normalized {
            full_name: text::one_line(&self.full_name),
            company: text::one_line(&self.company),
            email: EmailAddress::parse(&self.email).ok().map(String::from),
            phone: phone.as_ref().map(|phone| phone.as_e164().to_owned()),
            phone_extension: phone.and_then(|phone| phone.extension().map(str::to_owned)),
            subject: text::one_line(&self.subject),
            kind: self.chosen_kind(),
            description: text::paragraphs(&self.description),
            application: text::one_line(&self.application),
            module: text::one_line(&self.module),
            process: text::one_line(&self.process),
            menu_path: text::paragraphs(&self.menu_path),
            parameters: text::paragraphs(&self.parameters),
            error_code: text::says_something(&error_code).then_some(error_code),
            critical: self.impact().is_critical(),
        }
    }
}
