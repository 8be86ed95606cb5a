//! Ways to one ticket. Neither letter quotes anything a person wrote: who reads it may not be who asked for it.

use super::{Block, Locale, Message, Reader, sentence};
use domain::Instant;
use domain::ticket::TicketNumber;

/// The code that opens one ticket. The link only opens the page with the number filled in.
pub fn code(number: TicketNumber, code: &str, reader: &Reader) -> Message {
    let url = format!("{}/seguir?numero={}", reader.origin, number.digits());
    let (headline, warning) = match reader.locale {
        Locale::Es => (
            format!("Su código para ver el ticket {number}"),
            "Si usted no lo pidió, no haga nada: sin el código nadie lo ve. Nunca se lo pediremos por teléfono.",
        ),
        Locale::En => (
            format!("Your code to see ticket {number}"),
            "If you didn’t ask for it, do nothing: nobody sees it without the code. We never ask for it on the phone.",
        ),
    };
    let blocks = vec![
        Block::Headline(headline.clone()),
        Block::Paragraph(reader.pick(
            "Escríbalo en la pantalla donde lo pidió. Abre solo este ticket, sirve una vez y vence en pocos minutos.",
            "Type it on the screen where you asked for it. It opens this ticket alone, works once and expires in a few minutes.",
        )),
        Block::Code(code.to_owned()),
        Block::Link { label: reader.pick("Abrir la pantalla del ticket", "Open the ticket’s screen"), url },
        Block::Paragraph(warning.to_owned()),
        Block::Footer(reader.pick("Soporte SOHO", "SOHO support")),
    ];
    Message { subject: format!("{headline}: {code}"), blocks }
}

/// A critical ticket came in under this address. The secret is in the link's fragment, which no server or scanner is sent;
/// the page behind it has a button.
pub fn confirm(number: TicketNumber, secret: &str, first_response_due: Instant, reader: &Reader) -> Message {
    let url = format!("{}/confirmar/{}#{secret}", reader.origin, number.digits());
    let due = reader.when(first_response_due);
    let (headline, promise) = match reader.locale {
        Locale::Es => (
            format!("Confirme que el ticket {number} es suyo"),
            format!("Ya está en la fila de los críticos: una persona lo toma a más tardar el {due}"),
        ),
        Locale::En => (
            format!("Confirm that ticket {number} is yours"),
            format!("It is in line with the critical ones already: a person takes it no later than {due}"),
        ),
    };
    let blocks = vec![
        Block::Headline(headline.clone()),
        Block::Paragraph(reader.pick(
            "Recibimos un ticket crítico que da este correo como contacto.",
            "We received a critical ticket that gives this address as its contact.",
        )),
        sentence(promise),
        Block::Paragraph(reader.pick(
            "Confírmelo para que le escribamos aquí y quede a nombre de su hotel.",
            "Confirm it so that we write to you here and it is held in your hotel’s name.",
        )),
        Block::Link { label: reader.pick("Confirmar que es mío", "Confirm that it is mine"), url },
        Block::Paragraph(reader.pick(
            "Si usted no lo envió, no haga nada: con él nadie ve nada suyo ni de su hotel.",
            "If you didn’t send it, do nothing: it lets nobody see anything of yours or of your hotel.",
        )),
        Block::Footer(reader.pick("Soporte SOHO", "SOHO support")),
    ];
    Message { subject: headline, blocks }
}
