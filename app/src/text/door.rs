//! One ticket without signing in: by number, by a colleague's link, by confirming an address.

use domain::Instant;
use domain::access::Way;
use wording::dates::{people_instant, people_instant_seen_from};

use super::{one_stop, words};
use crate::locale::Locale;

words! {
    /// The ways to one ticket.
    DoorText {
        follow_title: "Seguir un ticket", "Follow a ticket";
        follow_lead:
            "Con su número y un código que enviamos al correo con que se registró.",
            "With its number and a code we send to the address it was registered under.";
        number: "Número del ticket", "Ticket number";
        number_hint: "Los siete dígitos de su recibo o del correo.", "The seven digits of your receipt or mail.";
        number_wrong: "Revise los siete dígitos: alguno no coincide.", "Check the seven digits: one of them doesn’t fit.";
        number_right: "El número está bien escrito.", "The number is written right.";
        ask: "Enviar el código", "Send the code";
        code_title: "Revise el correo del ticket", "Check the ticket’s mailbox";
        code_sent:
            "Si ese ticket existe, enviamos un código al correo con que se registró. Por seguridad no lo mostramos. Si pidió uno hace poco, sirve ese.",
            "If that ticket exists, we sent a code to the address it was registered under. To be safe we don’t show it. If you asked for one a moment ago, that one works.";
        code: "Código de seis dígitos", "Six-digit code";
        code_hint: "Sirve una vez y vence en pocos minutos.", "It works once and expires in a few minutes.";
        code_missing: "Escriba los seis dígitos del correo.", "Type the six digits of the mail.";
        open: "Ver el ticket", "See the ticket";
        other_number: "Escribir otro número", "Write another number";
        instead: "Entrar con mi correo", "Sign in with my e-mail";
        relay_title: "Le entregan un ticket", "A ticket is handed to you";
        relay_lead:
            "Un colega le deja este caso para su turno. Podrá verlo, responder y agregar fotos.",
            "A colleague leaves you this case for your shift. You can see it, answer and add photos.";
        relay_name: "¿Quién recibe el turno?", "Who takes the shift?";
        relay_name_hint: "Con este nombre queda lo que usted haga en el ticket.", "What you do on the ticket is recorded under this name.";
        relay_name_missing: "Escriba su nombre.", "Write your name.";
        relay_consent: "Autorizo a SOHO a usar mi nombre, y lo que escriba o adjunte aquí, para atender este caso.", "I consent to SOHO using my name, and what I write or attach here, to attend to this case.";
        relay_consent_hint: "Queda en la historia del ticket. Para pedir una copia o que se borre, llámenos.", "It stays in the ticket’s history. To ask for a copy or to have it erased, call us.";
        relay_consent_missing: "Marque la casilla para recibir el ticket.", "Tick the box to take the ticket.";
        relay_open: "Recibir y ver el ticket", "Take it and see the ticket";
        broken_link: "Al enlace le falta un pedazo", "The link misses a piece";
        broken_link_text: "Ábralo completo desde el mensaje o el código QR.", "Open it whole from the message or the QR code.";
        confirm_title: "Confirme que el ticket es suyo", "Confirm that the ticket is yours";
        confirm_lead:
            "Con un toque queda a su nombre y le escribimos a este correo. Si su correo ya es de un hotel en el portal, queda también al nombre de ese hotel.",
            "One tap puts it in your name, and we write to this address. If it is a hotel’s on this portal already, the ticket is that hotel’s too.";
        confirm_consent: "Al confirmar, queda a su nombre la autorización de datos que se dio al enviarlo.", "By confirming, the consent given when it was sent becomes yours.";
        confirm: "Sí, es mío", "Yes, it is mine";
        confirm_not: "Si usted no lo envió, cierre esta página: no pasa nada.", "If you didn’t send it, close this page: nothing happens.";
        yours_title: "¿Lo envió usted?", "Did you send it?";
        yours_text:
            "Alguien pidió ayuda crítica con su correo, sin entrar al portal. Ya está en la fila; al confirmarlo queda en su lista.",
            "Somebody asked for critical help with your address, without signing in. It is in line already; once you confirm it, it is in your list.";
        is_yours: "El ticket ya es suyo.", "The ticket is yours now.";
        yours_not: "Si usted no lo envió, no haga nada.", "If you didn’t send it, do nothing.";
        only_this: "En este dispositivo se ve solo este ticket.", "This device sees this ticket alone.";
        leave: "Dejar de verlo aquí", "Stop seeing it here";
        unconfirmed_title: "Falta confirmar su correo", "Your e-mail is still to be confirmed";
        unconfirmed_text:
            "El ticket ya está en la fila de los críticos. Abra el correo que le enviamos y confirme: así queda a nombre de su hotel.",
            "The ticket is in line with the critical ones already. Open the mail we sent and confirm: that puts it in your hotel’s name.";
        unconfirmed_where: "Va dirigido a", "It went to";
        unconfirmed_slip:
            "Si esa dirección tiene un error, escríbalo en el ticket o díganoslo por teléfono.",
            "If there is a slip in that address, write it in the ticket or tell us by phone.";
        unconfirmed_badge: "Correo sin confirmar", "E-mail not confirmed";
        hand_over: "Entregar a un colega", "Hand over to a colleague";
        hand_over_text:
            "Un enlace abre solo este ticket, sin su correo ni sus otros casos. Lo que haga su colega queda con su nombre.",
            "A link opens this ticket alone, without your mail or other cases. What your colleague does is under their name.";
        lasts: "¿Por cuánto tiempo?", "For how long?";
        night: "Este turno (12 horas)", "This shift (12 hours)";
        two_days: "Dos días", "Two days";
        week: "Siete días", "Seven days";
        make: "Crear enlace", "Make link";
        scan: "Su colega lo lee con la cámara, o usted se lo envía.", "Your colleague reads it with the camera, or you send it.";
        qr_label: "Código QR del enlace", "QR code of the link";
        copy: "Copiar enlace", "Copy link";
        copied: "Enlace copiado.", "Link copied.";
        share: "Compartir", "Share";
        made_links: "Enlaces creados", "Links made";
        revoke: "Retirar", "Take back";
        revoked: "Retiramos el enlace. Ya no abre el ticket.", "The link was taken back. It no longer opens the ticket.";
        was_revoked: "Retirado", "Taken back";
        unused: "Sin usar", "Not used yet";
        same_title: "¿Es este mismo caso?", "Is it this same case?";
        same_text:
            "Usted ya tiene abierto algo muy parecido. Si es lo mismo, agréguelo allí y no pierde su lugar en la fila.",
            "You have something very similar open. If it is the same, add it there and you keep your place in line.";
        same_yes: "Es este", "It is this one";
        same_no: "Es otro caso: enviarlo", "It is another case: send it";
    }
}

