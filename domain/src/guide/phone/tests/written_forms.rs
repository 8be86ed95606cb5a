//! Spoken, pasted and old forms.

#[cfg(not(target_arch = "wasm32"))]
use proptest::prelude::*;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::{super::PhoneNumber, PhoneError, e164};

#[test]
fn colombian_mobiles_however_they_are_written() {
    for written in [
        "3101234567",
        "310 123 4567",
        "310-123-4567",
        "310.123.4567",
        "(310) 123-4567",
        "310 1234567",
        "+573101234567",
        "+57 310 123 4567",
        "+57 (310) 123 45 67",
        "+57-310-123-4567",
        "(+57) 310 123 4567",
        "57 310 1234567",
        "573101234567",
        "0057 310 123 4567",
        "00573101234567",
        "03 310 123 4567",
        "03101234567",
        "\u{202a}+57 310 1234567\u{202c}",
        "310\u{a0}123\u{2011}4567",
        "３１０１２３４５６７",
        "٣١٠١٢٣٤٥٦٧",
        "Cel: 310 123 4567",
        "Tel. 3101234567",
        "WhatsApp +57 310 123 4567",
        "tel:+573101234567",
        "Móvil 310 123 4567",
        "310/123/4567",
        "+0057 310 123 4567",
    ] {
        assert_eq!(e164(written).as_deref(), Ok("+573101234567"), "{written}");
    }
}

#[test]
fn colombian_fixed_lines_old_and_new() {
    for written in [
        // The form that the guide itself quotes.
        "+57 (6) 3134484",
        "+57 6 313 4484",
        "(6) 3134484",
        "6 313 4484",
        "63134484",
        "57 6 3134484",
        "0057 (6) 3134484",
        "06 3134484",
        "(06) 313 44 84",
        "036 3134484",
        "(036) 3134484",
        "096 3134484",
        "+57 (036) 3134484",
        "6063134484",
        "(606) 3134484",
        "606 313 4484",
        "+57 606 3134484",
        "+57 (606) 313-44-84",
        "576063134484",
        "PBX 606 313 4484",
    ] {
        assert_eq!(e164(written).as_deref(), Ok("+576063134484"), "{written}");
    }
}

#[test]
fn every_area_of_the_new_plan_and_no_other() {
    for area in 0..=9 {
        let expected = if (1..=8).contains(&area) {
            Ok(format!("+5760{area}7654321"))
        } else {
            Err(PhoneError::NotDialable)
        };
        assert_eq!(e164(&format!("60{area}7654321")), expected, "60{area}");
        assert_eq!(e164(&format!("+57 60{area} 7654321")), expected, "60{area}");
    }
}

#[test]
fn every_area_of_the_old_plan_and_no_other() {
    for area in 0..=9 {
        let was_area = matches!(area, 1 | 2 | 4..=8);
        let written = e164(&format!("+57 ({area}) 7654321"));
        assert_eq!(written.is_ok(), was_area, "({area})");
        if was_area {
            assert_eq!(written, Ok(format!("+5760{area}7654321")));
        }
    }
}

/// Countries whose plan isn't known by heart are held to E.164's own bounds, code included.
#[test]
fn elsewhere_the_bounds_of_e164_hold() {
    for (written, expected) in [
        ("+46 1 2345", Ok("+4612345")),
        ("+46 1234567890123", Ok("+461234567890123")),
        ("+46 1234", Err(PhoneError::TooShort)),
        ("+46 12345678901234", Err(PhoneError::TooLong)),
        ("+46 00012", Err(PhoneError::NotDialable)),
        ("+46 00012345", Err(PhoneError::NotDialable)),
        ("+46 0001234567", Err(PhoneError::NotDialable)),
        ("+999 1234", Err(PhoneError::UnknownCountry)),
        ("+999 123", Err(PhoneError::TooShort)),
    ] {
        assert_eq!(e164(written).as_deref().map_err(|error| *error), expected, "{written}");
    }
}

#[test]
fn words_before_a_number_are_no_extension_of_it() {
    assert_eq!(e164("portería abajo 3101234567"), Err(PhoneError::NotANumber));
}

