//! Words of one's own data (Ley 1581 de 2012), for whoever they are of and for whoever answers.

use chrono::NaiveDate;
use domain::Instant;
use domain::privacy::{DataPolicy, DataRequestKind};
use wording::dates::{people_day_and_year, people_instant, people_instant_seen_from};

use crate::browser;
use crate::locale::{Locale, locale};
use crate::text::{one_stop, words};

words! {
    /// What the page of one's own data says.
    MyDataText {
        title: "Mis datos", "My data";
        lead: "Lo que guardamos de usted y lo que puede hacer con ello. Es gratis y no necesita explicar por qué.", "What we keep of you and what you can do about it. It is free, and you need not say why.";
        known: "Lo que sabemos de usted", "What we know of you";
        name: "Nombre", "Name";
        email: "Correo", "E-mail";
        phone: "Teléfono", "Phone";
        hotel: "Hotel", "Hotel";
        not_told: "Sin registrar", "Not on record";
        wrong: "Si algo no está bien, pídanos corregirlo con un reclamo, aquí abajo.", "If something is wrong, ask us to correct it with a claim, below.";
        devices: "Ver en qué dispositivos está abierta su cuenta", "See on which devices your account is open";
        used_for: "Para qué los usamos", "What we use them for";
        whole_text: "Leer el texto completo", "Read the whole text";
        consent: "Su autorización", "Your consent";
        no_consent: "No hay una autorización suya en este portal. Se la pedimos cuando envía un ticket.", "You have given no consent on this portal. We ask for it when you send a ticket.";
        give_consent: "Autorizar el uso de mis datos", "Consent to the use of my data";
        consented: "Registramos su autorización.", "Your consent is on record.";
        copy: "Una copia de todo", "A copy of everything";
        copy_text: "Un archivo con su cuenta, sus autorizaciones, sus sesiones, los dispositivos que reciben avisos, sus solicitudes, los tickets que abrió, tal como usted los ve, lo que escribió en otros y lo que el registro dice de usted.", "A file with your account, your consents, your sessions, the devices that take notifications, your requests, the tickets you opened, as you see them, what you wrote in others, and what the record says of you.";
        copy_get: "Descargar mis datos", "Download my data";
        ask: "Preguntar o reclamar", "Ask or claim";
        ask_kind: "¿Qué necesita?", "What do you need?";
        ask_what: "Cuéntenos", "Tell us";
        ask_hint: "Diga qué dato y qué espera. No escriba datos de sus huéspedes.", "Say which data and what you expect. Don’t write your guests’ data.";
        ask_send: "Enviar la solicitud", "Send the request";
        ask_missing_kind: "Elija si es una consulta o un reclamo.", "Choose whether it is an inquiry or a claim.";
        ask_missing_text: "Escriba qué quiere saber o corregir.", "Write what you want to know or have corrected.";
        asked: "Recibimos su solicitud. Se lo confirmamos por correo.", "We have your request. We confirm it by mail.";
        requests: "Sus solicitudes", "Your requests";
        no_requests: "No ha hecho ninguna", "You have made none";
        no_requests_text: "Cuando pregunte o reclame, aquí verá hasta cuándo le respondemos y la respuesta.", "When you ask or claim, you will see here until when we answer, and the answer.";
        erase: "Borrar mis datos", "Erase my data";
        erase_text: "Quitamos lo que dice quién es usted. No se puede deshacer.", "We take out what says who you are. It can’t be undone.";
        goes: "Se va", "What goes";
        goes_person: "Su nombre, su correo y su teléfono.", "Your name, e-mail and phone.";
        goes_words: "Lo que escribió en sus tickets y las fotos que adjuntó.", "What you wrote in your tickets and the photos you attached.";
        goes_ways: "Sus sesiones, sus enlaces, los avisos a sus dispositivos y el acceso con este correo.", "Your sessions, your links, notifications to your devices and access with this address.";
        stays: "Se queda", "What stays";
        stays_facts: "Qué pasó con cada ticket y a qué hora, sin decir de quién era: así las cifras no cambian.", "What happened to each ticket and when, without saying whose it was: so the figures don’t change.";
        stays_answers: "Lo que le respondió el equipo de SOHO.", "What SOHO’s team answered you.";
        stays_consent: "La prueba de que nos autorizó, sin su nombre.", "The proof that you consented, without your name.";
        erase_when: "Solo se puede cuando no tiene tickets ni solicitudes abiertas: alguien tiene que responderle primero.", "It can only be done when you have no open tickets or requests: somebody must answer you first.";
        erase_title: "¿Borrar sus datos?", "Erase your data?";
        erase_sure: "Entiendo que no se puede deshacer.", "I understand that it can’t be undone.";
        erase_tick: "Marque la casilla para confirmar que lo entiende.", "Tick the box to confirm that you understand.";
        erase_no: "No, dejarlos", "No, keep them";
        erase_yes: "Sí, borrar mis datos", "Yes, erase my data";
        erased: "Borramos sus datos y cerramos su sesión.", "We erased your data and signed you out.";
        see_tickets: "Ver mis tickets", "See my tickets";
        staff: "Las cuentas del equipo de SOHO no se borran aquí: lo que hacen es parte del registro de la mesa de ayuda.", "Accounts of SOHO’s team aren’t erased here: what they do is part of the desk’s record.";
        due: "Respondemos a más tardar el", "We answer no later than";
        was_due: "Debíamos responder a más tardar el", "We were to answer no later than";
        would_be_due: "Si la envía ahora, le respondemos a más tardar el", "If you send it now, we answer no later than";
    }
}

