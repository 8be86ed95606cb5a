use super::*;
use std::collections::BTreeSet;

const KEY: &str = "a key for tests alone";

fn at(seconds: i64) -> Instant {
    Instant::from_timestamp(seconds, 0).unwrap()
}

fn secret() -> Secret {
    Secret::derive(KEY, &"valentina".into(), "sal")
}

/// The secret of the tables in both standards.
fn published() -> Secret {
    Secret(*b"12345678901234567890")
}

#[test]
fn the_codes_are_those_of_rfc_4226_appendix_d() {
    let published = published();
    let codes = [755_224, 287_082, 359_152, 969_429, 338_314, 254_676, 287_922, 162_583, 399_871, 520_489];
    for (step, code) in (0..).zip(codes) {
        assert_eq!(published.number(step), code, "step {step}");
    }
}

#[test]
fn the_codes_are_those_of_rfc_6238_appendix_b() {
    for (seconds, code) in [
        (59, "287082"),
        (1_111_111_109, "081804"),
        (1_111_111_111, "050471"),
        (1_234_567_890, "005924"),
        (2_000_000_000, "279037"),
        (20_000_000_000, "353130"),
    ] {
        assert_eq!(published().code_at(at(seconds)), code, "at {seconds}");
    }
}

#[test]
fn the_letters_are_those_of_rfc_4648_section_10() {
    for (text, letters) in [
        ("", ""),
        ("f", "MY"),
        ("fo", "MZXQ"),
        ("foo", "MZXW6"),
        ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ] {
        assert_eq!(base32(text.as_bytes(), BASE32), letters);
    }
    assert_eq!(published().base32(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
}

#[test]
fn fault_15_a_code_works_once_and_none_before_it_any_more() {
    let (secret, now) = (secret(), at(1_800_000_010));
    let code = secret.code_at(now);
    let step = secret.accepts(&code, now, 0).unwrap();
    assert_eq!(secret.accepts(&code, now, step), None, "used");
    assert_eq!(secret.accepts(&secret.code_at(now - TimeDelta::seconds(30)), now, step), None, "older");
    assert_eq!(secret.accepts(&secret.code_at(now + TimeDelta::seconds(30)), now, step), Some(step + 1));
}

#[test]
fn fault_15_a_code_is_good_for_its_step_and_the_one_beside_it_on_either_side() {
    let (secret, now) = (secret(), at(1_800_000_000));
    for (seconds, good) in
        [(-60, false), (-31, false), (-30, true), (0, true), (29, true), (30, true), (59, true), (60, false)]
    {
        let code = secret.code_at(now + TimeDelta::seconds(seconds));
        assert_eq!(secret.accepts(&code, now, 0).is_some(), good, "{seconds} s away");
    }
}

#[test]
fn a_code_is_read_with_spaces_and_as_nothing_when_it_is_none() {
    let (secret, now) = (secret(), at(1_800_000_000));
    let code = secret.code_at(now);
    let (first, last) = code.split_at(3);
    assert!(secret.accepts(&format!(" {first} {last} "), now, 0).is_some());
    for wrong in ["", first, &format!("{code}0"), "abcdef"] {
        assert_eq!(secret.accepts(wrong, now, 0), None, "{wrong}");
    }
}

#[test]
fn a_secret_is_of_one_key_one_account_and_one_salt() {
    let secrets = [
        secret(),
        Secret::derive("another key", &"valentina".into(), "sal"),
        Secret::derive(KEY, &"camilo".into(), "sal"),
        Secret::derive(KEY, &"valentina".into(), "otra"),
        // Where one part ends and the next begins counts.
        Secret::derive(KEY, &"valentinas".into(), "al"),
    ];
    let apart: BTreeSet<_> = secrets.iter().map(Secret::base32).collect();
    assert_eq!(apart.len(), secrets.len());
    assert_eq!(secret(), Secret::derive(KEY, &"valentina".into(), "sal"));
    assert_eq!(format!("{:?}", secret()), "Secret(…)");
}

#[test]
fn an_application_is_told_whose_codes_these_are() {
    assert_eq!(
        published().uri("ana+caja@soho.example"),
        "otpauth://totp/Soporte%20SOHO:ana%2Bcaja%40soho.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\
         &issuer=Soporte%20SOHO&algorithm=SHA1&digits=6&period=30"
    );
}

#[test]
fn staff_alone_need_a_factor_and_nothing_else_admits_them() {
    for role in Role::ALL {
        let states = [(false, false), (true, false), (true, true), (false, true)]
            .map(|(enrolled, passed)| FactorState::of(role, enrolled, passed));
        // What was passed before the factor was taken away counts for nothing.
        let expected = if role.is_staff() {
            [FactorState::Enrol, FactorState::Ask, FactorState::Passed, FactorState::Enrol]
        } else {
            [FactorState::NoneNeeded; 4]
        };
        assert_eq!(states, expected, "{role:?}");
        assert_eq!(
            states.map(FactorState::admits),
            expected.map(|state| matches!(state, FactorState::NoneNeeded | FactorState::Passed))
        );
    }
}

#[test]
fn fault_15_recovery_codes_have_eighty_bits_and_are_read_as_people_copy_them() {
    assert_eq!(RECOVERY_BYTES * 8, 80);
    let code = RecoveryCode::from_random([0xff, 0, 0x12, 0x34, 0x56, 0x78, 0x9a, 0xbc, 0xde, 0xf0]);
    let written = code.written();
    assert_eq!(written, "ZW01-4D2P-F2DB-SQQG");
    for copied in [
        written.clone(),
        written.to_lowercase(),
        written.replace('-', ""),
        written.replace('-', " – "),
        written.replace('0', "o"),
    ] {
        assert_eq!(RecoveryCode::parse(&copied).as_ref(), Some(&code), "{copied}");
    }
    for wrong in ["", "ZW01-4D2P-F2DB", "ZW01-4D2P-F2DB-SQQU", "ZW01-4D2P-F2DB-SQQG-0", "ZW01-4D2P-F2DB-SQQÑ"]
    {
        assert_eq!(RecoveryCode::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn every_random_code_is_read_back() {
    for byte in 0..=u8::MAX {
        let code = RecoveryCode::from_random(
            [byte; RECOVERY_BYTES].map(|byte| byte.wrapping_mul(7).wrapping_add(3)),
        );
        assert_eq!(RecoveryCode::parse(&code.written()), Some(code));
    }
}

#[test]
fn fault_19_guessing_is_paused_within_ten() {
    assert!(!codes_are_paused(WRONG_ALLOWED));
    assert!(codes_are_paused(WRONG_ALLOWED + 1));
    const { assert!(WRONG_ALLOWED < 10) };
}
