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

/// Everything but unreserved characters (RFC 3986 §2.3) as percent triplets.
pub(super) fn percent_encode(text: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len()), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.extend(['%', hex_digit(byte >> 4), hex_digit(byte & 0xF)]);
        }
        encoded
    })
}

fn hex_digit(value: u8) -> char {
    char::from_digit(u32::from(value), 16).unwrap_or('0').to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_cannot_leave_its_parameter() {
        assert_eq!(percent_encode("ana+caja@hotel.co"), "ana%2Bcaja%40hotel.co");
        assert_eq!(percent_encode("a&b=c#d?e/f ñ"), "a%26b%3Dc%23d%3Fe%2Ff%20%C3%B1");
    }
}
