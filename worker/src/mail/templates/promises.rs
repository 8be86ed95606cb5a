//! What the client was promised: receipt (R14), first response (R14), and the dates of a bug (R16).

use super::{Block, Locale, Reader, Words, contact, quote, sentence};
use chrono::NaiveDate;
use domain::Instant;
use domain::policy::SupportPolicy;
use domain::ticket::{Deadline, MovedDeadline, TicketNumber};
use wording::calendar::changed_day;

/// The automatic receipt. It says itself that it is not the first response yet (R14).
pub fn received(
    number: TicketNumber,
    critical: bool,
    first_response_due: Instant,
    response_due: Instant,
    reader: &Reader,
) -> Words {
    let (first, response) = (reader.when(first_response_due), reader.when(response_due));
    let headline = if critical {
        reader.pick("Recibimos su ticket crítico", "We have your critical ticket")
    } else {
        reader.pick("Recibimos su ticket", "We have your ticket")
    };
    let (keep, taken, answered) = match reader.locale {
        Locale::Es => (
            format!("Su número es {number}. Con él le contamos cómo va en cualquier momento."),
            format!("Una persona tomará su caso y se lo dirá a más tardar el {first}"),
            format!("La respuesta le llegará a más tardar el {response}"),
        ),
        Locale::En => (
            format!("Your number is {number}. With it we can tell you how it stands at any time."),
            format!("A person will take your case and tell you so by {first}"),
            format!("The answer will reach you by {response}"),
        ),
    };
    let mut body = vec![Block::Paragraph(keep), sentence(taken), sentence(answered)];
    body.extend(critical.then(|| call(number, reader)));
    body.push(Block::Paragraph(reader.pick(
        "Este mensaje es automático y todavía no es la primera respuesta: solo confirma que su solicitud quedó registrada.",
        "This message is automatic and not the first response yet: it only confirms that your request is registered.",
    )));
    let link = reader.pick(
        "Ver el ticket y cómo se calcularon las fechas",
        "See the ticket and how the dates were reckoned",
    );
    Words { headline, body, link }
}

/// A critical ticket is also attended on the phone, at any hour (R10, R13).
fn call(number: TicketNumber, reader: &Reader) -> Block {
    let line = contact::phone(SupportPolicy::SOHO.support_line);
    Block::Paragraph(match reader.locale {
        Locale::Es => format!(
            "Por ser crítico también le atendemos por teléfono: llame al {line} y diga el número {number}."
        ),
        Locale::En => format!(
            "As it is critical we also help you on the phone: call {line} and say the number {number}."
        ),
    })
}

/// A person says it is being analysed: the first response (R14).
pub fn taken(response_due: Option<Instant>, reader: &Reader) -> Words {
    let mut body = vec![Block::Paragraph(reader.pick(
        "Una persona de soporte tomó su ticket y lo está analizando.",
        "Someone at support took your ticket and is analysing it.",
    ))];
    body.extend(response_due.map(|due| {
        let due = reader.when(due);
        sentence(match reader.locale {
            Locale::Es => format!("Le responderemos a más tardar el {due}"),
            Locale::En => format!("We will answer by {due}"),
        })
    }));
    Words {
        headline: reader.pick("Ya estamos analizando su caso", "We are analysing your case"),
        body,
        link: reader.pick("Ver el ticket", "See the ticket"),
    }
}

/// Research and development committed to a date; it replaces the response's (R16).
pub fn date_committed(due: Instant, reader: &Reader) -> Words {
    let due = reader.when(due);
    let promise = match reader.locale {
        Locale::Es => format!(
            "El análisis encontró un error del programa. Nuestra área de investigación y desarrollo se comprometió a tener la solución a más tardar el {due}"
        ),
        Locale::En => format!(
            "The analysis found a bug in the program. Our research and development team committed to having the solution by {due}"
        ),
    };
    let body = vec![
        sentence(promise),
        Block::Paragraph(reader.pick(
            "Esta fecha reemplaza la que le habíamos dado. Si alguna vez tuviera que cambiar, se lo diremos y le contaremos por qué.",
            "This date replaces the one we had given you. Should it ever have to change, we will tell you and say why.",
        )),
    ];
    Words {
        headline: reader.pick("Hay una fecha para la solución", "There is a date for the solution"),
        body,
        link: reader.pick("Ver el ticket", "See the ticket"),
    }
}

/// The date moved, openly; the first promise stays visible (R16).
pub fn date_moved(first: Instant, from: Instant, due: Instant, reason: &str, reader: &Reader) -> Words {
    let (first_words, from_words, due_words) = (reader.when(first), reader.when(from), reader.when(due));
    let mut body = match reader.locale {
        Locale::Es => vec![
            sentence(format!("La nueva fecha es el {due_words}")),
            sentence(format!("Antes era el {from_words}")),
        ],
        Locale::En => {
            vec![sentence(format!("The new date is {due_words}")), sentence(format!("It was {from_words}"))]
        }
    };
    if first != from {
        body.push(sentence(match reader.locale {
            Locale::Es => format!(
                "La primera que le prometimos, y que sigue a la vista en el ticket, fue el {first_words}"
            ),
            Locale::En => {
                format!("The first one we promised, still to be seen on the ticket, was {first_words}")
            }
        }));
    }
    body.push(Block::Paragraph(reader.pick("El motivo:", "The reason:")));
    body.extend(quote(reason));
    Words {
        headline: reader.pick("Cambió la fecha de la solución", "The date of the solution changed"),
        body,
        link: reader.pick("Ver el ticket", "See the ticket"),
    }
}

/// A day of attention changed, and what was promised with it (R12): openly, with the instant it was and the one it is.
pub fn calendar_changed(
    day: NaiveDate,
    attends: bool,
    name: &str,
    moved: &[MovedDeadline],
    reader: &Reader,
) -> Words {
    let mut body = vec![Block::Paragraph(changed_day(day, attends, name, reader.locale))];
    body.extend(moved.iter().map(|MovedDeadline { deadline, from, due }| {
        let (from, due) = (reader.when(*from), reader.when(*due));
        sentence(match (reader.locale, deadline) {
            (Locale::Es, Deadline::FirstResponse) => {
                format!("Una persona tomará su caso a más tardar el {due}; antes era el {from}")
            }
            (Locale::Es, Deadline::Response) => {
                format!("La respuesta le llegará a más tardar el {due}; antes era el {from}")
            }
            (Locale::Es, Deadline::Unreachable) => {
                format!("Si no nos responde, el caso se cierra el {due}; antes era el {from}")
            }
            (Locale::Es, Deadline::Uncontested) => {
                format!("Si no nos dice otra cosa, la solución queda en firme el {due}; antes era el {from}")
            }
            (Locale::En, Deadline::FirstResponse) => {
                format!("A person will take your case by {due}; it was {from} before")
            }
            (Locale::En, Deadline::Response) => {
                format!("The answer will reach you by {due}; it was {from} before")
            }
            (Locale::En, Deadline::Unreachable) => {
                format!("Unless you answer, the case closes on {due}; it was {from} before")
            }
            (Locale::En, Deadline::Uncontested) => {
                format!("Unless you say otherwise, the solution stands on {due}; it was {from} before")
            }
        })
    }));
    Words {
        headline: reader.pick(
            "Cambió el horario de atención, y su fecha con él",
            "Attention hours changed, and your date with them",
        ),
        body,
        link: reader.pick("Ver cómo se calculó", "See how it was reckoned"),
    }
}
