//! The form as it is typed.

use serde::{Deserialize, Serialize};

use super::{Field, GuideItem, Impact, text};
use crate::scope::Kind;

/// Everything the form holds, unchecked, as the browser keeps and sends it. Absent members are empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// See [`Field::FullName`].
    pub full_name: String,
    /// See [`Field::Company`].
    pub company: String,
    /// See [`Field::Email`].
    pub email: String,
    /// See [`Field::Phone`].
    pub phone: String,
    /// See [`Field::Subject`].
    pub subject: String,
    /// The code of a [`Kind`].
    pub kind: String,
    /// See [`Field::Description`].
    pub description: String,
    /// See [`Field::Application`].
    pub application: String,
    /// See [`Field::Module`].
    pub module: String,
    /// See [`Field::Process`].
    pub process: String,
    /// See [`Field::MenuPath`].
    pub menu_path: String,
    /// See [`Field::Parameters`].
    pub parameters: String,
    /// See [`Field::ErrorCode`].
    pub error_code: String,
    /// See [`Field::SystemStopped`]; `None` until answered.
    pub system_stopped: Option<bool>,
    /// See [`Field::GuestWaiting`]; `None` until answered.
    pub guest_waiting: Option<bool>,
}

impl Draft {
    /// The text of a field, or `None` for the two yes/no questions.
    #[must_use]
    pub fn text(&self, field: Field) -> Option<&str> {
        Some(match field {
            Field::FullName => &self.full_name,
            Field::Company => &self.company,
            Field::Email => &self.email,
            Field::Phone => &self.phone,
            Field::Subject => &self.subject,
            Field::Kind => &self.kind,
            Field::Description => &self.description,
            Field::Application => &self.application,
            Field::Module => &self.module,
            Field::Process => &self.process,
            Field::MenuPath => &self.menu_path,
            Field::Parameters => &self.parameters,
            Field::ErrorCode => &self.error_code,
            Field::SystemStopped | Field::GuestWaiting => return None,
        })
    }

    /// The same, to be written to.
    pub fn text_mut(&mut self, field: Field) -> Option<&mut String> {
        Some(match field {
            Field::FullName => &mut self.full_name,
            Field::Company => &mut self.company,
            Field::Email => &mut self.email,
            Field::Phone => &mut self.phone,
            Field::Subject => &mut self.subject,
            Field::Kind => &mut self.kind,
            Field::Description => &mut self.description,
            Field::Application => &mut self.application,
            Field::Module => &mut self.module,
            Field::Process => &mut self.process,
            Field::MenuPath => &mut self.menu_path,
            Field::Parameters => &mut self.parameters,
            Field::ErrorCode => &mut self.error_code,
            Field::SystemStopped | Field::GuestWaiting => return None,
        })
    }

    /// The answer to one of the two questions of R7, or `None` for a text field or an open question.
    #[must_use]
    pub fn answer(&self, field: Field) -> Option<bool> {
        match field {
            Field::SystemStopped => self.system_stopped,
            Field::GuestWaiting => self.guest_waiting,
            _ => None,
        }
    }

    /// The kind that was chosen, if it is one of the six.
    #[must_use]
    pub fn chosen_kind(&self) -> Option<Kind> {
        Kind::parse(&text::visible(&self.kind))
    }

    /// R7: what the answers say so far. An open question counts as no.
    #[must_use]
    pub fn impact(&self) -> Impact {
        Impact {
            system_stopped: self.system_stopped.unwrap_or(false),
            guest_waiting: self.guest_waiting.unwrap_or(false),
        }
    }

    /// R8: the draft of a new ticket after one that was closed as insufficient: everything but the gaps, which the
    /// agent marked. The questions of R7 are asked again too, for the answer may have changed since.
    #[must_use]
    pub fn without(mut self, gaps: &[GuideItem]) -> Self {
        for field in gaps.iter().filter_map(|gap| gap.field()) {
            if let Some(text) = self.text_mut(field) {
                text.clear();
            }
        }
        Self { system_stopped: None, guest_waiting: None, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wire_names_are_the_field_codes() {
        let members = serde_json::to_value(Draft::default()).unwrap();
        let members: Vec<_> = members.as_object().unwrap().keys().cloned().collect();
        let mut codes = Field::ALL.map(Field::code).to_vec();
        codes.sort_unstable();
        let mut members: Vec<_> = members.iter().map(String::as_str).collect();
        members.sort_unstable();
        assert_eq!(members, codes);
    }

    #[test]
    fn text_and_text_mut_name_the_same_member() {
        let mut draft = Draft::default();
        for field in Field::ALL {
            if let Some(text) = draft.text_mut(field) {
                field.code().clone_into(text);
            }
        }
        let wire = serde_json::to_value(&draft).unwrap();
        for field in Field::ALL {
            assert_eq!(draft.text(field), wire[field.code()].as_str(), "{field}");
        }
    }

    #[test]
    fn absent_members_are_empty() {
        assert_eq!(serde_json::from_str::<Draft>("{}").unwrap(), Draft::default());
    }

    #[test]
    fn a_new_draft_after_an_insufficient_ticket_keeps_all_but_the_gaps() {
        let draft = Draft {
            subject: "No cuadra el cierre".into(),
            menu_path: "x".into(),
            system_stopped: Some(true),
            guest_waiting: Some(true),
            ..Draft::default()
        };
        let again = draft.without(&[GuideItem::MenuPath, GuideItem::Images]);
        assert_eq!((again.subject.as_str(), again.menu_path.as_str()), ("No cuadra el cierre", ""));
        assert_eq!((again.system_stopped, again.guest_waiting), (None, None));
    }
}
