//! What happened to a ticket, as sentences.

use domain::Instant;
use domain::access::{Side, Way};
use domain::guide::GuideItem;
use domain::privacy::DataPolicy;
use domain::ticket::{Closure, ContactChannel, ContactOutcome, Deadline, EventBody, PromiseKind, Relation};
use wording::dates::{people_instant, people_instant_seen_from};
use wording::findings::item_label;
use wording::scope::out_of_scope_title;

use super::{one_stop, words};
use crate::browser;
use crate::locale::{Locale, locale};

words! {
    /// The timeline's fixed words.
    TimelineText {
        you: "Usted", "You";
        desk: "Soporte SOHO", "SOHO support";
        role_desk: "soporte", "support";
        role_client: "hotel", "hotel";
        opens: "abre el ticket", "opens the ticket";
        note: "Nota interna", "Internal note";
        attached: "Foto adjunta", "Photo attached";
        asked_for: "Nos falta:", "We need:";
        asks: "pide información", "asks for information";
        resolves: "da una solución", "gives a solution";
        disputes: "dice que sigue fallando", "says it still fails";
        history: "Historia del caso", "History of the case";
        photos_erased: "La foto ya no está: quien la adjuntó retiró sus datos.", "The photo is gone: whoever attached it had their data erased.";
    }
}

impl TimelineText {
    /// "Las fotos de este mensaje se borraron el martes 21 de julio: se guardan 180 días desde que el caso se cierra."
    pub fn photos_went(self, at: Instant) -> String {
        let days = DataPolicy::SOHO.photo_days;
        let at = people_instant_seen_from(browser::now(), at, self.0);
        one_stop(&match self.0 {
            Locale::Es => format!(
                "Las fotos de este mensaje se borraron el {at}: se guardan {days} días desde que el caso se cierra."
            ),
            Locale::En => format!(
                "This message’s photos were deleted on {at}: they are kept for {days} days after the case is closed."
            ),
        })
    }
}

fn say(es: &str, en: &str) -> String {
    match locale() {
        Locale::Es => es,
        Locale::En => en,
    }
    .to_owned()
}

/// What happened, in one sentence, for everything that is not a message. `who` is the author's name, or nothing when the
/// clock did it; `to` the name of who was assigned, when known.
pub fn sentence(event: &EventBody, who: &str, to: Option<&str>) -> String {
    one_stop(&tell(event, who, to))
}

