//! Words of the queue.

use domain::ticket::PromiseKind;

use crate::locale::{Locale, locale};
use crate::text::words;

words! {
    /// What the queue says.
    QueueText {
        title: "Cola", "Queue";
        filters: "Qué tickets ver", "Which tickets to see";
        all: "Todo", "All";
        mine: "Míos", "Mine";
        untaken: "Sin tomar", "Not taken";
        waiting: "Esperando al cliente", "Waiting on the client";
        critical: "Críticos", "Critical";
        bugs: "Errores", "Bugs";
        due: "Vence", "Due";
        number: "Número", "Number";
        subject: "Asunto", "Subject";
        status: "Estado", "Status";
        agent: "A cargo de", "With";
        search: "Filtrar por asunto, hotel, persona o número", "Filter by subject, hotel, person or number";
        is_critical: "Crítico", "Critical";
        nobody: "Sin tomar", "Not taken";
        client_spoke: "Habló el cliente", "Client spoke last";
        desk_spoke: "Habló soporte", "Support spoke last";
        breached_before: "Ya incumplió un plazo", "Missed a promise before";
        no_promise: "Sin plazo abierto", "No open promise";
        paused: "En pausa: espera al cliente", "Paused: waiting on the client";
        awaits_client: "Espera el visto bueno", "Awaits confirmation";
        more: "Cargar más", "Load more";
        loading: "Cargando la cola…", "Loading the queue…";
        empty_title: "No hay nada pendiente", "Nothing pending";
        empty_text:
            "Cuando un hotel escriba o llame, su ticket aparecerá aquí, primero el que venza antes.",
            "When a hotel writes or calls, its ticket appears here, first the one due first.";
        nothing_title: "Nada con ese filtro", "Nothing with that filter";
        nothing_text:
            "Hay tickets abiertos, pero ninguno corresponde a lo que eligió.",
            "There are open tickets, but none matches what you chose.";
        show_all: "Ver todos", "Show all";
        stale:
            "Sin conexión con el servidor: esta es la última cola que vimos. Seguimos intentando.",
            "No connection to the server: this is the last queue we saw. We keep trying.";
        key_move: "moverse", "move";
        key_open: "abrir", "open";
        key_take: "tomar", "take";
        key_search: "filtrar", "filter";
        key_number: "número", "number";
        key_help: "teclas", "keys";
    }
}

/// A promise in a word or two, for the second line of a due instant.
pub fn promise(kind: PromiseKind) -> &'static str {
    match (locale(), kind) {
        (Locale::Es, PromiseKind::FirstResponse) => "Primera respuesta",
        (Locale::Es, PromiseKind::Response) => "Respuesta",
        (Locale::Es, PromiseKind::BugDate) => "Fecha prometida",
        (Locale::En, PromiseKind::FirstResponse) => "First response",
        (Locale::En, PromiseKind::Response) => "Response",
        (Locale::En, PromiseKind::BugDate) => "Promised date",
    }
}

/// "Vence en 2 horas hábiles".
pub fn due_in(relative: &str) -> String {
    match locale() {
        Locale::Es => format!("Vence {relative}"),
        Locale::En => format!("Due {relative}"),
    }
}

/// "Vencido hace 2 horas hábiles".
pub fn overdue(relative: &str) -> String {
    match locale() {
        Locale::Es => format!("Vencido {relative}"),
        Locale::En => format!("Overdue, {relative}"),
    }
}

/// "Se cierra solo vie 24 jul, 6:00 p. m." (R18).
pub fn closes(instant: &str) -> String {
    match locale() {
        Locale::Es => format!("Se cierra solo {instant}"),
        Locale::En => format!("Closes by itself {instant}"),
    }
}

/// "3 de 9 intentos".
pub fn attempts(done: u32, limit: u32) -> String {
    match locale() {
        Locale::Es => format!("{done} de {limit} intentos"),
        Locale::En => format!("{done} of {limit} attempts"),
    }
}

/// What is announced when the row under the keyboard changes; its subject is read by the focus.
pub fn row(place: usize, of: usize, due: &str) -> String {
    match locale() {
        Locale::Es => format!("{place} de {of}. {due}."),
        Locale::En => format!("{place} of {of}. {due}."),
    }
}

/// "50 o más", while there are pages to load.
pub fn at_least(count: usize) -> String {
    format!("{count}+")
}

/// What the figures of the tabs and the filter go by, while there are pages to load.
pub fn counted(loaded: usize) -> String {
    match locale() {
        Locale::Es => format!(
            "Las cifras y el filtro van por los {loaded} tickets cargados, los que vencen antes. Abajo puede cargar más."
        ),
        Locale::En => format!(
            "Figures and filter go by the {loaded} tickets loaded, those due first. You can load more below."
        ),
    }
}

/// What is announced when a filter changes what is listed.
pub fn listed(count: usize) -> String {
    match (locale(), count) {
        (Locale::Es, 1) => "1 ticket en la lista.".to_owned(),
        (Locale::Es, _) => format!("{count} tickets en la lista."),
        (Locale::En, 1) => "1 ticket listed.".to_owned(),
        (Locale::En, _) => format!("{count} tickets listed."),
    }
}

/// What is announced when a ticket was taken with a key.
pub fn taken(number: &str) -> String {
    match locale() {
        Locale::Es => format!("Tomó el ticket {number}. Avisamos al cliente que lo está analizando."),
        Locale::En => format!("You took ticket {number}. The client is told that you are analysing it."),
    }
}
