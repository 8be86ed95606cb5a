//! Colombia's numbering plan: Resolución CRC 5826 of 2019, in force for fixed lines since 1 September 2021.

use super::{PhoneError, pattern::matches};

/// A mobile: `3` and nine digits.
pub(super) const MOBILE: &str = "3xxxxxxxxx";
/// A fixed line: `60`, the area's old digit, seven digits.
pub(super) const FIXED: &str = "60[1-8]xxxxxxx";
/// A fixed line before the change: the area's digit and seven digits. No area was ever 3, so eight digits that begin
/// with it are a mobile cut short, not a line.
const OLD_FIXED: &str = "[124-8]xxxxxxx";

/// The ten digits of a Colombian number, from the digits someone wrote after `+57` or without any prefix.
///
/// Old ways of dialling are understood: the area's single digit (`6 3134484`), the trunk `0` before it
/// (`06 3134484`), a carrier's `0` and digit before it or before a mobile (`036 3134484`, `03 310 1234567`), and
/// `57` without the plus.
pub(super) fn national(digits: &str) -> Result<String, PhoneError> {
    let without_country = digits.strip_prefix("57").filter(|rest| matches!(rest.len(), 8 | 10));
    let candidates = [Some(digits), trunk_removed(digits, 1), trunk_removed(digits, 2), without_country];
    candidates.into_iter().flatten().find_map(current).ok_or_else(|| explain(digits))
}

/// The same after `+57`, where another `57` belongs to the number.
pub(super) fn after_prefix(digits: &str) -> Result<String, PhoneError> {
    let candidates = [Some(digits), trunk_removed(digits, 1), trunk_removed(digits, 2)];
    candidates.into_iter().flatten().find_map(current).ok_or_else(|| explain_after_prefix(digits))
}

fn current(digits: &str) -> Option<String> {
    if matches(MOBILE, digits) || matches(FIXED, digits) {
        Some(digits.to_owned())
    } else if matches(OLD_FIXED, digits) {
        Some(format!("60{digits}"))
    } else {
        None
    }
}

/// The digits without a trunk `0` and the carrier's digits after it, `length` in all.
fn trunk_removed(digits: &str, length: usize) -> Option<&str> {
    digits.strip_prefix('0').and_then(|_| digits.get(length..))
}

/// Without a prefix, whatever is long enough and does not begin like a Colombian number is taken for a foreign one.
fn explain(digits: &str) -> PhoneError {
    let is_colombian = digits.starts_with('3') || digits.starts_with("60") || is_toll_free(digits);
    if digits.len() < 10 || is_colombian { explain_after_prefix(digits) } else { PhoneError::CountryMissing }
}

fn explain_after_prefix(digits: &str) -> PhoneError {
    match digits.len() {
        7 => PhoneError::AreaMissing,
        length if length < 10 => PhoneError::TooShort,
        10 => PhoneError::NotDialable,
        _ if is_toll_free(digits) => PhoneError::NotDialable,
        _ => PhoneError::TooLong,
    }
}

/// `01 8000 …` and `01 900 …`: toll-free and premium lines, with or without their trunk digit.
fn is_toll_free(digits: &str) -> bool {
    let digits = digits.strip_prefix('0').unwrap_or(digits);
    digits.starts_with("1800") || digits.starts_with("1900")
}

/// `310 123 4567` or `(606) 313 4484`.
pub(super) fn display(national: &str) -> String {
    let part = |from: usize, to: usize| national.get(from..to).unwrap_or_default();
    let rest = national.get(6..).unwrap_or_default();
    if national.starts_with("60") {
        format!("({}) {} {rest}", part(0, 3), part(3, 6))
    } else {
        format!("{} {} {rest}", part(0, 3), part(3, 6))
    }
}
