//! Which fields each kind of trouble needs (R3).
//!
//! R3 makes the whole guide compulsory. Some kinds leave some of its context without meaning: whoever cannot start
//! the program has no menu to tell of. Asking for it anyway teaches people to type a dot, so the form asks for what
//! the kind can answer. An error code is compulsory only "if one was shown", which is the client's to know, so it is
//! optional everywhere; images are attached apart and never compulsory. A critical case (R7) may leave open what nobody
//! looks up with a guest at the desk: whoever takes it asks for that on the phone. Where it is, what happens and whom to
//! call stay compulsory, for without them nobody could.

use super::{Draft, Field};
use crate::scope::Kind;

/// Whether a field is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Must be answered.
    Compulsory,
    /// Asked, may stay empty.
    Optional,
    /// Has no meaning for this kind; not shown.
    NotAsked,
}

/// What a kind of trouble needs of a field. Without a kind yet, the guide as R3 words it.
#[must_use]
pub fn need(kind: Option<Kind>, field: Field) -> Need {
    match field {
        Field::ErrorCode => Need::Optional,
        Field::Module | Field::Process | Field::MenuPath | Field::Parameters => {
            kind.map_or(Need::Compulsory, |kind| context_need(kind, field))
        }
        _ => Need::Compulsory,
    }
}

/// The context fields that depend on the kind: module, process, menu path and parameters.
fn context_need(kind: Kind, field: Field) -> Need {
    match (kind, field) {
        // Nothing opens, so there is no process, menu or value; and a licence is of an application, whatever was
        // being done in it. The module is known when only one of them stays shut or has expired.
        (Kind::CannotStart | Kind::LicenceExpiry, Field::Module)
        // Branches often synchronise by themselves: there may be no menu, but there are branches, dates, documents.
        | (Kind::BranchSync, Field::MenuPath)
        // A connection fails whatever is being done; which points of sale and since when are the parameters.
        | (Kind::PointOfSaleConnection, Field::Process) => Need::Optional,
        // A connection fails before any menu.
        (Kind::CannotStart | Kind::LicenceExpiry, _) | (Kind::PointOfSaleConnection, Field::MenuPath) => Need::NotAsked,
        _ => Need::Compulsory,
    }
}

/// What a critical case may leave open (R7): how the place was reached, and what was entered there.
const OPEN_WHEN_CRITICAL: [Field; 3] = [Field::Process, Field::MenuPath, Field::Parameters];

impl Draft {
    /// What this draft needs of a field: what its kind does, and no more than can wait for nothing when it is critical.
    #[must_use]
    pub fn need(&self, field: Field) -> Need {
        match need(self.chosen_kind(), field) {
            Need::Compulsory if self.impact().is_critical() && OPEN_WHEN_CRITICAL.contains(&field) => {
                Need::Optional
            }
            need => need,
        }
    }
}

/// The compulsory fields of a kind, in the order of the guide.
pub fn required(kind: Kind) -> impl Iterator<Item = Field> {
    Field::ALL.into_iter().filter(move |field| need(Some(kind), *field) == Need::Compulsory)
}

/// The fields the form shows for a kind, in the order of the guide.
pub fn asked(kind: Kind) -> impl Iterator<Item = Field> {
    Field::ALL.into_iter().filter(move |field| need(Some(kind), *field) != Need::NotAsked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_kind_the_whole_guide_is_compulsory_but_the_error_code() {
        for field in Field::ALL {
            assert_eq!(need(None, field) == Need::Compulsory, field != Field::ErrorCode, "{field}");
        }
    }

    #[test]
    fn a_failure_and_an_inconsistency_need_the_whole_guide() {
        for kind in [Kind::Failure, Kind::InconsistentReports] {
            assert_eq!(required(kind).count(), Field::ALL.len() - 1);
        }
    }

    #[test]
    fn what_a_kind_cannot_answer_is_not_asked() {
        let hidden =
            |kind| Field::ALL.into_iter().filter(|field| asked(kind).all(|asked| asked != *field)).collect();
        let hidden: Vec<Vec<Field>> = Kind::ALL.into_iter().map(hidden).collect();
        let inside = vec![Field::Process, Field::MenuPath, Field::Parameters];
        assert_eq!(hidden, [inside.clone(), vec![], vec![], vec![], vec![Field::MenuPath], inside]);
    }

    #[test]
    fn no_kind_is_spared_who_asks_and_what_happens() {
        let always =
            [Field::FullName, Field::Company, Field::Email, Field::Phone, Field::Subject, Field::Kind];
        let always = always.into_iter().chain([Field::Description, Field::Application]);
        for field in always.chain([Field::SystemStopped, Field::GuestWaiting]) {
            assert!(
                Kind::ALL.into_iter().all(|kind| required(kind).any(|required| required == field)),
                "{field}"
            );
        }
    }

    /// Kind by kind, what a calm case must say and a critical one may leave open: the three, unless the kind spares them already.
    #[test]
    fn a_critical_case_may_leave_open_how_it_was_reached_and_what_was_entered() {
        use Field::{MenuPath, Parameters, Process};
        let loosened = |kind: Option<Kind>, impact: (bool, bool)| -> Vec<Field> {
            let calm = Draft { kind: kind.map_or("", Kind::code).into(), ..Draft::default() };
            let critical =
                Draft { guest_waiting: Some(impact.0), system_stopped: Some(impact.1), ..calm.clone() };
            let changed = |field: &Field| calm.need(*field) != critical.need(*field);
            let changed: Vec<Field> = Field::ALL.into_iter().filter(changed).collect();
            for field in &changed {
                assert_eq!((calm.need(*field), critical.need(*field)), (Need::Compulsory, Need::Optional));
            }
            changed
        };
        for impact in [(true, false), (false, true), (true, true)] {
            let found: Vec<_> = Kind::ALL.into_iter().map(|kind| loosened(Some(kind), impact)).collect();
            let all = vec![Process, MenuPath, Parameters];
            let (sync, sales) = (vec![Process, Parameters], vec![Parameters]);
            assert_eq!(found, [vec![], all.clone(), all.clone(), sync, sales, vec![]], "{impact:?}");
            assert_eq!(loosened(None, impact), all);
        }
        for kind in Kind::ALL {
            assert_eq!(loosened(Some(kind), (false, false)), []);
        }
    }
}
