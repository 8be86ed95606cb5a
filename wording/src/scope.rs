//! The six kinds of trouble and the nine other requests, as a client would say them.

use domain::scope::{Kind, OutOfScope};

use crate::Locale;

/// A kind of trouble in a few words, as a choice to tap.
#[must_use]
pub const fn kind_title(kind: Kind, locale: Locale) -> &'static str {
    let (es, en) = match kind {
        Kind::CannotStart => {
            ("El programa no abre o no deja trabajar", "The program won’t open or won’t let us work")
        }
        Kind::Failure => ("Algo falla o muestra un error", "Something fails or shows an error"),
        Kind::InconsistentReports => {
            ("Un informe o un proceso no cuadra", "A report or a process doesn’t add up")
        }
        Kind::BranchSync => ("Las sedes no tienen los mismos datos", "Branches don’t have the same data"),
        Kind::PointOfSaleConnection => {
            ("Un punto de venta no se conecta con el servidor", "A point of sale can’t reach the server")
        }
        Kind::LicenceExpiry => {
            ("La licencia venció o está por vencer", "The licence has expired or is about to")
        }
    };
    locale.pick(es, en)
}

/// What belongs under a kind, in one line with an example from a hotel.
#[must_use]
pub const fn kind_description(kind: Kind, locale: Locale) -> &'static str {
    let (es, en) = match kind {
        Kind::CannotStart => (
            "No inicia, se queda cargando o no permite entrar a ninguna opción.",
            "It doesn’t start, stays loading, or lets you into no option at all.",
        ),
        Kind::Failure => (
            "Una opción deja de responder, se cierra o no termina lo que hace. Por ejemplo, no imprime la factura del check-out.",
            "An option stops answering, closes or doesn’t finish. For example, the check-out invoice isn’t issued.",
        ),
        Kind::InconsistentReports => (
            "Los totales, saldos o listados no coinciden con lo registrado. Por ejemplo, la auditoría nocturna no cuadra con caja.",
            "Totals, balances or lists don’t match what was recorded. For example, the night audit doesn’t match the till.",
        ),
        Kind::BranchSync => (
            "Lo que se registra en una sede no llega a otra, llega tarde o llega distinto.",
            "What one branch records doesn’t reach another, or arrives late or different.",
        ),
        Kind::PointOfSaleConnection => (
            "El restaurante, el bar u otra caja no logra comunicarse con el servidor central.",
            "The restaurant, the bar or another till can’t talk to the central server.",
        ),
        Kind::LicenceExpiry => (
            "El programa avisa que la licencia terminó, o faltan pocos días.",
            "The program says the licence has ended, or there are few days left.",
        ),
    };
    locale.pick(es, en)
}

/// A request that is not support, in a few words, as a choice to tap.
#[must_use]
pub const fn out_of_scope_title(reason: OutOfScope, locale: Locale) -> &'static str {
    let (es, en) = match reason {
        OutOfScope::Training => ("Quiero aprender a usar el programa", "I want to learn to use the program"),
        OutOfScope::OperatingSystem => {
            ("Configurar Windows u otro sistema", "Set up Windows or another system")
        }
        OutOfScope::Virus => ("Revisar o eliminar un virus", "Look for or remove a virus"),
        OutOfScope::Peripherals => {
            ("Instalar una impresora u otro equipo", "Install a printer or other device")
        }
        OutOfScope::Installation => {
            ("Instalar, reinstalar o trasladar el programa", "Install, reinstall or move the program")
        }
        OutOfScope::DoneBySoftware => {
            ("Que hagan por mí una tarea del programa", "Have a task in the program done for me")
        }
        OutOfScope::Improvements => {
            ("Una mejora o algo a mi medida", "An improvement or something made to measure")
        }
        OutOfScope::Network => ("Revisar la red o el internet", "Check the network or the internet"),
        OutOfScope::Audit => ("Revisar lo que hizo mi equipo", "Review what my staff did"),
    };
    locale.pick(es, en)
}

