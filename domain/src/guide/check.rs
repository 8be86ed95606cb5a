//! What the guide says of each field (R3–R8).

use super::{
    Draft, EmailAddress, Field, Finding, FindingCode, FullName, Need, PhoneNumber, Severity, Subject,
    Urgency, subject, text,
};
use crate::scope::{Kind, OutOfScope};

/// Meaningful words below which a text is called thin. Advice only, so the figures may be generous.
const FEW_WORDS_IN_A_SUBJECT: usize = 3;
const FEW_WORDS_IN_A_DESCRIPTION: usize = 8;
const FEW_WORDS_IN_PARAMETERS: usize = 2;

/// Answers that say that there is no answer.
const NON_ANSWERS: &[&str] = &[
    "na",
    "n a",
    "no aplica",
    "ninguno",
    "ninguna",
    "nada",
    "no se",
    "nose",
    "no lo se",
    "no tengo",
    "no hay",
    "x",
    "xx",
    "xxx",
    "none",
    "not applicable",
    "i dont know",
    "i don t know",
    "unknown",
    "desconocido",
    "asdf",
    "prueba",
    "test",
];

impl Draft {
    /// Everything the guide says of the draft, errors and advice, in the order of the fields, at most one error a field.
    #[must_use]
    pub fn check(&self) -> Vec<Finding> {
        Field::ALL.into_iter().flat_map(|field| self.check_field(field)).collect()
    }

    /// What the guide says of one field, for the form to show when the person leaves it.
    #[must_use]
    pub fn check_field(&self, field: Field) -> Vec<Finding> {
        match field {
            Field::FullName => check_name(&self.full_name),
            Field::Email => check_email(&self.email),
            Field::Phone => check_phone(&self.phone),
            Field::Subject => self.check_subject(),
            Field::Kind => check_kind(&self.kind).into_iter().collect(),
            Field::Description => self.check_description(),
            Field::SystemStopped | Field::GuestWaiting => match self.answer(field) {
                Some(_) => Vec::new(),
                None => vec![Finding::error(field, FindingCode::Required)],
            },
            Field::Company
            | Field::Application
            | Field::Module
            | Field::Process
            | Field::MenuPath
            | Field::Parameters
            | Field::ErrorCode => self.check_context(field),
        }
    }

    /// What no field may hold however little of the draft is typed: texts above their length, and a kind that is none. Whatever
    /// takes an unfinished draft asks this, so that nobody stores what no form can send.
    #[must_use]
    pub fn check_size(&self) -> Vec<Finding> {
        let too_long = |field: Field| {
            let text = self.text(field).unwrap_or_default();
            field.max_chars().is_some_and(|most| text.chars().count() > most)
        };
        let texts = Field::ALL.into_iter().filter(|field| too_long(*field));
        let texts = texts.map(|field| Finding::error(field, FindingCode::TooLong));
        let kind = check_kind(&self.kind).filter(|finding| finding.code == FindingCode::KindUnknown);
        texts.chain(kind).collect()
    }

    fn check_subject(&self) -> Vec<Finding> {
        match Subject::parse(&self.subject, self.impact().is_critical()) {
            Err(error) => vec![Finding::error(Field::Subject, error)],
            Ok(subject) => {
                let denied = subject::urgency(subject.as_str()) == Urgency::Denied;
                let thin = subject::meaningful_words(subject.as_str()) < FEW_WORDS_IN_A_SUBJECT;
                let denied = denied.then_some(FindingCode::SubjectUrgencyDenied);
                let advice = denied.into_iter().chain(thin.then_some(FindingCode::SubjectThin));
                advice.map(|code| Finding::advice(Field::Subject, code)).collect()
            }
        }
    }

    fn check_description(&self) -> Vec<Finding> {
        let description = text::paragraphs(&self.description);
        if let Some(error) = self.check_length(Field::Description, &description) {
            return vec![error];
        }
        let words = subject::meaningful_words(&description);
        if words == 0 {
            return vec![Finding::error(Field::Description, FindingCode::DescriptionContentless)];
        }
        let repeats =
            text::one_line(&description).to_lowercase() == text::one_line(&self.subject).to_lowercase();
        let code = if repeats {
            Some(FindingCode::DescriptionRepeatsSubject)
        } else {
            (words < FEW_WORDS_IN_A_DESCRIPTION).then_some(FindingCode::DescriptionThin)
        };
        code.map(|code| Finding::advice(Field::Description, code)).into_iter().collect()
    }

