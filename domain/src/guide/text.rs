//! Tidying what people type or paste, without changing what it says.

/// A character nobody sees: controls, and the marks that copying from a chat or a contact card leaves behind
/// (zero-width space, directional marks, byte-order mark). The zero-width joiners stay: emoji and some scripts are
/// spelt with them.
fn is_invisible(character: char) -> bool {
    (character.is_control() && !character.is_whitespace())
        || matches!(character, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(character, '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
        || matches!(character, '\u{e0000}'..='\u{e007f}')
}

/// The text without its invisible characters and outer white space.
pub(super) fn visible(text: &str) -> String {
    let visible: String = text.chars().filter(|character| !is_invisible(*character)).collect();
    visible.trim().to_owned()
}

/// The text on one line: every run of white space, line breaks included, becomes one space.
pub(super) fn one_line(text: &str) -> String {
    visible(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text with its lines kept, each without trailing white space, and line breaks as `\n`.
pub(super) fn paragraphs(text: &str) -> String {
    let text = visible(&text.replace("\r\n", "\n").replace('\r', "\n"));
    text.split('\n').map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// Whether the text, its edges aside, has a line break or another control character where a header would end. A tab
/// is only a wide space.
pub(super) fn has_inner_control(text: &str) -> bool {
    let is_control = |character: char| character.is_control() || matches!(character, '\u{2028}' | '\u{2029}');
    text.trim().contains(|character| is_control(character) && character != '\t')
}

/// Whether the text says anything at all: a dot or a dash typed to get past a field does not.
pub(super) fn says_something(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// Full-width forms and the digits of other scripts as the ASCII a keyboard here would give.
pub(super) fn to_ascii_form(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => shifted(character, 0xff01, u32::from('!')),
        '\u{3000}' => ' ',
        '\u{660}'..='\u{669}' => shifted(character, 0x660, u32::from('0')),
        '\u{6f0}'..='\u{6f9}' => shifted(character, 0x6f0, u32::from('0')),
        '\u{966}'..='\u{96f}' => shifted(character, 0x966, u32::from('0')),
        other => other,
    }
}

/// The character as far after `onto` as it stands after `from`.
pub(super) fn shifted(character: char, from: u32, onto: u32) -> char {
    let moved = u32::from(character).checked_sub(from).and_then(|offset| char::from_u32(onto + offset));
    moved.unwrap_or(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_collapses_breaks_and_drops_what_nobody_sees() {
        assert_eq!(one_line("  \u{202a}Error \r\n al\tfacturar\u{200b} "), "Error al facturar");
        assert_eq!(one_line("a\0b\u{1b}c"), "abc");
    }

    #[test]
    fn paragraphs_keep_their_lines() {
        assert_eq!(paragraphs("uno  \r\ndos\r\rtres\n"), "uno\ndos\n\ntres");
    }

    #[test]
    fn punctuation_says_nothing() {
        for text in ["", " ", ".", "---", "¿?", "…"] {
            assert!(!says_something(text), "{text}");
        }
        assert!(says_something("x"));
    }

    #[test]
    fn digits_of_other_scripts_become_ascii() {
        let read = |text: &str| text.chars().map(to_ascii_form).collect::<String>();
        assert_eq!(read("＋５７ ٣١٠ ۳۱۰ ३१०"), "+57 310 310 310");
    }
}
