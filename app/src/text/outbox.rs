//! What was written and has not arrived.

use super::words;
use crate::locale::Locale;

words! {
    /// Drafts, what waits for signal, and what left meanwhile.
    OutboxText {
        title: "Sin enviar", "Not sent yet";
        lead: "Está guardado en este dispositivo. Lo que ya envió sale solo en cuanto haya señal, una sola vez.", "It is kept on this device. What you sent leaves by itself once there is signal, and only once.";
        drafts_lead: "Está guardado en este dispositivo hasta que lo envíe.", "It is kept on this device until you send it.";
        all_arrived: "Ya nos llegó", "It has reached us";
        all_arrived_lead: "Lo que envió desde este dispositivo salió y lo recibimos.", "What you sent from this device left, and we have it.";
        some_arrived_lead: "Una parte ya nos llegó. Lo demás está guardado en este dispositivo; lo que ya envió sale solo en cuanto haya señal.", "Part of it has reached us. The rest is kept on this device; what you sent leaves by itself once there is signal.";
        empty_title: "No queda nada por enviar", "Nothing is left to send";
        empty_text: "Todo lo que escribió aquí ya llegó.", "Everything you wrote here has arrived.";
        waiting_title: "Por salir", "Waiting to leave";
        drafts_title: "Borradores", "Drafts";
        arrived_title: "Lo que llegó", "What arrived";
        photos_title: "Fotos por enviar", "Photos waiting to leave";
        no_signal: "Sin señal: se enviará solo", "No signal: it will be sent by itself";
        not_yet: "Aún no lo recibimos: se enviará solo", "We don’t have it yet: it will be sent by itself";
        sending: "Enviando", "Sending";
        needs_sign_in: "Entre con su correo para enviarlo", "Sign in to send it";
        sign_in: "Entrar y enviar", "Sign in and send";
        needs_person: "Falta un toque suyo para enviarlo", "It takes one touch of yours to send it";
        needs_person_why: "Así sabemos que lo envía una persona y no un programa. No se pierde nada de lo que escribió.", "It shows us that a person sends it and not a program. Nothing you wrote is lost.";
        show_and_send: "Confirmar y enviar", "Confirm and send";
        person_wanted: "Falta un toque suyo para enviar lo que escribió. Está en «Sin enviar».", "It takes one touch of yours to send what you wrote. It is under “Not sent yet”.";
        send_now: "Enviar ahora", "Send now";
        edit: "Corregir", "Edit";
        go_on: "Continuar", "Continue";
        throw_away: "Borrar", "Delete";
        sure: "¿Borrarlo de este dispositivo?", "Delete it from this device?";
        keep: "No, dejarlo", "No, keep it";
        see: "Ver el ticket", "See the ticket";
        seen: "Listo", "Done";
        written_elsewhere: "Este borrador está abierto también en otra ventana. Aquí ve lo último que escribió en cualquiera de las dos.", "This draft is open in another window too. Here you see what was written last in either.";
        over_elsewhere: "Ya no está en borradores", "It is no longer a draft";
        sent_elsewhere: "Se envió desde otra ventana. Mírelo en «Mis tickets»; para contar otro caso, empiece uno nuevo.", "It was sent from another window. See it in “My tickets”; to tell another case, begin a new one.";
        gone_elsewhere: "Se envió o se borró en otra ventana. Mire en «Mis tickets»; si pulsa otra vez, se envía como un ticket más.", "It was sent or deleted in another window. Look in “My tickets”; press again and it is sent as one more ticket.";
        no_subject: "Ticket sin asunto", "Ticket without a subject";
        came_back: "Un envío volvió: revise qué le falta.", "Something came back: see what it lacks.";
        answer_arrived: "Su respuesta salió y la recibimos.", "Your answer left and we have it.";
        too_old: "Esperó demasiado para enviarse sin riesgo de duplicarlo", "It waited too long to be sent without the risk of a double";
        too_old_detail: "Mire en sus tickets si ya está; si no, revíselo y envíelo de nuevo.", "See whether it is among your tickets; if not, check it and send it again.";
        others: "Tiene más sin enviar en este dispositivo.", "There is more on this device that is not sent yet.";
        apart: "Este es un ticket nuevo: el que tenía a medias queda guardado aparte.", "This is a new ticket: the one you had begun is kept apart.";
        see_all: "Ver todo", "See all";
        another: "Guardar y empezar otro", "Keep it and start another";
        locked: "Su respuesta está guardada: sin señal, se enviará sola.", "Your answer is kept: there is no signal, it will be sent by itself.";
        locked_sign_in: "Su respuesta está guardada. Entre con su correo para enviarla.", "Your answer is kept. Sign in to send it.";
    }
}

impl OutboxText {
    /// "Enviado: número 482 193 7".
    pub fn arrived(self, number: &str) -> String {
        match self.0 {
            Locale::Es => format!("Enviado: número {number}"),
            Locale::En => format!("Sent: number {number}"),
        }
    }

    /// "Lo escribió Ana Rojas: entre con esa cuenta para enviarlo".
    pub fn somebody_else(self, name: &str) -> String {
        match self.0 {
            Locale::Es => format!("Lo escribió {name}: entre con esa cuenta para enviarlo"),
            Locale::En => format!("{name} wrote it: sign in as them to send it"),
        }
    }

    /// "Respuesta en el ticket 482 193 7".
    pub fn answer_in(self, number: &str) -> String {
        match self.0 {
            Locale::Es => format!("Respuesta en el ticket {number}"),
            Locale::En => format!("Answer in ticket {number}"),
        }
    }

    /// "2 fotos del ticket 482 193 7".
    pub fn photos_of(self, count: usize, number: &str) -> String {
        match (self.0, count) {
            (Locale::Es, 1) => format!("1 foto del ticket {number}"),
            (Locale::Es, _) => format!("{count} fotos del ticket {number}"),
            (Locale::En, 1) => format!("1 photo of ticket {number}"),
            (Locale::En, _) => format!("{count} photos of ticket {number}"),
        }
    }

    /// "Con 2 fotos".
    pub fn with_photos(self, count: usize) -> String {
        match (self.0, count) {
            (Locale::Es, 1) => "Con 1 foto".to_owned(),
            (Locale::Es, _) => format!("Con {count} fotos"),
            (Locale::En, 1) => "With 1 photo".to_owned(),
            (Locale::En, _) => format!("With {count} photos"),
        }
    }

    /// "Escrito el martes 21 de julio, 3:30 p. m.".
    pub fn written(self, at: &str) -> String {
        match self.0 {
            Locale::Es => format!("Escrito el {at}"),
            Locale::En => format!("Written on {at}"),
        }
    }
}
