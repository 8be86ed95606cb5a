//! The guide's form and its receipt.

use domain::Instant;
use domain::calendar::BOGOTA;
use wording::dates::{people_instant_seen_from, people_time};

use super::{one_stop, words};
use crate::locale::Locale;

words! {
    /// The form.
    FormText {
        title: "Cuéntenos qué pasa", "Tell us what is happening";
        continues: "Nuevo ticket a partir del", "New ticket from";
        step_what: "Qué pasa", "What happens";
        step_where: "Dónde pasa", "Where it happens";
        step_detail: "Qué vio", "What you saw";
        step_who: "Con quién hablamos", "Whom we talk to";
        change: "Cambiar", "Change";
        consent_short: "Autorización de sus datos", "Consent to the use of your data";
        critical_title: "¿Es crítico?", "Is it critical?";
        critical_why:
            "Lo que hace crítico un caso son estas dos respuestas, no la palabra «urgente» en el asunto.",
            "These two answers make a case critical, not the word “urgent” in the subject.";
        critical_other:
            "Su caso ya es crítico. Falta esta otra respuesta: con ella, quien lo atiende sabe qué resolver primero.",
            "Your case is critical already. This other answer is still open: with it, whoever takes the case knows what to solve first.";
        critical_yes: "Su caso es crítico: el equipo lo recibe marcado así.", "Your case is critical: the team receives it marked so.";
        critical_call: "A esta hora lo crítico se atiende más rápido por teléfono.", "At this hour critical cases are faster by phone.";
        details: "Agregar detalles", "Add details";
        details_hint:
            "Con lo de arriba basta para empezar. Si los tiene a mano ayudan; si no, quien tome su caso se los pregunta.",
            "What is above is enough to start. If you have them at hand they help; if not, whoever takes your case asks.";
        lacked: "Esto faltó en el ticket anterior", "This was missing from the earlier ticket";
        lacked_hint: "Lo demás ya está copiado.", "The rest is copied already.";
        other_application: "Otra aplicación", "Another application";
        other_module: "Otro módulo", "Another module";
        other_process: "Otro proceso", "Another process";
        which_process: "¿Cuál proceso?", "Which process?";
        choose: "Elija de la lista", "Choose from the list";
        which_application: "¿Cuál aplicación?", "Which application?";
        which_module: "¿Cuál módulo?", "Which module?";
        photos: "Fotos de la pantalla", "Photos of the screen";
        photos_hint:
            "Si el error se ve, una foto ayuda mucho. Evite que aparezcan datos o documentos de huéspedes.",
            "If the error can be seen, a photo helps a lot. Keep guests’ data and documents out of it.";
        branch: "Sede", "Branch";
        branch_hint: "Donde ocurre el problema.", "Where the problem is.";
        branch_all: "Toda la empresa", "The whole company";
        consent: "Autorizo a SOHO a usar mis datos para atender esta solicitud y avisarme cómo avanza.", "I consent to SOHO using my data to attend to this request and tell me how it goes.";
        consent_hint: "Puede pedir una copia o que los borremos cuando quiera.", "You can ask for a copy or have them erased whenever you like.";
        next: "Continuar", "Continue";
        previous: "Atrás", "Back";
        send: "Enviar ticket", "Send ticket";
        sending: "Enviando…", "Sending…";
        offline: "Sin señal: se guardará aquí y saldrá solo.", "No signal: it will be kept here and leave by itself.";
        kept: "Se guarda solo en este dispositivo mientras escribe.", "It saves itself on this device as you write.";
        discard: "Borrar y empezar de nuevo", "Clear and start again";
        discarded: "Empezamos con el formulario vacío.", "We start with an empty form.";
        alike: "Se parece a un caso suyo que sigue abierto", "This looks like a case of yours that is still open";
        alike_what:
            "Si es lo mismo, escríbanos ahí: su tiempo ya corre. Si es otro caso, siga y envíelo; lo que escribió queda guardado.",
            "If it is the same, write to us there: its time runs already. If it is another case, go on and send it; what you wrote is kept.";
        alike_held:
            "Todavía no lo enviamos. Si es otro caso, pulse «Enviar ticket».",
            "We have not sent it yet. If it is another case, press “Send ticket”.";
        meter: "Qué tan claro está", "How clear it is";
        meter_full: "Está completo. Con esto podemos empezar sin preguntarle más.", "It is complete. With this we can start without asking more.";
        meter_gaps: "Falta o conviene ampliar:", "Missing, or worth saying more about:";
        already_sent:
            "Una versión anterior de este ticket ya nos había llegado. Mire en «Mis tickets» antes de enviarlo otra vez.",
            "An earlier version of this ticket had reached us. Look in “My tickets” before sending it again.";
        loading_origin: "Traemos los datos del ticket anterior…", "Fetching the earlier ticket’s details…";
        receipt_title: "Recibimos su ticket", "We have your ticket";
        receipt_lead: "Este es su número. Téngalo a la mano si nos llama.", "This is your number. Have it at hand if you call us.";
        nobody_yet: "Nadie lo ha tomado todavía. Deje esta página abierta: en cuanto alguien lo tome, aquí aparece su nombre.", "Nobody has taken it yet. Keep this page open: as soon as somebody does, their name appears here.";
        next_title: "Qué sigue", "What happens next";
        next_one: "Le llega un correo con este número", "A mail with this number reaches you";
        next_one_done: "Le enviamos un correo con este número", "We sent you a mail with this number";
        next_one_text: "Trae un enlace a la página del ticket: allí puede escribirnos.", "It has a link to the ticket’s page, where you can write to us.";
        next_two: "Una persona toma su caso", "A person takes your case";
        next_two_done: "Una persona tomó su caso", "A person took your case";
        next_two_text: "Se lo decimos con su nombre; un acuse automático no cuenta.", "We tell you their name; an automatic receipt doesn’t count.";
        next_three: "Le damos respuesta, o le pedimos lo que falte", "We respond, or ask for what is missing";
        next_three_done: "Le dimos respuesta, o le pedimos lo que falta", "We responded, or asked for what is missing";
        next_three_text: "El tiempo que esperamos su respuesta no corre en su contra: se devuelve y queda a la vista.", "The time we wait for your answer is given back and stays in sight.";
        see: "Ver el ticket", "See the ticket";
        another: "Crear otro ticket", "Create another ticket";
        photos_going: "Sus fotos", "Your photos";
        photos_note: "El ticket ya está registrado; las fotos llegan aparte. Si cierra esta página, siguen la próxima vez que abra el portal.", "The ticket is on record; photos arrive apart. If you close this page they go on the next time you open the portal.";
    }
}

