//! Bytes and texts as letters that survive where they are put: typed by hand, in an address, in a link.

/// Five bits a letter of the alphabet, from the front; what is left over is filled up with zeros (RFC 4648 §6, unpadded).
#[must_use]
pub fn base32(bytes: &[u8], alphabet: &[u8; 32]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(5) * 8);
    let (mut held, mut bits) = (0_u32, 0_u32);
    let mut put = |value: u32| {
        let letter = alphabet.get(usize::try_from(value & 31).unwrap_or_default()).copied();
        text.push(char::from(letter.unwrap_or(b'?')));
    };
    for byte in bytes {
        held = (held << 8 | u32::from(*byte)) & 0xffff;
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            put(held >> bits);
        }
    }
    if bits > 0 {
        put(held << (5 - bits));
    }
    text
}

/// Everything but unreserved characters (RFC 3986 §2.3) as percent triplets.
#[must_use]
pub fn percent(text: &str) -> String {
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
        assert_eq!(percent("ana+caja@hotel.co"), "ana%2Bcaja%40hotel.co");
        assert_eq!(percent("a&b=c#d?e/f ñ"), "a%26b%3Dc%23d%3Fe%2Ff%20%C3%B1");
    }
}
