//! The nine good practices (R21), as things a hotel can check.

use super::Said;
use crate::locale::Locale;
use crate::text::words;

words! {
    /// The checklist.
    PracticesText {
        title: "Nueve buenas prácticas", "Nine good practices";
        lead:
            "Para todo computador o servidor donde corra un programa del hotel. Recórralas con calma, marque las que ya cumple y vuelva cuando quiera.",
            "For every computer or server that runs one of the hotel’s programs. Go through them at ease, tick those you already keep, and come back when you like.";
        legend: "¿Cuáles cumple su hotel?", "Which does your hotel keep?";
        kept_here: "Las marcas se guardan solo en este dispositivo; nadie más las ve.", "The ticks are kept on this device alone; nobody else sees them.";
        not_kept: "Este dispositivo no permite guardar: las marcas se pierden al cerrar. Puede imprimir la lista.", "This device doesn’t let us keep anything: the ticks are lost on closing. You can print the list.";
        all: "Su hotel cumple las nueve. Revíselas de nuevo dentro de unos meses.", "Your hotel keeps all nine. Go through them again in a few months.";
        reset: "Empezar de nuevo", "Start again";
        reset_ask: "¿Quitar todas las marcas?", "Remove all ticks?";
        reset_yes: "Sí, quitarlas", "Yes, remove them";
        reset_no: "No, dejarlas", "No, keep them";
        print: "Imprimir la lista", "Print the list";
        hotel_line: "Hotel, fecha y quién revisó:", "Hotel, date and who checked:";
    }
}

impl PracticesText {
    /// "Cumple 4 de 9".
    pub fn progress(self, done: usize, of: usize) -> String {
        match self.0 {
            Locale::Es => format!("Cumple {done} de {of}"),
            Locale::En => format!("{done} of {of} kept"),
        }
    }
}

/// The nine, in the order of the source.
pub const PRACTICES: [Said; 9] = [
    [
        (
            "El computador del hotel es para el hotel",
            "Sin correos personales ni sus adjuntos: son la puerta por la que más entran los virus. Si alguien necesita ver su correo, que sea en el celular.",
        ),
        (
            "The hotel’s computer is for the hotel",
            "No personal mail and no attachments from it: that is the door most viruses come through. Anyone who needs their own mail can use a phone.",
        ),
    ],
    [
        (
            "Nada de juegos, piratería ni descargas",
            "Las páginas de juegos en línea, programas piratas, música o películas suelen traer algo más. Si el turno es largo, que la distracción sea en otro aparato.",
        ),
        (
            "No games, no pirated software, no downloads",
            "Sites with online games, pirated programs, music or films tend to bring something else along. On a long shift, let the fun be on another device.",
        ),
    ],
    [
        (
            "Ninguna memoria ni disco de casa",
            "Una memoria USB, un disco o un reproductor personal puede instalar un virus con solo conectarlo. Tampoco para cargar el celular: use un enchufe.",
        ),
        (
            "No sticks or disks from home",
            "A personal USB stick, disk or player can install a virus just by being plugged in. Not for charging a phone either: use a socket.",
        ),
    ],
    [
        (
            "Ante la duda, no se abre",
            "Un archivo que nadie esperaba, un programa de origen desconocido, una factura de quien no es su proveedor: no lo abra y pregunte primero.",
        ),
        (
            "When in doubt, don’t open it",
            "A file nobody expected, a program from who knows where, an invoice from someone who isn’t your supplier: leave it shut and ask first.",
        ),
    ],
    [
        (
            "Windows, con las actualizaciones al día",
            "Cada actualización cierra huecos que ya se conocen. Escoja una hora tranquila, por ejemplo después de la auditoría nocturna, y deje que terminen.",
        ),
        (
            "Windows, up to date",
            "Each update closes holes that are already known. Pick a quiet hour, after the night audit for example, and let them finish.",
        ),
    ],
    [
        (
            "Antivirus instalado y actualizado",
            "Uno en cada equipo, encendido y con las definiciones de hoy. Uno vencido da confianza sin dar protección.",
        ),
        (
            "Antivirus installed and up to date",
            "One on every machine, switched on and with today’s definitions. An expired one gives confidence without protection.",
        ),
    ],
    [
        (
            "Copias de seguridad fuera del equipo",
            "Una copia de las bases de datos cada día, guardada en otro lugar (un correo del hotel, la nube, un disco que se desconecta), y una prueba de vez en cuando de que se puede restaurar.",
        ),
        (
            "Backups away from the machine",
            "A copy of the databases every day, kept somewhere else (a hotel mailbox, the cloud, a disk that is unplugged), and now and then a test that it can be restored.",
        ),
    ],
    [
        (
            "Mantenimiento por manos de confianza",
            "Una limpieza y revisión cada cierto tiempo, hecha por una persona que sepa y en quien el hotel confíe: va a tener toda la información a la mano.",
        ),
        (
            "Maintenance by hands you trust",
            "A clean and a check from time to time, by someone who knows how and whom the hotel trusts: they will have all its information within reach.",
        ),
    ],
    [
        (
            "Cables y conexiones en buen estado",
            "Enchufes firmes, cables sin pelar, regletas sin sobrecarga, y una UPS si la luz falla. Un corte a mitad de una factura puede dañar la información.",
        ),
        (
            "Cables and connections in good order",
            "Firm plugs, no bare wires, no overloaded strips, and a UPS where power fails. A cut in the middle of an invoice can damage the data.",
        ),
    ],
];
