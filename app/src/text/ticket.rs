//! A client's list of tickets and the page of one.

use domain::Instant;
use domain::ticket::{Attempt, PromiseKind};
use wording::dates::people_instant;

use super::{one_stop, words};
use crate::locale::Locale;

words! {
    /// The list and the ticket.
    TicketText {
        list_title: "Mis tickets", "My tickets";
        list_lead: "Del que cambió más recientemente al más antiguo.", "From the latest change to the oldest.";
        create: "Crear un ticket", "Create a ticket";
        empty_title: "Todo en calma", "All is calm";
        empty_text: "Aquí aparecen sus tickets, con lo que les prometimos y lo que sigue.", "Your tickets appear here, with what we promised and what comes next.";
        which: "Cuáles se muestran", "Which are shown";
        only_open: "Abiertos", "Open";
        see_all: "Todos", "All";
        branches: "Sede", "Branch";
        every_branch: "Todas las sedes", "Every branch";
        empty_branch_title: "Nada en esta sede", "Nothing at this branch";
        empty_branch_text: "De esta sede no hay tickets, ni abiertos ni cerrados.", "There are no tickets of this branch, open or closed.";
        empty_open_title: "Nada abierto", "Nothing is open";
        empty_open_text: "No hay tickets abiertos. Los cerrados están en «Todos».", "There are no open tickets. The closed ones are under “All”.";
        changed: "Cambió el", "Changed on";
        more: "Ver más tickets", "See more tickets";
        your_turn: "Le toca a usted", "It is your turn";
        no_promise: "Sin plazos pendientes", "Nothing due";
        back: "Mis tickets", "My tickets";
        address: "Dirección de este ticket, como código QR", "Address of this ticket, as a QR code";
        answer: "Su respuesta", "Your answer";
        add: "Agregar información", "Add information";
        send: "Enviar respuesta", "Send answer";
        sent: "Recibimos su respuesta.", "We have your answer.";
        photos_sent: "Recibimos sus fotos.", "We have your photos.";
        photos_failed: "Alguna foto no llegó. Puede reintentarla aquí mismo.", "A photo didn’t arrive. You can retry it right here.";
        empty_answer: "Escriba su respuesta o agregue una foto antes de enviar.", "Write your answer or add a photo before sending.";
        empty_dispute: "Escriba qué sigue fallando: con la foto sola no podemos retomar el caso.", "Write what still fails: with a photo alone we can’t take the case up again.";
        asked: "Para seguir necesitamos su respuesta. Al enviarla, el tiempo vuelve a correr.", "To go on we need your answer. Once you send it, the clock runs again.";
        solved_title: "¿Quedó resuelto?", "Is it solved?";
        solved_yes: "Sí, quedó resuelto", "Yes, it is solved";
        solved_no: "No, sigue fallando", "No, it still fails";
        solved_sure: "Al confirmarlo, el ticket queda cerrado y no se reabre.", "Once you confirm, the ticket is closed for good.";
        solved_close: "Confirmar y cerrar", "Confirm and close";
        solved_wait: "Todavía no", "Not yet";
        solved_thanks: "Gracias por confirmarlo. El ticket queda cerrado.", "Thank you for confirming. The ticket is closed.";
        dispute_label: "¿Qué sigue fallando?", "What still fails?";
        dispute_send: "Enviar y retomar el caso", "Send and reopen the case";
        disputed: "Retomamos su caso.", "We take your case up again.";
        print: "Imprimir", "Print";
        withdraw: "Ya no lo necesito", "I no longer need it";
        withdraw_title: "¿Cerrar este ticket?", "Close this ticket?";
        withdraw_text: "Queda cerrado y no se reabre. Si vuelve a ocurrir, puede crear uno nuevo con estos mismos datos.", "It is closed for good. If it happens again you can create a new one with these details.";
        withdraw_yes: "Sí, cerrarlo", "Yes, close it";
        withdraw_no: "No, dejarlo abierto", "No, keep it open";
        withdrawn: "Cerramos el ticket, como pidió.", "We closed the ticket, as you asked.";
        continue_from: "Crear uno nuevo a partir de este", "Create a new one from this";
        closed_title: "Este ticket está cerrado", "This ticket is closed";
        closed_text: "Un ticket cerrado no se reabre, pero sus datos se copian a uno nuevo en un toque.", "A closed ticket is not reopened, but its details are copied to a new one at a tap.";
        facts: "Datos del caso", "Details";
        fact_hotel: "Hotel", "Hotel";
        fact_opened: "Creado", "Created";
        fact_with: "Lo atiende", "With";
        fact_nobody: "Aún nadie", "Nobody yet";
        fact_related: "Relacionado", "Related";
        told: "Lo que nos contó", "What you told us";
        call_too: "Si no puede esperar, llame y diga el número del ticket.", "If it can’t wait, call and say the ticket’s number.";
        history: "Qué ha pasado", "What has happened";
        promises: "Lo que le prometimos", "What we promised";
        attempts_title: "Hemos intentado comunicarnos", "We have tried to reach you";
        not_a_number: "Ese número de ticket no es válido", "That is not a valid ticket number";
        not_a_number_text: "Revise los siete dígitos: alguno no coincide.", "Check the seven digits: one of them doesn’t fit.";
        updated: "El ticket cambió.", "The ticket changed.";
        stale: "No pudimos actualizar. Lo que ve puede no ser lo último.", "We couldn’t refresh. What you see may not be the latest.";
    }
}

