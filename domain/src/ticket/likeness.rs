//! Whether what somebody is about to send tells of a ticket they have open already. Advice, never a refusal: two branches
//! may well have the same fault on one evening.

use super::TicketNumber;
use crate::guide::Draft;

/// What is known of an open ticket, as far as likeness goes.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// Its number.
    pub number: TicketNumber,
    /// Its subject.
    pub subject: &'a str,
    /// The software.
    pub application: &'a str,
    /// Its part.
    pub module: &'a str,
    /// What was being done.
    pub process: &'a str,
    /// What the screen showed, if anything.
    pub error_code: &'a str,
}

/// From this on a ticket is shown as likely the same. Our own figure, as all below: an error code on the same software, or
/// the same place and a subject that says much the same, reach it; the same place alone doesn't.
const LIKELY: u32 = 8;
const SAME_ERROR: u32 = 7;
const SAME_APPLICATION: u32 = 1;
const SAME_MODULE: u32 = 2;
const SAME_PROCESS: u32 = 3;
/// For a subject of the same words; fewer in common count in proportion.
const SAME_SUBJECT: u32 = 6;

/// Words that every subject has, in either language.
const EMPTY_WORDS: [&str; 30] = [
    "con", "del", "desde", "donde", "ella", "ellos", "esta", "este", "hay", "las", "los", "nos", "para",
    "pero", "por", "que", "sale", "sin", "sus", "una", "uno", "and", "for", "from", "not", "the", "this",
    "when", "with", "error",
];

/// How much `draft` and `told` have in common; what is empty on either side counts for nothing.
#[must_use]
pub fn likeness(draft: &Draft, told: &Told<'_>) -> u32 {
    let same = |ours: &str, theirs: &str, worth: u32| {
        let ours = letters(ours);
        if !ours.is_empty() && ours == letters(theirs) { worth } else { 0 }
    };
    same(&draft.application, told.application, SAME_APPLICATION)
        + same(&draft.module, told.module, SAME_MODULE)
        + same(&draft.process, told.process, SAME_PROCESS)
        + same(&draft.error_code, told.error_code, SAME_ERROR)
        + in_common(&draft.subject, told.subject)
}

/// The open tickets that are likely the same case, the most alike first, three at most.
#[must_use]
pub fn likely_same<'a>(draft: &Draft, open: impl IntoIterator<Item = Told<'a>>) -> Vec<TicketNumber> {
    let scored = open.into_iter().map(|told| (likeness(draft, &told), told.number));
    let mut likely: Vec<_> = scored.filter(|(score, _)| *score >= LIKELY).collect();
    likely.sort_by_key(|(score, _)| core::cmp::Reverse(*score));
    likely.into_iter().take(3).map(|(_, number)| number).collect()
}

/// Shared words of two subjects, in proportion to all their words (Jaccard).
fn in_common(ours: &str, theirs: &str) -> u32 {
    let (ours, theirs) = (words(ours), words(theirs));
    let shared = ours.iter().filter(|word| theirs.contains(word)).count();
    let all = ours.len() + theirs.len() - shared;
    let worth = (shared * SAME_SUBJECT as usize).checked_div(all).unwrap_or(0);
    u32::try_from(worth).unwrap_or(0)
}

/// The stems of the words that say something, each once, without accents: "cuadra" and "cuadran" are one.
fn words(text: &str) -> Vec<String> {
    let plain = folded(text);
    let mut words: Vec<String> = plain
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| word.len() > 2 && !EMPTY_WORDS.contains(word))
        .map(|word| word.trim_end_matches(['a', 'e', 'o', 's', 'n']).to_owned())
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Letters and digits alone, so that `E-1042` and `e 1042` are the same code.
fn letters(text: &str) -> String {
    folded(text).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

fn folded(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            'á' | 'à' | 'ä' => 'a',
            'é' | 'è' | 'ë' => 'e',
            'í' | 'ì' | 'ï' => 'i',
            'ó' | 'ò' | 'ö' => 'o',
            'ú' | 'ù' | 'ü' => 'u',
            'ñ' => 'n',
            letter => letter,
        })
        .collect()
}

#[cfg(test)]
mod tests;
