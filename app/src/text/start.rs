//! The first screen, the guest who waits, and the way to the commercial area.

use chrono::NaiveDate;
use domain::Instant;
use domain::calendar::Day;
use wording::dates::{holiday_names, people_day, people_instant, people_time};

use super::words;
use crate::locale::Locale;

words! {
    /// What a hotel reads first.
    StartText {
        title: "Cuéntenos qué pasa en su hotel", "Tell us what is happening at your hotel";
        lead:
            "En dos minutos queda registrado, con la hora exacta en que le respondemos.",
            "In two minutes it is on record, with the exact time by which we answer.";
        bell: "Hay un huésped esperando", "A guest is waiting";
        bell_hint:
            "O el sistema está detenido. Dos preguntas y le decimos qué hacer.",
            "Or the system is stopped. Two questions and we tell you what to do.";
        what: "¿Qué está pasando?", "What is happening?";
        what_hint: "Elija lo que más se parece.", "Choose what is most like it.";
        unsent: "Hay algo sin enviar en este dispositivo.", "Something on this device is not sent yet.";
        see_unsent: "Ver", "See";
        drafted: "Tiene un ticket sin terminar en este dispositivo.", "There is an unfinished ticket on this device.";
        go_on: "Continuar", "Go on";
        have_one: "¿Ya tiene un ticket?", "Do you have a ticket already?";
        mine: "Ver mis tickets", "See my tickets";
        by_number: "Seguirlo con su número", "Follow it by its number";
        elsewhere: "¿Necesita otra cosa?", "Do you need something else?";
        elsewhere_hint:
            "Estas solicitudes no son fallas: las atiende el área comercial, y le dejamos el mensaje listo.",
            "These requests are not faults: the commercial team deals with them, and we have the message ready.";
        out_of_hours: "Si es crítico, llame: ", "If it is critical, call: ";
        back: "Volver al inicio", "Back to the start";
        guest_title: "Dos preguntas y vamos al grano", "Two questions and we get to it";
        guest_lead:
            "Con un «sí» en cualquiera de las dos su caso es crítico. Las respuestas pasan al formulario: no se las volvemos a pedir.",
            "One “yes” to either makes your case critical. The answers go into the form: we won’t ask again.";
        not_critical_title: "Entonces no es crítico, y también le respondemos", "Then it isn’t critical, and we answer all the same";
        not_critical_text:
            "Regístrelo como ticket: le decimos enseguida a qué hora tiene respuesta.",
            "Register it as a ticket: we tell you at once by what time you have an answer.";
        critical_open_title: "Es crítico: regístrelo ahora", "It is critical: register it now";
        critical_open_text:
            "Hay gente atendiendo en este momento, y el equipo recibe su caso marcado como crítico. Solo pedimos lo necesario para ayudarle.",
            "People are attending right now, and the team sees your case marked as critical. We only ask for what we need to help you.";
        critical_unreached:
            "En este momento no hay señal: el ticket sale solo cuando vuelva. Si no puede esperar, llame.",
            "There is no signal right now: the ticket leaves by itself once it is back. If you can’t wait, call.";
        critical_closed_title: "Es crítico: llámenos ya", "It is critical: call us now";
        critical_closed_text:
            "A esta hora lo crítico se atiende por teléfono. Tenga esto a la mano:",
            "At this hour critical cases are dealt with by phone. Have this at hand:";
        reserved_number: "Diga primero este número: ya quedó reservado para usted.", "Say this number first: it is reserved for you.";
        reserved_too:
            "Es para la llamada: si además lo deja por escrito desde aquí, ese ticket recibe otro y le recordamos los dos.",
            "It is for the call: if you put it in writing from here too, that ticket gets another and we remind you of both.";
        say_who: "Su nombre y el nombre del hotel.", "Your name and the hotel’s name.";
        say_what: "Qué dejó de funcionar y desde qué hora.", "What stopped working and since when.";
        say_where: "La aplicación, el módulo y el mensaje que aparece en la pantalla.", "The application, the module and the message on the screen.";
        say_phone: "Un teléfono donde contesten mientras tanto.", "A phone that will be answered meanwhile.";
        register_too: "Dejarlo también por escrito", "Put it in writing too";
        register: "Registrar el ticket", "Register the ticket";
        yes: "Sí", "Yes";
        no: "No", "No";
        why: "Por qué no es un ticket", "Why this is not a ticket";
        write_mail: "Escribir al área comercial", "Write to the commercial team";
        write_chat: "Abrir el chat de WhatsApp", "Open the WhatsApp chat";
        prepare_chat: "Llevar el mensaje a WhatsApp", "Take the message to WhatsApp";
        site_chat: "Chat en sohoapps.co", "Chat at sohoapps.co";
        chat_note: "En WhatsApp usted elige a quién enviarlo: el área comercial aún no tiene un número publicado.", "In WhatsApp you choose whom to send it to: the commercial team has no published number yet.";
        mail_note: "Se abre su correo con el mensaje listo; solo complete y envíe.", "Your mail opens with the message ready; just complete it and send.";
        is_a_fault: "Mejor era una falla: volver a los seis casos", "It was a fault after all: back to the six cases";
        unknown_area: "Esa opción no existe", "There is no such option";
    }
}

