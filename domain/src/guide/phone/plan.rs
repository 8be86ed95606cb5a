//! The numbering plans of the countries guests and owners ring from (ITU-T E.164 and each national plan).
//!
//! The Americas, Spain and the larger countries of Europe are known by their real lengths and first digits. For the
//! rest, a country code that ITU-T has assigned and a length within E.164's bounds are enough.

use super::{FEWEST_DIGITS, MOST_DIGITS, PhoneError, colombia};

/// One country code. In a pattern, a digit stands for itself, `x` for any digit, `N` for 2–9, `[1-36]` for one of
/// a set, and `?` for a digit that may be missing at the end.
struct Plan {
    code: &'static str,
    /// Numbers that can only be mobiles.
    mobile: &'static [&'static str],
    /// Fixed lines, and numbers of either sort.
    other: &'static [&'static str],
}

const fn plan(code: &'static str, mobile: &'static [&'static str], other: &'static [&'static str]) -> Plan {
    Plan { code, mobile, other }
}

const PLANS: &[Plan] = &[
    // North America and most of the Caribbean: an area never has 9 second, and neither part ends in 11 as service
    // codes do. `NOT_PERSONAL_AREAS` leaves out toll-free and premium.
    plan("1", &[], &["N[0-8]xNxxxxxx"]),
    plan("501", &["6xxxxxx"], &["[2-578]xxxxxx"]),     // Belize
    plan("502", &["[345]xxxxxxx"], &["[267]xxxxxxx"]), // Guatemala
    plan("503", &["[67]xxxxxxx"], &["2xxxxxxx"]),      // El Salvador
    plan("504", &["[3789]xxxxxxx"], &["2xxxxxxx"]),    // Honduras
    plan("505", &["[578]xxxxxxx", "6xxxxxxx"], &["2xxxxxxx"]), // Nicaragua
    plan("506", &["[5-8]xxxxxxx"], &["[24]xxxxxxx"]),  // Costa Rica
    plan("507", &["6xxxxxxx"], &["[1-57-9]xxxxxx"]),   // Panama
    plan("509", &["[345]xxxxxxx"], &["[29]xxxxxxx"]),  // Haiti
    plan("51", &["9xxxxxxxx"], &["[1-8]xxxxxxx"]),     // Peru
    // Mexico: ten digits for everything since 2019; the 1 that mobiles had after +52 is dropped before.
    plan("52", &[], &["[2-9]xxxxxxxxx"]),
    plan("53", &["[56]xxxxxxx"], &["[2-4]xxxxx??", "7xxxxxx?"]), // Cuba
    // Argentina: from abroad a mobile takes a 9 before its area.
    plan("54", &["9[1-3]xxxxxxxxx"], &["[1-3]xxxxxxxxx", "6xxxxxxxxx"]),
    // Brazil: two digits of area, then eight of a fixed line or nine of a mobile.
    plan("55", &["[1-9][1-9]9xxxxxxxx"], &["[1-9][1-9][2-57]xxxxxxx"]),
    plan("56", &["9xxxxxxxx"], &["[2-7]xxxxxxxx"]), // Chile
    plan("57", &[colombia::MOBILE], &[colombia::FIXED]),
    plan("58", &["4xxxxxxxxx"], &["2xxxxxxxxx"]),      // Venezuela
    plan("591", &["[67]xxxxxxx"], &["[2-5]xxxxxxx"]),  // Bolivia
    plan("592", &["[67]xxxxxx"], &["[2-5]xxxxxx"]),    // Guyana
    plan("593", &["9xxxxxxxx"], &["[2-7]xxxxxxx"]),    // Ecuador
    plan("594", &["[67]xxxxxxxx"], &["[59]xxxxxxxx"]), // French Guiana
    plan("595", &["9xxxxxxxx"], &["[2-8]xxxxxx??"]),   // Paraguay
    plan("597", &["[678]xxxxxx"], &["[2-5]xxxxx"]),    // Suriname
    plan("598", &["9xxxxxxx"], &["[124]xxxxxxx"]),     // Uruguay
    plan("599", &[], &["[3-79]xxxxxx?"]),              // Curaçao, Bonaire
    plan("297", &[], &["[25-79]xxxxxx"]),              // Aruba
    plan("31", &["6xxxxxxxx"], &["[1-57-9]xxxxxxxx"]), // Netherlands
    plan("32", &["4xxxxxxxx"], &["[1-9]xxxxxxx"]),     // Belgium
    plan("33", &["[67]xxxxxxxx"], &["[1-59]xxxxxxxx"]), // France
    // Spain: nine digits; mobiles begin with 6 or 7, fixed lines with 8 or 9 and another digit than 0.
    plan("34", &["6xxxxxxxx", "7[1-9]xxxxxxx"], &["[89][1-9]xxxxxxx"]),
    plan("351", &["9xxxxxxxx"], &["[23]xxxxxxxx"]),   // Portugal
    plan("353", &["8xxxxxxxx"], &["[1-79]xxxxxx??"]), // Ireland
    plan("39", &["3xxxxxxxx?"], &["0xxxxx??????"]),   // Italy keeps the 0 of its fixed lines
    plan("41", &["7xxxxxxxx"], &["[2-689]xxxxxxxx"]), // Switzerland
    plan("43", &["6xxxxxx??????"], &["[1-57]xxx?????????"]), // Austria
    plan("44", &["7xxxxxxxxx"], &["[1-3]xxxxxxxx?", "5[56]xxxxxxxx"]), // United Kingdom
    plan("49", &["1[567]xxxxxxxx?"], &["[2-9]xxxx??????"]), // Germany
];

/// Area codes of North America that are toll-free or premium.
const NOT_PERSONAL_AREAS: &[&str] = &["800", "833", "844", "855", "866", "877", "888", "900"];

/// Country codes assigned by ITU-T that `PLANS` does not describe; of the global ones, the satellite networks.
const OTHER_CODES: &[&str] = &[
    "7", "20", "27", "30", "36", "40", "45", "46", "47", "48", "60", "61", "62", "63", "64", "65", "66",
    "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98", "211", "212", "213", "216", "218",
    "220", "221", "222", "223", "224", "225", "226", "227", "228", "229", "230", "231", "232", "233", "234",
    "235", "236", "237", "238", "239", "240", "241", "242", "243", "244", "245", "246", "247", "248", "249",
    "250", "251", "252", "253", "254", "255", "256", "257", "258", "260", "261", "262", "263", "264", "265",
    "266", "267", "268", "269", "290", "291", "298", "299", "350", "352", "354", "355", "356", "357", "358",
    "359", "370", "371", "372", "373", "374", "375", "376", "377", "378", "380", "381", "382", "383", "385",
    "386", "387", "389", "420", "421", "423", "500", "508", "590", "596", "670", "672", "673", "674", "675",
    "676", "677", "678", "679", "680", "681", "682", "683", "685", "686", "687", "688", "689", "690", "691",
    "692", "850", "852", "853", "855", "856", "870", "880", "881", "886", "960", "961", "962", "963", "964",
    "965", "966", "967", "968", "970", "971", "972", "973", "974", "975", "976", "977", "979", "992", "993",
    "994", "995", "996", "998",
];

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
    let national = match (code, national.len()) {
        ("52", 11) => national.strip_prefix('1').unwrap_or(national),
        _ => national,
    };
    let plan = find_plan(code);
    let trunk_removed = national.strip_prefix('0').filter(|_| code != "39");
    [Some(national), trunk_removed]
        .into_iter()
        .flatten()
        .find(|national| is_dialable(code, plan, national))
        .map(|national| format!("+{code}{national}"))
        .ok_or_else(|| explain(code, plan, national))
}

fn is_dialable(code: &str, plan: Option<&Plan>, national: &str) -> bool {
    match plan {
        Some(plan) => {
            plan.patterns().any(|pattern| matches(pattern, national)) && !is_service(code, national)
        }
        None => {
            let length = code.len() + national.len();
            !national.starts_with('0')
                && national.len() >= 4
                && (FEWEST_DIGITS + 1..=MOST_DIGITS).contains(&length)
        }
    }
}

/// North America: toll-free and premium areas, and `N11` service codes in either part.
fn is_service(code: &str, national: &str) -> bool {
    let part = |from: usize, to: usize| national.get(from..to).unwrap_or_default();
    code == "1" && (NOT_PERSONAL_AREAS.contains(&part(0, 3)) || part(1, 3) == "11" || part(4, 6) == "11")
}

fn explain(code: &str, plan: Option<&Plan>, national: &str) -> PhoneError {
    let (fewest, most) = match plan {
        Some(plan) => plan.lengths(),
        None => (FEWEST_DIGITS + 1 - code.len(), MOST_DIGITS - code.len()),
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

/// Whether E.164 digits can only be a mobile's.
pub(super) fn is_mobile(digits: &str) -> bool {
    split_code(digits).is_some_and(|(code, national)| {
        find_plan(code).is_some_and(|plan| plan.mobile.iter().any(|pattern| matches(pattern, national)))
    })
}

/// `+34 612 345 678`: the code, then groups of three, the last of up to four.
pub(super) fn display(digits: &str) -> String {
    let (code, national) = split_code(digits).unwrap_or((digits, ""));
    let mut shown = format!("+{code}");
    let mut rest = national;
    while let Some((group, after)) = rest.split_at_checked(3).filter(|_| rest.len() > 4) {
        shown.push(' ');
        shown.push_str(group);
        rest = after;
    }
    if !rest.is_empty() {
        shown.push(' ');
        shown.push_str(rest);
    }
    shown
}

impl Plan {
    fn patterns(&self) -> impl Iterator<Item = &'static str> {
        self.mobile.iter().chain(self.other).copied()
    }

    /// The fewest and the most digits of a national number.
    fn lengths(&self) -> (usize, usize) {
        let lengths = || self.patterns().map(pattern_lengths);
        let fewest = lengths().map(|(fewest, _)| fewest).min().unwrap_or_default();
        (fewest, lengths().map(|(_, most)| most).max().unwrap_or_default())
    }
}

fn pattern_lengths(pattern: &str) -> (usize, usize) {
    let mut places = 0;
    let mut optional = 0;
    let mut in_set = false;
    for sign in pattern.chars() {
        in_set = sign == '[' || (in_set && sign != ']');
        places += usize::from(!in_set);
        optional += usize::from(sign == '?');
    }
    (places - optional, places)
}

/// Whether the digits are as the pattern says.
pub(super) fn matches(pattern: &str, digits: &str) -> bool {
    let mut digits = digits.chars();
    let mut rest = pattern;
    while let Some(sign) = rest.chars().next() {
        rest = rest.get(1..).unwrap_or_default();
        let digit = digits.next();
        let fits = match (sign, digit) {
            ('?', None) => true,
            (_, None) => false,
            ('x' | '?', Some(_)) => true,
            ('N', Some(digit)) => ('2'..='9').contains(&digit),
            ('[', Some(digit)) => {
                let (set, after) = rest.split_once(']').unwrap_or_default();
                rest = after;
                is_in_set(set, digit)
            }
            (literal, Some(digit)) => literal == digit,
        };
        if !fits {
            return false;
        }
    }
    digits.next().is_none()
}

/// Whether a digit is in a set such as `1-36`.
fn is_in_set(set: &str, digit: char) -> bool {
    let mut before = None;
    let mut is_range = false;
    for sign in set.chars() {
        if sign == '-' {
            is_range = true;
        } else {
            let from = if is_range { before.unwrap_or(sign) } else { sign };
            if (from..=sign).contains(&digit) {
                return true;
            }
            (before, is_range) = (Some(sign), false);
        }
    }
    false
}
