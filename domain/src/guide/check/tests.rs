//! Findings field by field, and that what passes is what is submitted.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;
use crate::guide::{GuideItem, Request};

#[cfg(not(target_arch = "wasm32"))]
mod properties;

/// A draft the guide has nothing to say of.
pub(in crate::guide) fn complete() -> Draft {
    Draft {
        full_name: "Marcela Ríos Gaviria".into(),
        company: "Hotel Mirador del Café S.A.S.".into(),
        email: "marcela.rios@miradordelcafe.co".into(),
        phone: "+57 (6) 3134484 ext 12".into(),
        subject: "La factura del check-out queda sin IVA".into(),
        kind: "failure".into(),
        description: "Al hacer el check-out de la habitación 304 la factura sale sin IVA. Ayer salió bien."
            .into(),
        application: "SOHO Hotel".into(),
        module: "Recepción".into(),
        process: "Facturación del check-out".into(),
        menu_path: "Recepción > Huéspedes > Check-out".into(),
        parameters: "14/10/2026, factura de venta, habitación 304".into(),
        error_code: String::new(),
        system_stopped: Some(false),
        guest_waiting: Some(false),
    }
}

/// The findings of the complete draft with one text replaced, as codes.
fn with(field: Field, text: &str) -> Vec<(Field, FindingCode, Severity)> {
    let mut draft = complete();
    text.clone_into(draft.text_mut(field).unwrap());
    draft.check().into_iter().map(|finding| (finding.field, finding.code, finding.severity)).collect()
}

#[test]
fn a_complete_draft_has_no_findings_and_becomes_a_request() {
    let draft = complete();
    assert_eq!(draft.check(), []);
    let request = draft.submit().unwrap();
    assert_eq!(request.phone.as_e164(), "+576063134484");
    assert_eq!(request.kind, Kind::Failure);
    assert_eq!(request.error_code, None);
    assert!(!request.impact.is_critical());
}

#[test]
fn an_unfinished_draft_may_lack_everything_and_hold_nothing_above_its_length() {
    assert_eq!(Draft::default().check_size(), []);
    assert_eq!(complete().check_size(), []);
    for field in Field::ALL {
        let Some(most) = field.max_chars() else { continue };
        for (length, expected) in [(most, None), (most + 1, Some((field, FindingCode::TooLong)))] {
            let mut draft = Draft::default();
            *draft.text_mut(field).unwrap() = "ñ".repeat(length);
            let found = draft.check_size();
            assert_eq!(found.first().map(|finding| (finding.field, finding.code)), expected, "{field}");
        }
    }
    for (kind, expected) in
        [("failure", 0), ("training", 0), ("", 0), ("failures", 1), (&*"x".repeat(70_000), 1)]
    {
        let draft = Draft { kind: kind.into(), ..Draft::default() };
        assert_eq!(draft.check_size().len(), expected, "{kind:.20}");
    }
}

#[test]
fn an_empty_draft_lacks_every_field_but_the_error_code() {
    let findings = Draft::default().check();
    let fields: Vec<_> = findings.iter().map(|finding| finding.field).collect();
    let expected: Vec<_> = Field::ALL.into_iter().filter(|field| *field != Field::ErrorCode).collect();
    assert_eq!(fields, expected);
    assert!(findings.iter().all(|finding| finding.code == FindingCode::Required && finding.is_error()));
}

#[test]
fn every_compulsory_text_left_empty_or_blank_or_too_long_is_an_error() {
    for field in Field::ALL.into_iter().filter(|field| complete().text(*field).is_some()) {
        for blank in ["", "  \n ", "\u{200b}"] {
            let expected = if field == Field::ErrorCode {
                vec![]
            } else {
                vec![(field, FindingCode::Required, Severity::Error)]
            };
            assert_eq!(with(field, blank), expected, "{field} {blank:?}");
        }
        if let Some(most) = field.max_chars() {
            let code = match field {
                Field::Email => FindingCode::EmailWithoutAt,
                Field::Phone => FindingCode::PhoneNotANumber,
                _ => FindingCode::TooLong,
            };
            assert_eq!(with(field, &"á".repeat(most + 1)), [(field, code, Severity::Error)], "{field}");
            assert!(
                with(field, &"á".repeat(most)).iter().all(|finding| finding.1 != FindingCode::TooLong),
                "{field}"
            );
        }
    }
}

