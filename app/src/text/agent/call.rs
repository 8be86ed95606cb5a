//! Words of registering a call (R10).

use domain::ticket::TicketNumber;

use crate::locale::{Locale, locale};
use crate::text::words;

words! {
    /// What the page for a call says.
    CallText {
        title: "Registrar una llamada", "Register a call";
        lead:
            "Los mismos datos que pide el portal, a nombre de quien llama.",
            "What the portal asks, on behalf of who is calling.";
        reserved_label: "¿Le dictan un número?", "Do they quote a number?";
        reserved_hint:
            "Reservado en el portal, o de un ticket que ya existe. Si no hay, siga con las preguntas.",
            "Reserved on the portal, or of a ticket there is already. Without one, go on with the questions.";
        reserved_unknown:
            "Ese número no es de un ticket ni está reservado, o su reserva ya venció. Registre la llamada sin él.",
            "No ticket has that number, and it is not reserved, or no longer. Register the call without it.";
        reserved_taken: "Número reservado", "Reserved number";
        reserved_filled: "La llamada queda con él. Lo que escribió en el portal ya está abajo.", "The call gets it. What they typed in the portal is below.";
        reserved_drop: "No usarlo", "Don’t use it";
        impact: "Primero, el impacto", "First, the impact";
        impact_lead:
            "Léale las dos preguntas tal cual; de ellas depende si es crítico.",
            "Read both questions out as they are; they decide whether it is critical.";
        who: "Quién llama", "Who calls";
        what: "Qué pasa", "What happens";
        consent: "Le dije a quien llama para qué usamos sus datos y los autorizó (opcional).", "I told the caller what we use their data for, and they consented (optional).";
        consent_hint:
            "Dígaselo así: «Usamos su nombre, correo y teléfono para atender esta solicitud y avisarle cómo avanza. ¿Lo autoriza?» Si ya autorizó antes, no hace falta.",
            "Say it like this: “We use your name, e-mail and phone to attend to this request and tell you how it goes. Do you consent?” Not needed if they consented before.";
        promise: "Qué le va a prometer", "What you will promise";
        first_response: "Primera respuesta, a más tardar", "First response, at the latest";
        response: "Respuesta, a más tardar", "Response, at the latest";
        critical_out_of_hours:
            "Crítico y fuera de horario: la primera respuesta corre por reloj, sin esperar la apertura.",
            "Critical and out of hours: the first response runs by the clock and does not wait for opening.";
        not_critical_out_of_hours:
            "Fuera de horario solo se atiende lo crítico. Puede registrarlo; su tiempo empieza al abrir.",
            "Out of hours only critical cases are attended. You can register it; its time starts at opening.";
        say_aloud: "Dígaselo así", "Say it like this";
        register: "Registrar la llamada", "Register the call";
        clear: "Borrar y empezar otra", "Clear and start another";
    }
}

/// What the agent reads out to the caller.
pub fn read_aloud(first_response: &str, response: &str) -> String {
    match locale() {
        Locale::Es => super::sentence(format!(
            "Una persona le confirma que está en análisis a más tardar el {first_response}, y la respuesta la tiene a más tardar el {response}"
        )),
        Locale::En => format!(
            "A person confirms that it is being analysed by {first_response} at the latest, and you have the answer by {response} at the latest."
        ),
    }
}

/// What is said once the call is a ticket.
pub fn registered(number: TicketNumber) -> String {
    match locale() {
        Locale::Es => format!("Llamada registrada: díctele el número {number}."),
        Locale::En => format!("Call registered: dictate the number {number}."),
    }
}
