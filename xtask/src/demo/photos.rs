//! Invented screens, photographed for the demo data.

use domain::{
    api::import::{ImportedPhoto, ImportedTicket},
    guide::photo::MediaType,
};

/// A picture somebody attached.
pub struct Picture {
    pub name: &'static str,
    pub bytes: &'static [u8],
}

pub const INVOICE_REJECTED: Picture =
    Picture { name: "IMG_20417 rechazo.png", bytes: include_bytes!("photos/invoice-rejected.png") };
pub const SERVER_DOWN: Picture =
    Picture { name: "pantalla recepción.png", bytes: include_bytes!("photos/server-down.png") };
pub const POINT_OF_SALE: Picture =
    Picture { name: "caja 2.png", bytes: include_bytes!("photos/point-of-sale.png") };
pub const MOVEMENTS: Picture =
    Picture { name: "movimientos.png", bytes: include_bytes!("photos/movements.png") };

const ALL: [&Picture; 4] = [&INVOICE_REJECTED, &SERVER_DOWN, &POINT_OF_SALE, &MOVEMENTS];

impl Picture {
    /// The media type its bytes have.
    pub fn media_type(&self) -> &'static str {
        MediaType::sniff(self.bytes).expect("a demo photo is an image").essence()
    }
}

/// The bytes of every photo that the tickets name.
pub fn attached_to(tickets: &[ImportedTicket]) -> Vec<ImportedPhoto> {
    let mut photos = Vec::new();
    for ticket in tickets {
        for attached in ticket.steps.iter().filter_map(|step| step.photo.as_ref()) {
            let picture = ALL.into_iter().find(|picture| picture.name == attached.name);
            let bytes = picture.expect("a demo photo is one of the pictures").bytes;
            let ticket = ticket.opening.number;
            photos.push(ImportedPhoto { ticket, id: attached.id.clone(), base64: base64(bytes) });
        }
    }
    photos
}

/// RFC 4648 §4. Written out, because one use is not worth a crate that is compiled on every new machine.
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let joined = group.iter().fold(0_u32, |joined, byte| joined << 8 | u32::from(*byte));
        let joined = joined << (8 * (3 - group.len()));
        for place in 0..4 {
            let sextet = (joined >> (18 - 6 * place)) & 63;
            text.push(if place <= group.len() { char::from(ALPHABET[sextet as usize]) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::base64;

    /// RFC 4648 §10.
    #[test]
    fn base64_as_published() {
        let published = ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"];
        for (length, expected) in published.into_iter().enumerate() {
            assert_eq!(base64(&b"foobar"[..length]), expected);
        }
    }
}
