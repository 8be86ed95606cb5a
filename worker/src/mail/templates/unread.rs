//! Automatic answers to mail that did not do what its writer may think. They repeat nothing of it: whoever reads them may not
//! have written it.

use super::{Block, Locale, Message, Reader};
use crate::mail::Unread;
use domain::inbound::Outcome;
use domain::notice::Recipient;
use domain::ticket::{Refusal, TicketNumber};
use wording::problems::{Mistake, explain};

/// What a mail system is told that brings what can't be taken: it tells the writer, who may read either language.
#[must_use]
pub const fn rejection(outcome: Outcome) -> Option<&'static str> {
    match outcome {
        Outcome::TooLarge => Some(
            "El mensaje es demasiado grande: envie las fotos desde el ticket. / The message is too large: add the photos in the ticket.",
        ),
        Outcome::Failed => Some(
            "No pudimos recibir el mensaje: responda desde el portal. / We could not take the message: please answer in the portal.",
        ),
        _ => None,
    }
}

pub fn compose(number: Option<TicketNumber>, why: &Unread, reader: &Reader) -> Message {
    let (headline, said) = match (why, number) {
        (Unread::Attachments { left }, _) => (
            reader.pick("No todos sus adjuntos quedaron en el ticket", "Not all your attachments are in the ticket"),
            left_out(*left, reader),
        ),
        (Unread::Refused { refusal }, Some(_)) => {
            let (title, detail) = explain(&Mistake::Refused(refusal.clone()), reader.locale);
            (reader.pick("Su mensaje no quedó en el ticket", "Your message is not in the ticket"), format!("{title}. {detail}"))
        }
        (Unread::WithoutProof | Unread::Refused { .. }, _) => (
            reader.pick("Su mensaje no llegó a ningún ticket", "Your message reached no ticket"),
            reader.pick(
                "A este correo solo llegan las respuestas a los mensajes de un ticket, desde el mismo mensaje que le enviamos. Para contarnos algo nuevo, o seguir un ticket, use el portal: es rápido y le dice al instante cuándo le respondemos.",
                "Only answers to the messages of a ticket arrive here, from the very message we sent you. To tell us something new, or to follow a ticket, use the portal: it is quick and tells you at once when we answer.",
            ),
        ),
    };
    let mut blocks = vec![Block::Headline(headline.clone())];
    blocks.extend(number.map(|number| Block::Paragraph(format!("Ticket {number}"))));
    blocks.push(Block::Paragraph(said));
    match (why, number) {
        // R8: a new ticket begins with what is known from the closed one.
        (Unread::Refused { refusal: Refusal::Closed }, Some(number)) => {
            blocks.push(reader.new_ticket_from(number));
        }
        (_, Some(number)) => blocks.push(Block::Link {
            label: reader.pick("Abrir el ticket", "Open the ticket"),
            url: reader.ticket(Recipient::Requester, number),
        }),
        (_, None) => blocks.push(Block::Link {
            label: reader.pick("Ir al portal", "Go to the portal"),
            url: format!("{}/", reader.origin),
        }),
    }
    blocks.push(Block::Footer(reader.pick(
        "Soporte SOHO · respuesta automática; no la conteste",
        "SOHO support · automatic answer; please don’t reply to it",
    )));
    let subject = number.map_or(headline.clone(), |number| format!("Ticket {number}: {headline}"));
    Message { subject, blocks }
}

fn left_out(left: u32, reader: &Reader) -> String {
    match (reader.locale, left) {
        (Locale::Es, 1) => "Su mensaje sí quedó. Un adjunto no: solo recibimos imágenes JPG, PNG, WebP o GIF de hasta 5 MB. Súbalo desde el ticket, como foto de la pantalla.".to_owned(),
        (Locale::Es, _) => format!("Su mensaje sí quedó. {left} adjuntos no: solo recibimos imágenes JPG, PNG, WebP o GIF de hasta 5 MB. Súbalos desde el ticket, como fotos de la pantalla."),
        (Locale::En, 1) => "Your message is there. One attachment isn’t: we take JPG, PNG, WebP or GIF images of up to 5 MB alone. Add it in the ticket, as a photo of the screen.".to_owned(),
        (Locale::En, _) => format!("Your message is there. {left} attachments aren’t: we take JPG, PNG, WebP or GIF images of up to 5 MB alone. Add them in the ticket, as photos of the screen."),
    }
}
