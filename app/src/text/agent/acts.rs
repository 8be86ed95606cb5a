//! Words of what an agent can do to a ticket: the button, the panel, and what the client will read.

use domain::guide::GuideItem;
use domain::ticket::{CommandKind, ContactChannel, ContactOutcome, TicketNumber};
use wording::findings::item_label;

use crate::locale::{Locale, locale};
use crate::text::words;

words! {
    /// What the panels have in common, and the fields inside them.
    ActText {
        client_reads: "El cliente leerá", "The client will read";
        only_team: "Solo lo lee el equipo.", "Only the team reads it.";
        message_optional: "Mensaje para el cliente (opcional)", "Message for the client (optional)";
        reply_hint:
            "Escriba al cliente. Le llega por correo y al portal.",
            "Write to the client. It reaches them by mail and on the portal.";
        note_hint:
            "Lo que el equipo debe saber. El cliente no lo ve.",
            "What the team must know. The client does not see it.";
        resolve_hint:
            "Qué se hizo y qué debe hacer el cliente, paso a paso.",
            "What was done and what the client must do, step by step.";
        ask_hint:
            "Qué necesita y dónde lo encuentra el cliente. Mientras responde, el plazo se detiene.",
            "What you need and where the client finds it. While they answer, the clock stands still.";
        write_as: "Qué va a escribir", "What to write";
        missing: "Qué falta", "What is missing";
        thin: "quedó corto o vacío", "thin or empty";
        missing_hint:
            "Marque lo que falta; el cliente lo verá como una lista.",
            "Mark what is missing; the client sees it as a list.";
        missing_required:
            "Marque al menos un dato, para que el cliente sepa qué enviar.",
            "Mark at least one item, so that the client knows what to send.";
        text_required: "Escriba el mensaje antes de enviarlo.", "Write the message before sending it.";
        channel: "Por dónde", "By which means";
        outcome: "Qué pasó", "What happened";
        contact_note: "Algo que el equipo deba saber (opcional)", "Anything the team should know (optional)";
        contact_required: "Elija por dónde y qué pasó.", "Choose the means and what happened.";
        contact_just_logged:
            "Hace un momento quedó registrado un intento por este medio. Registre otro solo si lo volvió a intentar.",
            "An attempt by this means was logged a moment ago. Log another only if you tried again.";
        contact_resets:
            "Hubo contacto: la cuenta vuelve a cero y el cierre automático se detiene.",
            "Contact was made: the count starts again and the automatic closing stops.";
        assign_search: "Buscar por nombre", "Search by name";
        assign_me: "Asignármelo", "Assign to me";
        assign_none: "Nadie del equipo se llama así.", "Nobody on the team has that name.";
        assign_required: "Elija a una persona.", "Choose a person.";
        assign_quiet:
            "El cliente no recibe aviso; la primera respuesta la da quien lo toma.",
            "The client is not told; the first response is given by who takes it.";
        has_it: "lo tiene ahora", "has it now";
        stopped: "¿El sistema está detenido?", "Is the system stopped?";
        waiting: "¿Hay alguien esperando y no le pueden facturar?", "Is somebody waiting who can’t be invoiced?";
        yes: "Sí", "Yes";
        no: "No", "No";
        becomes_critical: "Pasa a ser crítico.", "It becomes critical.";
        stops_critical: "Deja de ser crítico.", "It is no longer critical.";
        reclassify_quiet: "Los plazos ya prometidos no cambian.", "Promises already made do not change.";
        evidence: "Evidencia", "Evidence";
        evidence_hint:
            "Pasos para repetirlo, versión, datos usados y qué se esperaba. Solo la lee el equipo.",
            "Steps to repeat it, version, data used and what was expected. Only the team reads it.";
        development_reads:
            "Su caso pasó a investigación y desarrollo: encontramos un error del programa. Le daremos la fecha en que estará corregido.",
            "Your case went to research and development: we found a bug in the program. We will give you the date it will be fixed.";
        date: "Fecha", "Date";
        date_hint:
            "Un día de atención; la promesa vence al cierre de ese día.",
            "An attention day; the promise is due at that day’s closing.";
        date_required: "Elija una fecha.", "Choose a date.";
        date_past: "La atención de ese día ya terminó. Elija una fecha por venir.", "Attention on that day is over. Choose a date ahead.";
        date_weekend:
            "Ese día es fin de semana. Elija un día de atención.",
            "That day is a weekend. Choose an attention day.";
        reason: "Por qué se mueve", "Why it moves";
        reason_hint:
            "El cliente lee este motivo junto a la fecha nueva. La primera fecha sigue a la vista.",
            "The client reads this beside the new date. The first date stays in sight.";
        reason_required: "Escriba por qué se mueve: el cliente lo lee.", "Write why it moves: the client reads it.";
        insufficient_reads:
            "Cerramos este ticket porque con lo recibido no se puede saber cuál es el problema exacto. Nos falta:",
            "We are closing this ticket because the exact problem can’t be told from what we received. We lack:";
        insufficient_again:
            "Puede abrir uno nuevo con lo demás ya copiado.",
            "You can open a new one with the rest already copied.";
        area: "Qué está pidiendo", "What they ask for";
        area_choose: "Elija una opción", "Choose an option";
        area_required: "Elija qué está pidiendo el cliente.", "Choose what the client asks for.";
        commercial_reads: "Lo atiende el área comercial:", "The commercial team deals with it:";
        duplicate_hint:
            "El ticket que sigue abierto. Confirme abajo que es ese.",
            "The ticket that stays open. Confirm below that it is the one.";
        duplicate_same:
            "Es este mismo ticket. Escriba el número del otro.",
            "That is this very ticket. Write the number of the other one.";
        link_hint:
            "El ticket con el que tiene que ver. Confirme abajo que es ese.",
            "The ticket it has to do with. Confirm below that it is the one.";
        link_quiet:
            "Queda en la historia de los dos. El cliente no lo ve y ningún plazo cambia.",
            "Both histories tell it. The client does not see it and no promise changes.";
        final_word: "Un ticket cerrado no se reabre.", "A closed ticket is not reopened.";
        text_kept: "Lo que escribió sigue aquí.", "What you wrote is still here.";
    }
}

