//! What the guide has to say about a draft, field by field.

use serde::{Deserialize, Serialize};

use super::{EmailError, Field, NameError, PhoneError, SubjectError};
use crate::codes::coded_enum;

coded_enum! {
    /// How much a finding weighs.
    pub enum Severity {
        /// The draft cannot be sent like this.
        Error = "error",
        /// The draft can be sent; this would make it better.
        Advice = "advice",
    }
}

/// One remark about one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The field it is about.
    pub field: Field,
    /// What was found.
    pub code: FindingCode,
    /// Whether it stands in the way.
    pub severity: Severity,
    /// A value the person may have meant, to be offered, never applied unasked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
}

impl Finding {
    pub(super) fn error(field: Field, code: impl Into<FindingCode>) -> Self {
        Self { field, code: code.into(), severity: Severity::Error, suggestion: None }
    }

    pub(super) fn advice(field: Field, code: FindingCode) -> Self {
        Self { field, code, severity: Severity::Advice, suggestion: None }
    }

    pub(super) fn suggesting(self, suggestion: Option<String>) -> Self {
        Self { suggestion, ..self }
    }

    /// Whether the finding stands in the way of sending.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

coded_enum! {
    /// What can be found. The codes are stable: clients of the API may rely on them.
    pub enum FindingCode {
        /// A compulsory field says nothing.
        Required = "required",
        /// More characters than the field takes.
        TooLong = "too_long",
        /// Advice: one name only; a surname helps the agent ask for the right person.
        NameSingle = "name_single",
        /// A name with line breaks, commas or other signs that a mail header gives meaning to.
        NameForbiddenCharacter = "name_forbidden_character",
        /// A name without at least two letters.
        NameTooShort = "name_too_short",
        /// An address without `@`.
        EmailWithoutAt = "email_without_at",
        /// More than one address.
        EmailSeveral = "email_several",
        /// An address with white space, commas, angle brackets or other signs it cannot have.
        EmailForbiddenCharacter = "email_forbidden_character",
        /// What stands before the `@` is not valid.
        EmailLocalPart = "email_local_part",
        /// What stands after the `@` is not valid.
        EmailDomain = "email_domain",
        /// Longer than mail systems carry.
        EmailTooLong = "email_too_long",
        /// Advice: a mailbox that several people read.
        EmailShared = "email_shared",
        /// Advice: a domain that looks mistyped.
        EmailTypo = "email_typo",
        /// Something other than a phone number.
        PhoneNotANumber = "phone_not_a_number",
        /// More than one number.
        PhoneSeveral = "phone_several",
        /// A Colombian fixed line without its area.
        PhoneAreaMissing = "phone_area_missing",
        /// A number from elsewhere without its country prefix.
        PhoneCountryMissing = "phone_country_missing",
        /// No country has this prefix.
        PhoneUnknownCountry = "phone_unknown_country",
        /// Fewer digits than the country's numbers have.
        PhoneTooShort = "phone_too_short",
        /// More digits than the country's numbers have.
        PhoneTooLong = "phone_too_long",
        /// The right length, but no number of that country starts like this.
        PhoneNotDialable = "phone_not_dialable",
        /// A subject of a few characters.
        SubjectTooShort = "subject_too_short",
        /// A subject that only says that there is a problem.
        SubjectContentless = "subject_contentless",
        /// R6: a subject that claims urgency while the answers of R7 do not make the ticket critical.
        SubjectUrgent = "subject_urgent",
        /// Advice: a subject that says it is not urgent.
        SubjectUrgencyDenied = "subject_urgency_denied",
        /// Advice: a subject that says little.
        SubjectThin = "subject_thin",
        /// Not one of the six kinds of R1.
        KindUnknown = "kind_unknown",
        /// One of the nine kinds of R2, which do not become a ticket.
        KindOutOfScope = "kind_out_of_scope",
        /// A description that only says that there is a problem.
        DescriptionContentless = "description_contentless",
        /// Advice: a description too brief to infer the problem from.
        DescriptionThin = "description_thin",
        /// Advice: a description that only repeats the subject.
        DescriptionRepeatsSubject = "description_repeats_subject",
        /// Advice: a menu path with a single step.
        MenuPathSingleStep = "menu_path_single_step",
        /// Advice: parameters without a date, number or name to look for.
        ParametersThin = "parameters_thin",
        /// Advice: the field says that it does not apply or is not known.
        Unanswered = "unanswered",
    }
}

impl FindingCode {
    /// Whether the finding means that the exact problem may not be inferred from the field (R8). Others are about
    /// reaching the person, or about form.
    #[must_use]
    pub const fn thins_the_guide(self) -> bool {
        matches!(
            self,
            Self::NameSingle
                | Self::SubjectThin
                | Self::DescriptionThin
                | Self::DescriptionRepeatsSubject
                | Self::MenuPathSingleStep
                | Self::ParametersThin
                | Self::Unanswered
        )
    }
}

impl From<NameError> for FindingCode {
    fn from(error: NameError) -> Self {
        match error {
            NameError::Empty => Self::Required,
            NameError::TooLong => Self::TooLong,
            NameError::ForbiddenCharacter => Self::NameForbiddenCharacter,
            NameError::TooShort => Self::NameTooShort,
        }
    }
}

impl From<EmailError> for FindingCode {
    fn from(error: EmailError) -> Self {
        match error {
            EmailError::Empty => Self::Required,
            EmailError::WithoutAt => Self::EmailWithoutAt,
            EmailError::Several => Self::EmailSeveral,
            EmailError::ForbiddenCharacter => Self::EmailForbiddenCharacter,
            EmailError::LocalPart => Self::EmailLocalPart,
            EmailError::Domain => Self::EmailDomain,
            EmailError::TooLong => Self::EmailTooLong,
        }
    }
}

impl From<PhoneError> for FindingCode {
    fn from(error: PhoneError) -> Self {
        match error {
            PhoneError::Empty => Self::Required,
            PhoneError::NotANumber => Self::PhoneNotANumber,
            PhoneError::Several => Self::PhoneSeveral,
            PhoneError::AreaMissing => Self::PhoneAreaMissing,
            PhoneError::CountryMissing => Self::PhoneCountryMissing,
            PhoneError::UnknownCountry => Self::PhoneUnknownCountry,
            PhoneError::TooShort => Self::PhoneTooShort,
            PhoneError::TooLong => Self::PhoneTooLong,
            PhoneError::NotDialable => Self::PhoneNotDialable,
        }
    }
}

impl From<SubjectError> for FindingCode {
    fn from(error: SubjectError) -> Self {
        match error {
            SubjectError::Empty => Self::Required,
            SubjectError::TooLong => Self::TooLong,
            SubjectError::TooShort => Self::SubjectTooShort,
            SubjectError::Contentless => Self::SubjectContentless,
            SubjectError::Urgent => Self::SubjectUrgent,
        }
    }
}
