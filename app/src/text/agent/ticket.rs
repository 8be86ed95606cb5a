//! Words of a ticket as the desk sees it.

use domain::ticket::{Channel, Relation};

use crate::locale::{Locale, locale};
use crate::text::words;

words! {
    /// What a ticket's page says to the desk.
    DeskTicketText {
        back: "Cola", "Queue";
        actions: "Qué hacer", "What to do";
        more_actions: "Más", "More";
        reported: "Lo que reportó", "What was reported";
        conversation: "Historia", "History";
        attempts: "Intentos de contacto", "Contact attempts";
        facts: "Datos", "Facts";
        kind: "Tipo", "Kind";
        impact: "Impacto", "Impact";
        impact_stopped: "El sistema está detenido", "The system is stopped";
        impact_waiting: "Hay alguien esperando y no le pueden facturar", "Somebody is waiting and can’t be invoiced";
        impact_none: "Pueden seguir trabajando", "They can go on working";
        last_word: "Última palabra", "Last word";
        opened: "Abierto", "Opened";
        assignee: "A cargo de", "With";
        unknown_hotel: "Sin hotel registrado", "No hotel on record";
        links: "Relacionados", "Related";
        not_said: "No lo indicó", "Not said";
        copied: "Número copiado", "Number copied";
        loading: "Abriendo el ticket…", "Opening the ticket…";
        missing_title: "Ese ticket no existe", "There is no such ticket";
        missing_text:
            "Revise el número. Si es un error entregado a desarrollo, solo lo ve quien lo tiene a cargo.",
            "Check the number. A bug handed to development is seen only by who has it.";
        to_queue: "Volver a la cola", "Back to the queue";
        next: "Siguiente ticket", "Next ticket";
        changed:
            "El ticket cambió mientras lo leía; ya está al día.",
            "The ticket changed while you were reading; it is up to date.";
        stands: "Si nadie objeta, la solución queda en firme el", "If nobody objects, the solution stands on";
    }
}

/// How another ticket relates to this one.
pub fn relation(relation: Relation) -> &'static str {
    match (locale(), relation) {
        (Locale::Es, Relation::SplitFrom) => "Separado de",
        (Locale::Es, Relation::SplitInto) => "Dio origen a",
        (Locale::Es, Relation::Continues) => "Continúa a",
        (Locale::Es, Relation::Related) => "Relacionado con",
        (Locale::En, Relation::SplitFrom) => "Split from",
        (Locale::En, Relation::SplitInto) => "Split into",
        (Locale::En, Relation::Continues) => "Continues",
        (Locale::En, Relation::Related) => "Related to",
    }
}

/// "Si no responde, se cierra el …, o al intento 9": whichever comes first (R18).
pub fn closes_at(instant: &str, limit: u32) -> String {
    match locale() {
        Locale::Es => {
            format!("Si el cliente no responde, se cierra el {instant}, o antes, al intento {limit}.")
        }
        Locale::En => {
            format!("Unless the client answers, it closes on {instant}, or before, at attempt {limit}.")
        }
    }
}

/// How and when it came in (R10).
pub fn opened(channel: Channel, who: &str, at: &str) -> String {
    match (locale(), channel) {
        (Locale::Es, Channel::Portal) => format!("Por el portal, {at}"),
        (Locale::Es, Channel::Phone) => format!("Llamada registrada por {who}, {at}"),
        (Locale::En, Channel::Portal) => format!("On the portal, {at}"),
        (Locale::En, Channel::Phone) => format!("Call registered by {who}, {at}"),
    }
}
