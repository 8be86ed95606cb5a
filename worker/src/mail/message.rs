//! What a letter says, before it is text or HTML. Templates can't write markup, so no name or text of a person can become any.

/// A letter in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The subject line. Kept on one line by whoever carries it.
    pub subject: String,
    /// The rest, in order; the first is the headline.
    pub blocks: Vec<Block>,
}

/// One piece of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// What happened, in a few words.
    Headline(String),
    /// Our words.
    Paragraph(String),
    /// Somebody's own words, lines kept.
    Quote(String),
    /// Terms, each with what there is to say of it.
    Items(Vec<(String, String)>),
    /// Digits to type in.
    Code(String),
    /// Where to go on.
    Link {
        /// What happens there.
        label: String,
        /// Ours, never a person's.
        url: String,
    },
    /// What stands at the end, in small letters.
    Footer(String),
}

/// The same words on one line: control characters and line breaks become spaces, and runs of them one.
pub fn one_line(words: &str) -> String {
    let visible: String = words.chars().map(|c| if breaks_a_line(c) { ' ' } else { c }).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn breaks_a_line(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn nothing_breaks_out_of_a_line() {
        for (words, line) in [
            ("No imprime\r\nBcc: otro@ejemplo.co", "No imprime Bcc: otro@ejemplo.co"),
            ("a\u{85}b\u{2028}c\u{2029}d\u{b}e\0f", "a b c d e f"),
            ("  ya en una línea ", "ya en una línea"),
        ] {
            assert_eq!(one_line(words), line);
        }
    }
}
