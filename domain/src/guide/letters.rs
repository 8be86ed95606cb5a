//! Reading words through accents, look-alike letters and decoration.
//!
//! Case folding and compatibility tables of Unicode would weigh tens of kilobytes in the browser. This knows the
//! letters that Spanish and its neighbours write with, and the look-alikes that disguise Latin words.

use super::text::{shifted, to_ascii_form};

/// The lower-case ASCII letter a character stands for, the character itself in lower case if it is another letter or
/// a digit, or `None` if it separates words.
fn fold(character: char) -> Option<char> {
    let character = undecorated(to_ascii_form(character));
    let lower = character.to_lowercase().next().unwrap_or(character);
    let folded = match lower {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ' | 'ả' | 'а' | 'α' => 'a',
        'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' | 'с' | 'ϲ' => 'c',
        'è'..='ë'
        | 'ē'
        | 'ĕ'
        | 'ė'
        | 'ę'
        | 'ě'
        | 'ẹ'
        | 'ẽ'
        | 'ǝ'
        | 'ᴇ'
        | 'е'
        | 'ё'
        | 'є'
        | 'э'
        | 'ε'
        | 'έ'
        | 'ҽ' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' | 'ǧ' | 'ɡ' | 'ɢ' | 'ԍ' | 'ց' | 'ǥ' => 'g',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'і' | 'ї' | 'ι' | 'ί' => 'i',
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ŋ' | 'ɴ' | 'п' | 'η' | 'ή' | 'ո' | 'ν' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ọ' | 'о' | 'ο' | 'ό' => 'o',
        'ŕ' | 'ř' | 'ŗ' | 'ʀ' | 'г' | 'ґ' => 'r',
        'ś' | 'š' | 'ş' | 'ŝ' | 'ѕ' => 's',
        'ţ' | 'ť' | 'ț' | 'ŧ' | 'ᴛ' | 'т' | 'τ' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ụ' | 'ᴜ' | 'μ' | 'µ' | 'υ' | 'ύ' | 'ц' | 'ս' => {
            'u'
        }
        'ý' | 'ÿ' | 'у' => 'y',
        'ź' | 'ž' | 'ż' => 'z',
        'м' => 'm',
        'ӏ' => 'l',
        other => other,
    };
    folded.is_alphanumeric().then_some(folded)
}

/// Mathematical, circled and squared letters as plain ones.
fn undecorated(character: char) -> char {
    let alphabet = |first: u32, onto: char| shifted(character, first, u32::from(onto));
    match character {
        // Thirteen styles of A–Z and a–z, one after the other.
        '\u{1d400}'..='\u{1d6a3}' => {
            let place = (u32::from(character) - 0x1d400) % 26;
            char::from_u32(u32::from('a') + place).unwrap_or(character)
        }
        '\u{24b6}'..='\u{24cf}' => alphabet(0x24b6, 'a'),
        '\u{24d0}'..='\u{24e9}' => alphabet(0x24d0, 'a'),
        '\u{1f130}'..='\u{1f149}' => alphabet(0x1f130, 'a'),
        '\u{1f150}'..='\u{1f169}' => alphabet(0x1f150, 'a'),
        '\u{1f170}'..='\u{1f189}' => alphabet(0x1f170, 'a'),
        '\u{1f1e6}'..='\u{1f1ff}' => alphabet(0x1f1e6, 'a'),
        other => other,
    }
}

/// A mark that only modifies the letter before it, or nothing at all.
const fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{20d0}'..='\u{20f0}' | '\u{200b}'..='\u{200f}' | '\u{ad}')
        || matches!(character, '\u{fe00}'..='\u{fe0f}' | '\u{2060}' | '\u{feff}')
}

/// A word in folded letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// Its letters and digits, folded.
    pub letters: String,
    /// Whether nothing but white space, a hyphen or an apostrophe stands between it and the word before.
    pub follows_on: bool,
}

/// The words of a text, folded. Characters in `keep` count as letters of a word.
pub(super) fn words(text: &str, keep: &[char]) -> Vec<Word> {
    let mut words = Vec::new();
    let mut letters = String::new();
    let (mut follows_on, mut gap) = (true, true);
    for character in text.chars().filter(|character| !is_mark(*character)) {
        if let Some(letter) = fold(character).or_else(|| keep.contains(&character).then_some(character)) {
            if letters.is_empty() {
                (follows_on, gap) = (gap, true);
            }
            letters.push(letter);
            continue;
        }
        if !letters.is_empty() {
            words.push(Word { letters: core::mem::take(&mut letters), follows_on });
        }
        gap &= character.is_whitespace() || matches!(character, '-' | '\'' | '’');
    }
    if !letters.is_empty() {
        words.push(Word { letters, follows_on });
    }
    words
}

/// A text in folded letters, separators dropped.
pub(super) fn skeleton(text: &str) -> String {
    text.chars().filter(|character| !is_mark(*character)).filter_map(fold).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_alikes_and_decoration_fold_to_the_plain_word() {
        for disguised in [
            "URGENTE",
            "úrgënté",
            "u\u{301}rge\u{301}nte",
            "ｕｒｇｅｎｔｅ",
            "𝐮𝐫𝐠𝐞𝐧𝐭𝐞",
            "𝖀𝕽𝕲𝕰𝕹𝕿𝕰",
            "ⓤⓡⓖⓔⓝⓣⓔ",
            "🅤🅡🅖🅔🅝🅣🅔",
            "🆄🆁🅶🅴🅽🆃🅴",
            "🇺🇷🇬🇪🇳🇹🇪",
            "urgеnтe",
            "υrgεητε",
            "ᴜʀɢᴇɴᴛᴇ",
            "ur\u{200b}gente",
            "ur\u{ad}gente",
        ] {
            assert_eq!(skeleton(disguised), "urgente", "{disguised}");
        }
    }

    #[test]
    fn a_mark_splits_no_word() {
        for text in [
            "factu\u{301}ra",
            "factu\u{20e3}ra",
            "factu\u{200d}ra",
            "factu\u{ad}ra",
            "factu\u{fe0f}ra",
            "\u{feff}factura",
        ] {
            let read: Vec<_> = words(text, &[]).into_iter().map(|word| word.letters).collect();
            assert_eq!(read, ["factura"], "{text:?}");
        }
    }

    #[test]
    fn words_know_what_stood_before_them() {
        let read: Vec<_> =
            words("No, es-así  3.5", &[]).into_iter().map(|word| (word.letters, word.follows_on)).collect();
        let expected = [("no", true), ("es", false), ("asi", true), ("3", true), ("5", false)];
        assert_eq!(read, expected.map(|(letters, follows_on)| (letters.to_owned(), follows_on)));
    }
}
