//! Changes of the attention calendar in words (R12).

use crate::Locale;
use crate::dates::people_day;
use chrono::NaiveDate;
use domain::calendar::DayChangeError;

/// "El jueves 16 de julio no habrá atención: Inventario general."
#[must_use]
pub fn changed_day(day: NaiveDate, attends: bool, name: &str, locale: Locale) -> String {
    let day = people_day(day, locale);
    let name = name.trim().trim_end_matches('.');
    match (locale, attends, name.is_empty()) {
        (Locale::Es, true, _) => format!("El {day} sí habrá atención."),
        (Locale::Es, false, true) => format!("El {day} no habrá atención."),
        (Locale::Es, false, false) => format!("El {day} no habrá atención: {name}."),
        (Locale::En, true, _) => format!("There will be attention on {day}."),
        (Locale::En, false, true) => format!("There will be no attention on {day}."),
        (Locale::En, false, false) => format!("There will be no attention on {day}: {name}."),
    }
}

/// Why a day can't be changed, and what to do.
#[must_use]
pub fn day_problem(error: DayChangeError, locale: Locale) -> &'static str {
    match error {
        DayChangeError::NotAhead => locale.pick(
            "Ese día ya empezó o ya pasó. Solo se cambian días por venir.",
            "That day has begun or is over. Only days to come can be changed.",
        ),
        DayChangeError::Weekend => locale.pick(
            "Es fin de semana y nunca hay atención. Elija un día de lunes a viernes.",
            "It is a weekend, when there is never attention. Choose a day from Monday to Friday.",
        ),
        DayChangeError::Unchanged => {
            locale.pick("El día ya está así. Elija otro.", "The day is like that already. Choose another.")
        }
        DayChangeError::Name => locale.pick(
            "Escriba por qué no hay atención ese día, en máximo 80 caracteres: los hoteles lo van a leer.",
            "Write why there is no attention that day, in at most 80 characters: hotels will read it.",
        ),
        DayChangeError::OutOfRange => locale.pick(
            "El calendario conoce los festivos hasta el año 2100. Elija un día anterior.",
            "The calendar knows holidays up to 2100. Choose an earlier day.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_day_is_told_with_its_reason_and_one_stop() {
        let day = NaiveDate::from_ymd_opt(2026, 7, 16).unwrap();
        assert_eq!(
            changed_day(day, false, "Inventario.", Locale::Es),
            "El jueves 16 de julio no habrá atención: Inventario."
        );
        assert_eq!(changed_day(day, true, "", Locale::Es), "El jueves 16 de julio sí habrá atención.");
        assert_eq!(
            changed_day(day, false, " ", Locale::En),
            "There will be no attention on Thursday, July 16."
        );
    }

    #[test]
    fn every_problem_has_words_of_its_own_in_both_languages() {
        for (place, error) in DayChangeError::ALL.into_iter().enumerate() {
            for other in DayChangeError::ALL.into_iter().skip(place + 1) {
                assert_ne!(day_problem(error, Locale::Es), day_problem(other, Locale::Es));
            }
            assert_ne!(day_problem(error, Locale::Es), day_problem(error, Locale::En));
        }
    }
}