impl DoorText {
    /// "Sirve hasta el martes 21 de julio, 3:30 p. m."
    pub fn until(self, until: Instant) -> String {
        let at = people_instant(until, self.0);
        one_stop(&match self.0 {
            Locale::Es => format!("Sirve hasta el {at}."),
            Locale::En => format!("It works until {at}."),
        })
    }

    /// "Sirvió hasta el martes 21 de julio, 3:30 p. m."
    pub fn ended(self, until: Instant) -> String {
        let at = people_instant(until, self.0);
        one_stop(&match self.0 {
            Locale::Es => format!("Sirvió hasta el {at}."),
            Locale::En => format!("It worked until {at}."),
        })
    }

    /// "Enviado el martes 21 de julio, 3:30 p. m."
    pub fn sent(self, at: Instant, seen_from: Instant) -> String {
        let at = people_instant_seen_from(seen_from, at, self.0);
        match self.0 {
            Locale::Es => format!("Enviado el {at}"),
            Locale::En => format!("Sent on {at}"),
        }
    }

    /// "Ya no sirven (2)".
    pub fn ended_links(self, count: usize) -> String {
        match self.0 {
            Locale::Es => format!("Ya no sirven ({count})"),
            Locale::En => format!("No longer working ({count})"),
        }
    }

    /// "Marta lo abrió el martes 21 de julio, 3:30 p. m."
    pub fn used(self, name: &str, at: Instant) -> String {
        let at = people_instant(at, self.0);
        one_stop(&match self.0 {
            Locale::Es => format!("{name} lo abrió el {at}."),
            Locale::En => format!("{name} opened it on {at}."),
        })
    }

    /// How the reader came, above a ticket.
    pub const fn came(self, way: Way) -> &'static str {
        match (self.0, way) {
            (Locale::Es, Way::Code) => "Entró con lo que le enviamos al correo del ticket.",
            (Locale::En, Way::Code) => "You came in with what we mailed to the ticket’s address.",
            (Locale::Es, Way::HandOver) => "Le entregaron este ticket.",
            (Locale::En, Way::HandOver) => "This ticket was handed to you.",
            (Locale::Es, Way::Sender) => "Lo envió desde este dispositivo.",
            (Locale::En, Way::Sender) => "You sent it from this device.",
        }
    }
}