    /// Company, the context of R3 and the error code: something must be said where it is compulsory; how is free.
    fn check_context(&self, field: Field) -> Vec<Finding> {
        let text = text::paragraphs(self.text(field).unwrap_or_default());
        if let Some(error) = self.check_length(field, &text) {
            return vec![error];
        }
        if !text::says_something(&text) || self.need(field) == Need::NotAsked {
            return Vec::new();
        }
        let code = match field {
            Field::ErrorCode => None,
            _ if is_non_answer(&text) => Some(FindingCode::Unanswered),
            Field::MenuPath if menu_steps(&text) < 2 => Some(FindingCode::MenuPathSingleStep),
            Field::Parameters if is_thin_in_parameters(&text) => Some(FindingCode::ParametersThin),
            _ => None,
        };
        code.map(|code| Finding::advice(field, code)).into_iter().collect()
    }

    /// The error of a text that is too long, or that says nothing where something is compulsory.
    fn check_length(&self, field: Field, text: &str) -> Option<Finding> {
        if field.max_chars().is_some_and(|most| text.chars().count() > most) {
            return Some(Finding::error(field, FindingCode::TooLong));
        }
        let compulsory = self.need(field) == Need::Compulsory;
        (compulsory && !text::says_something(text)).then(|| Finding::error(field, FindingCode::Required))
    }
}

fn check_name(text: &str) -> Vec<Finding> {
    match FullName::parse(text) {
        Err(error) => vec![Finding::error(Field::FullName, error)],
        Ok(name) if name.is_single() => vec![Finding::advice(Field::FullName, FindingCode::NameSingle)],
        Ok(_) => Vec::new(),
    }
}

fn check_email(text: &str) -> Vec<Finding> {
    match EmailAddress::parse(text) {
        Err(error) => vec![Finding::error(Field::Email, error).suggesting(EmailAddress::repair(text))],
        Ok(email) => {
            let typo = email
                .typo_suggestion()
                .map(|meant| Finding::advice(Field::Email, FindingCode::EmailTypo).suggesting(Some(meant)));
            let shared = email.is_shared_mailbox();
            let shared = shared.then(|| Finding::advice(Field::Email, FindingCode::EmailShared));
            typo.into_iter().chain(shared).collect()
        }
    }
}

fn check_phone(text: &str) -> Vec<Finding> {
    match PhoneNumber::parse(text) {
        Err(error) => vec![Finding::error(Field::Phone, error).suggesting(PhoneNumber::repair(text))],
        Ok(_) => Vec::new(),
    }
}

fn check_kind(code: &str) -> Option<Finding> {
    let code = text::visible(code);
    let finding = if code.is_empty() {
        FindingCode::Required
    } else if Kind::parse(&code).is_some() {
        return None;
    } else if OutOfScope::parse(&code).is_some() {
        FindingCode::KindOutOfScope
    } else {
        FindingCode::KindUnknown
    };
    Some(Finding { field: Field::Kind, code: finding, severity: Severity::Error, suggestion: None })
}

fn is_non_answer(text: &str) -> bool {
    let words = super::letters::words(text, &[]);
    let words: Vec<_> = words.iter().map(|word| word.letters.as_str()).collect();
    NON_ANSWERS.contains(&words.join(" ").as_str())
}

/// The steps of a menu path, however they are set apart: `A > B`, `A / B`, `A -> B`, `A - B`, a line each.
fn menu_steps(path: &str) -> usize {
    let path = path.replace(" - ", ">");
    let steps = path.split(['>', '/', '\\', '|', '→', '»', '›', ',', ';', '\n']);
    steps.filter(|step| text::says_something(step)).count()
}

fn is_thin_in_parameters(text: &str) -> bool {
    let has_digit = text.chars().any(|character| character.is_ascii_digit());
    !has_digit && subject::meaningful_words(text) < FEW_WORDS_IN_PARAMETERS
}

#[cfg(test)]
pub(super) mod tests;
