//! Patterns of national numbers: a digit stands for itself, `x` for any digit, `N` for 2–9, `[1-36]` for one of a
//! set, and `?` for a digit that may be missing at the end.

/// The fewest and the most digits a pattern fits.
pub(super) fn lengths(pattern: &str) -> (usize, usize) {
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
            ('?', _) | ('x', Some(_)) => true,
            (_, None) => false,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_fit_what_they_say() {
        for (pattern, fits, misses) in [
            ("3x", &["30", "39"][..], &["3", "40", "301", ""][..]),
            ("N[0-8]", &["20", "98"], &["10", "29", "2"]),
            ("[1-36]x?", &["10", "30", "609"], &["4", "40", "7", "1", "1000"]),
        ] {
            for digits in fits {
                assert!(matches(pattern, digits), "{pattern} {digits}");
            }
            for digits in misses {
                assert!(!matches(pattern, digits), "{pattern} {digits}");
            }
        }
    }

    #[test]
    fn a_pattern_knows_its_lengths() {
        assert_eq!(lengths("60[1-8]xxxxxxx"), (10, 10));
        assert_eq!(lengths("[2-4]xxxxx??"), (6, 8));
    }
}
