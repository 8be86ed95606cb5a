//! An invitation. The link opens a page with a button: what mail scanners follow accepts nothing (it stands after the `#`,
//! which no server is sent), and the mail says who invites, where to, and until when.

use super::{Block, Locale, Message, Reader, sentence};
use crate::mail::Invited;
use crate::mail::message::one_line;
use wording::people::invites;

pub fn compose(invited: &Invited, reader: &Reader) -> Message {
    let url = format!("{}/invitacion#{}", reader.origin, invited.token);
    let headline =
        reader.pick("Le invitaron al portal de Soporte SOHO", "You are invited to the SOHO support portal");
    let until = reader.when(invited.until);
    let by = one_line(&invited.by);
    let hotel = invited.hotel.as_deref().map(one_line);
    let asks = invites(&by, invited.role, hotel.as_deref(), reader.locale);
    let holds = match reader.locale {
        Locale::Es => format!("La invitación sirve una sola vez y vence el {until}"),
        Locale::En => format!("The invitation works once and expires on {until}"),
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