fn tell(event: &EventBody, who: &str, to: Option<&str>) -> String {
    let es = locale() == Locale::Es;
    let at = |instant| people_instant(instant, locale());
    match event {
        EventBody::Opened(_) if es => format!("{who} abrió el ticket."),
        EventBody::Opened(_) => format!("{who} opened the ticket."),
        EventBody::Taken if es => format!("{who} tomó el caso y lo está analizando."),
        EventBody::Taken => format!("{who} took the case and is analysing it."),
        EventBody::Assigned { .. } => match to {
            Some(to) if es => format!("{who} asignó el caso a {to}."),
            Some(to) => format!("{who} assigned the case to {to}."),
            None => {
                say("El caso pasó a otra persona del equipo.", "The case went to someone else on the team.")
            }
        },
        EventBody::ContactAttempted { channel, outcome, .. } => attempt(*channel, *outcome),
        EventBody::Reclassified { kind, impact } => {
            let kind = wording::scope::kind_title(*kind, locale());
            match (es, impact.is_critical()) {
                (true, true) => format!("{who} ajustó la clasificación: {kind}. Es crítico."),
                (true, false) => format!("{who} ajustó la clasificación: {kind}."),
                (false, true) => format!("{who} corrected the kind: {kind}. It is critical."),
                (false, false) => format!("{who} corrected the kind: {kind}."),
            }
        }
        EventBody::HandedToDevelopment { .. } => say(
            "Es un error del programa: pasó al área de desarrollo.",
            "It is a fault in the program: it went to the development team.",
        ),
        EventBody::DateCommitted { due } if es => {
            format!("Desarrollo se comprometió a corregirlo a más tardar el {}.", at(*due))
        }
        EventBody::DateCommitted { due } => format!("Development committed to correct it by {}.", at(*due)),
        EventBody::DateMoved { from, due, .. } if es => {
            format!("La fecha pasó del {} al {}.", at(*from), at(*due))
        }
        EventBody::DateMoved { from, due, .. } => {
            format!("The date moved from {} to {}.", at(*from), at(*due))
        }
        EventBody::Warned { promise, due } if es => {
            format!("Aviso al equipo: {} vence el {}.", promise_noun(*promise), at(*due))
        }
        EventBody::Warned { promise, due } => {
            format!("Warning to the team: {} is due on {}.", promise_noun(*promise), at(*due))
        }
        EventBody::Breached { promise, due } => missed(*promise, &at(*due)),
        EventBody::CalendarChanged { day, attends, name, moved, .. } => {
            let day = wording::calendar::changed_day(*day, *attends, name, locale());
            let moved = moved.iter().map(|moved| {
                let (promise, from, due) = (deadline_noun(moved.deadline), at(moved.from), at(moved.due));
                if es {
                    format!("Por eso {promise} pasa del {from} al {due}.")
                } else {
                    format!("So {promise} moves from {from} to {due}.")
                }
            });
            let told: Vec<String> = std::iter::once(day).chain(moved.map(|told| one_stop(&told))).collect();
            told.join(" ")
        }
        EventBody::Linked { to, relation: Relation::Related } if es => {
            format!("{who} lo relacionó con el ticket {to}.")
        }
        EventBody::Linked { to, relation: Relation::Related } => format!("{who} related it to ticket {to}."),
        EventBody::Linked { to, relation } => linked(*relation, &to.to_string()),
        EventBody::EmailConfirmed { .. } if es => format!("{who} confirmó el correo: el ticket es suyo."),
        EventBody::EmailConfirmed { .. } => format!("{who} confirmed the e-mail: the ticket is theirs."),
        EventBody::HandOverLinkMade { until, .. } if es => {
            format!("{who} creó un enlace para un colega. Sirve hasta el {}.", at(*until))
        }
        EventBody::HandOverLinkMade { until, .. } => {
            format!("{who} made a link for a colleague. It works until {}.", at(*until))
        }
        EventBody::HandOverLinkOpened { .. } if es => {
            format!("{who} abrió el ticket con un enlace de entrega.")
        }
        EventBody::HandOverLinkOpened { .. } => format!("{who} opened the ticket by a hand-over link."),
        EventBody::HandOverLinkRevoked { .. } if es => format!("{who} retiró un enlace de entrega."),
        EventBody::HandOverLinkRevoked { .. } => format!("{who} took a hand-over link back."),
        EventBody::Closed { closure, .. } => closing(closure),
        EventBody::Replied { .. }
        | EventBody::Noted { .. }
        | EventBody::PhotoAttached(_)
        | EventBody::InformationRequested { .. }
        | EventBody::Resolved { .. }
        | EventBody::Disputed { .. } => String::new(),
    }
}

/// How somebody came who isn't signed in, to stand beside their name.
pub fn came_by(door: Way) -> String {
    match door {
        Way::Code => say("por el correo del ticket", "by the ticket’s mailbox"),
        Way::HandOver => say("por enlace de entrega", "by hand-over link"),
        Way::Sender => say("sin confirmar el correo", "before confirming the e-mail"),
    }
}

/// "la respuesta", "el cierre por falta de respuesta".
pub fn deadline_noun(deadline: Deadline) -> String {
    match deadline {
        Deadline::FirstResponse => promise_noun(PromiseKind::FirstResponse),
        Deadline::Response => promise_noun(PromiseKind::Response),
        Deadline::Unreachable => say("el cierre por falta de respuesta", "closing for want of an answer"),
        Deadline::Uncontested => say("el cierre con la solución dada", "closing with the solution given"),
    }
}

/// "No cumplimos a tiempo la respuesta, prevista para el …" (R19).
pub fn missed(promise: PromiseKind, due: &str) -> String {
    match locale() {
        Locale::Es => {
            one_stop(&format!("No cumplimos a tiempo {}, prevista para el {due}", promise_noun(promise)))
        }
        Locale::En => one_stop(&format!("We missed {}, due on {due}", promise_noun(promise))),
    }
}

