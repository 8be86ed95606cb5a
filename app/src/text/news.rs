//! The words of news on a device.

use super::words;

words! {
    /// The offer and the switch.
    NewsText {
        title: "Avísenme en este equipo", "Tell me on this device";
        offer: "Le avisamos aquí cuando le respondamos o cuando un plazo esté en riesgo. El aviso dice el número del ticket y qué clase de novedad hay, nada más.",
            "We tell you here when we answer, or when a promise is at risk. The notice says the ticket’s number and the kind of news, nothing else.";
        mail: "El correo le llega igual.", "The mail reaches you all the same.";
        on: "Avisarme aquí", "Tell me here";
        off: "No avisarme más aquí", "Tell me here no more";
        later: "Ahora no", "Not now";
        is_on: "Este equipo recibe avisos de sus tickets.", "This device is told of news of your tickets.";
        is_off: "Este equipo no recibe avisos.", "This device is told of nothing.";
        turned_on: "Listo: le avisaremos en este equipo.", "Done: we will tell you on this device.";
        turned_off: "Listo: este equipo no recibirá más avisos.", "Done: this device will be told no more.";
        denied: "El navegador tiene bloqueados los avisos de este sitio. Puede permitirlos en sus ajustes, junto a la dirección.",
            "The browser blocks notifications of this site. You can allow them in its settings, beside the address.";
        failed: "El navegador no pudo activar los avisos. Inténtelo más tarde; el correo le llega igual.",
            "The browser could not turn notifications on. Try later; the mail reaches you all the same.";
        install: "En iPhone y iPad los avisos llegan cuando el portal está en la pantalla de inicio: toque Compartir, luego «Agregar a inicio», y ábralo desde ahí.",
            "On iPhone and iPad notifications arrive once the portal is on the home screen: tap Share, then “Add to Home Screen”, and open it from there.";
        none: "Este navegador no muestra avisos. Las novedades le llegan por correo.", "This browser shows no notifications. News reaches you by mail.";
    }
}
