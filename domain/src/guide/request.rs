//! A draft that passed: what a ticket is opened with.

use serde::{Deserialize, Serialize};

use super::{Draft, EmailAddress, Field, Finding, FullName, PhoneNumber, Subject, text};
use crate::scope::Kind;

/// R7: the answers to the two plain questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Impact {
    /// The system is stopped.
    pub system_stopped: bool,
    /// A guest or customer is waiting and cannot be invoiced.
    pub guest_waiting: bool,
}

impl Impact {
    /// R7: either answer alone makes the ticket critical. Nothing else does.
    #[must_use]
    pub const fn is_critical(self) -> bool {
        self.system_stopped || self.guest_waiting
    }
}

/// A complete request for support. Only [`Draft::submit`] and the reading of a stored one make it.
///
/// It is stored inside an event, and an event is history: reading one back checks what keeps the system safe (one
/// line, lengths, address and number shapes), not whether today's lists would still let it in, so that a rule
/// tightened later, or a country that renumbers its phones, never makes an old ticket unreadable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// See [`Field::FullName`].
    pub full_name: FullName,
    /// See [`Field::Company`].
    pub company: String,
    /// See [`Field::Email`].
    pub email: EmailAddress,
    /// See [`Field::Phone`].
    pub phone: PhoneNumber,
    /// See [`Field::Subject`].
    pub subject: Subject,
    /// See [`Field::Kind`].
    pub kind: Kind,
    /// See [`Field::Description`].
    pub description: String,
    /// See [`Field::Application`].
    pub application: String,
    /// See [`Field::Module`]. Empty when the kind does not need it.
    pub module: String,
    /// See [`Field::Process`]. Empty when the kind does not need it.
    pub process: String,
    /// See [`Field::MenuPath`]. Empty when the kind does not need it.
    pub menu_path: String,
    /// See [`Field::Parameters`]. Empty when the kind does not need them.
    pub parameters: String,
    /// See [`Field::ErrorCode`]. `None` when none was shown.
    pub error_code: Option<String>,
    /// See [`Impact`].
    pub impact: Impact,
}

impl Draft {
    /// The request this draft makes.
    ///
    /// # Errors
    /// Every finding, advice included, when at least one is an error.
    pub fn submit(&self) -> Result<Request, Vec<Finding>> {
        let findings = self.check();
        if findings.iter().any(Finding::is_error) {
            return Err(findings);
        }
        self.assemble().ok_or(findings)
    }

    /// The request, or `None` where a field does not parse, which [`Draft::check`] has told by then.
    fn assemble(&self) -> Option<Request> {
        let impact = Impact { system_stopped: self.system_stopped?, guest_waiting: self.guest_waiting? };
        let error_code = text::paragraphs(&self.error_code);
        Some(Request {
            full_name: FullName::parse(&self.full_name).ok()?,
            company: text::one_line(&self.company),
            email: EmailAddress::parse(&self.email).ok()?,
            phone: PhoneNumber::parse(&self.phone).ok()?,
            subject: Subject::parse(&self.subject, impact.is_critical()).ok()?,
            kind: self.chosen_kind()?,
            description: text::paragraphs(&self.description),
            application: text::one_line(&self.application),
            module: text::one_line(&self.module),
            process: text::one_line(&self.process),
            menu_path: text::paragraphs(&self.menu_path),
            parameters: text::paragraphs(&self.parameters),
            error_code: text::says_something(&error_code).then_some(error_code),
            impact,
        })
    }
}

impl From<&Request> for Draft {
    /// The form filled again with what was sent, for a new ticket after a closed one.
    fn from(request: &Request) -> Self {
        Self {
            full_name: request.full_name.as_str().to_owned(),
            company: request.company.clone(),
            email: request.email.as_str().to_owned(),
            phone: request.phone.to_string(),
            subject: request.subject.as_str().to_owned(),
            kind: request.kind.code().to_owned(),
            description: request.description.clone(),
            application: request.application.clone(),
            module: request.module.clone(),
            process: request.process.clone(),
            menu_path: request.menu_path.clone(),
            parameters: request.parameters.clone(),
            error_code: request.error_code.clone().unwrap_or_default(),
            system_stopped: Some(request.impact.system_stopped),
            guest_waiting: Some(request.impact.guest_waiting),
        }
    }
}

impl Request {
    /// The text of a field as it was sent, or `None` for the two questions and for an error code that was not shown.
    #[must_use]
    pub fn text(&self, field: Field) -> Option<&str> {
        Some(match field {
            Field::FullName => self.full_name.as_str(),
            Field::Company => &self.company,
            Field::Email => self.email.as_str(),
            Field::Phone => self.phone.as_e164(),
            Field::Subject => self.subject.as_str(),
            Field::Kind => self.kind.code(),
            Field::Description => &self.description,
            Field::Application => &self.application,
            Field::Module => &self.module,
            Field::Process => &self.process,
            Field::MenuPath => &self.menu_path,
            Field::Parameters => &self.parameters,
            Field::ErrorCode => return self.error_code.as_deref(),
            Field::SystemStopped | Field::GuestWaiting => return None,
        })
    }
}
