//! The end of a ticket: why, and how to go on (R2, R8, R18).

use super::{Block, Locale, Reader, Recipient, Words, quote};
use domain::guide::GuideItem;
use domain::policy::SupportPolicy;
use domain::scope::OutOfScope;
use domain::ticket::{Closure, TicketNumber};
use wording::scope::out_of_scope_reason;

/// What the client is told.
pub fn for_client(number: TicketNumber, closure: &Closure, message: &str, reader: &Reader) -> Words {
    let said = quote(message);
    let (headline, body) = match closure {
        Closure::Confirmed => (
            reader.pick("Su ticket quedó resuelto", "Your ticket is solved"),
            vec![Block::Paragraph(reader.pick(
                "Gracias por confirmarlo. El ticket queda cerrado y puede consultarlo cuando quiera.",
                "Thank you for confirming it. The ticket is closed and you can look at it whenever you like.",
            ))],
        ),
        Closure::ResolutionUncontested => (
            reader.pick("Dimos por resuelto su ticket", "We counted your ticket as solved"),
            vec![
                Block::Paragraph(reader.pick(
                    "No nos dijo que la solución siguiera fallando, así que cerramos el ticket. Si vuelve a ocurrir, cree uno nuevo: sus datos ya van escritos.",
                    "You didn’t tell us that the solution still fails, so we closed the ticket. If it happens again, open a new one: your details are already in it.",
                )),
                reader.new_ticket_from(number),
            ],
        ),
        Closure::Insufficient { missing } => insufficient(number, missing, said.clone(), reader),
        Closure::OutOfScope { area } => out_of_scope(number, *area, said.clone(), reader),
        Closure::Unreachable { attempts } => unreachable(number, *attempts, reader),
        Closure::Duplicate { of } => duplicate(*of, reader),
        Closure::Withdrawn => (
            reader.pick("Retiramos su ticket", "We withdrew your ticket"),
            vec![
                Block::Paragraph(reader.pick(
                    "Quedó cerrado porque ya no lo necesita. Si vuelve a necesitarlo, cree uno nuevo: sus datos ya van escritos.",
                    "It is closed because you no longer need it. Should you need it again, open a new one: your details are already in it.",
                )),
                reader.new_ticket_from(number),
            ],
        ),
    };
    let told_already = matches!(closure, Closure::Insufficient { .. } | Closure::OutOfScope { .. });
    let body = body.into_iter().chain(said.filter(|_| !told_already)).collect();
    Words { headline, body, link: reader.pick("Ver el ticket cerrado", "See the closed ticket") }
}

/// R8: what is missing, the way on, and the whole guide.
fn insufficient(
    number: TicketNumber,
    missing: &[GuideItem],
    said: Option<Block>,
    reader: &Reader,
) -> (String, Vec<Block>) {
    let mut body = vec![Block::Paragraph(reader.pick(
        "Con lo que tenemos no podemos saber qué ocurre exactamente, así que lo cerramos en vez de hacerle esperar.",
        "From what we have we can’t tell what exactly happens, so we closed it rather than keep you waiting.",
    ))];
    body.extend(said);
    body.push(Block::Paragraph(reader.pick("Esto es lo que falta:", "This is what is missing:")));
    body.push(reader.guide(missing));
    body.push(Block::Paragraph(reader.pick(
        "Cree un nuevo ticket: todo lo demás ya va escrito, solo complete eso.",
        "Open a new ticket: everything else is already in it, just fill that in.",
    )));
    body.push(reader.new_ticket_from(number));
    body.push(Block::Paragraph(reader.pick(
        "Para una próxima vez, esta es la guía completa de lo que nos ayuda a responderle sin volver a preguntar:",
        "For another time, this is the whole guide to what helps us answer without asking again:",
    )));
    body.push(reader.guide(&GuideItem::ALL));
    (
        reader.pick(
            "Cerramos su ticket porque falta información",
            "We closed your ticket for lack of information",
        ),
        body,
    )
}