/// "la primera respuesta".
pub fn promise_noun(kind: PromiseKind) -> String {
    match kind {
        PromiseKind::FirstResponse => say("la primera respuesta", "the first response"),
        PromiseKind::Response => say("la respuesta", "the response"),
        PromiseKind::BugDate => say("la corrección", "the correction"),
    }
}

/// Why a ticket was closed.
pub fn closing(closure: &Closure) -> String {
    let es = locale() == Locale::Es;
    match closure {
        Closure::Confirmed => {
            say("Se cerró: la solución quedó confirmada.", "Closed: the solution was confirmed.")
        }
        Closure::ResolutionUncontested => say(
            "Se cerró: dimos una solución y no hubo objeciones en el plazo.",
            "Closed: we gave a solution and nobody objected in time.",
        ),
        Closure::Insufficient { missing } => {
            let items = items(missing);
            if es {
                format!(
                    "Se cerró porque con los datos enviados no se puede saber cuál es el problema. Faltó: {items}."
                )
            } else {
                format!("Closed because the problem can’t be told from what was sent. Missing: {items}.")
            }
        }
        Closure::OutOfScope { area } => {
            let area = out_of_scope_title(*area, locale());
            if es {
                format!("Se cerró porque no es de soporte ({area}); lo atiende el área comercial.")
            } else {
                format!("Closed because it isn’t support ({area}); the commercial team deals with it.")
            }
        }
        Closure::Unreachable { attempts } => match (es, attempts) {
            (true, 1) => "Se cerró porque no logramos comunicarnos; lo intentamos una vez.".to_owned(),
            (true, _) => format!("Se cerró porque no logramos comunicarnos; lo intentamos {attempts} veces."),
            (false, 1) => "Closed because we couldn’t reach the hotel; we tried once.".to_owned(),
            (false, _) => format!("Closed because we couldn’t reach the hotel; we tried {attempts} times."),
        },
        Closure::Duplicate { of } if es => format!("Se cerró porque el ticket {of} ya cuenta lo mismo."),
        Closure::Duplicate { of } => format!("Closed because ticket {of} already tells the same."),
        Closure::Withdrawn => say("Se cerró: el hotel lo retiró.", "Closed: the hotel withdrew it."),
    }
}

/// "asunto, ruta del menú".
pub fn items(missing: &[GuideItem]) -> String {
    let labels: Vec<&str> = missing.iter().map(|item| item_label(*item, locale())).collect();
    labels.join(", ").to_lowercase()
}

/// "Llamamos y no contestaron."
pub fn attempt(channel: ContactChannel, outcome: ContactOutcome) -> String {
    let how = contact_channel(channel);
    let came = match outcome {
        ContactOutcome::Reached => say("logramos comunicarnos", "we got through"),
        ContactOutcome::NoAnswer => say("no hubo respuesta", "no answer"),
        ContactOutcome::Busy => say("la línea estaba ocupada o apagada", "the line was busy or off"),
        ContactOutcome::LeftMessage => say("dejamos un mensaje", "we left a message"),
        ContactOutcome::WrongContact => {
            say("el dato de contacto no era del hotel", "the contact wasn’t the hotel’s")
        }
    };
    format!("{how}: {came}.")
}

/// "Llamada".
pub fn contact_channel(channel: ContactChannel) -> String {
    match channel {
        ContactChannel::Phone => say("Llamada", "Call"),
        ContactChannel::Email => say("Correo", "E-mail"),
        ContactChannel::Whatsapp => "WhatsApp".to_owned(),
    }
}

fn linked(relation: Relation, to: &str) -> String {
    let (es, en) = match relation {
        Relation::SplitFrom => ("Salió del ticket", "It came out of ticket"),
        Relation::SplitInto => ("Otro requerimiento pasó al ticket", "Another requirement went to ticket"),
        Relation::Continues => ("Continúa el ticket", "It continues ticket"),
        Relation::Related => ("Se relaciona con el ticket", "It is related to ticket"),
    };
    match locale() {
        Locale::Es => format!("{es} {to}."),
        Locale::En => format!("{en} {to}."),
    }
}

/// Which side a message came from, for a small word beside the name.
pub fn side(side: Side) -> &'static str {
    match side {
        Side::Client => TimelineText::current().role_client(),
        Side::Desk => TimelineText::current().role_desk(),
    }
}