/// The verb on the button of a command.
pub fn verb(kind: CommandKind) -> &'static str {
    use CommandKind as K;
    let (es, en) = match kind {
        K::Take => ("Tomar", "Take"),
        K::Assign => ("Asignar", "Assign"),
        K::Reply => ("Responder", "Reply"),
        K::Note => ("Nota interna", "Internal note"),
        K::AskForInformation => ("Pedir información", "Ask for information"),
        K::LogContactAttempt => ("Registrar contacto", "Log contact"),
        K::Reclassify => ("Reclasificar", "Reclassify"),
        K::HandToDevelopment => ("Pasar a desarrollo", "Hand to development"),
        K::CommitDate => ("Prometer fecha", "Promise a date"),
        K::MoveDate => ("Mover la fecha", "Move the date"),
        K::Resolve => ("Dar la solución", "Give the solution"),
        K::CloseInsufficient => ("Cerrar: falta información", "Close: information missing"),
        K::CloseOutOfScope => ("Cerrar: no es de soporte", "Close: not support"),
        K::CloseDuplicate => ("Cerrar: está repetido", "Close: duplicate"),
        K::Link => ("Relacionar con otro", "Relate to another"),
        _ => ("", ""),
    };
    match locale() {
        Locale::Es => es,
        Locale::En => en,
    }
}

/// What sends the panel of a command.
pub fn submit(kind: CommandKind) -> &'static str {
    use CommandKind as K;
    let (es, en) = match kind {
        K::Reply => ("Enviar respuesta", "Send reply"),
        K::Note => ("Guardar nota", "Save note"),
        K::AskForInformation => ("Pedir y esperar", "Ask and wait"),
        K::LogContactAttempt => ("Registrar", "Log it"),
        K::Resolve => ("Enviar solución", "Send solution"),
        K::Link => ("Relacionar", "Relate"),
        K::CloseInsufficient | K::CloseOutOfScope | K::CloseDuplicate => {
            ("Cerrar el ticket", "Close the ticket")
        }
        _ => return verb(kind),
    };
    match locale() {
        Locale::Es => es,
        Locale::En => en,
    }
}

/// What is announced once a command was carried out.
pub fn done(kind: CommandKind) -> &'static str {
    use CommandKind as K;
    let (es, en) = match kind {
        K::Take => (
            "Lo tomó. Avisamos al cliente que lo está analizando.",
            "Taken. The client is told that you are analysing it.",
        ),
        K::Assign => ("Asignado.", "Assigned."),
        K::Reply => ("Respuesta enviada.", "Reply sent."),
        K::Note => ("Nota guardada.", "Note saved."),
        K::AskForInformation => (
            "Pedido enviado: el plazo se detiene hasta que responda.",
            "Asked: the clock stands still until they answer.",
        ),
        K::LogContactAttempt => ("Contacto registrado.", "Contact logged."),
        K::Reclassify => ("Reclasificado.", "Reclassified."),
        K::HandToDevelopment => ("En manos de desarrollo.", "Handed to development."),
        K::CommitDate => ("Fecha prometida; el cliente ya lo sabe.", "Date promised; the client knows."),
        K::MoveDate => ("Fecha movida; el cliente ya lo sabe.", "Date moved; the client knows."),
        K::Resolve => ("Solución enviada.", "Solution sent."),
        K::Link => ("Relacionados: los dos tickets lo cuentan.", "Related: both tickets tell it."),
        K::CloseInsufficient | K::CloseOutOfScope | K::CloseDuplicate => {
            ("Ticket cerrado.", "Ticket closed.")
        }
        _ => ("Hecho.", "Done."),
    };
    match locale() {
        Locale::Es => es,
        Locale::En => en,
    }
}

