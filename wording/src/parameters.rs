//! What is wrong with a parameter of a public question, and what to send instead.

use crate::Locale;
use domain::calendar::{FIRST_YEAR, LAST_YEAR};

/// Why a parameter can't be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParameterProblem {
    /// It isn't there, or it is empty.
    Missing,
    /// It is there more than once.
    Repeated,
    /// Not an instant of RFC 3339.
    InstantUnreadable,
    /// A date and time that doesn't say its offset from UTC, or names a zone no instant can have.
    InstantWithoutOffset,
    /// It lies, or leads, outside the years whose holidays are known.
    YearOutOfRange,
    /// Not a whole number.
    NotAWholeNumber,
    /// A negative amount of time.
    Negative,
    /// More time than there are attention hours left to count.
    TooLong,
    /// A pause that isn't two instants with a slash between them.
    PauseUnreadable,
    /// A pause that ends before it starts.
    PauseBackwards,
}

impl ParameterProblem {
    /// Every one, for tables and tests.
    pub const ALL: [Self; 10] = [
        Self::Missing,
        Self::Repeated,
        Self::InstantUnreadable,
        Self::InstantWithoutOffset,
        Self::YearOutOfRange,
        Self::NotAWholeNumber,
        Self::Negative,
        Self::TooLong,
        Self::PauseUnreadable,
        Self::PauseBackwards,
    ];

    /// The stable code, for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Missing => "parameter_missing",
            Self::Repeated => "parameter_repeated",
            Self::InstantUnreadable => "instant_unreadable",
            Self::InstantWithoutOffset => "instant_without_offset",
            Self::YearOutOfRange => "year_out_of_range",
            Self::NotAWholeNumber => "not_a_whole_number",
            Self::Negative => "negative",
            Self::TooLong => "too_long",
            Self::PauseUnreadable => "pause_unreadable",
            Self::PauseBackwards => "pause_backwards",
        }
    }
}

/// What to do about it, naming the parameter.
#[must_use]
pub fn explain(problem: ParameterProblem, parameter: &str, locale: Locale) -> String {
    match locale {
        Locale::Es => in_spanish(problem, parameter),
        Locale::En => in_english(problem, parameter),
    }
}

/// An instant as it should be written, for the advice.
const EXAMPLE: &str = "2026-07-10T17:30:00-05:00";

fn in_spanish(problem: ParameterProblem, parameter: &str) -> String {
    match problem {
        ParameterProblem::Missing => format!("Agregue el parámetro «{parameter}»."),
        ParameterProblem::Repeated => format!("Envíe «{parameter}» una sola vez."),
        ParameterProblem::InstantUnreadable => {
            format!("Escriba «{parameter}» como fecha, hora y zona: {EXAMPLE}.")
        }
        ParameterProblem::InstantWithoutOffset => {
            format!("A «{parameter}» le falta una zona válida. Termínelo en Z o en un desfase: {EXAMPLE}.")
        }
        ParameterProblem::YearOutOfRange => {
            format!(
                "El calendario va de {FIRST_YEAR} a {LAST_YEAR}. Use en «{parameter}» una fecha de esos años."
            )
        }
        ParameterProblem::NotAWholeNumber => format!("Escriba «{parameter}» como un número entero."),
        ParameterProblem::Negative => format!("Escriba «{parameter}» como un número de cero en adelante."),
        ParameterProblem::TooLong => {
            format!(
                "Con ese valor de «{parameter}» el plazo se cumpliría después de {LAST_YEAR}. Use uno menor."
            )
        }
        ParameterProblem::PauseUnreadable => {
            format!("Escriba cada pausa de «{parameter}» como inicio/fin, separadas por comas: {EXAMPLE}/…")
        }
        ParameterProblem::PauseBackwards => {
            format!("Una pausa de «{parameter}» termina antes de empezar. Invierta sus dos extremos.")
        }
    }
}

fn in_english(problem: ParameterProblem, parameter: &str) -> String {
    match problem {
        ParameterProblem::Missing => format!("Add the parameter “{parameter}”."),
        ParameterProblem::Repeated => format!("Send “{parameter}” only once."),
        ParameterProblem::InstantUnreadable => {
            format!("Write “{parameter}” as a date, a time and a zone: {EXAMPLE}.")
        }
        ParameterProblem::InstantWithoutOffset => {
            format!("“{parameter}” lacks a valid zone. End it with Z or an offset: {EXAMPLE}.")
        }
        ParameterProblem::YearOutOfRange => {
            format!(
                "The calendar goes from {FIRST_YEAR} to {LAST_YEAR}. Use a date of those years in “{parameter}”."
            )
        }
        ParameterProblem::NotAWholeNumber => format!("Write “{parameter}” as a whole number."),
        ParameterProblem::Negative => format!("Write “{parameter}” as a number from zero up."),
        ParameterProblem::TooLong => {
            format!("With that “{parameter}” the time would be up after {LAST_YEAR}. Use a smaller one.")
        }
        ParameterProblem::PauseUnreadable => {
            format!("Write each pause of “{parameter}” as start/end, with commas between them: {EXAMPLE}/…")
        }
        ParameterProblem::PauseBackwards => {
            format!("A pause of “{parameter}” ends before it starts. Swap its two ends.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_problem_has_its_own_code_and_words_and_names_the_parameter() {
        let codes: HashSet<_> = ParameterProblem::ALL.map(ParameterProblem::code).into();
        assert_eq!(codes.len(), ParameterProblem::ALL.len());
        for locale in [Locale::Es, Locale::En] {
            let words: HashSet<_> =
                ParameterProblem::ALL.map(|problem| explain(problem, "minutes", locale)).into();
            assert_eq!(words.len(), ParameterProblem::ALL.len());
            assert!(words.iter().all(|words| words.contains("minutes")));
        }
    }
}
