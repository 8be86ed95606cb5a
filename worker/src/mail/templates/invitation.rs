//! An invitation. The link opens a page with a button: what mail scanners follow accepts nothing (it stands after the `#`,
//! which no server is sent), and the mail says who invites, where to, and until when.

use super::{Block, Locale, Message, Reader, sentence};
use crate::mail::Invited;
use crate::mail::message::one_line;
use wording::people::role_name;

pub fn compose(invited: &Invited, reader: &Reader) -> Message {
    let url = format!("{}/invitacion#{}", reader.origin, invited.token);
    let headline =
        reader.pick("Le invitaron al portal de Soporte SOHO", "You are invited to the SOHO support portal");
    let until = reader.when(invited.until);
    let (by, role) = (one_line(&invited.by), role_name(invited.role, reader.locale));
    let hotel = invited.hotel.as_deref().map(one_line);
    let (asks, holds) = match reader.locale {
        Locale::Es => (
            match &hotel {
                Some(hotel) => format!("{by} le invita a entrar como {}, en {hotel}.", lower_first(role)),
                None => format!("{by} le invita a entrar como {}.", lower_first(role)),
            },
            format!("La invitación sirve una sola vez y vence el {until}"),
        ),
        Locale::En => (
            match &hotel {
                Some(hotel) => format!("{by} invites you as {}, at {hotel}.", lower_first(role)),
                None => format!("{by} invites you as {}.", lower_first(role)),
            },
            format!("The invitation works once and expires on {until}"),
        ),
    };
    let blocks = vec![
        Block::Headline(headline.clone()),
        Block::Paragraph(asks),
        Block::Link { label: reader.pick("Ver la invitación", "See the invitation"), url },
        sentence(holds),
        Block::Paragraph(reader.pick(
            "No hay contraseña: entrará siempre con un código que le enviamos a este correo. Si no esperaba esta invitación, no haga nada.",
            "There is no password: you always sign in with a code we mail to this address. If you didn’t expect this invitation, do nothing.",
        )),
        Block::Footer(reader.pick("Soporte SOHO", "SOHO support")),
    ];
    Message { subject: headline, blocks }
}

/// Within a sentence; acronyms stay as they are.
fn lower_first(words: &str) -> String {
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}