impl StartText {
    /// "Lo esperamos con él hasta el martes 24 de noviembre, 8:00 a. m."
    pub fn reserved_until(self, instant: &str) -> String {
        super::one_stop(&match self.0 {
            Locale::Es => format!("Vale para una llamada hasta el {instant}."),
            Locale::En => format!("It is good for a call until {instant}."),
        })
    }

    /// "Llamar al +57 333 033 3522".
    pub fn call(self, line: &str) -> String {
        match self.0 {
            Locale::Es => format!("Llamar al {line}"),
            Locale::En => format!("Call {line}"),
        }
    }

    /// "Atendemos ahora, hasta las 6:00 p. m."
    pub fn open_until(self, until: Instant) -> (&'static str, String) {
        let hour = people_time(until, self.0);
        match self.0 {
            Locale::Es => ("Atendemos ahora", format!(", hasta las {hour}")),
            Locale::En => ("We are attending now", format!(", until {hour}")),
        }
    }

    /// "A esta hora no atendemos. Abrimos el martes 13 de octubre, 8:00 a. m. El lunes 12 de octubre es festivo: …".
    pub fn closed_until(
        self,
        until: Instant,
        today: NaiveDate,
        closed: &[(NaiveDate, Day)],
    ) -> (String, String) {
        let instant = people_instant(until, self.0);
        let mut now = match self.0 {
            Locale::Es => "A esta hora no atendemos".to_owned(),
            Locale::En => "We are closed at this hour".to_owned(),
        };
        let mut rest = match self.0 {
            Locale::Es => format!(". Abrimos el {instant}"),
            Locale::En => format!(". We open on {instant}"),
        };
        for (date, day) in closed {
            if *date == today {
                now = self.closed_day(None, day);
            } else {
                let sentence = self.closed_day(Some(*date), day);
                rest = [&rest, full_stop(&rest), " ", &sentence].concat();
            }
        }
        (now, rest)
    }

    /// "El lunes 12 de octubre es festivo: Día de la Diversidad Étnica y Cultural", "Hoy no atendemos: Inventario general".
    fn closed_day(self, date: Option<NaiveDate>, day: &Day) -> String {
        let when = date.map(|date| people_day(date, self.0));
        let when = match (self.0, when) {
            (Locale::Es, Some(day)) => format!("El {day}"),
            (Locale::En, Some(day)) => day,
            (Locale::Es, None) => "Hoy".to_owned(),
            (Locale::En, None) => "Today".to_owned(),
        };
        match (self.0, day) {
            (Locale::Es, Day::Holiday { names }) => {
                format!("{when} es festivo: {}", holiday_names(names, self.0))
            }
            (Locale::En, Day::Holiday { names }) => {
                format!("{when} is a holiday: {}", holiday_names(names, self.0))
            }
            (Locale::Es, Day::Added { name }) => format!("{when} no atendemos: {name}"),
            (Locale::En, Day::Added { name }) => format!("{when} we are closed: {name}"),
            (_, Day::Attended { .. } | Day::Weekend) => when,
        }
    }

    /// Subject and body of the message to the commercial area.
    pub fn commercial_message(self, request: &str, name: &str, hotel: &str) -> (String, String) {
        match self.0 {
            Locale::Es => (
                format!("Solicitud comercial: {request}"),
                format!(
                    "Buen día:\n\nNecesito ayuda con lo siguiente: {request}.\n\nDetalle: \n\nHotel: {hotel}\nNombre: {name}\nTeléfono: \n"
                ),
            ),
            Locale::En => (
                format!("Commercial request: {request}"),
                format!(
                    "Good day,\n\nI need help with the following: {request}.\n\nDetails: \n\nHotel: {hotel}\nName: {name}\nPhone: \n"
                ),
            ),
        }
    }
}

/// "+57 333 033 3522" of an E.164 number of Colombia; others as they are.
pub fn spoken_phone(e164: &str) -> String {
    let digits = e164.strip_prefix("+57").filter(|rest| rest.len() == 10);
    match digits.and_then(|rest| Some((rest.get(..3)?, rest.get(3..6)?, rest.get(6..)?))) {
        Some((area, middle, end)) => format!("+57\u{a0}{area}\u{a0}{middle}\u{a0}{end}"),
        None => e164.to_owned(),
    }
}

/// Ends a sentence unless it ends already, as "6:00 p. m." does.
pub fn full_stop(sentence: &str) -> &'static str {
    if sentence.ends_with('.') { "" } else { "." }
}
