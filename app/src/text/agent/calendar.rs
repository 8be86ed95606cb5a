//! Words of changing days of attention (R12).

use crate::locale::{Locale, locale};
use crate::text::words;

words! {
    /// What the page for days of attention says.
    CalendarText {
        title: "Días de atención", "Days of attention";
        lead:
            "Los festivos los pone la ley. Aquí se cierra un día más o se atiende un festivo, y se ve a quién le cambia la fecha.",
            "The law sets the holidays. Here one more day is closed, or a holiday attended, and you see whose date changes.";
        change: "Cambiar un día", "Change a day";
        day: "Día", "Day";
        day_hint: "De mañana en adelante, de lunes a viernes.", "From tomorrow on, Monday to Friday.";
        name: "Por qué no hay atención", "Why there is no attention";
        name_hint: "Los hoteles lo leen en sus fechas. Ejemplo: inventario general.", "Hotels read it beside their dates. For instance: stocktaking.";
        preview: "Ver qué mueve", "See what it moves";
        paused_too:
            "Los que esperan respuesta del cliente no están en la lista: se les dice la hora nueva cuando su tiempo vuelva a correr.",
            "Those waiting for the client are not listed: they are told the new instant when their time runs again.";
        apply: "Hacer el cambio", "Make the change";
        applied: "Cambio hecho. Ya rige, y cada hotel recibe su aviso.", "Done. It holds now, and every hotel is told.";
        record: "Cambios hechos", "Changes made";
        none: "Nadie ha cambiado un día", "Nobody has changed a day";
        none_text: "Rige el calendario de la ley, de lunes a viernes.", "The law’s calendar holds, Monday to Friday.";
        heard: "Todos los tickets abiertos lo tienen en cuenta.", "Every open ticket has taken it into account.";
        hearing: "Avisando a los tickets abiertos…", "Telling open tickets…";
        attended: "hay atención", "there is attention";
        weekend: "es fin de semana", "it is a weekend";
    }
}

/// "Hoy por hoy, el jueves 24 de diciembre hay atención."
pub fn day_now(day: &str, reason: &str) -> String {
    match locale() {
        Locale::Es => format!("Por ahora, el {day} {reason}."),
        Locale::En => format!("As it stands, on {day} {reason}."),
    }
}

/// "hay atención, aunque es festivo: Inmaculada Concepción".
pub fn attended_despite(holiday: &str) -> String {
    match locale() {
        Locale::Es => format!("hay atención, aunque es festivo ({holiday})"),
        Locale::En => format!("there is attention, though it is a holiday ({holiday})"),
    }
}

/// "no hay atención: es festivo".
pub fn holiday(names: &str) -> String {
    match locale() {
        Locale::Es => format!("no hay atención: es festivo ({names})"),
        Locale::En => format!("there is no attention: it is a holiday ({names})"),
    }
}

/// "no hay atención: inventario".
pub fn closed(name: &str) -> String {
    match locale() {
        Locale::Es => format!("no hay atención: {name}"),
        Locale::En => format!("there is no attention: {name}"),
    }
}

/// "Le cambia la fecha a 3 de los 12 tickets abiertos."
pub fn moves(moving: u32, looked_at: u32, more: bool) -> String {
    let of = match (locale(), more) {
        (Locale::Es, true) => format!("los primeros {looked_at} tickets abiertos"),
        (Locale::Es, false) => format!("{looked_at} tickets abiertos"),
        (Locale::En, true) => format!("the first {looked_at} open tickets"),
        (Locale::En, false) => format!("{looked_at} open tickets"),
    };
    match (locale(), moving) {
        (Locale::Es, 0) => format!("No le cambia la fecha a nadie: revisamos {of}."),
        (Locale::En, 0) => format!("It changes nobody’s date: we looked at {of}."),
        (Locale::Es, 1) => format!("Le cambia la fecha a 1 ticket, de {of}. El hotel recibirá un aviso:"),
        (Locale::En, 1) => format!("It changes the date of 1 ticket, of {of}. The hotel will be told:"),
        (Locale::Es, _) => {
            format!("Le cambia la fecha a {moving} tickets, de {of}. Cada hotel recibirá un aviso:")
        }
        (Locale::En, _) => {
            format!("It changes the date of {moving} tickets, of {of}. Each hotel will be told:")
        }
    }
}

/// "y 12 más".
pub fn and_more(unlisted: u32) -> String {
    match locale() {
        Locale::Es => format!("y {unlisted} más"),
        Locale::En => format!("and {unlisted} more"),
    }
}

/// That a committed date falls on the day that closes (R16).
pub fn dates_on_it(dates: u32) -> String {
    match (locale(), dates) {
        (Locale::Es, 1) => "Una fecha prometida por desarrollo cae ese día. No se mueve sola: si no se podrá cumplir, muévala y diga por qué.".to_owned(),
        (Locale::Es, _) => format!("{dates} fechas prometidas por desarrollo caen ese día. No se mueven solas: si no se podrán cumplir, muévalas y diga por qué."),
        (Locale::En, 1) => "One date promised by development falls on that day. It does not move by itself: if it can’t be kept, move it and say why.".to_owned(),
        (Locale::En, _) => format!("{dates} dates promised by development fall on that day. They do not move by themselves: if they can’t be kept, move them and say why."),
    }
}

/// "la respuesta pasa del … al …".
pub fn moves_from(promise: &str, from: &str, due: &str) -> String {
    super::sentence(match locale() {
        Locale::Es => format!("{promise} pasa del {from} al {due}"),
        Locale::En => format!("{promise} moves from {from} to {due}"),
    })
}

/// "Patricia, el lunes 23 de noviembre, 9:00 a. m."
pub fn by(author: &str, at: &str) -> String {
    super::sentence(match locale() {
        Locale::Es => format!("{author}, el {at}"),
        Locale::En => format!("{author}, {at}"),
    })
}
