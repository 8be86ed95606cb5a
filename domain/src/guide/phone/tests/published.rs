//! One fixed and one mobile example of each country, and one toll-free, from libphonenumber's public metadata (9.0).

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::{super::PhoneNumber, PhoneError, e164};

/// Country, fixed line, mobile, toll-free line.
const EXAMPLES: &[(&str, &str, &str, &str)] = &[
    ("US", "+1 201-555-0123", "+1 201-555-0123", "+1 800-234-5678"),
    ("CA", "+1 506-234-5678", "+1 506-234-5678", "+1 800-212-3456"),
    ("DO", "+1 809-234-5678", "+1 809-234-5678", "+1 800-212-3456"),
    ("PR", "+1 787-234-5678", "+1 787-234-5678", "+1 800-234-5678"),
    ("JM", "+1 876-523-0123", "+1 876-210-1234", "+1 800-212-3456"),
    ("MX", "+52 200 123 4567", "+52 222 123 4567", "+52 800 123 4567"),
    ("BR", "+55 11 2345-6789", "+55 11 96123-4567", "+55 800 12 3456"),
    ("AR", "+54 11 2345-6789", "+54 9 11 2345-6789", "+54 800-123-4567"),
    ("CL", "+56 600 123 456", "+56 2 2123 4567", "+56 800 123 456"),
    ("PE", "+51 1 1234567", "+51 912 345 678", "+51 800 12345"),
    ("EC", "+593 2-212-3456", "+593 99 123 4567", "+593 1800 123 4567"),
    ("VE", "+58 212-1234567", "+58 412-1234567", "+58 800-1234567"),
    ("BO", "+591 2 2123456", "+591 71234567", "+591 800 17 1234"),
    ("PY", "+595 21 234 5678", "+595 961 456789", "+595 9800 012 3456"),
    ("UY", "+598 2123 1234", "+598 94 231 234", "+598 800 1234"),
    ("CO", "+57 601 2345678", "+57 321 1234567", "+57 1 800 1234567"),
    ("CR", "+506 2212 3456", "+506 8312 3456", "+506 800-123-4567"),
    ("PA", "+507 200-1234", "+507 6123-4567", "+507 800-1234"),
    ("GT", "+502 2245 6789", "+502 5123 4567", "+502 1800 111 2222"),
    ("HN", "+504 2212-3456", "+504 9123-4567", "+504 80021234567"),
    ("SV", "+503 2123 4567", "+503 7012 3456", "+503 800 1234"),
    ("NI", "+505 2123 4567", "+505 8123 4567", "+505 1800 1234"),
    ("BZ", "+501 222-1234", "+501 622-1234", "+501 0-800-1234-123"),
    ("CU", "+53 7 1234567", "+53 5 1234567", "+53 800 1234567"),
    ("HT", "+509 22 45 3300", "+509 34 10 1234", "+509 80 01 2345"),
    ("GF", "+594 594 10 12 34", "+594 694 20 12 34", "+594 800 01 23 45"),
    ("GP", "+590 590 20 12 34", "+590 690 00 12 34", "+590 800 01 23 45"),
    ("MQ", "+596 596 30 12 34", "+596 696 20 12 34", "+596 800 01 23 45"),
    ("GY", "+592 220 1234", "+592 609 1234", "+592 289 1234"),
    ("SR", "+597 211-234", "+597 741-2345", "+597 801-2345"),
    ("ES", "+34 810 12 34 56", "+34 612 34 56 78", "+34 800 123 456"),
    ("FR", "+33 1 23 45 67 89", "+33 6 12 34 56 78", "+33 801 23 45 67"),
    ("DE", "+49 30 123456", "+49 1512 3456789", "+49 800 1234567890"),
    ("IT", "+39 02 1234 5678", "+39 312 345 6789", "+39 800 123 456"),
    ("PT", "+351 21 234 5678", "+351 912 345 678", "+351 800 123 456"),
    ("GB", "+44 121 234 5678", "+44 7400 123456", "+44 800 123 4567"),
    ("CH", "+41 21 234 56 78", "+41 78 123 45 67", "+41 800 123 456"),
    ("NL", "+31 10 123 4567", "+31 6 12345678", "+31 800 1234"),
    ("BE", "+32 12 34 56 78", "+32 450 00 12 34", "+32 800 12 345"),
    ("AT", "+43 1 234567890", "+43 664 123456", "+43 800 123456"),
    ("IE", "+353 22 12345", "+353 85 012 3456", "+353 1800 123 456"),
];

