//! What portals before this one kept as texts of the device, taken over once.

use domain::ticket::TicketNumber;

use super::{Letter, LetterName, kept};
use crate::browser;

const DRAFT: &str = "soho.borrador";
/// Of tickets that continue another.
const DRAFTS: &str = "soho.borrador.";
const ANSWER: &str = "soho.respuesta.";

/// What a name of theirs holds.
enum Found {
    /// Nothing of theirs.
    Other,
    /// A key or a mark that has had its time.
    Spent,
    /// A letter, unless it can't be read.
    Letter(Option<Box<Letter>>),
}

/// Moves them among the letters.
pub fn take_over() {
    for name in browser::remembered("soho.") {
        match look(&name) {
            Found::Other => continue,
            Found::Spent | Found::Letter(None) => {}
            Found::Letter(Some(letter)) => kept::keep(*letter),
        }
        browser::forget(&name);
    }
}

fn look(name: &str) -> Found {
    let form = |letter| {
        let kept = serde_json::from_str(&browser::recall(name)?).ok()?;
        Some(Box::new(Letter::of_form(letter, kept)))
    };
    let answer = |number| Some(Box::new(Letter::of_answer(number, browser::recall(name)?)));
    if name == DRAFT {
        return Found::Letter(form(LetterName::fresh()));
    }
    let (rest, is_answer) = match (name.strip_prefix(ANSWER), name.strip_prefix(DRAFTS)) {
        (Some(rest), _) => (rest, true),
        (None, Some(rest)) => (rest, false),
        (None, None) => return Found::Other,
    };
    match TicketNumber::parse(rest) {
        Ok(number) if is_answer => Found::Letter(answer(number)),
        Ok(number) => Found::Letter(form(LetterName::Continuing(number))),
        // The mark beside the one draft lives on.
        Err(_) if rest == "empezado" => Found::Other,
        Err(_) => Found::Spent,
    }
}
