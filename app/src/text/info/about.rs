//! The values and the team's areas (R21).

use super::Said;
use crate::text::words;

words! {
    /// Both pages.
    AboutText {
        values_title: "En qué creemos", "What we believe in";
        values_lead: "Ocho ideas que se tienen que notar cuando usted nos escribe.", "Eight ideas you should notice when you write to us.";
        areas_title: "Quiénes somos", "Who we are";
        areas_lead:
            "Gente de varias profesiones que disfruta poner la tecnología al servicio de los hoteles de Colombia y la región. Así nos repartimos.",
            "People of several trades who enjoy putting technology at the service of hotels in Colombia and around. This is how we share the work.";
    }
}

/// The eight values.
pub const VALUES: [Said; 8] = [
    [
        ("Confianza", "Partimos de creerle, y hacemos nuestra parte lo mejor que podemos."),
        ("Trust", "We start by believing you, and do our part as well as we can."),
    ],
    [
        ("Compromiso", "Cumplir la hora prometida es lo mínimo; buscamos darle algo más."),
        ("Commitment", "Keeping the promised hour is the least; we look to give more."),
    ],
    [
        ("Honestidad", "Si nos equivocamos o nos pasamos de la hora, queda escrito donde usted lo ve."),
        ("Honesty", "If we are wrong or late, it stays written where you can see it."),
    ],
    [
        ("Lealtad", "Lo que consideramos correcto no cambia según el cliente ni según el día."),
        ("Loyalty", "What we hold to be right doesn’t change with the client or the day."),
    ],
    [
        (
            "Trabajo en equipo",
            "Su caso es de todos: pasa de unas manos a otras sin que usted tenga que repetirlo.",
        ),
        ("Teamwork", "Your case is everyone’s: it passes between hands without your having to repeat it."),
    ],
    [
        ("Respeto", "Trato amable con usted y entre nosotros, también en el turno más difícil."),
        ("Respect", "Kind manners with you and among us, on the hardest shift too."),
    ],
    [
        ("Innovación", "Preferimos lo sencillo: si algo puede tener un paso menos, se lo quitamos."),
        ("Innovation", "We prefer what is simple: if something can have one step less, we take it out."),
    ],
    [
        ("Solidaridad", "Ayudamos a quien lo necesita, dentro y fuera de la oficina."),
        ("Solidarity", "We help whoever needs it, in and out of the office."),
    ],
];

/// The areas: what each does, and what to see it for.
pub const AREAS: [Said; 4] = [
    [
        (
            "Soporte",
            "Ingenieros que conocen el programa y el día a día de un hotel. Reciben su ticket, lo analizan y le responden; y cuando ven venir un problema, avisan antes.",
        ),
        (
            "Support",
            "Engineers who know the program and a hotel’s day. They receive your ticket, analyse it and answer; and when they see trouble coming, they say so first.",
        ),
    ],
    [
        (
            "Investigación y desarrollo",
            "Quienes hacen el programa. Si su caso resulta ser un error, ellos fijan la fecha de la corrección y la cumplen. También construyen lo que viene.",
        ),
        (
            "Research and development",
            "Those who make the program. If your case turns out to be a fault in it, they set the date of the correction and keep it. They also build what comes next.",
        ),
    ],
    [
        (
            "Comercial",
            "Asesores que acompañan las decisiones: capacitaciones, instalaciones, mejoras, licencias nuevas. Son el camino para todo lo que no sea una falla.",
        ),
        (
            "Commercial",
            "Advisers who stand by your decisions: training, installations, improvements, new licences. They are the way for everything that isn’t a fault.",
        ),
    ],
    [
        (
            "Administrativa y talento humano",
            "Cuidan a las personas que trabajan aquí y mantienen la casa en orden, para que las demás áreas puedan atenderle.",
        ),
        (
            "Administration and people",
            "They look after those who work here and keep the house in order, so that the other teams can attend to you.",
        ),
    ],
];