/// Why the request does not become a ticket, said kindly and in one line.
#[must_use]
pub const fn out_of_scope_reason(reason: OutOfScope, locale: Locale) -> &'static str {
    let (es, en) = match reason {
        OutOfScope::Training => (
            "Soporte atiende fallas; las capacitaciones se programan aparte, con tiempo dedicado a su equipo.",
            "Support deals with faults; training is booked separately, with time set aside for your staff.",
        ),
        OutOfScope::OperatingSystem => (
            "El sistema operativo lo administra quien cuida sus computadores; podemos cotizarle ese acompañamiento.",
            "The operating system is looked after by whoever keeps your computers; we can quote for helping with it.",
        ),
        OutOfScope::Virus => (
            "Un virus afecta todo el computador, no solo nuestro programa: primero debe verlo su técnico de confianza.",
            "A virus affects the whole computer, not just our program: your own technician should see it first.",
        ),
        OutOfScope::Peripherals => (
            "Impresoras, lectores y demás equipos los instala su técnico; si necesita que lo hagamos, se lo cotizamos.",
            "Printers, readers and other devices are installed by your technician; if you need us to, we’ll quote for it.",
        ),
        OutOfScope::Installation => (
            "Una instalación o un traslado se planea con fecha y respaldo de sus datos, por eso se agenda aparte.",
            "An installation or a move is planned with a date and a backup of your data, so it is booked separately.",
        ),
        OutOfScope::DoneBySoftware => (
            "El programa ya le permite hacerlo. Si prefiere que lo hagamos nosotros, es un servicio que se cotiza.",
            "The program already lets you do it. If you’d rather we did it, that is a service we quote for.",
        ),
        OutOfScope::Improvements => (
            "Las ideas nuevas se estudian y se cotizan; no son una falla. Nos interesa mucho conocer la suya.",
            "New ideas are studied and quoted; they are not a fault. We’d very much like to hear yours.",
        ),
        OutOfScope::Network => (
            "La red y sus equipos dependen de su proveedor o su técnico; podemos cotizarle una revisión.",
            "The network and its devices are your provider’s or technician’s; we can quote for a check.",
        ),
        OutOfScope::Audit => (
            "Revisar los registros de su equipo le corresponde a su hotel. Si al hacerlo encuentra una falla del programa, cuéntenosla en un ticket.",
            "Reviewing your staff’s records is for your hotel. If you find a fault in the program while doing so, tell us in a ticket.",
        ),
    };
    locale.pick(es, en)
}

/// Where the request goes instead (R2, R20), to stand after the reason. `commercial_mail` is the policy's.
#[must_use]
pub fn hand_over(commercial_mail: &str, locale: Locale) -> String {
    match locale {
        Locale::Es => format!(
            "Nuestra área comercial le ayuda con esto. Le dejamos listo el mensaje para {commercial_mail}, o escríbanos por el chat."
        ),
        Locale::En => format!(
            "Our commercial team will help you with this. We have a message ready for {commercial_mail}, or write to us in the chat."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_has_its_own_words_in_both_languages() {
        let mut seen = std::collections::HashSet::new();
        for locale in [Locale::Es, Locale::En] {
            for kind in Kind::ALL {
                assert!(
                    seen.insert(kind_title(kind, locale)) && seen.insert(kind_description(kind, locale)),
                    "{kind}"
                );
            }
            for reason in OutOfScope::ALL {
                let words = (out_of_scope_title(reason, locale), out_of_scope_reason(reason, locale));
                assert!(seen.insert(words.0) && seen.insert(words.1), "{reason}");
            }
        }
    }

    #[test]
    fn the_hand_over_names_the_mailbox_it_is_given() {
        for locale in [Locale::Es, Locale::En] {
            assert!(hand_over("ventas@ejemplo.co", locale).contains("ventas@ejemplo.co"));
        }
    }
}
