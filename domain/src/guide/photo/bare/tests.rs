//! Pictures put together piece by piece: what goes, what stays, and files that are cut off anywhere.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;

/// What must not be found in anything that is kept.
const SECRET: &[u8] = b"GPS 10.39 -75.51";

fn segment(marker: u8, holds: &[u8]) -> Vec<u8> {
    let length = u16::try_from(holds.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker], &length[..], holds].concat()
}

/// An Exif segment of a camera, in either order of bytes: where it was, and how it was held.
fn exif(big: bool, turn: u16) -> Vec<u8> {
    let short = |value: u16| if big { value.to_be_bytes() } else { value.to_le_bytes() };
    let long = |value: u32| if big { value.to_be_bytes() } else { value.to_le_bytes() };
    let holds = [
        b"Exif\0\0",
        &(if big { *b"MM" } else { *b"II" })[..],
        &short(42),
        &long(8),
        &short(2),
        &[&short(0x010F)[..], &short(2), &long(16), &long(60)].concat(),
        &[&short(0x0112)[..], &short(3), &long(1), &short(turn), &short(0)].concat(),
        &long(0),
        SECRET,
    ]
    .concat();
    segment(0xE1, &holds)
}

fn shown() -> [Vec<u8>; 6] {
    [
        segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
        segment(0xE2, b"ICC_PROFILE\0\x01\x01colours"),
        segment(0xEE, b"Adobe\0\x64\0\0\0\0\0"),
        segment(0xDB, b"a table"),
        [segment(0xDA, b"\x01\x01\0"), b"coded\xFF\0data\xFF\xD0goes\xFF\xFF\0on".to_vec()].concat(),
        [segment(0xC4, b"another"), segment(0xDA, b"\x02"), b"a second scan".to_vec()].concat(),
    ]
}

