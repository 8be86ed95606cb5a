//! Words of a push: read on a locked screen, so they name the ticket and what kind of news there is, and nobody.

use crate::Locale;
use domain::push::PushNews;
use domain::ticket::TicketNumber;

/// The first line: which ticket.
#[must_use]
pub fn title(number: TicketNumber, locale: Locale) -> String {
    format!("{} {number}", locale.pick("Hay novedades en su ticket", "There is news of your ticket"))
}

/// The second line: what kind of news.
#[must_use]
pub const fn body(news: PushNews, locale: Locale) -> &'static str {
    match news {
        PushNews::Answer => {
            locale.pick("El equipo de soporte le respondió.", "The support team answered you.")
        }
        PushNews::Question => {
            locale.pick("Necesitamos algo de usted para seguir.", "We need something from you to go on.")
        }
        PushNews::AttemptFailed => locale.pick(
            "Intentamos contactarlo y no pudimos. Respóndanos desde el ticket.",
            "We tried to reach you and could not. Answer us from the ticket.",
        ),
        PushNews::DateCommitted => locale.pick(
            "Ya hay una fecha prometida para la corrección.",
            "There is a promised date for the fix now.",
        ),
        PushNews::DateMoved => locale
            .pick("Cambió la fecha prometida para la corrección.", "The promised date for the fix changed."),
        PushNews::Resolved => locale.pick(
            "Hay una solución. Díganos si le sirvió.",
            "There is a solution. Tell us whether it worked.",
        ),
        PushNews::Closed => {
            locale.pick("El ticket se cerró. Vea por qué.", "The ticket was closed. See why.")
        }
        PushNews::PromiseNear => locale.pick(
            "El plazo que le prometimos vence pronto. Estamos pendientes.",
            "What we promised you falls due soon. We are watching it.",
        ),
        PushNews::PromiseMissed => locale.pick(
            "No cumplimos a tiempo lo prometido. Vea en qué va.",
            "We did not keep a promise in time. See where it stands.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locked_screen_shows_a_number_to_read_aloud_and_a_whole_sentence() {
        let number = TicketNumber::from_random(1);
        assert_eq!(title(number, Locale::Es), format!("Hay novedades en su ticket {number}"));
        for news in PushNews::ALL {
            for locale in [Locale::Es, Locale::En] {
                let words = body(news, locale);
                assert!(words.ends_with('.') && words.chars().count() <= 70, "{words}");
            }
        }
    }
}