impl FormText {
    /// "Paso 2 de 4".
    pub fn step(self, place: usize, of: usize) -> String {
        match self.0 {
            Locale::Es => format!("Paso {place} de {of}"),
            Locale::En => format!("Step {place} of {of}"),
        }
    }

    /// "Ya agregamos su foto".
    pub fn photos_shared(self, count: usize) -> String {
        match (self.0, count) {
            (Locale::Es, 1) => {
                "Ya agregamos su foto. Cuéntenos qué pasa y la enviamos con el ticket.".to_owned()
            }
            (Locale::Es, _) => {
                format!("Ya agregamos sus {count} fotos. Cuéntenos qué pasa y las enviamos con el ticket.")
            }
            (Locale::En, 1) => {
                "We added your photo. Tell us what is happening and it goes with the ticket.".to_owned()
            }
            (Locale::En, _) => {
                format!(
                    "We added your {count} photos. Tell us what is happening and they go with the ticket."
                )
            }
        }
    }

    /// "Pablo Ruiz tiene su caso desde las 3:12 p. m.", with the day when it is another one.
    pub fn has_it(self, who: &str, since: Instant, now: Instant) -> String {
        let day = |at: Instant| at.with_timezone(&BOGOTA).date_naive();
        let today = day(since) == day(now);
        let (time, instant) = (people_time(since, self.0), people_instant_seen_from(now, since, self.0));
        let article = if time.starts_with("1:") { "la" } else { "las" };
        one_stop(&match (self.0, today) {
            (Locale::Es, true) => format!("{who} tiene su caso desde {article} {time}."),
            (Locale::Es, false) => format!("{who} tiene su caso desde el {instant}."),
            (Locale::En, true) => format!("{who} has had your case since {time}."),
            (Locale::En, false) => format!("{who} has had your case since {instant}."),
        })
    }

    /// "El número para la llamada, 482 193 7, es de este mismo caso".
    pub fn for_the_call(self, number: &str) -> String {
        match self.0 {
            Locale::Es => format!("El número para la llamada, {number}, es de este mismo caso."),
            Locale::En => format!("The number for the call, {number}, is of this same case."),
        }
    }

    /// "1.234 de 10.000 caracteres".
    pub fn count(self, typed: usize, most: usize) -> String {
        match self.0 {
            Locale::Es => format!("{typed} de {most} caracteres"),
            Locale::En => format!("{typed} of {most} characters"),
        }
    }
}
