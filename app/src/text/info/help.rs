//! The index of help, and the guide.

use super::Said;
use crate::text::words;

words! {
    /// The index and the guide.
    HelpText {
        title: "Ayuda", "Help";
        lead: "Lo que conviene saber antes de que algo falle, y qué hacer cuando falla.", "What is worth knowing before something fails, and what to do when it does.";
        failing: "Algo está fallando ahora", "Something is failing now";
        guide_title: "Cómo contar lo que pasa", "How to tell us what happens";
        guide_lead:
            "Quien lo atiende no ve su pantalla: solo lee lo que usted escribe. Estos son los datos que le permiten ayudarle a la primera, con un ejemplo de hotel en cada uno.",
            "Whoever helps you can’t see your screen: they only read what you write. These are the details that let them help at the first try, each with an example from a hotel.";
        compulsory: "siempre", "always";
        optional: "si aplica", "if it applies";
        not_asked: "No se pide cuando el caso es:", "Not asked when the case is:";
        kinds: "Los seis casos:", "The six cases:";
        photos_when: "si ayudan", "if they help";
        gaps_title: "Si falta algo", "If something is missing";
        gaps:
            "Mientras llena el formulario le decimos qué falta. Si con lo enviado no se puede saber cuál es el problema, el ticket se cierra, le contamos qué faltó y puede crear otro con todo lo demás ya puesto.",
            "While you fill in the form we say what is missing. If the problem can’t be told from what was sent, the ticket is closed, we tell you what was missing, and you can create another with everything else filled in.";
        critical_title: "Dos preguntas que deciden la prioridad", "Two questions that decide priority";
        critical:
            "Escribir «urgente» en el asunto no cambia nada; responder sí a una de estas dos, sí:",
            "Writing “urgent” in the subject changes nothing; a yes to either of these does:";
        print: "Imprimir", "Print";
        start: "Crear un ticket", "Create a ticket";
        commercial_title: "Hablar con el área comercial", "Talk to the commercial team";
        commercial:
            "Para capacitaciones, instalaciones, mejoras o cualquier cosa que no sea una falla.",
            "For training, installations, improvements or anything that isn’t a fault.";
    }
}

/// The pages of help: where each is, what it is called and what for.
pub const DOORS: [(&str, &str, Said); 7] = [
    (
        "/guia",
        "i-note",
        [
            ("Cómo contar lo que pasa", "Cada dato de la solicitud, con un ejemplo de hotel."),
            ("How to tell us what happens", "Every detail of a request, with an example from a hotel."),
        ],
    ),
    (
        "/buenas-practicas",
        "i-check",
        [
            (
                "Nueve buenas prácticas",
                "Una lista para revisar los computadores del hotel y guardar el avance.",
            ),
            ("Nine good practices", "A checklist for the hotel’s computers that keeps your progress."),
        ],
    ),
    (
        "/ransomware",
        "i-bell",
        [
            ("Si le secuestran la información", "Cómo evitarlo y qué hacer en los primeros minutos."),
            ("If your data is taken hostage", "How to avoid it and what to do in the first minutes."),
        ],
    ),
    (
        "/condiciones",
        "i-clock",
        [
            ("Condiciones del servicio", "Horario, plazos, qué es soporte y qué no."),
            ("Service conditions", "Hours, times, what is support and what isn’t."),
        ],
    ),
    (
        "/valores",
        "i-hotel",
        [
            ("En qué creemos", "Los ocho valores con los que trabajamos."),
            ("What we believe in", "The eight values we work by."),
        ],
    ),
    (
        "/areas",
        "i-people",
        [
            ("Quiénes somos", "Las cuatro áreas y para qué busca a cada una."),
            ("Who we are", "The four teams and what to see each one for."),
        ],
    ),
    (
        "/privacidad",
        "i-person",
        [
            ("Sus datos personales", "Qué guardamos, para qué, y cómo pedir que se corrija o se borre."),
            ("Your personal data", "What we keep, what for, and how to have it corrected or erased."),
        ],
    ),
];
