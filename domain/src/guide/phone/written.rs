//! Reading digits, prefix and extension out of what was typed.

use super::{MOST_EXTENSION_DIGITS, PhoneError};
use crate::guide::{letters, text};

/// What was written, separators gone.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Written {
    /// The digits, after `+` or `00` if there was one.
    pub digits: String,
    /// Whether the digits begin with a country code.
    pub is_international: bool,
    /// The digits of an extension.
    pub extension: Option<String>,
}

/// The fewest digits that can be a whole number; as many again on the other side of a comma are a second one.
const FEWEST_DIGITS: usize = 7;

/// What people write before a number.
const LABELS: &[&str] = &[
    "tel", "telefono", "telf", "tfno", "fijo", "cel", "celular", "movil", "whatsapp", "wa", "phone",
    "mobile", "cell", "pbx", "numero", "no", "contacto",
];

/// What people write before an extension.
const EXTENSION_MARKS: &[&str] = &["ext", "extension", "extn", "x", "int", "interno", "anexo", "opcion"];

pub(super) fn read(text: &str) -> Result<Written, PhoneError> {
    let text: String = text::visible(text).chars().map(text::to_ascii_form).collect();
    if text.is_empty() {
        return Err(PhoneError::Empty);
    }
    let text = without_label(&text);
    let (number, tail) = split_tail(text);
    let extension = if tail.is_empty() { None } else { Some(read_extension(tail)?) };
    if count_digits(number) == 0 || number.chars().any(|character| !is_number_sign(character)) {
        return Err(PhoneError::NotANumber);
    }
    let parts = number.split(['/', ',', ';', '|', '\n', '&']);
    if parts.filter(|part| count_digits(part) >= FEWEST_DIGITS).count() > 1 || number.matches('+').count() > 1
    {
        return Err(PhoneError::Several);
    }
    let (before_plus, after_plus) = number.split_once('+').unwrap_or(("", number));
    if count_digits(before_plus) > 0 {
        return Err(PhoneError::NotANumber);
    }
    let has_plus = number.contains('+');
    // `+44 (0)20 …` shows the trunk digit for callers inside the country; it is not dialled from outside.
    let after_plus = if has_plus { after_plus.replace("(0)", "") } else { after_plus.to_owned() };
    let digits: String = after_plus.chars().filter(char::is_ascii_digit).collect();
    let without_exit = digits.strip_prefix("00");
    Ok(Written {
        is_international: has_plus || without_exit.is_some(),
        digits: without_exit.unwrap_or(&digits).to_owned(),
        extension,
    })
}

/// The text after words such as `Cel:` or `tel.`, which only say what it is.
fn without_label(text: &str) -> &str {
    let end = text.find(|character: char| !(character.is_alphabetic() || " .:".contains(character)));
    let (label, rest) = text.split_at(end.unwrap_or(0));
    let is_label = letters::words(label, &[]).iter().all(|word| LABELS.contains(&word.letters.as_str()));
    if is_label { rest } else { text }
}

/// The number, and whatever follows it from the first letter or `#` on.
fn split_tail(text: &str) -> (&str, &str) {
    let mut digits = 0;
    let start = text.char_indices().find(|(_, character)| {
        digits += usize::from(character.is_ascii_digit());
        digits > 0 && (character.is_alphabetic() || *character == '#')
    });
    start.map_or((text, ""), |(place, _)| text.split_at(place))
}

fn read_extension(tail: &str) -> Result<String, PhoneError> {
    let digits: String = tail.chars().filter(char::is_ascii_digit).collect();
    if digits.len() >= FEWEST_DIGITS {
        return Err(PhoneError::Several);
    }
    let mark =
        tail.trim_end_matches(|character: char| character.is_ascii_digit() || " .:=-#)".contains(character));
    let is_mark = mark.is_empty() || EXTENSION_MARKS.contains(&letters::skeleton(mark).as_str());
    let fits = (1..=MOST_EXTENSION_DIGITS).contains(&digits.len());
    if is_mark && fits { Ok(digits) } else { Err(PhoneError::NotANumber) }
}

fn is_number_sign(character: char) -> bool {
    character.is_ascii_digit()
        || character.is_whitespace()
        || "+-.()/,;|&_[]".contains(character)
        || matches!(character, '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{b7}' | '\u{2022}')
}

fn count_digits(text: &str) -> usize {
    text.chars().filter(char::is_ascii_digit).count()
}
