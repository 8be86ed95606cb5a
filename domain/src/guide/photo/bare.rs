//! A picture without what a camera or a program writes beside it: where it was taken, when, on what, and whatever stands
//! behind its end. What the picture needs to be seen stays: its colours, its frames, and how it is turned.
//!
//! Total by design: what a file lacks is not made up, and what can't be read in it isn't kept.

use super::MediaType;

mod jpeg;

/// The picture alone. A GIF is given back as it is: no camera writes one.
#[must_use]
pub fn bare(bytes: &[u8], media_type: MediaType) -> Vec<u8> {
    match media_type {
        MediaType::Jpeg => jpeg::bare(bytes),
        MediaType::Png => png(bytes),
        MediaType::WebP => webp(bytes),
        MediaType::Gif => bytes.to_vec(),
    }
}

/// A chunk of so many bytes, or of what there is, and what comes after it. Sizes are reckoned in 64 bits: a length that a file
/// claims may wrap in the 32 of a `usize`, and a chunk of no bytes would be read for ever.
fn split(rest: &[u8], size: u64) -> (&[u8], &[u8]) {
    rest.split_at(usize::try_from(size).unwrap_or(usize::MAX).min(rest.len()))
}

/// The chunks of a PNG that show something (ISO/IEC 15948 and its animation). Exif, texts and times are none.
const PNG_SHOWS: [&[u8; 4]; 18] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP",
    b"mDCV", b"cLLI", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT",
];
/// What a PNG begins with, in bytes.
const PNG_SIGNATURE: usize = 8;

fn png(bytes: &[u8]) -> Vec<u8> {
    let (signature, mut rest) = bytes.split_at(bytes.len().min(PNG_SIGNATURE));
    let mut kept = signature.to_vec();
    while let Some((length, kind)) = rest.first_chunk::<4>().zip(rest.get(4..8)) {
        // Length, kind, what it holds, and a checksum.
        let (chunk, after) = split(rest, u64::from(u32::from_be_bytes(*length)) + 12);
        if PNG_SHOWS.iter().any(|shows| shows.as_slice() == kind) {
            kept.extend_from_slice(chunk);
        }
        if kind == b"IEND" {
            break;
        }
        rest = after;
    }
    kept
}

/// The chunks of a WebP that show something (RFC 9649).
const WEBP_SHOWS: [&[u8; 4]; 7] = [b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];
/// What a WebP's header says of chunks that go: that there are Exif and XMP.
const WEBP_TOLD: u8 = 0b0000_1100;

fn webp(bytes: &[u8]) -> Vec<u8> {
    let mut kept = b"RIFF\0\0\0\0WEBP".to_vec();
    let mut rest = bytes.get(kept.len()..).unwrap_or_default();
    while let Some((kind, length)) = rest.first_chunk::<4>().zip(rest.get(4..8)) {
        let length = u64::from(length.first_chunk().map_or(0, |length| u32::from_le_bytes(*length)));
        // Kind, length, what it holds, and a byte that makes it even.
        let (chunk, after) = split(rest, (length + 8).next_multiple_of(2));
        if WEBP_SHOWS.contains(&kind) {
            let start = kept.len();
            kept.extend_from_slice(chunk);
            if let (b"VP8X", Some(flags)) = (kind, kept.get_mut(start + 8)) {
                *flags &= !WEBP_TOLD;
            }
        }
        rest = after;
    }
    let length = u32::try_from(kept.len() - 8).unwrap_or(u32::MAX);
    for (place, byte) in kept.iter_mut().skip(4).zip(length.to_le_bytes()) {
        *place = byte;
    }
    kept
}

#[cfg(test)]
mod tests;