words! {
    /// Changing the address one signs in by.
    AddressText {
        title: "El correo con el que entra", "The address you sign in with";
        lead: "Ahí le llegan los códigos y las noticias de sus tickets.", "Your codes and the news of your tickets go there.";
        change: "Cambiar de correo", "Change the address";
        email: "Correo nuevo", "New address";
        email_hint: "Le enviamos un código ahí para comprobar que es suyo. Hasta entonces no cambia nada.", "We send a code there to make sure it is yours. Nothing changes until then.";
        ask: "Enviarme el código", "Send me the code";
        code: "Código de seis dígitos", "Six-digit code";
        code_missing: "Escriba los seis dígitos del correo.", "Type the six digits of the mail.";
        prove: "Cambiar de correo", "Change the address";
        other: "Escribir otro correo", "Write another address";
        changed: "Listo: desde ahora entra con el correo nuevo. Cerramos sus otras sesiones.", "Done: from now on you sign in with the new address. We ended your other sessions.";
    }
}

impl AddressText {
    /// Where the code went. The same whether the address can be had or not.
    pub fn sent(self, email: &str) -> String {
        match self.0 {
            Locale::Es => format!(
                "Enviamos un mensaje a {email}. Si ese correo se puede usar, trae un código que sirve por diez minutos."
            ),
            Locale::En => format!(
                "We sent a message to {email}. If that address can be used, it has a code that is good for ten minutes."
            ),
        }
    }
}

impl MyDataText {
    /// What the kind is for.
    pub const fn kind_hint(self, kind: DataRequestKind) -> &'static str {
        match kind {
            DataRequestKind::Inquiry => self.0.pick(
                "Saber qué guardamos de usted y qué uso le hemos dado.",
                "To know what we keep of you and how we have used it.",
            ),
            DataRequestKind::Claim => self.0.pick(
                "Corregir, actualizar o quitar un dato, o decirnos que algo no se hizo bien.",
                "To correct, update or take out something, or to tell us that something was done wrong.",
            ),
        }
    }

    /// How long photos are kept.
    pub fn photos(self, policy: &DataPolicy) -> String {
        let days = policy.photo_days;
        match self.0 {
            Locale::Es => format!("Las fotos se eliminan {days} días después de cerrarse su ticket."),
            Locale::En => format!("Photos are removed {days} days after their ticket closed."),
        }
    }

    /// Which text was agreed to, and when.
    pub fn consent_given(self, version: &str, at: Instant) -> String {
        let at = people_instant_seen_from(browser::now(), at, locale());
        let version = version_words(version);
        one_stop(&match self.0 {
            Locale::Es => format!("Usted autorizó el texto del {version} el {at}."),
            Locale::En => format!("You consented to the text of {version} on {at}."),
        })
    }
}

/// A version of the text as the day it was published.
pub fn version_words(version: &str) -> String {
    version.parse::<NaiveDate>().map_or_else(|_| version.to_owned(), |day| people_day_and_year(day, locale()))
}

/// "Consulta del lunes 23 de noviembre, 9:00 a. m."
pub fn request_title(kind: DataRequestKind, at: Instant) -> String {
    let (kind, at) = (wording::privacy::kind(kind, locale()), people_instant(at, locale()));
    match locale() {
        Locale::Es => format!("{kind} del {at}"),
        Locale::En => format!("{kind} of {at}"),
    }
}

/// Why it takes longer.
pub fn extended(at: Instant, reason: &str) -> String {
    let (at, reason) = (people_instant(at, locale()), reason.trim());
    match locale() {
        Locale::Es => format!("El plazo se amplió el {at}. Motivo: {reason}"),
        Locale::En => format!("The time was extended on {at}. Reason: {reason}"),
    }
}

/// Above an answer.
pub fn answered(at: Instant) -> String {
    let at = people_instant(at, locale());
    match locale() {
        Locale::Es => format!("Respuesta del {at}"),
        Locale::En => format!("Answer of {at}"),
    }
}
