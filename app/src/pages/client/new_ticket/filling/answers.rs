//! What was answered on the way to the form.

use domain::guide::{Draft, Field};
use domain::scope::Kind;

/// What was answered on the way to the form.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Answers {
    /// The kind that was chosen.
    pub kind: Option<Kind>,
    /// Whether a guest waits.
    pub guest_waiting: Option<bool>,
    /// Whether the system is stopped.
    pub system_stopped: Option<bool>,
}

impl Answers {
    /// What was answered to one of the two questions of R7.
    pub fn of(self, field: Field) -> Option<bool> {
        match field {
            Field::SystemStopped => self.system_stopped,
            Field::GuestWaiting => self.guest_waiting,
            _ => None,
        }
    }

    /// Whether one of the two questions was answered and the other was not.
    pub fn is_half(self) -> bool {
        self.system_stopped.is_some() != self.guest_waiting.is_some()
    }

    /// Whether nothing was.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// Whether a draft says the same, as far as something was answered.
    pub fn agree(self, draft: &Draft) -> bool {
        self.kind.is_none_or(|kind| draft.chosen_kind() == Some(kind))
            && self.guest_waiting.is_none_or(|answer| draft.guest_waiting == Some(answer))
            && self.system_stopped.is_none_or(|answer| draft.system_stopped == Some(answer))
    }

    /// Makes a draft in which nothing is written the one of this case.
    pub fn restart(self, draft: &mut Draft) {
        draft.kind.clear();
        (draft.guest_waiting, draft.system_stopped) = (None, None);
        self.fill(draft);
    }

    /// As the address has them, to follow others there.
    pub fn query(self) -> String {
        let yes = |name: &str, answer: Option<bool>| {
            answer.map_or_else(String::new, |yes| format!("&{name}={}", u8::from(yes)))
        };
        let kind = self.kind.map_or_else(String::new, |kind| format!("&tipo={kind}"));
        [kind, yes("huesped", self.guest_waiting), yes("detenido", self.system_stopped)].concat()
    }

    pub(super) fn fill(self, draft: &mut Draft) {
        if let Some(kind) = self.kind {
            kind.code().clone_into(&mut draft.kind);
        }
        draft.guest_waiting = self.guest_waiting.or(draft.guest_waiting);
        draft.system_stopped = self.system_stopped.or(draft.system_stopped);
    }
}
