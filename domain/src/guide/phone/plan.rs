//! Reading digits that begin with a country code.

use super::{
    FEWEST_DIGITS, MOST_DIGITS, PhoneError, colombia,
    countries::{CODES_THAT_KEEP_THE_ZERO, NOT_PERSONAL_AREAS, OTHER_CODES, PLANS, Plan},
    pattern::matches,
};

/// The E.164 form of digits that begin with a country code.
pub(super) fn international(digits: &str) -> Result<String, PhoneError> {
    if let Some(national) = digits.strip_prefix("57") {
        return colombia::after_prefix(national).map(|national| format!("+57{national}"));
    }
    let Some((code, national)) = split_code(digits) else {
        // Too few digits to hold a code at all is not a wrong country.
        return Err(if digits.len() < FEWEST_DIGITS {
            PhoneError::TooShort
        } else {
            PhoneError::UnknownCountry
        });
    };
    // Mexico's mobiles had a 1 after +52 until 2019, and North America's own trunk digit is 1.
    let national = match (code, national.len()) {
        ("1" | "52", 11) => national.strip_prefix('1').unwrap_or(national),
        _ => national,
    };
    let plan = find_plan(code);
    let trunk_removed = national.strip_prefix('0').filter(|_| !CODES_THAT_KEEP_THE_ZERO.contains(&code));
    trunk_removed
        .into_iter()
        .chain([national])
        .find(|national| is_dialable(code, plan, national))
        .map(|national| format!("+{code}{national}"))
        .ok_or_else(|| explain(code, plan, national))
}

fn is_dialable(code: &str, plan: Option<&Plan>, national: &str) -> bool {
    if let Some(plan) = plan {
        return plan.patterns().any(|pattern| matches(pattern, national)) && !is_service(code, national);
    }
    let length = code.len() + national.len();
    (FEWEST_DIGITS..=MOST_DIGITS).contains(&length) && !national.starts_with("00")
}

/// North America: toll-free and premium areas, and `N11` service codes in either part.
fn is_service(code: &str, national: &str) -> bool {
    let part = |from: usize, to: usize| national.get(from..to).unwrap_or_default();
    code == "1" && (NOT_PERSONAL_AREAS.contains(&part(0, 3)) || part(1, 3) == "11" || part(4, 6) == "11")
}

fn explain(code: &str, plan: Option<&Plan>, national: &str) -> PhoneError {
    let (fewest, most) = match plan {
        Some(plan) => plan.lengths(),
        None => (FEWEST_DIGITS - code.len(), MOST_DIGITS - code.len()),
    };
    if national.len() < fewest {
        PhoneError::TooShort
    } else if national.len() > most {
        PhoneError::TooLong
    } else {
        PhoneError::NotDialable
    }
}

/// The country code and what follows it. No code begins another, so the first that fits is the only one.
fn split_code(digits: &str) -> Option<(&str, &str)> {
    let is_code = |code: &str| find_plan(code).is_some() || OTHER_CODES.contains(&code);
    (1..=3).filter_map(|length| digits.split_at_checked(length)).find(|(code, _)| is_code(code))
}

fn find_plan(code: &str) -> Option<&'static Plan> {
    PLANS.iter().find(|plan| plan.code == code)
}

/// The E.164 form of digits that begin with the code of a country whose plan is known well enough to guess by.
pub(super) fn likely(digits: &str) -> Option<String> {
    let (code, _) = split_code(digits)?;
    find_plan(code).and_then(|_| international(digits).ok())
}

/// `+34 612 345 678`, `+507 6123 4567`: the code, then groups of three or four.
pub(super) fn display(digits: &str) -> String {
    let (code, mut rest) = split_code(digits).unwrap_or((digits, ""));
    let mut shown = format!("+{code}");
    while !rest.is_empty() {
        let group = match rest.len() {
            ..=4 => rest.len(),
            8 => 4,
            _ => 3,
        };
        let (front, after) = rest.split_at_checked(group).unwrap_or((rest, ""));
        shown.push(' ');
        shown.push_str(front);
        rest = after;
    }
    shown
}
