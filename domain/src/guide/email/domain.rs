//! The domain of an address: letters, digits and hyphens of any script, at least two labels.

use super::punycode;

/// RFC 1035 §2.3.4: the most octets of a label and of a name.
const LONGEST_LABEL: usize = 63;
const LONGEST_NAME: usize = 253;

/// The domain in lower case, or `None` if it is none. The dots that other keyboards give (RFC 3490 §3.1) are read
/// as dots.
pub(super) fn normalize(domain: &str) -> Option<String> {
    let domain: String = domain.replace(['\u{3002}', '\u{ff0e}', '\u{ff61}'], ".").to_lowercase();
    let labels: Vec<&str> = domain.split('.').collect();
    let top = labels.last()?;
    let is_valid = labels.len() >= 2
        && labels.iter().all(|label| is_label(label))
        && is_top_level(top)
        && to_ascii(&domain).is_some_and(|ascii| ascii.len() <= LONGEST_NAME);
    is_valid.then_some(domain)
}

/// The domain with each label in its A-label form, or `None` if one grows too long.
pub(super) fn to_ascii(domain: &str) -> Option<String> {
    let labels: Option<Vec<String>> = domain.split('.').map(label_to_ascii).collect();
    Some(labels?.join("."))
}

fn label_to_ascii(label: &str) -> Option<String> {
    let ascii = if label.is_ascii() { label.to_owned() } else { format!("xn--{}", punycode::encode(label)?) };
    (ascii.len() <= LONGEST_LABEL).then_some(ascii)
}

fn is_label(label: &str) -> bool {
    let is_inner = |character: char| character.is_alphanumeric() || character == '-';
    !label.is_empty() && label.chars().all(is_inner) && !label.starts_with('-') && !label.ends_with('-')
}

/// No top-level domain is a single letter or has digits, except in A-labels.
fn is_top_level(label: &str) -> bool {
    label.starts_with("xn--") || (label.chars().count() >= 2 && label.chars().all(char::is_alphabetic))
}
