//! The one-time code and its link. The link opens a page with a button: what mail scanners follow signs nobody in, and what
//! stands after the `#` is in no server's log.

use super::{Block, Message, Reader};

pub fn compose(code: &str, link: &str, reader: &Reader) -> Message {
    let url = format!("{}/entrar#enlace={link}", reader.origin);
    let headline = reader.pick("Su código para entrar", "Your code to sign in");
    let blocks = vec![
        Block::Headline(headline.clone()),
        Block::Paragraph(reader.pick(
            "Escríbalo en la pantalla donde lo pidió, o use el botón, también en otro equipo. Sirven una sola vez y vencen en diez minutos.",
            "Type it on the screen where you asked for it, or use the button, on another device too. They work once and expire in ten minutes.",
        )),
        Block::Code(code.to_owned()),
        Block::Link { label: reader.pick("Entrar sin escribir el código", "Sign in without typing the code"), url },
        Block::Paragraph(reader.pick(
            "Si usted no lo pidió, no haga nada: sin este mensaje nadie entra. Nunca se lo pediremos por teléfono.",
            "If you didn’t ask for it, do nothing: nobody gets in without this message. We never ask for it on the phone.",
        )),
        Block::Footer(reader.pick("Soporte SOHO", "SOHO support")),
    ];
    Message { subject: format!("{headline}: {code}"), blocks }
}