/// What was stored is read back by its shape alone: a country that renumbers makes no old ticket unreadable.
#[test]
fn a_stored_number_is_read_by_its_shape() {
    let stored = |text: &str| PhoneNumber::try_from(text.to_owned()).map(String::from);
    for text in ["+1234567", "+123456789012345", "+576063134484;ext=1", "+576063134484;ext=123456"] {
        assert_eq!(stored(text).as_deref(), Ok(text));
    }
    for text in [
        "1234567",
        "+123456",
        "+1234567890123456",
        "+0123456789",
        "+57606313448x",
        "+576063134484;ext=",
        "+576063134484;ext=1234567",
        "+576063134484;ext=1a",
        "+",
        "",
    ] {
        assert_eq!(stored(text), Err(PhoneError::NotANumber), "{text}");
    }
}

#[test]
fn the_support_line_itself_is_read() {
    let line = crate::policy::SupportPolicy::SOHO.support_line;
    assert_eq!(e164(line).as_deref(), Ok(line));
}

#[test]
fn extensions_are_kept_apart() {
    for written in [
        "606 313 4484 ext 12",
        "606 313 4484 Ext. 12",
        "6063134484 x12",
        "6063134484#12",
        "(606) 3134484 extensión 12",
        "(606) 3134484 EXTENSION: 12",
        "6063134484;ext=12",
        "606 313 4484 (ext 12)",
        "606 313 4484, ext. 12",
        "606 313 4484 int. 12",
    ] {
        let number = PhoneNumber::parse(written).unwrap_or_else(|error| panic!("{written}: {error}"));
        assert_eq!((number.as_e164(), number.extension()), ("+576063134484", Some("12")), "{written}");
    }
    assert_eq!(e164("606 313 4484 ext"), Err(PhoneError::NotANumber));
    assert_eq!(e164("606 313 4484 ext 1234567"), Err(PhoneError::Several));
    assert_eq!(e164("606 313 4484 noches 12"), Err(PhoneError::NotANumber));
}

#[test]
fn foreign_habits_with_a_prefix() {
    for (written, expected) in [
        ("+44 (0)20 7946 0958", "+442079460958"),
        ("+44 020 7946 0958", "+442079460958"),
        ("+52 1 55 1234 5678", "+525512345678"),
        ("+54 9 11 2345-6789", "+5491123456789"),
        ("+54 011 2345-6789", "+541123456789"),
        ("+1 (787) 234-5678", "+17872345678"),
        ("+1 1 787 234 5678", "+17872345678"),
        ("+55 (11) 96123-4567", "+5511961234567"),
        ("+39 02 1234 5678", "+390212345678"),
        ("00 34 612 34 56 78", "+34612345678"),
        ("+61 0412 345 678", "+61412345678"),
    ] {
        assert_eq!(e164(written).as_deref(), Ok(expected), "{written}");
    }
}

#[test]
fn what_is_wrong_is_told_apart() {
    use PhoneError::{
        AreaMissing, CountryMissing, Empty, NotANumber, NotDialable, Several, TooLong, TooShort,
        UnknownCountry,
    };
    for (written, error) in [
        ("", Empty),
        (" \u{200b} ", Empty),
        ("no tengo", NotANumber),
        ("Cel:", NotANumber),
        ("310 abc 4567", NotANumber),
        ("310*123*4567", NotANumber),
        ("3134484", AreaMissing),
        ("313 44 84", AreaMissing),
        ("+57 3134484", AreaMissing),
        ("310123456", TooShort),
        ("31012345", TooShort),
        ("123", TooShort),
        ("+57 310", TooShort),
        ("31012345678", TooLong),
        ("+57 3101 2345 678", TooLong),
        ("6003134484", NotDialable),
        ("+57 4101234567", NotDialable),
        ("018000 123456", NotDialable),
        ("2125550123", CountryMissing),
        ("34612345678", TooLong),
        ("+57 01 8000 123456", NotDialable),
        ("0412-1234567", CountryMissing),
        ("011 57 310 1234567", CountryMissing),
        ("52 55 1234 5678", CountryMissing),
        ("+1 212 555", TooShort),
        ("+1 123 456 7890", NotDialable),
        ("+1 292 456 7890", NotDialable),
        ("+1 212 156 7890", NotDialable),
        ("+1 911 456 7890", NotDialable),
        ("+1 212 911 7890", NotDialable),
        ("+34 512 345 678", NotDialable),
        ("+210 1234567", UnknownCountry),
        ("+999 1234567", UnknownCountry),
        ("+800 1234 5678", UnknownCountry),
        ("+", NotANumber),
        ("+0", TooShort),
        ("310 123 4567 / 311 987 6543", Several),
        ("3101234567, 3119876543", Several),
        ("3101234567 o 3119876543", Several),
        ("+573101234567 +573119876543", Several),
        ("310 123 4567 +57", NotANumber),
    ] {
        assert_eq!(e164(written), Err(error), "{written:?}");
    }
}

