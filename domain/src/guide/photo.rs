//! Photos of a screen: what kinds are taken, told from their bytes alone, and what of them is kept.

mod bare;

pub use bare::bare;

/// The image formats that every browser shows and none of which can carry a script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MediaType {
    /// JPEG (ISO/IEC 10918-1).
    Jpeg,
    /// PNG (ISO/IEC 15948).
    Png,
    /// WebP (RFC 9649).
    WebP,
    /// GIF 87a and 89a.
    Gif,
}

/// The most characters of a file's name that are kept.
const LONGEST_NAME: usize = 80;
/// What comes after the last dot of a name is an extension up to this many bytes.
const LONGEST_EXTENSION: usize = 5;

impl MediaType {
    /// Every format taken.
    pub const ALL: [Self; 4] = [Self::Jpeg, Self::Png, Self::WebP, Self::Gif];

    /// Tells the format from the first bytes. The name and the declared type of an upload are never believed.
    #[must_use]
    pub fn sniff(bytes: &[u8]) -> Option<Self> {
        let riff = bytes.strip_prefix(b"RIFF").and_then(|rest| rest.get(4..));
        match bytes {
            [0xFF, 0xD8, 0xFF, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Some(Self::Png),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Self::Gif),
            _ if riff.is_some_and(|rest| rest.starts_with(b"WEBP")) => Some(Self::WebP),
            _ => None,
        }
    }

    /// The media type (RFC 2046), without parameters.
    #[must_use]
    pub const fn essence(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::WebP => "image/webp",
            Self::Gif => "image/gif",
        }
    }

    /// Reads [`MediaType::essence`] back.
    #[must_use]
    pub fn parse(essence: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|media_type| media_type.essence() == essence)
    }

    const fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::WebP => "webp",
            Self::Gif => "gif",
        }
    }

    /// A name to show: letters, digits and simple marks of the one given, with the extension of what the bytes are.
    #[must_use]
    pub fn safe_name(given: &str, media_type: Self) -> String {
        let extension =
            |rest: &str| rest.len() <= LONGEST_EXTENSION && rest.chars().all(char::is_alphanumeric);
        let stem = given.rsplit_once('.').filter(|(_, rest)| extension(rest)).map_or(given, |(stem, _)| stem);
        let kept =
            stem.chars().map(|c| if c.is_alphanumeric() || matches!(c, '-' | '_' | ' ') { c } else { ' ' });
        let stem: String = kept.take(LONGEST_NAME).collect();
        let stem = stem.split_whitespace().collect::<Vec<_>>().join(" ");
        let stem = if stem.is_empty() { "foto" } else { &stem };
        format!("{stem}.{}", media_type.extension())
    }
}

#[cfg(test)]
mod tests {
    use super::MediaType;

    #[test]
    fn formats_are_told_from_their_bytes() {
        let cases: [(&[u8], Option<MediaType>); 9] = [
            (b"\xFF\xD8\xFF\xE0\0\x10JFIF", Some(MediaType::Jpeg)),
            (b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", Some(MediaType::Png)),
            (b"GIF89a\x01\0", Some(MediaType::Gif)),
            (b"RIFF\x24\0\0\0WEBPVP8 ", Some(MediaType::WebP)),
            (b"RIFF\x24\0\0\0WAVEfmt ", None),
            (b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x\"/>", None),
            (b"\0\0\0\x18ftypheic", None),
            (b"%PDF-1.7", None),
            (b"", None),
        ];
        for (bytes, expected) in cases {
            assert_eq!(MediaType::sniff(bytes), expected, "{bytes:?}");
        }
    }

    #[test]
    fn a_media_type_reads_back() {
        let types = MediaType::ALL.map(MediaType::essence);
        assert_eq!(types, ["image/jpeg", "image/png", "image/webp", "image/gif"]);
        assert_eq!(types.map(MediaType::parse), MediaType::ALL.map(Some));
        assert_eq!(MediaType::parse("image/svg+xml"), None);
    }

    #[test]
    fn names_keep_nothing_that_could_be_more_than_a_name() {
        let cases = [
            ("pantalla.png", "pantalla.jpg"),
            ("factura.php.jpg", "factura php.jpg"),
            ("../../etc/passwd", "etc passwd.jpg"),
            ("a\r\nSet-Cookie: b.jpg", "a Set-Cookie b.jpg"),
            ("<img src=x onerror=alert(1)>.png", "img src x onerror alert 1.jpg"),
            ("", "foto.jpg"),
            ("Recepción 2.HEIC", "Recepción 2.jpg"),
            ("caja.a b", "caja a b.jpg"),
            ("caja.presentacion", "caja presentacion.jpg"),
        ];
        for (given, expected) in cases {
            assert_eq!(MediaType::safe_name(given, MediaType::Jpeg), expected);
        }
    }
}