/// What an unsuccessful attempt brings with it (R18).
pub fn attempt_follows(count: u32, limit: u32, closes: Option<&str>) -> String {
    match (locale(), closes) {
        (Locale::Es, Some(closes)) => super::sentence(format!(
            "Será el intento {count} de {limit}. El cliente recibe aviso; si no responde, el ticket se cierra el {closes}"
        )),
        (Locale::Es, None) => format!(
            "Será el intento {count} de {limit}: con este, el ticket se cierra ya por imposibilidad de contacto."
        ),
        (Locale::En, Some(closes)) => super::sentence(format!(
            "It will be attempt {count} of {limit}. The client is told; unless they answer, the ticket closes on {closes}"
        )),
        (Locale::En, None) => {
            format!("It will be attempt {count} of {limit}: it closes the ticket now as unreachable.")
        }
    }
}

/// What a committed date promises (R16).
pub fn date_reads(instant: &str) -> String {
    match locale() {
        Locale::Es => {
            super::sentence(format!("Desarrollo se compromete con la corrección para el {instant}"))
        }
        Locale::En => super::sentence(format!("Development commits to the fix for {instant}")),
    }
}

/// What a moved date tells (R16).
pub fn move_reads(from: &str, to: &str) -> String {
    match locale() {
        Locale::Es => super::sentence(format!("La fecha prometida pasa del {from} al {to}")),
        Locale::En => super::sentence(format!("The promised date moves from {from} to {to}")),
    }
}

/// A date that is a public holiday, or closed by an administrator.
pub fn date_closed(name: &str) -> String {
    match locale() {
        Locale::Es => format!("Ese día no hay atención: {name}. Elija otro."),
        Locale::En => format!("Nobody attends that day: {name}. Choose another."),
    }
}

/// What becomes of a resolution if nobody objects.
pub fn resolve_follows(instant: &str) -> String {
    match locale() {
        Locale::Es => super::sentence(format!(
            "El cliente podrá confirmar o decir qué sigue fallando; si no objeta, el ticket se cierra el {instant}"
        )),
        Locale::En => super::sentence(format!(
            "The client can confirm or say what still fails; unless they object, the ticket closes on {instant}"
        )),
    }
}

/// What the client of a duplicate reads.
pub fn duplicate_reads(of: TicketNumber) -> String {
    match locale() {
        Locale::Es => format!("Su caso ya lo cuenta el ticket {of}; allí seguimos con la respuesta."),
        Locale::En => format!("Your case is told by ticket {of} already; we go on answering there."),
    }
}

/// What the client of a question reads above the agent's own words.
pub fn ask_reads(missing: &[GuideItem]) -> String {
    if missing.is_empty() {
        return String::new();
    }
    let items =
        missing.iter().map(|item| item_label(*item, locale())).collect::<Vec<_>>().join(", ").to_lowercase();
    match locale() {
        Locale::Es => format!("Nos falta: {items}."),
        Locale::En => format!("We need: {items}."),
    }
}

/// By which means a contact was attempted.
pub fn channel(channel: ContactChannel) -> &'static str {
    match (locale(), channel) {
        (Locale::Es, ContactChannel::Phone) => "Teléfono",
        (Locale::Es, ContactChannel::Email) => "Correo",
        (Locale::En, ContactChannel::Phone) => "Phone",
        (Locale::En, ContactChannel::Email) => "E-mail",
        (_, ContactChannel::Whatsapp) => "WhatsApp",
    }
}

/// What came of it.
pub fn outcome(outcome: ContactOutcome) -> &'static str {
    match (locale(), outcome) {
        (Locale::Es, ContactOutcome::Reached) => "Contestó",
        (Locale::Es, ContactOutcome::NoAnswer) => "No contestó",
        (Locale::Es, ContactOutcome::Busy) => "Ocupado o apagado",
        (Locale::Es, ContactOutcome::LeftMessage) => "Le dejé un mensaje",
        (Locale::Es, ContactOutcome::WrongContact) => "El dato no es del cliente",
        (Locale::En, ContactOutcome::Reached) => "They answered",
        (Locale::En, ContactOutcome::NoAnswer) => "No answer",
        (Locale::En, ContactOutcome::Busy) => "Busy or off",
        (Locale::En, ContactOutcome::LeftMessage) => "Left a message",
        (Locale::En, ContactOutcome::WrongContact) => "Not the client’s",
    }
}
