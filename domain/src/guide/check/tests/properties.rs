//! Whatever is typed: what passes is what is submitted, and nothing panics.

use proptest::prelude::*;

use super::*;

/// Text as people and machines fill it in: real values, leftovers and noise.
fn any_text() -> impl Strategy<Value = String> {
    let real = Field::ALL
        .into_iter()
        .filter_map(|field| complete().text(field).map(str::to_owned))
        .collect::<Vec<_>>();
    prop_oneof![Just(String::new()), "\\PC{0,30}", "[a-zñ0-9@.+>, \n]{0,40}", proptest::sample::select(real)]
}

fn any_draft() -> impl Strategy<Value = Draft> {
    let changes =
        proptest::collection::vec((proptest::sample::select(Field::ALL.to_vec()), any_text()), 0..6);
    (changes, any::<Option<bool>>(), any::<Option<bool>>()).prop_map(
        |(changes, system_stopped, guest_waiting)| {
            let mut draft = Draft { system_stopped, guest_waiting, ..complete() };
            for (field, change) in changes {
                if let Some(text) = draft.text_mut(field) {
                    *text = change;
                }
            }
            draft
        },
    )
}

proptest! {
    #[test]
    fn a_draft_is_submitted_exactly_when_no_finding_is_an_error(draft in any_draft()) {
        let findings = draft.check();
        match draft.submit() {
            Ok(request) => {
                prop_assert!(!findings.iter().any(Finding::is_error));
                prop_assert_eq!(&Draft::from(&request).submit(), &Ok(request.clone()), "filled in again");
                let stored = serde_json::to_string(&request).unwrap();
                prop_assert_eq!(serde_json::from_str::<Request>(&stored).unwrap(), request);
            }
            Err(told) => {
                prop_assert!(told.iter().any(Finding::is_error));
                prop_assert_eq!(told, findings);
            }
        }
    }

    /// R7 asks for less and never for more: whatever a calm case is taken with, a critical one is too.
    #[test]
    fn being_critical_never_adds_an_error(draft in any_draft()) {
        let errors = |draft: &Draft| -> Vec<Field> {
            draft.check().into_iter().filter(Finding::is_error).map(|finding| finding.field).collect()
        };
        let calm = errors(&Draft { system_stopped: Some(false), guest_waiting: Some(false), ..draft.clone() });
        let critical = errors(&Draft { system_stopped: Some(false), guest_waiting: Some(true), ..draft });
        prop_assert!(critical.iter().all(|field| calm.contains(field)), "{calm:?} {critical:?}");
    }

    #[test]
    fn findings_come_in_field_order_with_one_error_a_field(draft in any_draft()) {
        let findings = draft.check();
        prop_assert!(findings.is_sorted_by_key(|finding| finding.field));
        for field in Field::ALL {
            prop_assert!(findings.iter().filter(|finding| finding.field == field && finding.is_error()).count() <= 1);
        }
        prop_assert!(draft.completeness().percent <= 100);
        prop_assert_eq!(draft.completeness().percent == 100, draft.completeness().gaps().count() == 0);
    }

    #[test]
    fn normalising_twice_changes_nothing_more(draft in any_draft()) {
        let once = draft.normalized();
        let again = Draft {
            full_name: once.full_name.clone(), company: once.company.clone(), subject: once.subject.clone(),
            description: once.description.clone(), menu_path: once.menu_path.clone(), parameters: once.parameters.clone(),
            email: once.email.clone().unwrap_or_default(), phone: once.phone.clone().unwrap_or_default(), ..draft
        };
        let twice = again.normalized();
        prop_assert_eq!((&twice.full_name, &twice.company, &twice.subject), (&once.full_name, &once.company, &once.subject));
        prop_assert_eq!((&twice.description, &twice.menu_path, &twice.parameters), (&once.description, &once.menu_path, &once.parameters));
        prop_assert_eq!((twice.email, twice.phone), (once.email, once.phone));
    }
}