impl TicketText {
    /// What the desk asked, in its own words, and what of the guide it needs.
    pub fn question(self, who: &str, body: &str, missing: &str) -> String {
        let (asks, needs) = match self.0 {
            Locale::Es => ("le pregunta", "Nos falta"),
            Locale::En => ("asks you", "We need"),
        };
        let asked = if body.is_empty() { String::new() } else { format!("{who} {asks}: {body}") };
        let needed = if missing.is_empty() { String::new() } else { format!("{needs}: {missing}.") };
        [asked, needed].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
    }

    /// "Ticket 482 193 7".
    pub fn title(self, number: &str) -> String {
        match self.0 {
            Locale::Es | Locale::En => format!("Ticket {number}"),
        }
    }

    /// Who told it, for those who read others' tickets too.
    pub fn told_by(self, name: &str) -> String {
        match self.0 {
            Locale::Es => format!("De {name}"),
            Locale::En => format!("From {name}"),
        }
    }

    /// "Abierto desde el martes 21 de julio, 3:30 p. m."
    pub fn open_since(self, instant: &str) -> String {
        match self.0 {
            Locale::Es => format!("Abierto desde el {instant}"),
            Locale::En => format!("Open since {instant}"),
        }
    }

    /// What comes next on a ticket of the list.
    pub fn next(self, kind: PromiseKind, due: Instant) -> String {
        let at = people_instant(due, self.0);
        match (self.0, kind) {
            (Locale::Es, PromiseKind::FirstResponse) => format!("Una persona lo toma a más tardar el {at}"),
            (Locale::Es, PromiseKind::Response) => format!("Le respondemos a más tardar el {at}"),
            (Locale::Es, PromiseKind::BugDate) => format!("La corrección está lista a más tardar el {at}"),
            (Locale::En, PromiseKind::FirstResponse) => format!("A person takes it no later than {at}"),
            (Locale::En, PromiseKind::Response) => format!("We respond no later than {at}"),
            (Locale::En, PromiseKind::BugDate) => format!("The correction is ready no later than {at}"),
        }
    }

    /// When it closes for want of an answer (R18).
    pub fn closes(self, at: Instant) -> String {
        let at = people_instant(at, self.0);
        match self.0 {
            Locale::Es => format!("Si no nos responde, se cierra el {at}"),
            Locale::En => format!("Without an answer it closes on {at}"),
        }
    }

    /// The last word on the ledger of attempts: whichever comes first (R18).
    pub fn attempts_close(self, at: Instant, limit: u32) -> String {
        let at = people_instant(at, self.0);
        one_stop(&match self.0 {
            Locale::Es => format!(
                "Si no logramos hablar con usted, el caso se cierra el {at}, o antes, al intento {limit}. Con una respuesta suya sigue abierto."
            ),
            Locale::En => format!(
                "If we can’t reach you, the case closes on {at}, or before, at attempt {limit}. One answer from you keeps it open."
            ),
        })
    }

    /// "1 de 9".
    pub fn attempts_count(self, attempts: &[Attempt], limit: u32) -> String {
        let made = attempts.len();
        match self.0 {
            Locale::Es => format!("{made} de {limit}"),
            Locale::En => format!("{made} of {limit}"),
        }
    }

    /// When a resolution stands by itself.
    pub fn stands(self, at: Instant) -> String {
        let at = people_instant(at, self.0);
        match self.0 {
            Locale::Es => one_stop(&format!("Si no nos dice nada, lo damos por resuelto el {at}.")),
            Locale::En => one_stop(&format!("If you say nothing, we take it as solved on {at}.")),
        }
    }
}