#[test]
fn each_finding_by_an_example() {
    use FindingCode as Code;
    use Severity::{Advice, Error};
    for (field, text, code, severity) in [
        (Field::FullName, "Marcela", Code::NameSingle, Advice),
        (Field::FullName, "Ríos, Marcela", Code::NameForbiddenCharacter, Error),
        (Field::FullName, "M 3", Code::NameTooShort, Error),
        (Field::Company, "---", Code::Required, Error),
        (Field::Email, "recepcion@miradordelcafe.co", Code::EmailShared, Advice),
        (Field::Email, "marcela@gmail.con", Code::EmailTypo, Advice),
        (Field::Email, "marcela@", Code::EmailDomain, Error),
        (Field::Phone, "3134484", Code::PhoneAreaMissing, Error),
        (Field::Phone, "52 55 1234 5678", Code::PhoneCountryMissing, Error),
        (Field::Subject, "URGENTE no sale la factura", Code::SubjectUrgent, Error),
        (Field::Subject, "No es urgente: factura sin IVA en restaurante", Code::SubjectUrgencyDenied, Advice),
        (Field::Subject, "Ayuda", Code::SubjectContentless, Error),
        (Field::Subject, "POS", Code::SubjectTooShort, Error),
        (Field::Subject, "No abre caja", Code::SubjectThin, Advice),
        (Field::Kind, "otro", Code::KindUnknown, Error),
        (Field::Kind, "training", Code::KindOutOfScope, Error),
        (Field::Description, "No funciona, ayuda por favor", Code::DescriptionContentless, Error),
        (Field::Description, "Sale sin IVA", Code::DescriptionThin, Advice),
        (
            Field::Description,
            " la factura del CHECK-OUT queda sin iva\n",
            Code::DescriptionRepeatsSubject,
            Advice,
        ),
        (Field::Module, "No sé", Code::Unanswered, Advice),
        (Field::Process, "N/A", Code::Unanswered, Advice),
        (Field::MenuPath, "Recepción", Code::MenuPathSingleStep, Advice),
        (Field::Parameters, "factura", Code::ParametersThin, Advice),
    ] {
        assert_eq!(with(field, text), [(field, code, severity)], "{field} {text:?}");
    }
}

#[test]
fn a_menu_path_has_steps_however_they_are_set_apart() {
    for path in [
        "Caja > Cierre",
        "Caja/Cierre",
        "Caja - Cierre",
        "Caja -> Cierre",
        "Caja → Cierre",
        "Caja\nCierre",
        "Caja, cierre",
        r"Caja\Cierre",
    ] {
        assert_eq!(with(Field::MenuPath, path), [], "{path}");
    }
    for path in ["Check-out", "Caja >", "Cierre de turno"] {
        assert_eq!(with(Field::MenuPath, path).len(), 1, "{path}");
    }
}

#[test]
fn a_critical_ticket_may_say_urgente_and_must_still_say_what_fails() {
    for (system_stopped, guest_waiting) in [(true, false), (false, true), (true, true)] {
        let (system_stopped, guest_waiting) = (Some(system_stopped), Some(guest_waiting));
        let draft = Draft {
            subject: "URGENTE no sale la factura".into(),
            system_stopped,
            guest_waiting,
            ..complete()
        };
        assert_eq!(draft.submit().unwrap().impact, draft.impact());
        let empty = Draft { subject: "URGENTE".into(), ..draft };
        assert_eq!(empty.check()[0].code, FindingCode::SubjectContentless);
    }
}

#[test]
fn critical_follows_the_answers_and_nothing_else() {
    for (system_stopped, guest_waiting, critical) in
        [(false, false, false), (true, false, true), (false, true, true), (true, true, true)]
    {
        let (system_stopped, guest_waiting) = (Some(system_stopped), Some(guest_waiting));
        let draft = Draft { system_stopped, guest_waiting, ..complete() };
        assert_eq!(draft.submit().unwrap().impact.is_critical(), critical);
        assert_eq!(draft.normalized().critical, critical);
    }
    let shouted = Draft { subject: "URGENTE no sale la factura".into(), ..complete() };
    assert!(!shouted.normalized().critical);
}

#[test]
fn an_open_question_of_impact_is_an_error() {
    let draft = Draft { guest_waiting: None, ..complete() };
    assert_eq!(draft.check(), [Finding::error(Field::GuestWaiting, FindingCode::Required)]);
    assert!(draft.submit().is_err());
}

#[test]
fn what_a_kind_does_not_ask_for_may_stay_empty() {
    let draft = Draft {
        kind: "cannot_start".into(),
        module: String::new(),
        process: String::new(),
        menu_path: String::new(),
        parameters: String::new(),
        ..complete()
    };
    assert_eq!(draft.check(), []);
    assert!(draft.submit().is_ok());
    let failure = Draft { kind: "failure".into(), ..draft };
    assert_eq!(failure.check().len(), 4);
}

#[test]
fn suggestions_are_offered() {
    let suggestion = |field, text: &str| {
        let mut draft = complete();
        text.clone_into(draft.text_mut(field).unwrap());
        draft.check()[0].suggestion.clone()
    };
    assert_eq!(suggestion(Field::Email, "ana@hotmial.com").as_deref(), Some("ana@hotmail.com"));
    assert_eq!(suggestion(Field::Email, "Ana <ana@hotel.co>").as_deref(), Some("ana@hotel.co"));
    assert_eq!(suggestion(Field::Phone, "52 55 1234 5678").as_deref(), Some("+525512345678"));
}