#[test]
fn a_forgotten_plus_is_offered_never_applied() {
    assert_eq!(PhoneNumber::repair("52 55 1234 5678").as_deref(), Some("+525512345678"));
    assert_eq!(PhoneNumber::repair("2125550123"), None);
    assert_eq!(PhoneNumber::repair("310 123 4567"), None);
}

#[test]
fn shown_as_people_of_the_country_write_it() {
    for (written, shown) in [
        ("+573101234567", "310 123 4567"),
        ("+57 (6) 3134484 ext 12", "(606) 313 4484 ext. 12"),
        ("+34612345678", "+34 612 345 678"),
        ("+50761234567", "+507 6123 4567"),
        ("+12015550123", "+1 201 555 0123"),
        ("+5491123456789", "+54 911 2345 6789"),
    ] {
        assert_eq!(PhoneNumber::parse(written).unwrap().to_string(), shown);
    }
}

#[test]
fn stored_with_its_extension_and_read_back_by_shape() {
    let number = PhoneNumber::parse("606 313 4484 ext 12").unwrap();
    let stored = serde_json::to_value(&number).unwrap();
    assert_eq!(stored, "+576063134484;ext=12");
    assert_eq!(serde_json::from_value::<PhoneNumber>(stored).unwrap(), number);
    // A plan may change after a number was stored: the shape is enough to read it.
    assert!(serde_json::from_value::<PhoneNumber>("+5763134484".into()).is_ok());
    for text in [
        "6063134484",
        "+57",
        "+0573101234567",
        "+57310123456a",
        "+5731012345671234",
        "+573101234567;ext=",
        "+573101234567;ext=1234567",
    ] {
        assert!(serde_json::from_value::<PhoneNumber>(text.into()).is_err(), "{text}");
    }
}

#[cfg(not(target_arch = "wasm32"))]
proptest! {
    #[test]
    fn any_text_is_read_or_refused_without_a_panic(text in "\\PC*") {
        let _ = PhoneNumber::repair(&text);
        if let Ok(number) = PhoneNumber::parse(&text) {
            prop_assert!(number.as_e164().starts_with('+'));
            prop_assert!(number.as_e164()[1..].bytes().all(|byte| byte.is_ascii_digit()));
            prop_assert!((8..=16).contains(&number.as_e164().len()));
        }
    }

    #[test]
    fn what_was_read_reads_the_same_again(
        text in "(\\+|00)?[ (]?(57|1|34|52|507|593|44|225|61)?[ )-]?[0-9 .-]{6,14}( ext [0-9]{1,5})?",
    ) {
        if let Ok(number) = PhoneNumber::parse(&text) {
            prop_assert_eq!(&PhoneNumber::parse(&number.to_string()), &Ok(number.clone()), "shown");
            prop_assert_eq!(PhoneNumber::parse(&String::from(number.clone())), Ok(number), "stored");
        }
    }

    #[test]
    fn every_colombian_mobile_is_taken_with_and_without_its_prefix(rest in "[0-9]{9}") {
        let expected = Ok(format!("+573{rest}"));
        prop_assert_eq!(&e164(&format!("3{rest}")), &expected);
        prop_assert_eq!(&e164(&format!("+57 3{rest}")), &expected);
        prop_assert_eq!(&e164(&format!("573{rest}")), &expected);
    }
}