/// R2: why it is not support, and the commercial area with the message begun.
fn out_of_scope(
    number: TicketNumber,
    area: OutOfScope,
    said: Option<Block>,
    reader: &Reader,
) -> (String, Vec<Block>) {
    let mail = SupportPolicy::SOHO.commercial_mail;
    let (on, subject) = match reader.locale {
        Locale::Es => (
            format!(
                "El área comercial sí puede ayudarle: escriba a {mail} y mencione este ticket, o use el chat del portal."
            ),
            format!("Solicitud del ticket {number}"),
        ),
        Locale::En => (
            format!(
                "The commercial team can help you: write to {mail} and mention this ticket, or use the portal’s chat."
            ),
            format!("Request from ticket {number}"),
        ),
    };
    let mut body = vec![Block::Paragraph(out_of_scope_reason(area, reader.locale).to_owned())];
    body.extend(said);
    body.push(Block::Paragraph(on));
    body.push(Block::Link {
        label: reader.pick("Escribir al área comercial", "Write to the commercial team"),
        url: format!("mailto:{mail}?subject={}", domain::encoding::percent(&subject)),
    });
    body.push(Block::Paragraph(reader.pick(
        "Si además hay una falla del programa, cuéntenosla en un nuevo ticket.",
        "If there is a fault in the program besides, tell us in a new ticket.",
    )));
    body.push(reader.new_ticket_from(number));
    (
        reader
            .pick("Su solicitud la atiende el área comercial", "The commercial team deals with your request"),
        body,
    )
}

/// R18: it was impossible to reach the client.
fn unreachable(number: TicketNumber, attempts: u32, reader: &Reader) -> (String, Vec<Block>) {
    let tried = match (reader.locale, attempts) {
        (Locale::Es, 1) => {
            "Intentamos comunicarnos con usted, no tuvimos respuesta y no pudimos terminar su solicitud."
                .to_owned()
        }
        (Locale::Es, _) => format!(
            "Intentamos comunicarnos con usted {attempts} veces, no tuvimos respuesta y no pudimos terminar su solicitud."
        ),
        (Locale::En, 1) => {
            "We tried to reach you, had no answer and could not finish your request.".to_owned()
        }
        (Locale::En, _) => format!(
            "We tried to reach you {attempts} times, had no answer and could not finish your request."
        ),
    };
    let body = vec![
        Block::Paragraph(tried),
        Block::Paragraph(reader.pick(
            "Cuando pueda atendernos, cree un nuevo ticket: sus datos ya van escritos.",
            "When it suits you, open a new ticket: your details are already in it.",
        )),
        reader.new_ticket_from(number),
    ];
    (
        reader.pick(
            "Cerramos su ticket porque fue imposible contactarle",
            "We closed your ticket: it was impossible to reach you",
        ),
        body,
    )
}

fn duplicate(of: TicketNumber, reader: &Reader) -> (String, Vec<Block>) {
    let words = match reader.locale {
        Locale::Es => format!("Cuenta lo mismo que el ticket {of}, así que seguimos en ese y cerramos este."),
        Locale::En => format!("It tells the same as ticket {of}, so we go on there and closed this one."),
    };
    let there = Block::Link {
        label: reader.pick("Ir al ticket que sigue abierto", "Go to the ticket that stays open"),
        url: reader.ticket(Recipient::Requester, of),
    };
    (
        reader.pick("Su caso sigue en otro ticket", "Your case goes on in another ticket"),
        vec![Block::Paragraph(words), there],
    )
}

/// What the desk is told when the client ended it.
pub fn for_desk(closure: &Closure, message: &str, reader: &Reader) -> Words {
    let headline = match closure {
        Closure::Confirmed => {
            reader.pick("El cliente confirmó la solución", "The client confirmed the solution")
        }
        Closure::Withdrawn => reader.pick("El cliente retiró el ticket", "The client withdrew the ticket"),
        Closure::ResolutionUncontested
        | Closure::Insufficient { .. }
        | Closure::OutOfScope { .. }
        | Closure::Unreachable { .. }
        | Closure::Duplicate { .. } => reader.pick("El ticket quedó cerrado", "The ticket was closed"),
    };
    Words {
        headline,
        body: quote(message).into_iter().collect(),
        link: reader.pick("Ver el ticket", "See the ticket"),
    }
}
