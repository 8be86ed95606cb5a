//! Words of the shell and of components that several pages use.

use super::words;

words! {
    /// The shell and the small things.
    SharedText {
        skip: "Ir al contenido", "Skip to content";
        nav_label: "Principal", "Main";
        nav_start: "Inicio", "Home";
        nav_tickets: "Mis tickets", "My tickets";
        nav_team: "Equipo", "Team";
        nav_help: "Ayuda", "Help";
        nav_data: "Mis datos", "My data";
        nav_devices: "Dispositivos", "Devices";
        nav_privacy: "Privacidad", "Privacy";
        nav_conditions: "Condiciones del servicio", "Service conditions";
        sign_in: "Entrar", "Sign in";
        sign_out: "Salir", "Sign out";
        sign_out_unsent:
            "Hay algo sin enviar y al salir se borra de este dispositivo. Véalo en el inicio, o pulse otra vez para salir.",
            "Something is not sent yet, and signing out deletes it from this device. See it on the home page, or press again to sign out.";
        signed_out: "Cerró la sesión en este dispositivo.", "You signed out on this device.";
        other_language: "English", "Español";
        footer_line: "Soporte de SOHO para hoteles", "SOHO support for hotels";
        loading: "Cargando…", "Loading…";
        close_message: "Cerrar aviso", "Close message";
        offline_note:
            "Sin conexión. Puede seguir escribiendo; lo guardamos aquí.",
            "No connection. You can go on writing; we keep it here.";
        newer: "Hay una versión nueva del portal.", "There is a new version of the portal.";
        update: "Actualizar", "Update";
        accept: "Sí, corregirlo", "Yes, correct it";
        example: "Por ejemplo:", "For example:";
        add_photos: "Agregar fotos", "Add photos";
        take_photo: "Tomar foto", "Take a photo";
        take_off: "Quitar", "Remove";
        photo_ready: "Lista para enviar", "Ready to send";
        photo_preparing: "Preparando…", "Preparing…";
        photo_queued: "Sale sola cuando haya señal", "Leaves by itself once there is signal";
        photo_heic:
            "Este navegador no abre fotos HEIC. En el iPhone elija Ajustes, Cámara, Formatos, «Más compatible», o envíe una captura de pantalla.",
            "This browser can’t open HEIC photos. On the iPhone choose Settings, Camera, Formats, “Most Compatible”, or send a screenshot.";
        photo_no_picture: "No es una imagen que se pueda mostrar. Envíe una foto o una captura de pantalla.", "It isn’t an image that can be shown. Send a photo or a screenshot.";
        photo_sent: "Enviada", "Sent";
        photo_retry: "Reintentar", "Retry";
        photo_open: "Abrir la foto", "Open the photo";
        send: "Enviar", "Send";
        critical: "Crítico", "Critical";
        not_found_title: "Esta puerta no lleva a ninguna parte", "This door leads nowhere";
        not_found_text: "La dirección no existe o cambió. Desde el inicio llega a todo.", "The address doesn’t exist or has changed. From the start you reach everything.";
    }
}

impl SharedText {
    /// "Enviando, 120 de 310 kB".
    pub fn photo_sending(self, gone: f64, all: f64) -> String {
        let [gone, all] = [gone, all].map(|bytes| (bytes / 1000.0).round());
        match self.0 {
            crate::locale::Locale::Es => format!("Enviando, {gone} de {all} kB"),
            crate::locale::Locale::En => format!("Sending, {gone} of {all} kB"),
        }
    }
}
