//! Where a ticket stands and what is promised, in plain words.

use domain::Instant;
use domain::ticket::{PromiseKind, Status};
use wording::dates::people_instant;

use super::words;
use crate::locale::{Locale, locale};

words! {
    /// Promises and their reckoning.
    StatusText {
        how_reckoned: "¿Cómo se calculó?", "How was this worked out?";
        kept: "Cumplido", "Kept";
        missed: "Se pasó la hora", "Missed";
        late: "Cumplido tarde", "Kept late";
        paused: "En pausa mientras nos responde", "Paused until you answer";
        running: "A tiempo", "On time";
        settled: "Lo que ya cumplimos", "What we have kept";
        first_due: "Primera fecha prometida", "First date promised";
        day: "Día", "Day";
        counts: "Cuenta", "Counts";
        total: "Tiempo de atención", "Attention time";
        legend_work: "Tiempo que cuenta", "Time that counts";
        legend_wait: "En espera de respuesta, no cuenta", "Waiting for an answer, not counted";
        legend_clock: "Cada barra es un día de reloj, de medianoche a medianoche", "Each bar is a day of the clock, midnight to midnight";
        weekend: "Fin de semana", "Weekend";
        condensed: "Y los días que siguen", "And the days that follow";
        why_same:
            "Es el mismo plazo para todos los casos; con él nos comprometemos en las condiciones.",
            "It is the same time for every case; our conditions commit us to it.";
        why_critical:
            "Un caso crítico que llega por el portal lleva el mismo plazo que los demás: llega marcado, y el equipo lo distingue de los demás. Fuera del horario se atiende por teléfono.",
            "A critical case that comes by the portal has the same time as any other: it arrives marked, and the team tells it from the others. Out of hours it is dealt with by phone.";
        why_more: "Por qué este plazo", "Why this time";
        over: "Lo que le prometimos y cómo salió", "What we promised and how it went";
        date_chosen:
            "Es la fecha con la que se comprometió el área de desarrollo: vence al cierre de la atención de ese día. Esperar una respuesta no la mueve; si cambia, se avisa y la primera sigue a la vista.",
            "It is the date the development team committed to, until the close of attention that day. Waiting for an answer doesn’t move it; if it changes you are told, and the first one stays in sight.";
    }
}

/// Why a promise has no account by days: it runs by the wall clock (R14).
pub fn by_clock(seconds: i64, from: Instant) -> String {
    let hours = seconds / 3_600;
    let from = people_instant(from, locale());
    super::one_stop(&match locale() {
        Locale::Es => format!(
            "Es un caso crítico y llegó por teléfono fuera del horario de atención: cuentan {hours} horas de reloj, también de noche y en días festivos, desde el {from}."
        ),
        Locale::En => format!(
            "It is a critical case and came by phone out of hours: {hours} hours of the clock count, nights and holidays too, from {from}."
        ),
    })
}

/// Where a ticket stands, said to the client.
pub const fn status_for_client(status: Status, locale: Locale) -> &'static str {
    let (es, en) = match status {
        Status::Received => ("Recibido", "Received"),
        Status::InAnalysis => ("En análisis", "Being analysed"),
        Status::WaitingOnClient => ("Esperando su respuesta", "Waiting for your answer"),
        Status::InDevelopment => ("En desarrollo", "In development"),
        Status::Resolved => ("Resuelto, por confirmar", "Solved, to be confirmed"),
        Status::Closed => ("Cerrado", "Closed"),
    };
    match locale {
        Locale::Es => es,
        Locale::En => en,
    }
}

/// What the status means, said to the client as a person would.
pub fn status_plain(status: Status) -> &'static str {
    let (es, en) = match status {
        Status::Received => (
            "Recibimos su caso. Una persona lo tomará y se lo dirá aquí.",
            "We have your case. A person will take it and tell you here.",
        ),
        Status::InAnalysis => ("Estamos analizando su caso.", "We are analysing your case."),
        Status::WaitingOnClient => (
            "Nos falta algo de usted para seguir. El tiempo de respuesta está en pausa mientras tanto.",
            "We need something from you to go on. The response time is paused meanwhile.",
        ),
        Status::InDevelopment => (
            "Encontramos un error del programa y el área de desarrollo lo está corrigiendo.",
            "We found a fault in the program and the development team is correcting it.",
        ),
        Status::Resolved => (
            "Le dimos una solución. Díganos si quedó bien.",
            "We gave you a solution. Tell us whether it works.",
        ),
        Status::Closed => ("Este caso terminó.", "This case is over."),
    };
    match locale() {
        Locale::Es => es,
        Locale::En => en,
    }
}

/// What is promised, to stand above its instant; once it is over, what was.
pub fn promise_name(kind: PromiseKind, over: bool) -> &'static str {
    let (es, en) = match kind {
        PromiseKind::FirstResponse if over => {
            ("Que una persona tomara su caso a más tardar el", "That a person took your case no later than")
        }
        PromiseKind::Response if over => {
            ("Que le diéramos respuesta a más tardar el", "That we responded no later than")
        }
        PromiseKind::BugDate if over => {
            ("Que la corrección estuviera lista el", "That the correction was ready on")
        }
        PromiseKind::FirstResponse => {
            ("Una persona toma su caso a más tardar el", "A person takes your case no later than")
        }
        PromiseKind::Response => {
            ("Le damos respuesta a más tardar el", "You have our response no later than")
        }
        PromiseKind::BugDate => {
            ("La corrección está lista a más tardar el", "The correction is ready no later than")
        }
    };
    match locale() {
        Locale::Es => es,
        Locale::En => en,
    }
}
