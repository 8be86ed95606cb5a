//! What the desk is told: objections, bugs, promises about to be missed and missed.

use super::{Block, Locale, Reader, Words, quote, sentence};
use domain::Instant;
use domain::ticket::PromiseKind;

/// The client says it is not solved.
pub fn disputed(body: &str, reader: &Reader) -> Words {
    Words {
        headline: reader.pick("El cliente dice que sigue fallando", "The client says it still fails"),
        body: quote(body).into_iter().collect(),
        link: reader.pick("Retomar el ticket", "Take the ticket up again"),
    }
}

/// Research and development has a bug to look at and a date to commit to (R16).
pub fn handed_to_development(evidence: &str, reader: &Reader) -> Words {
    let ask = reader.pick(
        "Soporte encontró esto. El cliente espera una fecha de solución:",
        "Support found this. The client waits for a date:",
    );
    Words {
        headline: reader.pick("Un error del programa espera fecha", "A bug waits for a date"),
        body: std::iter::once(Block::Paragraph(ask)).chain(quote(evidence)).collect(),
        link: reader.pick("Revisar y comprometer una fecha", "Look and commit to a date"),
    }
}

/// A promise falls due soon.
pub fn warned(promise: PromiseKind, due: Instant, reader: &Reader) -> Words {
    let (what, due) = (name(promise, reader.locale), reader.when(due));
    let (headline, words) = match reader.locale {
        Locale::Es => (format!("Por vencer: {what}"), format!("El plazo se cumple el {due}")),
        Locale::En => (format!("Due soon: {what}"), format!("The time is up on {due}")),
    };
    Words { headline, body: vec![sentence(words)], link: reader.pick("Abrir el ticket", "Open the ticket") }
}

/// A promise was missed; that stays visible (R19).
pub fn breached(promise: PromiseKind, due: Instant, reader: &Reader) -> Words {
    let (what, due) = (name(promise, reader.locale), reader.when(due));
    let (headline, words) = match reader.locale {
        Locale::Es => (format!("Se venció: {what}"), format!("El plazo se cumplió el {due}")),
        Locale::En => (format!("Overdue: {what}"), format!("The time was up on {due}")),
    };
    let stays = reader.pick(
        "El incumplimiento queda en la historia del ticket. El cliente sigue esperando.",
        "That it was missed stays in the ticket’s history. The client is still waiting.",
    );
    let body = vec![sentence(words), Block::Paragraph(stays)];
    Words { headline, body, link: reader.pick("Abrir el ticket", "Open the ticket") }
}

const fn name(promise: PromiseKind, locale: Locale) -> &'static str {
    match promise {
        PromiseKind::FirstResponse => locale.pick("primera respuesta", "first response"),
        PromiseKind::Response => locale.pick("respuesta", "response"),
        PromiseKind::BugDate => locale.pick("fecha prometida", "promised date"),
    }
}