/// Those of the Americas that have no toll-free example of their own: fixed line, mobile.
const WITHOUT_TOLL_FREE: &[(&str, &str)] = &[
    ("+299 321000", "+299 221234"),         // Greenland
    ("+500 31234", "+500 51234"),           // Falkland Islands
    ("+508 430123", "+508 551234"),         // Saint Pierre and Miquelon
    ("+297 522 1234", "+297 560 1234"),     // Aruba
    ("+599 9 435 1234", "+599 9 518 1234"), // Curaçao
];

/// Countries known by their code alone: fixed line, mobile.
const BY_CODE: &[(&str, &str)] = &[
    ("+61 2 1234 5678", "+61 412 345 678"),
    ("+91 74104 10123", "+91 81234 56789"),
    ("+81 3-1234-5678", "+81 90-1234-5678"),
    ("+86 10 1234 5678", "+86 131 2345 6789"),
    ("+27 10 123 4567", "+27 71 123 4567"),
    ("+48 12 345 67 89", "+48 512 345 678"),
    ("+7 301 123-45-67", "+7 912 345-67-89"),
    ("+46 8 12 34 56", "+46 70 123 45 67"),
    ("+225 21 23 4 56789", "+225 01 23 45 6789"),
    ("+378 0549 886377", "+378 66 66 12 12"),
    ("+241 01 44 12 34", "+241 06 03 12 34"),
    ("+229 01 20 21 12 34", "+229 01 95 12 34 56"),
    ("+683 7012", "+683 888 4012"),
    ("+64 3 234 5678", "+64 21 123 4567"),
    ("+972 2-123-4567", "+972 50-234-5678"),
    ("+90 212 345 67 89", "+90 501 234 56 78"),
    ("+82 2-212-3456", "+82 10-2000-0000"),
    ("+20 2 34567890", "+20 10 01234567"),
];

fn digits(text: &str) -> String {
    text.chars().filter(|character| *character == '+' || character.is_ascii_digit()).collect()
}

#[test]
fn fixed_lines_and_mobiles_keep_their_digits() {
    let described = EXAMPLES.iter().flat_map(|(_, fixed, mobile, _)| [fixed, mobile]);
    let others = WITHOUT_TOLL_FREE.iter().chain(BY_CODE);
    for example in described.chain(others.flat_map(|(fixed, mobile)| [fixed, mobile])) {
        let expected = digits(example);
        assert_eq!(e164(example), Ok(expected.clone()), "{example}");
        assert_eq!(e164(&expected.replace('+', "00")), Ok(expected), "{example}");
    }
}

#[test]
fn toll_free_lines_cannot_be_rung_from_elsewhere() {
    for (country, _, _, toll_free) in EXAMPLES {
        // Their plans mix toll-free lines with others of the same shape.
        if !["MX", "PE", "PA", "GY", "SR", "DE"].contains(country) {
            assert!(PhoneNumber::parse(toll_free).is_err(), "{toll_free}");
        }
    }
}

#[test]
fn a_digit_too_few_or_too_many_is_told() {
    for country in [
        "US", "MX", "BR", "CL", "PE", "VE", "BO", "UY", "CO", "CR", "GT", "HN", "SV", "NI", "BZ", "HT", "GP",
        "MQ", "ES",
    ] {
        let (_, fixed, mobile, _) = EXAMPLES.iter().find(|(code, ..)| *code == country).unwrap();
        let (fixed, mobile) = (digits(fixed), digits(mobile));
        let (short, long) = if fixed.len() < mobile.len() { (&fixed, &mobile) } else { (&mobile, &fixed) };
        assert_eq!(e164(&short[..short.len() - 1]), Err(PhoneError::TooShort), "{short}");
        assert_eq!(e164(&format!("{long}0")), Err(PhoneError::TooLong), "{long}");
    }
    for (fixed, mobile) in WITHOUT_TOLL_FREE {
        for example in [fixed, mobile].map(|example| digits(example)) {
            assert!(e164(&example[..example.len() - 2]).is_err(), "{example}");
            assert!(e164(&format!("{example}01")).is_err(), "{example}");
        }
    }
}
