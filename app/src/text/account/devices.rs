//! Where one is signed in.

use domain::Instant;
use wording::dates::people_instant_seen_from;

use crate::browser;
use crate::locale::Locale;
use crate::text::{one_stop, words};

words! {
    /// One's own sessions and how they end.
    DevicesText {
        title: "Sus dispositivos", "Your devices";
        lead: "Dónde está abierta su cuenta. Cierre lo que no reconozca o ya no use.", "Where your account is open. Close what you don’t recognise or no longer use.";
        list: "Sesiones abiertas", "Open sessions";
        this_one: "Es este dispositivo.", "It is this device.";
        half: "Alguien llegó hasta el código del correo y no mostró el segundo factor. Si no fue usted, su correo no está a salvo.", "Somebody got as far as the mailed code and showed no second factor. If it wasn’t you, your mailbox isn’t safe.";
        end: "Cerrar esta sesión", "Close this session";
        ended: "Cerramos esa sesión.", "That session was closed.";
        end_others: "Cerrar todas las demás", "Close all the others";
        ended_others: "Cerramos todas las demás. Solo queda esta.", "All the others were closed. Only this one is left.";
        alone: "No hay ninguna otra abierta.", "No other is open.";
        unknown: "¿Hay una que no es suya? Ciérrela y cambie la contraseña de su correo: quien la abrió pudo leerlo.", "One of them isn’t yours? Close it and change your mailbox’s password: whoever opened it could read your mail.";
    }
}

impl DevicesText {
    /// "Abierta el martes 21 de julio, 3:30 p. m. Último uso registrado: miércoles 22 de julio, 8:00 a. m."
    pub fn standing(self, began: Instant, used: Instant) -> String {
        let told = |at| people_instant_seen_from(browser::now(), at, self.0);
        let (began_at, used_at) = (told(began), told(used));
        one_stop(&match (self.0, used > began) {
            (Locale::Es, true) => format!("Abierta el {began_at}. Último uso registrado: {used_at}."),
            (Locale::Es, false) => format!("Abierta el {began_at}."),
            (Locale::En, true) => format!("Opened on {began_at}. Last use on record: {used_at}."),
            (Locale::En, false) => format!("Opened on {began_at}."),
        })
    }

    /// What the button that ends a session does, for those who only hear it.
    pub fn end_of(self, device: &str) -> String {
        format!("{}: {device}", self.end())
    }
}
