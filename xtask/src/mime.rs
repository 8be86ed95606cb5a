//! The text of a raw mail, for reading it in development. Not a mail parser: it knows what our Worker writes.

/// The first `text/plain` part, or the whole body when there is none.
pub fn text(raw: &str) -> String {
    let raw = raw.replace("\r\n", "\n");
    plain(&raw)
        .unwrap_or_else(|| raw.split_once("\n\n").map_or_else(String::new, |(_, body)| body.to_owned()))
}

/// A header of a raw mail, unfolded.
pub fn header(raw: &str, name: &str) -> Option<String> {
    let raw = raw.replace("\r\n", "\n");
    let head = raw.split_once("\n\n").map_or(raw.as_str(), |(head, _)| head);
    find(&unfolded(head), name)
}

/// A header goes on in lines that start with white space.
fn unfolded(head: &str) -> String {
    head.replace("\n ", " ").replace("\n\t", " ")
}

fn find(head: &str, name: &str) -> Option<String> {
    head.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        key.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
    })
}

fn plain(part: &str) -> Option<String> {
    let (head, body) = part.split_once("\n\n")?;
    let head = unfolded(head);
    let header = |name: &str| find(&head, name);
    let kind = header("content-type").unwrap_or_else(|| "text/plain".to_owned());
    if kind.to_ascii_lowercase().starts_with("multipart/") {
        let boundary = kind.split_once("boundary=")?.1.split(';').next()?.trim().trim_matches('"').to_owned();
        return body
            .split(&format!("--{boundary}"))
            .skip(1)
            .find_map(|part| plain(part.trim_start_matches('\n')));
    }
    if !kind.to_ascii_lowercase().starts_with("text/plain") {
        return None;
    }
    let bytes = match header("content-transfer-encoding").unwrap_or_default().to_ascii_lowercase().as_str() {
        "base64" => base64(body),
        "quoted-printable" => quoted_printable(body),
        _ => body.as_bytes().to_vec(),
    };
    Some(String::from_utf8_lossy(&bytes).replace("\r\n", "\n"))
}

fn base64(text: &str) -> Vec<u8> {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0_u32, 0_u32);
    for value in text.bytes().filter_map(|byte| ALPHABET.iter().position(|letter| *letter == byte)) {
        bits = (bits << 6 | u32::try_from(value).unwrap_or_default()) & 0xff_ffff;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held & 0xff).unwrap_or_default());
        }
    }
    bytes
}

fn quoted_printable(text: &str) -> Vec<u8> {
    let joined = text.replace("=\n", "");
    let mut bytes = Vec::new();
    let mut rest = joined.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'=' {
            let pair: String = rest.by_ref().take(2).map(char::from).collect();
            bytes.push(u8::from_str_radix(&pair, 16).unwrap_or(b'?'));
        } else {
            bytes.push(byte);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::{header, text};

    #[test]
    fn a_header_is_found_in_the_head_alone() {
        let raw = "Subject: a\r\nReply-To:\r\n <soporte+1@b.co>\r\n\r\nFrom: nobody";
        assert_eq!(header(raw, "reply-to").as_deref(), Some("<soporte+1@b.co>"));
        assert_eq!(header(raw, "from"), None);
    }

    #[test]
    fn the_plain_part_is_read_in_every_encoding() {
        for (head, body) in [
            ("", "Código: 123"),
            ("Content-Transfer-Encoding: base64\r\n", "Q8OzZGlnbzog\r\nMTIz"),
            ("Content-Transfer-Encoding: quoted-printable\r\n", "C=C3=B3digo=\r\n: 123"),
        ] {
            let raw = format!("Subject: a\r\nContent-Type: text/plain; charset=utf-8\r\n{head}\r\n{body}");
            assert_eq!(text(&raw), "Código: 123", "{head}");
            let nested = format!(
                "Content-Type: multipart/alternative;\r\n boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>\r\n--x\r\n\
                 Content-Type: text/plain\r\n{head}\r\n{body}\r\n--x--\r\n"
            );
            assert_eq!(text(&nested).trim(), "Código: 123", "{head}");
        }
    }
}
