//! What is said when no answer came.

use super::words;

words! {
    /// When no answer came, or one that can't be read. Whatever the Worker itself refuses comes with its own words.
    ErrorText {
        offline: "Sin conexión", "No connection";
        offline_detail:
            "Revise la señal o el Wi-Fi y vuelva a intentarlo. Lo que escribió sigue guardado en este dispositivo.",
            "Check your signal or Wi-Fi and try again. What you wrote is still kept on this device.";
        unreadable: "No pudimos completar la solicitud", "We couldn’t complete the request";
        unreadable_detail:
            "Algo falló de nuestro lado. Vuelva a intentarlo en un momento; si sigue igual, llame a la línea de soporte.",
            "Something failed on our side. Try again in a moment; if it stays like this, call the support line.";
        retry: "Intentar de nuevo", "Try again";
        summary_title: "Revise estos datos", "Check these details";
        boundary_title: "Algo se rompió en esta página", "Something broke on this page";
        boundary_detail:
            "Recargue la página. Lo que escribió en el formulario sigue guardado en este dispositivo.",
            "Reload the page. What you wrote in the form is still kept on this device.";
        reload: "Recargar", "Reload";
        part_title: "Esta página no alcanzó a llegar", "This page didn’t arrive";
        part_detail:
            "Se cortó la señal o el portal acaba de actualizarse. Intente de nuevo: lo que escribió sigue guardado en este dispositivo.",
            "The signal dropped or the portal has just been updated. Try again: what you wrote is still kept on this device.";
    }
}
