//! The one-time code. The link only opens the page with the address filled in: what mail scanners follow signs nobody in.

use super::{Block, Message, Reader};

pub fn compose(code: &str, reader: &Reader) -> Message {
    let url = format!("{}/entrar?correo={}", reader.origin, percent_encode(reader.address.as_str()));
    let headline = reader.pick("Su código para entrar", "Your code to sign in");
    let blocks = vec![
        Block::Headline(headline.clone()),
        Block::Paragraph(reader.pick(
            "Escríbalo en la pantalla donde lo pidió. Sirve una sola vez y vence en pocos minutos.",
            "Type it on the screen where you asked for it. It works once and expires in a few minutes.",
        )),
        Block::Code(code.to_owned()),
        Block::Link { label: reader.pick("Abrir la pantalla de ingreso", "Open the sign-in screen"), url },
        Block::Paragraph(reader.pick(
            "Si usted no lo pidió, no haga nada: sin el código nadie entra. Nunca se lo pediremos por teléfono.",
            "If you didn’t ask for it, do nothing: nobody gets in without it. We never ask for it on the phone.",
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
