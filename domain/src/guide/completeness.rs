//! R8: how far a draft lets the exact problem be inferred, as a meter to encourage, never a gate.

use serde::{Deserialize, Serialize};

use super::{Draft, Field, Finding, FindingCode, Need};

/// How a guide item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemState {
    /// Said, and said enough.
    Present,
    /// Said, but an agent may have to ask.
    Thin,
    /// Not said, or not readable.
    Missing,
}

/// One guide item and why it stands as it does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The item.
    pub field: Field,
    /// How it stands.
    pub state: ItemState,
    /// Why, unless it is present.
    pub reason: Option<FindingCode>,
}

/// The meter: every compulsory item of the draft's case, in the order of the guide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completeness {
    /// The items.
    pub items: Vec<Item>,
    /// Whole percent, 0–100, rounded down: a present item counts whole, a thin one half. 100 means that every item
    /// is present.
    pub percent: u8,
}

impl Draft {
    /// The meter for this draft. It judges only whether something is said and whether it is more than next to
    /// nothing, never how it is written, and stops nobody from sending: that is for [`Draft::check`]'s errors alone.
    #[must_use]
    pub fn completeness(&self) -> Completeness {
        let compulsory = Field::ALL.into_iter().filter(|field| self.need(*field) == Need::Compulsory);
        Completeness::of(compulsory.map(|field| Item::of(field, &self.check_field(field))).collect())
    }
}

impl Completeness {
    fn of(items: Vec<Item>) -> Self {
        let halves: usize = items.iter().map(|item| item.state.halves()).sum();
        let percent = (halves * 50).checked_div(items.len()).and_then(|percent| u8::try_from(percent).ok());
        Self { percent: percent.unwrap_or_default(), items }
    }

    /// The items that are missing or thin, for "what is still to be said".
    pub fn gaps(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.state != ItemState::Present)
    }
}

impl Item {
    fn of(field: Field, findings: &[Finding]) -> Self {
        let error = findings.iter().find(|finding| finding.is_error());
        let thin = findings.iter().find(|finding| finding.code.thins_the_guide());
        let (state, reason) = match (error, thin) {
            (Some(error), _) => (ItemState::Missing, Some(error.code)),
            (None, Some(thin)) => (ItemState::Thin, Some(thin.code)),
            (None, None) => (ItemState::Present, None),
        };
        Self { field, state, reason }
    }
}

impl ItemState {
    const fn halves(self) -> usize {
        match self {
            Self::Present => 2,
            Self::Thin => 1,
            Self::Missing => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::check::tests::complete;

    #[test]
    fn nothing_said_is_nought_and_everything_said_a_hundred() {
        let nothing = Draft::default().completeness();
        assert_eq!(nothing.percent, 0);
        assert_eq!(nothing.gaps().count(), Field::ALL.len() - 1);
        let all = complete().completeness();
        assert_eq!((all.percent, all.gaps().count()), (100, 0));
    }

    #[test]
    fn a_thin_item_counts_half_and_says_why() {
        let draft = Draft { menu_path: "Caja".into(), process: String::new(), ..complete() };
        let meter = draft.completeness();
        let gaps: Vec<_> = meter.gaps().map(|item| (item.field, item.state, item.reason)).collect();
        assert_eq!(
            gaps,
            [
                (Field::Process, ItemState::Missing, Some(FindingCode::Required)),
                (Field::MenuPath, ItemState::Thin, Some(FindingCode::MenuPathSingleStep)),
            ]
        );
        // Fourteen items: twelve present, one half. 12.5 / 14 is 89.28 %.
        assert_eq!(meter.percent, 89);
    }

    #[test]
    fn only_what_the_kind_needs_is_measured() {
        let draft = Draft {
            kind: "licence_expiry".into(),
            module: String::new(),
            menu_path: String::new(),
            ..complete()
        };
        let meter = draft.completeness();
        assert_eq!(meter.percent, 100);
        assert!(
            meter
                .items
                .iter()
                .all(|item| !matches!(item.field, Field::MenuPath | Field::Module | Field::ErrorCode))
        );
    }

    #[test]
    fn advice_that_is_not_about_sufficiency_leaves_an_item_present() {
        let draft = Draft { email: "recepcion@hotelmirador.co".into(), ..complete() };
        assert!(!draft.check().is_empty());
        assert_eq!(draft.completeness().percent, 100);
    }
}
