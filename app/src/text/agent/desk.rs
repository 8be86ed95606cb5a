//! Words around every screen of the desk: the rail, the number look-up, the list of keys.

use domain::ticket::by_phone::ByPhone;

use crate::locale::{Locale, locale};
use crate::text::{status_for_client, status_plain, words};

words! {
    /// What the desk's frame says.
    DeskText {
        area: "Mesa de ayuda", "Help desk";
        queue: "Cola", "Queue";
        call: "Llamada", "Call";
        look_up: "Número", "Number";
        keys: "Teclas", "Keys";
        account: "Cuenta", "Account";
        second_factor: "Segundo factor", "Second factor";
        sign_out: "Salir", "Sign out";
        close: "Cerrar", "Close";
        cancel: "Cancelar", "Cancel";
        number: "Número del ticket", "Ticket number";
        number_hint:
            "Los siete dígitos que le dicten, con o sin espacios.",
            "The seven digits dictated to you, with or without spaces.";
        number_shape:
            "Un número de ticket tiene siete dígitos. Pida que se lo repitan completo.",
            "A ticket number has seven digits. Ask them to repeat the whole of it.";
        number_check_digit:
            "Hay un dígito que no es: este número no existe. Pida que se lo repitan despacio.",
            "A digit must be wrong: no ticket has this number. Ask them to repeat it slowly.";
        number_unknown:
            "El número está bien formado, pero no hay ningún ticket con él.",
            "The number is well formed, but no ticket has it.";
        number_searching: "Buscando el ticket…", "Looking for the ticket…";
        open_ticket: "Abrir el ticket", "Open the ticket";
        key_next: "Siguiente y anterior", "Next and previous";
        key_open: "Abrir el ticket", "Open the ticket";
        key_search: "Buscar en la cola", "Search the queue";
        key_number: "Buscar por número", "Look up a number";
        key_take: "Tomar el ticket", "Take the ticket";
        key_queue: "Volver a la cola", "Back to the queue";
        key_call: "Registrar una llamada", "Register a call";
        key_help: "Ver estas teclas", "Show these keys";
        key_reply: "Responder al cliente", "Reply to the client";
        key_note: "Nota interna", "Internal note";
        key_ask: "Pedir información", "Ask for information";
        key_contact: "Registrar un contacto", "Log a contact";
        key_assign: "Asignar", "Assign";
        key_date: "Prometer o mover la fecha", "Promise or move the date";
        key_resolve: "Dar la solución", "Give the solution";
        key_send: "Enviar lo escrito", "Send what is written";
        key_back: "Salir del cuadro o cerrar", "Leave the box or close";
        keys_everywhere: "En todas partes", "Everywhere";
        keys_queue: "En la cola", "In the queue";
        keys_on: "Usar teclas de una sola letra", "Use single-letter keys";
        keys_ticket: "En un ticket", "In a ticket";
    }
}

/// How far a call about a ticket goes, with the words to say (R10).
pub fn by_phone(answer: ByPhone) -> String {
    let told = match answer {
        ByPhone::Case => {
            return match locale() {
                Locale::Es => {
                    "Es crítico: a quien llama atiéndalo por teléfono, con el caso abierto.".to_owned()
                }
                Locale::En => "It is critical: help the caller on the phone, with the case open.".to_owned(),
            };
        }
        ByPhone::StatusOnly(status) => {
            format!("{}. {}", status_for_client(status, locale()), status_plain(status))
        }
    };
    match locale() {
        Locale::Es => format!(
            "A quien llama dígale el estado y nada más: «{told}» El resto, por el portal o el correo de quien lo abrió; lo nuevo va en un ticket propio."
        ),
        Locale::En => format!(
            "Tell the caller the status and nothing more: “{told}” The rest by the portal or the address of who opened it; what is new gets its own ticket."
        ),
    }
}

/// How many digits are still to come while a number is dictated.
pub fn digits_missing(missing: usize) -> String {
    match (locale(), missing) {
        (Locale::Es, 1) => "Falta un dígito.".to_owned(),
        (Locale::Es, _) => format!("Faltan {missing} dígitos."),
        (Locale::En, 1) => "One digit to go.".to_owned(),
        (Locale::En, _) => format!("{missing} digits to go."),
    }
}