fn jpeg(pieces: &[&[u8]]) -> Vec<u8> {
    [&[0xFF, 0xD8], &pieces.concat()[..], &[0xFF, 0xD9]].concat()
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn a_jpeg_keeps_its_picture_and_nothing_a_camera_wrote() {
    let [jfif, icc, adobe, table, scan, second] = shown();
    let plain = jpeg(&[&jfif, &icc, &adobe, &table, &scan, &second]);
    assert_eq!(bare(&plain, MediaType::Jpeg), plain, "what has nothing beside it stays byte by byte");
    let told = [
        segment(0xE1, &[b"http://ns.adobe.com/xap/1.0/\0", SECRET].concat()),
        segment(0xE0, &[b"JFXX\0", SECRET].concat()),
        segment(0xE2, &[b"MPF\0", SECRET].concat()),
        segment(0xED, &[b"Photoshop 3.0\0", SECRET].concat()),
        segment(0xFE, SECRET),
        segment(0xEF, SECRET),
        exif(true, 1),
        exif(false, 9),
    ];
    for told in &told {
        let written = jpeg(&[&jfif, told, &icc, &adobe, &table, told, &scan, told, &second]);
        assert_eq!(bare(&written, MediaType::Jpeg), plain, "{told:?}");
    }
    // Between two segments; after a scan's data whatever is no marker is part of them.
    for stray in [SECRET, b"\xFF\xFF\xFF", b"\xFF\0\xFF\xD0"] {
        let written = jpeg(&[stray, &jfif, &icc, stray, &adobe, &table, stray, &scan, &second]);
        assert_eq!(bare(&written, MediaType::Jpeg), plain, "{stray:?}");
    }
    let behind = [&plain[..], SECRET, &plain].concat();
    assert_eq!(bare(&behind, MediaType::Jpeg), plain, "nothing behind the end");
}

#[test]
fn how_a_jpeg_is_turned_is_all_that_stays_of_its_exif() {
    let table = segment(0xDB, b"a table");
    for turn in 2..=8 {
        for big in [true, false] {
            let kept = bare(&jpeg(&[&exif(big, turn), &table, &exif(big, turn)]), MediaType::Jpeg);
            let upright = segment(
                0xE1,
                &[
                    b"Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0",
                    &[u8::try_from(turn).unwrap()][..],
                    &[0; 6],
                ]
                .concat(),
            );
            assert_eq!(kept, jpeg(&[&upright, &table]), "{turn}");
            assert_eq!(bare(&kept, MediaType::Jpeg), kept, "again changes nothing");
        }
    }
}

fn chunk(kind: &[u8], holds: &[u8]) -> Vec<u8> {
    let length = u32::try_from(holds.len()).unwrap().to_be_bytes();
    [&length[..], kind, holds, b"csum"].concat()
}

#[test]
fn a_png_keeps_its_picture_and_no_text() {
    let signature = b"\x89PNG\r\n\x1A\n".to_vec();
    let (head, colours) = (chunk(b"IHDR", b"head"), chunk(b"iCCP", b"colours"));
    let (data, end) = (chunk(b"IDAT", b"data"), chunk(b"IEND", b""));
    let plain = [&signature[..], &head, &colours, &data, &data, &end].concat();
    assert_eq!(bare(&plain, MediaType::Png), plain);
    for kind in [b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME", b"prVt"] {
        let told = chunk(kind, SECRET);
        let written =
            [&signature[..], &head, &told, &colours, &data, &told, &data, &end, &told, SECRET].concat();
        assert_eq!(bare(&written, MediaType::Png), plain);
    }
}

fn riff(pieces: &[&[u8]]) -> Vec<u8> {
    let holds = [b"WEBP", &pieces.concat()[..]].concat();
    [b"RIFF", &u32::try_from(holds.len()).unwrap().to_le_bytes()[..], &holds].concat()
}

fn riff_chunk(kind: &[u8], holds: &[u8]) -> Vec<u8> {
    let length = u32::try_from(holds.len()).unwrap().to_le_bytes();
    let even: &[u8] = if holds.len().is_multiple_of(2) { b"" } else { b"\0" };
    [kind, &length, holds, even].concat()
}

#[test]
fn a_webp_keeps_its_picture_and_says_that_there_is_nothing_else() {
    let header = |flags: u8| riff_chunk(b"VP8X", &[flags, 0, 0, 0, 1, 0, 0, 1, 0, 0]);
    let (icc, picture) = (riff_chunk(b"ICCP", b"odd"), riff_chunk(b"VP8 ", b"picture"));
    let plain = riff(&[&header(0b0010_0000), &icc, &picture]);
    assert_eq!(bare(&plain, MediaType::WebP), plain);
    let (exif, xmp, other) =
        (riff_chunk(b"EXIF", SECRET), riff_chunk(b"XMP ", SECRET), riff_chunk(b"note", SECRET));
    let written = riff(&[&header(0b0010_1100), &icc, &other, &picture, &exif, &xmp]);
    assert_eq!(bare(&written, MediaType::WebP), plain);
}

#[test]
fn a_file_cut_off_anywhere_gives_no_more_than_it_had() {
    let [jfif, icc, adobe, table, scan, second] = shown();
    let photo = jpeg(&[&jfif, &exif(true, 6), &icc, &adobe, &table, &scan, &second]);
    let image =
        [b"\x89PNG\r\n\x1A\n", &chunk(b"IHDR", b"head")[..], &chunk(b"eXIf", SECRET), &chunk(b"IDAT", b"x")]
            .concat();
    let webp =
        riff(&[&riff_chunk(b"VP8X", &[12; 10]), &riff_chunk(b"EXIF", SECRET), &riff_chunk(b"VP8 ", b"x")]);
    for (bytes, media_type) in [(photo, MediaType::Jpeg), (image, MediaType::Png), (webp, MediaType::WebP)] {
        for length in 0..=bytes.len() {
            let kept = bare(&bytes[..length], media_type);
            assert!(kept.len() <= length.max(12), "{media_type:?} {length}");
            assert!(!holds(&kept, b"GPS"), "{media_type:?} {length}");
        }
    }
}

#[test]
fn a_chunk_that_claims_the_most_ends_the_file_and_not_the_reader() {
    for length in (0xFFFF_FFF0..=u32::MAX).chain([0x7FFF_FFFF, 0x8000_0000]) {
        let webp = [b"RIFF\x0C\0\0\0WEBPVP8 ", &length.to_le_bytes()[..]].concat();
        assert_eq!(bare(&webp, MediaType::WebP), webp, "{length:#x}");
        let png = [b"\x89PNG\r\n\x1A\n", &length.to_be_bytes()[..], b"IDAT"].concat();
        assert_eq!(bare(&png, MediaType::Png), png, "{length:#x}");
        // An Exif that says its directory is there, and one with as many entries as can be said.
        let offset = length.to_be_bytes();
        for place in [&offset[..], b"\0\0\0\x04"] {
            let exif = segment(0xE1, &[b"Exif\0\0MM\xFF\xFF", place].concat());
            assert_eq!(bare(&jpeg(&[&exif]), MediaType::Jpeg), jpeg(&[]), "{length:#x}");
        }
    }
}