#[test]
fn normalized_tells_what_would_be_stored() {
    let normalized =
        Draft { subject: "  Sin\n IVA ".into(), email: "A@HOTEL.CO".into(), phone: "x".into(), ..complete() }
            .normalized();
    assert_eq!((normalized.subject.as_str(), normalized.email.as_deref()), ("Sin IVA", Some("A@hotel.co")));
    assert_eq!((normalized.phone, normalized.phone_extension), (None, None));
    let normalized = complete().normalized();
    assert_eq!(normalized.phone.as_deref(), Some("+576063134484"));
    assert_eq!(normalized.phone_extension.as_deref(), Some("12"));
    assert_eq!(normalized.kind, Some(Kind::Failure));
    assert_eq!(normalized.error_code, None);
}

#[test]
fn a_request_survives_storage_and_fills_the_form_again() {
    let request = Draft { error_code: "FE-204\r\nlínea 2".into(), ..complete() }.submit().unwrap();
    assert_eq!(request.error_code.as_deref(), Some("FE-204\nlínea 2"));
    let stored = serde_json::to_string(&request).unwrap();
    assert_eq!(serde_json::from_str::<Request>(&stored).unwrap(), request);
    assert_eq!(Draft::from(&request).submit().unwrap(), request);
    let again = Draft::from(&request).without(&[GuideItem::ErrorCode]);
    assert_eq!((again.error_code.as_str(), again.module.as_str()), ("", "Recepción"));
    for field in Field::ALL {
        assert_eq!(request.text(field).is_some(), complete().text(field).is_some(), "{field}");
    }
    let injected = stored.replace("Marcela Ríos Gaviria", "Marcela, otro@ejemplo.co");
    assert!(serde_json::from_str::<Request>(&injected).is_err());
}

#[test]
fn a_finding_travels_flat() {
    let finding =
        Finding::advice(Field::Email, FindingCode::EmailTypo).suggesting(Some("ana@gmail.com".into()));
    let wire = serde_json::json!({
        "field": "email", "code": "email_typo", "severity": "advice", "suggestion": "ana@gmail.com",
    });
    assert_eq!(serde_json::to_value(&finding).unwrap(), wire);
    assert_eq!(serde_json::from_value::<Finding>(wire).unwrap(), finding);
}

/// Advice begins where the words end: one fewer is thin, the figure itself is not.
#[test]
fn just_enough_words_are_enough() {
    let enough = "La factura del restaurante sale sin IVA cada noche cuando cerramos";
    assert_eq!(subject::meaningful_words(enough), FEW_WORDS_IN_A_DESCRIPTION);
    for (field, text) in [
        (Field::Subject, "Factura sale doble"),
        (Field::Description, enough),
        (Field::Parameters, "tercero Pérez"),
        (Field::Parameters, "habitación doble, tercero Pérez"),
        (Field::Parameters, "14/10/2026"),
    ] {
        assert_eq!(with(field, text), [], "{field}: {text}");
    }
    assert_eq!(
        with(Field::Parameters, "Pérez"),
        [(Field::Parameters, FindingCode::ParametersThin, Severity::Advice)]
    );
}

/// What may stay empty, or isn't asked, or has no form of its own, gets no advice on how it is written.
#[test]
fn there_is_no_advice_on_what_need_not_be_said() {
    assert_eq!(with(Field::ErrorCode, "ninguno"), []);
    let branches = Draft { kind: "branch_sync".into(), menu_path: String::new(), ..complete() };
    assert_eq!(branches.check_field(Field::MenuPath), []);
    let shut = Draft { kind: "cannot_start".into(), menu_path: "Recepción".into(), ..complete() };
    assert_eq!(shut.check_field(Field::MenuPath), []);
}

/// With a guest at the desk (R7) the request is complete without what only delays it, and what is told all the same is kept.
#[test]
fn a_critical_draft_is_submitted_without_how_it_was_reached() {
    let calm = Draft {
        process: String::new(),
        menu_path: String::new(),
        parameters: String::new(),
        error_code: String::new(),
        ..complete()
    };
    let lacking: Vec<_> = calm.check().iter().map(|finding| finding.field).collect();
    assert_eq!(lacking, [Field::Process, Field::MenuPath, Field::Parameters]);
    let critical = Draft { guest_waiting: Some(true), ..calm };
    assert_eq!((critical.check(), critical.completeness().percent), (vec![], 100));
    assert_eq!(critical.submit().unwrap().menu_path, "");
    let told = Draft { menu_path: "Recepción > Check-out".into(), ..critical.clone() };
    assert_eq!(told.submit().unwrap().menu_path, "Recepción > Check-out");
    for field in [Field::Application, Field::Module, Field::Description, Field::Subject, Field::Phone] {
        let mut less = critical.clone();
        less.text_mut(field).unwrap().clear();
        assert!(less.submit().is_err(), "{field}");
    }
}
