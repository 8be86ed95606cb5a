//! Signing in with a mailed code or its link.

use super::words;
use crate::locale::Locale;

words! {
    /// The sign-in page.
    SignInText {
        title: "Entre con su correo", "Sign in with your e-mail";
        lead:
            "Le enviamos un código de seis dígitos. No hay contraseñas que recordar.",
            "We send you a six-digit code. There are no passwords to remember.";
        lead_sending:
            "Su ticket está listo. Confirme su correo una sola vez y lo enviamos de inmediato.",
            "Your ticket is ready. Confirm your e-mail once and we send it at once.";
        email: "Correo electrónico", "E-mail";
        email_hint: "El que usa con nosotros, o el de su trabajo si es la primera vez.", "The one you use with us, or your work address if this is your first time.";
        ask: "Enviarme el código", "Send me the code";
        code: "Código de seis dígitos", "Six-digit code";
        code_title: "Revise su correo", "Check your mail";
        enter: "Entrar", "Sign in";
        enter_and_send: "Entrar y enviar el ticket", "Sign in and send the ticket";
        again: "Pedir otro código", "Ask for another code";
        other: "Cambiar de correo", "Use another address";
        sent_again: "Le enviamos otro código. Use el más reciente; si pidió varios seguidos, sirve el último que le llegó.", "We sent another code. Use the latest; if you asked for several in a row, the last one that came works.";
        spam: "¿No llega? Espere un minuto y mire también en correo no deseado.", "Not there? Wait a minute and look in your spam folder too.";
        link_title: "Un paso más", "One more step";
        link_lead:
            "Pulse el botón para entrar en este equipo con el enlace de su correo.",
            "Press the button to sign in on this device with the link from your mail.";
        link_enter: "Entrar en este equipo", "Sign in on this device";
        link_other: "Pedir un código nuevo", "Ask for a new code";
        trap: "Deje este campo vacío", "Leave this field empty";
        code_missing: "Escriba los seis dígitos del correo.", "Type the six digits of the mail.";
    }
}

impl SignInText {
    /// "Enviamos un código a ana@hotel.co. Sirve por 10 minutos, y el botón del mismo correo también."
    pub fn sent(self, email: &str, seconds: u32) -> String {
        let minutes = seconds.div_ceil(60).max(1);
        match (self.0, minutes) {
            (Locale::Es, 1) => format!(
                "Enviamos un código a {email}. Sirve por un minuto más, y el botón del mismo correo también."
            ),
            (Locale::Es, _) => format!(
                "Enviamos un código a {email}. Sirve por {minutes} minutos, y el botón del mismo correo también."
            ),
            (Locale::En, 1) => format!(
                "We sent a code to {email}. It is good for one more minute, and so is the button in the same mail."
            ),
            (Locale::En, _) => format!(
                "We sent a code to {email}. It is good for {minutes} minutes, and so is the button in the same mail."
            ),
        }
    }
}
