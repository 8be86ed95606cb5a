//! Finding URGENTE in its disguises, and only it.

use crate::guide::letters::{self, Word};

/// What a title says about urgency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Urgency {
    /// Nothing.
    Absent,
    /// That there is none: `no es urgente`.
    Denied,
    /// That there is.
    Claimed,
}

/// How the word begins once its letters are folded: *urgente, urgentísimo, urgentemente, urgent*; *urgencia*, which
/// begs for the same; and the ways it is misspelt.
const STEMS: &[&str] =
    &["urgent", "urgenc", "urgens", "urgnt", "urjent", "urjenc", "urguent", "hurgent", "hurjent"];

/// What people glue before it. A list rather than "anything", so that *insurgente*, *resurgente* or *turgente* are
/// left alone.
const INTENSIFIERS: &[&str] = &[
    "super", "hiper", "hyper", "ultra", "mega", "extra", "archi", "recontra", "requete", "re", "muy", "mas",
    "tan", "es",
];

/// What denies it, and what may stand between the denial and the word.
const DENIALS: &[&str] = &["no", "sin", "nada", "poco", "not", "non", "isn", "nunca", "tampoco"];
const BETWEEN: &[&str] = &[
    "es", "era", "fue", "sea", "tan", "muy", "tanta", "ninguna", "t", "hay", "tiene", "is", "so", "very",
    "really", "that",
];

/// Signs that replace letters inside a word.
const LEET_SIGNS: &[char] = &['@', '€', '$', '|'];

/// What a title says about urgency (R6).
///
/// Found in any case, accent or script look-alike, stretched (`urgeeente`), spaced or punctuated (`u.r.g.e.n.t.e`,
/// `ur gente`), in digits for letters (`urg3nte`), glued to an intensifier (`superurgente`), misspelt (`urjente`).
///
/// **A denied mention does not count as a claim.** R6 keeps titles from asking for a place in the queue; "no es
/// urgente" asks for none, and refusing it would block a manner of writing, which R8 rules out. It gets advice, since
/// the words would be better spent on the fault. The denial must stand right before the word, with no punctuation
/// between ("No, urgente" claims), and one claim anywhere outweighs every denial.
#[must_use]
pub fn urgency(text: &str) -> Urgency {
    let words = letters::words(text, LEET_SIGNS);
    let mut mentions =
        (0..words.len()).filter(|place| is_mention(words.get(*place..).unwrap_or_default())).peekable();
    if mentions.peek().is_none() {
        Urgency::Absent
    } else if mentions.all(|place| is_denied(&words, place)) {
        Urgency::Denied
    } else {
        Urgency::Claimed
    }
}

/// Whether the words begin with a mention: in the first word, or spelt across it and the ones after.
fn is_mention(words: &[Word]) -> bool {
    let Some(first) = words.first() else { return false };
    if reads_urgent(&first.letters) {
        return true;
    }
    // A word cut in pieces: together, and only from the start of one piece, they spell it. The pieces of a natural
    // sentence never do, as long as a digit counts as a letter only among single characters ("UR 6 en torre").
    let (mut joined, mut has_digit, mut all_single) = (String::new(), false, true);
    for word in words.iter().take(PIECES) {
        has_digit |= word.letters.contains(|character: char| character.is_ascii_digit());
        all_single &= word.letters.chars().count() == 1;
        if has_digit && !all_single {
            return false;
        }
        joined.push_str(&word.letters);
        if starts_with_stem(&plain_letters(&joined)) {
            return true;
        }
    }
    false
}

/// The most pieces a cut word is put together from: enough for `u r g e n t` with stretched letters.
const PIECES: usize = 24;

fn reads_urgent(word: &str) -> bool {
    let is_ornament = |character: char| character.is_ascii_digit() || LEET_SIGNS.contains(&character);
    let without_count = word.trim_start_matches(is_ornament);
    [word, without_count].into_iter().map(plain_letters).any(|word| {
        starts_with_stem(&word)
            || INTENSIFIERS.iter().any(|prefix| word.strip_prefix(prefix).is_some_and(starts_with_stem))
    })
}

fn starts_with_stem(word: &str) -> bool {
    STEMS.iter().any(|stem| word.starts_with(stem))
}

/// Digits and signs as the letters they stand for, and stretched letters once.
fn plain_letters(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().filter_map(plain_letter).collect();
    letters.dedup();
    letters.into_iter().collect()
}

fn plain_letter(character: char) -> Option<char> {
    match character {
        '0' => Some('o'),
        '1' => Some('i'),
        '3' | '€' => Some('e'),
        '4' | '@' => Some('a'),
        '5' | '$' => Some('s'),
        '6' | '9' => Some('g'),
        '7' => Some('t'),
        '|' => None,
        letter => Some(letter),
    }
}

fn is_denied(words: &[Word], place: usize) -> bool {
    let mut follows_on = words.get(place).is_some_and(|word| word.follows_on);
    for word in words.get(..place).unwrap_or_default().iter().rev() {
        if !follows_on {
            return false;
        }
        if DENIALS.contains(&word.letters.as_str()) {
            return true;
        }
        if !BETWEEN.contains(&word.letters.as_str()) {
            return false;
        }
        follows_on = word.follows_on;
    }
    false
}
