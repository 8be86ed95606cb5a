//! Why the contract does not allow something now.

use crate::Locale;
use domain::ticket::{Refusal, Status};

#[expect(clippy::too_many_lines, reason = "a table of words: each mistake once in each language")]
pub(super) fn explain_refusal(refusal: &Refusal, locale: Locale) -> (String, String) {
    let (title, detail) = match (locale, refusal) {
        (Locale::Es, Refusal::NotFound) => ("Aquí no hay nada", "Revise el número del ticket."),
        (Locale::En, Refusal::NotFound) => ("There is nothing here", "Check the ticket's number."),
        (Locale::Es, Refusal::Forbidden) => {
            ("Su perfil no puede hacer esto", "Pídaselo a quien tenga el perfil indicado.")
        }
        (Locale::En, Refusal::Forbidden) => {
            ("Your role can't do this", "Ask someone who has the right role.")
        }
        (Locale::Es, Refusal::AlreadyOpen) => ("Ese ticket ya existe", "Vuelva a la lista y ábralo."),
        (Locale::En, Refusal::AlreadyOpen) => {
            ("That ticket exists already", "Go back to the list and open it.")
        }
        (Locale::Es, Refusal::Closed) => (
            "El ticket ya está cerrado",
            "Un ticket cerrado no se reabre. Cree uno nuevo a partir de este: sus datos se copian.",
        ),
        (Locale::En, Refusal::Closed) => (
            "The ticket is closed",
            "A closed ticket is not reopened. Create a new one from it: its details are copied.",
        ),
        (Locale::Es, Refusal::NotInStatus { .. }) => (
            "Ahora no se puede hacer eso",
            "El ticket cambió de estado. Revíselo y elija entre las acciones que muestra.",
        ),
        (Locale::En, Refusal::NotInStatus { .. }) => (
            "That can't be done now",
            "The ticket's status changed. Look at it and choose from the actions it shows.",
        ),
        (Locale::Es, Refusal::AlreadyTaken) => {
            ("Alguien más ya lo tomó", "Puede asignárselo si hace falta; el cliente ya fue avisado.")
        }
        (Locale::En, Refusal::AlreadyTaken) => (
            "Someone else took it first",
            "Assign it to yourself if needed; the client has been told already.",
        ),
        (Locale::Es, Refusal::ConfirmOrDispute) => (
            "Díganos si quedó resuelto",
            "Confirme la solución, o indique qué sigue fallando y lo retomamos.",
        ),
        (Locale::En, Refusal::ConfirmOrDispute) => (
            "Tell us whether it is solved",
            "Confirm the solution, or say what still fails and we take it up again.",
        ),
        (Locale::Es, Refusal::TextMissing) => ("Falta el texto", "Escriba el mensaje antes de enviarlo."),
        (Locale::En, Refusal::TextMissing) => ("The text is missing", "Write the message before sending it."),
        (Locale::Es, Refusal::TextTooLong { .. }) => {
            ("El texto es demasiado largo", "Acórtelo o divídalo en dos mensajes.")
        }
        (Locale::En, Refusal::TextTooLong { .. }) => {
            ("The text is too long", "Shorten it or split it in two messages.")
        }
        (Locale::Es, Refusal::MissingItemsRequired) => (
            "Marque qué información falta",
            "Elija al menos un punto de la guía para que el cliente sepa qué enviar.",
        ),
        (Locale::En, Refusal::MissingItemsRequired) => (
            "Mark what is missing",
            "Choose at least one item of the guide, so that the client knows what to send.",
        ),
        (Locale::Es, Refusal::DateAlreadyCommitted) => (
            "Ya hay una fecha prometida",
            "Para cambiarla, muévala y explique el motivo; el cliente será avisado.",
        ),
        (Locale::En, Refusal::DateAlreadyCommitted) => {
            ("A date was promised already", "To change it, move it and say why; the client will be told.")
        }
        (Locale::Es, Refusal::NoDateCommitted) => {
            ("Aún no hay fecha prometida", "Comprométase primero con una fecha.")
        }
        (Locale::En, Refusal::NoDateCommitted) => ("No date was promised yet", "Commit to a date first."),
        (Locale::Es, Refusal::DateNotAhead) => {
            ("La fecha ya pasó", "Elija un día de atención que esté por venir.")
        }
        (Locale::En, Refusal::DateNotAhead) => {
            ("The date has passed", "Choose an attention day that lies ahead.")
        }
        (Locale::Es, Refusal::DateNotAttentionDay) => {
            ("Ese día no hay atención", "Elija un día de lunes a viernes que no sea festivo.")
        }
        (Locale::En, Refusal::DateNotAttentionDay) => {
            ("Nobody attends on that day", "Choose a day from Monday to Friday that is not a public holiday.")
        }
        (Locale::Es, Refusal::DateUnchanged) => {
            ("Esa es la fecha ya prometida", "Elija otra, o deje la que está.")
        }
        (Locale::En, Refusal::DateUnchanged) => {
            ("That is the date already promised", "Choose another, or leave it as it is.")
        }
        (Locale::Es, Refusal::AlreadyAssigned) => {
            ("Ya está asignado a esa persona", "No hace falta hacer nada.")
        }
        (Locale::En, Refusal::AlreadyAssigned) => {
            ("It is assigned to them already", "There is nothing to do.")
        }
        (Locale::Es, Refusal::SameTicket) => {
            ("Un ticket no puede referirse a sí mismo", "Escriba el número del otro ticket.")
        }
        (Locale::En, Refusal::SameTicket) => {
            ("A ticket can't refer to itself", "Write the number of the other ticket.")
        }
        (Locale::Es, Refusal::AlreadyLinked) => {
            ("Esos dos tickets ya están relacionados", "No hace falta hacer nada.")
        }
        (Locale::En, Refusal::AlreadyLinked) => {
            ("Those two tickets are related already", "There is nothing to do.")
        }
        (Locale::Es, Refusal::EmailAlreadyConfirmed) => (
            "El correo de este ticket ya está confirmado",
            "No hace falta hacer nada más: puede abrir el ticket.",
        ),
        (Locale::En, Refusal::EmailAlreadyConfirmed) => (
            "This ticket's e-mail is confirmed already",
            "There is nothing else to do: you can open the ticket.",
        ),
        (Locale::Es, Refusal::PhotosFull { .. }) => (
            "Este ticket ya tiene todas las fotos que caben",
            "Cuéntenos por escrito qué muestra la otra. El máximo de fotos es",
        ),
        (Locale::En, Refusal::PhotosFull { .. }) => (
            "This ticket has all the photos it takes",
            "Tell us in writing what the other one shows. The most is",
        ),
        (Locale::Es, Refusal::LinksFull { .. }) => (
            "Ya hay demasiados enlaces de este ticket",
            "Retire uno que ya no use y haga el nuevo. El máximo que sirve a la vez es",
        ),
        (Locale::En, Refusal::LinksFull { .. }) => (
            "There are too many links to this ticket",
            "Take back one you no longer use and make the new one. The most that work at a time is",
        ),
    };
    let limit = match refusal {
        Refusal::PhotosFull { limit } | Refusal::LinksFull { limit } => format!(" {limit}."),
        _ => String::new(),
    };
    (title.to_owned(), format!("{detail}{limit}"))
}

/// Where a ticket stands, from the reader's side of the counter.
#[must_use]
pub const fn status(status: Status, locale: Locale) -> &'static str {
    match (locale, status) {
        (Locale::Es, Status::Received) => "Recibido",
        (Locale::Es, Status::InAnalysis) => "En análisis",
        (Locale::Es, Status::WaitingOnClient) => "Esperando al cliente",
        (Locale::Es, Status::InDevelopment) => "En desarrollo",
        (Locale::Es, Status::Resolved) => "Resuelto",
        (Locale::Es, Status::Closed) => "Cerrado",
        (Locale::En, Status::Received) => "Received",
        (Locale::En, Status::InAnalysis) => "In analysis",
        (Locale::En, Status::WaitingOnClient) => "Waiting on the client",
        (Locale::En, Status::InDevelopment) => "In development",
        (Locale::En, Status::Resolved) => "Resolved",
        (Locale::En, Status::Closed) => "Closed",
    }
}
