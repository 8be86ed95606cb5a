//! What the desk and the client say to each other, and the attempts to.

use super::{Block, Locale, Reader, Recipient, Words, quote, sentence};
use domain::Instant;
use domain::guide::GuideItem;

/// The other side wrote.
pub fn replied(to: Recipient, body: &str, reader: &Reader) -> Words {
    let headline = if to == Recipient::Requester {
        reader.pick("Soporte le escribió", "Support wrote to you")
    } else {
        reader.pick("El cliente respondió", "The client answered")
    };
    Words { headline, body: quote(body).into_iter().collect(), link: reader.pick("Responder", "Answer") }
}

/// The desk needs something and waits for it: the response's clock stands still (R15).
pub fn asked(missing: &[GuideItem], words: &str, reader: &Reader) -> Words {
    let mut body: Vec<Block> = quote(words).into_iter().collect();
    if !missing.is_empty() {
        body.push(Block::Paragraph(reader.pick("Esto es lo que nos falta:", "This is what we lack:")));
        body.push(reader.guide(missing));
    }
    body.push(Block::Paragraph(reader.pick(
        "Mientras llega su respuesta el plazo queda en pausa, y sigue corriendo apenas nos escriba.",
        "Until your answer arrives our time stands still; it goes on as soon as you write.",
    )));
    Words {
        headline: reader.pick("Necesitamos un dato suyo para seguir", "We need something from you to go on"),
        body,
        link: reader.pick("Responder", "Answer"),
    }
}

/// An attempt to reach the client failed; when that closes the ticket, and how to stop it (R18).
pub fn contact_failed(attempts: u32, limit: u32, closes_at: Option<Instant>, reader: &Reader) -> Words {
    let mut body = vec![Block::Paragraph(match (reader.locale, attempts) {
        (Locale::Es, 1) => format!("Lo intentamos una vez y no le encontramos (intento 1 de {limit})."),
        (Locale::Es, _) => {
            format!("Lo hemos intentado {attempts} veces sin encontrarle (intento {attempts} de {limit}).")
        }
        (Locale::En, 1) => format!("We tried once and didn’t find you (attempt 1 of {limit})."),
        (Locale::En, _) => {
            format!("We have tried {attempts} times without finding you (attempt {attempts} of {limit}).")
        }
    })];
    if let Some(closes_at) = closes_at.filter(|_| attempts < limit) {
        let closes_at = reader.when(closes_at);
        body.push(Block::Paragraph(match reader.locale {
            Locale::Es => format!("Si no sabemos de usted, el ticket se cierra el {closes_at}, o al intento {limit} si llega antes."),
            Locale::En => format!("If we don’t hear from you, the ticket closes on {closes_at}, or at attempt {limit} if that comes first."),
        }));
        body.push(Block::Paragraph(reader.pick(
            "Con una sola respuesta suya esa cuenta se detiene y el ticket sigue abierto.",
            "A single answer from you stops that count, and the ticket stays open.",
        )));
    }
    Words {
        headline: reader.pick("No logramos comunicarnos con usted", "We could not reach you"),
        body,
        link: reader.pick("Responder ahora", "Answer now"),
    }
}

/// The desk answered with a solution; the client says whether it stands.
pub fn resolved(words: &str, stands_at: Option<Instant>, reader: &Reader) -> Words {
    let mut body: Vec<Block> = quote(words).into_iter().collect();
    body.push(Block::Paragraph(reader.pick(
        "Pruébela y cuéntenos: confirme que quedó resuelto, o díganos qué sigue fallando y lo retomamos.",
        "Try it and tell us: confirm that it is solved, or say what still fails and we take it up again.",
    )));
    body.extend(stands_at.map(|at| {
        let at = reader.when(at);
        sentence(match reader.locale {
            Locale::Es => format!("Si no nos dice lo contrario, lo daremos por resuelto el {at}"),
            Locale::En => format!("Unless you tell us otherwise, we will count it as solved on {at}"),
        })
    }));
    Words {
        headline: reader.pick("Le enviamos una solución", "We sent you a solution"),
        body,
        link: reader.pick("Confirmar o contar qué falla", "Confirm, or say what fails"),
    }
}
