//! Ransomware (R21): before, during, and what not to do.

use super::Said;
use crate::text::words;

words! {
    /// The recommendations.
    RansomwareText {
        title: "Si le secuestran la información", "If your data is taken hostage";
        lead:
            "Hay virus que cifran o borran los archivos de un equipo y después piden dinero por devolverlos. Se llaman «ransomware», y un hotel sin copias puede perder sus reservas y sus facturas en minutos.",
            "There are viruses that encrypt or erase a machine’s files and then ask for money to return them. They are called ransomware, and a hotel without backups can lose its bookings and invoices in minutes.";
        now_title: "Está pasando ahora", "It is happening now";
        before_title: "Para que no pase", "So that it doesn’t happen";
        never_title: "Lo que no conviene hacer", "What not to do";
        ours_title: "Qué puede hacer soporte", "What support can do";
        ours:
            "Limpiar un virus es trabajo de su técnico de confianza y de su antivirus: no es una falla del programa. Cuando el equipo esté limpio, si el programa no abre o los datos no cuadran, sí es un ticket y lo atendemos. Para reinstalar o mover el programa, el área comercial le ayuda.",
            "Removing a virus is work for your trusted technician and your antivirus: it isn’t a fault in the program. Once the machine is clean, if the program doesn’t open or the data don’t add up, that is a ticket and we deal with it. To reinstall or move the program, the commercial team helps.";
        stopped: "El sistema está detenido", "The system is stopped";
        virus: "Por qué no es un ticket", "Why it isn’t a ticket";
        reinstall: "Pedir una reinstalación", "Ask for a reinstallation";
        practices: "Ver las nueve buenas prácticas", "See the nine good practices";
    }
}

/// What to do in the first minutes, in order.
pub const AFTER: [Said; 5] = [
    [
        (
            "Desconecte el equipo de la red",
            "Quite el cable y apague el wifi de ese equipo. Así no pasa al servidor ni a los demás.",
        ),
        (
            "Take the machine off the network",
            "Unplug the cable and turn off its Wi-Fi, so that it doesn’t reach the server or the others.",
        ),
    ],
    [
        (
            "No conecte las copias de seguridad",
            "Un disco o una memoria que se conecte ahora también puede quedar cifrado.",
        ),
        ("Don’t plug in the backups", "A disk or stick plugged in now may be encrypted too."),
    ],
    [
        (
            "Tome una foto de la pantalla",
            "Con el celular, del mensaje completo. Le servirá a su técnico y a la denuncia.",
        ),
        (
            "Take a photo of the screen",
            "With a phone, of the whole message. It helps your technician and the police report.",
        ),
    ],
    [
        (
            "Llame a su técnico de confianza",
            "Que él decida qué apagar, qué revisar y cuándo es seguro volver a conectar.",
        ),
        (
            "Call your trusted technician",
            "Let them decide what to switch off, what to check and when it is safe to reconnect.",
        ),
    ],
    [
        ("Restaure desde la última copia sana", "En un equipo limpio, y solo cuando su técnico lo confirme."),
        ("Restore from the last sound backup", "On a clean machine, and only once your technician says so."),
    ],
];

/// What keeps it away.
pub const BEFORE: [Said; 4] = [
    [
        (
            "Copias que el virus no alcance",
            "Una copia diaria fuera del equipo y sin conexión permanente. Es lo único que devuelve los datos con certeza.",
        ),
        (
            "Backups the virus can’t reach",
            "A daily copy away from the machine and not always connected. It is the only thing that surely brings the data back.",
        ),
    ],
    [
        (
            "Equipos al día",
            "Windows y antivirus actualizados, en recepción, en los puntos de venta y en el servidor.",
        ),
        (
            "Machines up to date",
            "Windows and antivirus updated, at the front desk, the points of sale and the server.",
        ),
    ],
    [
        (
            "Un equipo de trabajo advertido",
            "Casi siempre empieza con un adjunto que alguien abrió. Cuénteselo a cada turno, también al de la noche.",
        ),
        (
            "Staff who know",
            "It nearly always starts with an attachment somebody opened. Tell every shift, the night one too.",
        ),
    ],
    [
        (
            "Lo que recomiende quien lo cuida",
            "Siga además las indicaciones de su técnico y del fabricante de su antivirus: ellos conocen las amenazas de esta semana.",
        ),
        (
            "The advice of those who look after you",
            "Follow your technician and your antivirus maker too: they know this week’s threats.",
        ),
    ],
];

/// What makes it worse.
pub const NEVER: [Said; 2] = [
    [
        ("Pagar el rescate", "Nadie garantiza que devuelvan algo, y quien paga suele ser atacado otra vez."),
        (
            "Paying the ransom",
            "Nobody guarantees that anything comes back, and whoever pays tends to be attacked again.",
        ),
    ],
    [
        ("Seguir trabajando en ese equipo", "Cada minuto conectado puede costar otro archivo u otro equipo."),
        (
            "Going on working on that machine",
            "Every minute connected can cost another file or another machine.",
        ),
    ],
];
