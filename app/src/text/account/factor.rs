//! The second factor of SOHO's staff.

use domain::Instant;
use wording::dates::people_instant;

use crate::locale::Locale;
use crate::text::{one_stop, words};

words! {
    /// Setting it up, showing it, and what to do without the telephone.
    FactorText {
        title: "Su segundo factor", "Your second factor";
        enrol_title: "Proteja su entrada", "Protect your sign-in";
        enrol_lead:
            "El equipo de SOHO ve los casos de todos los hoteles. Por eso, además del correo, entra con un código de su teléfono. Se configura una sola vez.",
            "SOHO’s team sees every hotel’s cases. So besides the mail it signs in with a code from the telephone. You set it up once.";
        install: "Instale una aplicación de autenticación", "Install an authenticator application";
        install_text:
            "Sirve cualquiera: Google Authenticator, Microsoft Authenticator, Aegis, 1Password o la que ya use.",
            "Any will do: Google Authenticator, Microsoft Authenticator, Aegis, 1Password or the one you use already.";
        scan: "Lea este código con ella", "Read this code with it";
        qr_label: "Código QR para la aplicación de autenticación", "QR code for the authenticator application";
        open_here: "Abrir en la aplicación de este teléfono", "Open in the application on this telephone";
        type_instead: "¿No puede leerlo? Escriba esta clave en la aplicación:", "Can’t read it? Type this key into the application:";
        copy_secret: "Copiar la clave", "Copy the key";
        secret_copied: "Clave copiada.", "Key copied.";
        first_code: "Escriba los seis dígitos que muestra", "Type the six digits it shows";
        code: "Código de la aplicación", "Code of the application";
        code_hint: "Cambia cada 30 segundos y sirve una sola vez.", "It changes every 30 seconds and works once.";
        code_missing: "Escriba los seis dígitos de la aplicación.", "Type the six digits of the application.";
        activate: "Activar", "Activate";
        ask_lead:
            "Abra su aplicación de autenticación y escriba el código de Soporte SOHO.",
            "Open your authenticator application and type the code of Soporte SOHO.";
        enter: "Entrar", "Sign in";
        no_phone: "No tengo el teléfono", "I don’t have the telephone";
        with_phone: "Usar la aplicación", "Use the application";
        recovery_lead:
            "Escriba uno de los códigos de recuperación que guardó. Cada uno sirve una sola vez.",
            "Type one of the recovery codes you kept. Each works once.";
        recovery: "Código de recuperación", "Recovery code";
        recovery_hint: "Dieciséis letras y números, como 7K3M-Q2XD-9VTA-4HWP.", "Sixteen letters and digits, like 7K3M-Q2XD-9VTA-4HWP.";
        recovery_missing: "Escriba el código completo.", "Type the whole code.";
        recovery_wrong: "Ese código no sirve. Revíselo, o use otro: cada uno sirve una sola vez.", "That code is no good. Check it, or use another: each works once.";
        nothing_left:
            "¿Tampoco tiene los códigos? Pida a un administrador que restablezca su segundo factor.",
            "No codes either? Ask an administrator to reset your second factor.";
        codes_title: "Guarde sus códigos de recuperación", "Keep your recovery codes";
        codes_lead:
            "Con ellos entra si pierde el teléfono. Solo se muestran ahora; cada uno sirve una vez. Guárdelos lejos del teléfono.",
            "They let you in if you lose the telephone. They are shown only now; each works once. Keep them away from the telephone.";
        codes_label: "Códigos de recuperación", "Recovery codes";
        copy: "Copiar", "Copy";
        copied: "Códigos copiados.", "Codes copied.";
        download: "Descargar", "Download";
        file_name: "codigos-soporte-soho.txt", "soporte-soho-codes.txt";
        print: "Imprimir", "Print";
        kept: "Ya los guardé", "I have kept them";
        active: "Está activo", "It is active";
        renew_title: "Crear códigos de recuperación nuevos", "Make new recovery codes";
        renew_text:
            "Los de antes dejan de servir. Se confirma con un código de la aplicación.",
            "Those before stop working. Confirm with a code of the application.";
        renew: "Crear códigos nuevos", "Make new codes";
        new_phone:
            "¿Cambia de teléfono? Pase la cuenta desde la aplicación, o pida a un administrador que restablezca su segundo factor.",
            "A new telephone? Move the account from within the application, or ask an administrator to reset your second factor.";
    }
}

impl FactorText {
    /// "Desde el martes 21 de julio, 3:30 p. m. Le quedan 8 códigos de recuperación."
    pub fn standing(self, since: Instant, left: u32) -> String {
        let at = people_instant(since, self.0);
        one_stop(&match (self.0, left) {
            (Locale::Es, 0) => format!("Desde el {at}. No le quedan códigos de recuperación: cree otros."),
            (Locale::Es, 1) => format!("Desde el {at}. Le queda 1 código de recuperación."),
            (Locale::Es, _) => format!("Desde el {at}. Le quedan {left} códigos de recuperación."),
            (Locale::En, 0) => format!("Since {at}. You have no recovery codes left: make new ones."),
            (Locale::En, 1) => format!("Since {at}. You have 1 recovery code left."),
            (Locale::En, _) => format!("Since {at}. You have {left} recovery codes left."),
        })
    }
}
