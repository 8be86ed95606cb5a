//! JPEG (ISO/IEC 10918-1): markers with segments, and scans of coded data between them.

const START: [u8; 2] = [0xFF, 0xD8];
const END: u8 = 0xD9;
const SCAN: u8 = 0xDA;

/// The picture alone: tables, frames and scans, its colour profile, and how it is turned.
pub(super) fn bare(bytes: &[u8]) -> Vec<u8> {
    let mut kept = START.to_vec();
    let mut rest = bytes.get(START.len()..).unwrap_or_default();
    let mut turned = false;
    // What stands between two segments is skipped, as decoders do.
    while let Some((marker, after)) = next_marker(rest) {
        rest = after;
        match marker {
            END => {
                kept.extend([0xFF, END]);
                break;
            }
            // Markers without a segment, which have no place between segments.
            0x00 | 0x01 | 0xD0..=0xD8 => continue,
            _ => {}
        }
        let Some(length) = rest.first_chunk().map(|length| usize::from(u16::from_be_bytes(*length))) else {
            break;
        };
        let (segment, after) = rest.split_at(length.clamp(2, rest.len()));
        rest = after;
        let holds = segment.get(2..).unwrap_or_default();
        if shows(marker, holds) {
            kept.extend([0xFF, marker]);
            kept.extend_from_slice(segment);
        } else if let Some(turn) = turn_of(holds).filter(|_| !turned) {
            turned = true;
            kept.extend(exif_of(turn));
        }
        if marker == SCAN {
            let (scan, after) = rest.split_at(scan_length(rest));
            kept.extend_from_slice(scan);
            rest = after;
        }
    }
    kept
}

/// The next marker's second byte, and what comes after it.
fn next_marker(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let from = bytes.iter().position(|byte| *byte == 0xFF)?;
    let rest = bytes.get(from..)?;
    let place = rest.iter().position(|byte| *byte != 0xFF)?;
    Some((*rest.get(place)?, rest.get(place + 1..)?))
}

/// How far a scan's coded data go: to the next marker that isn't part of them.
fn scan_length(bytes: &[u8]) -> usize {
    let mut place = 0;
    while let Some(found) = bytes.get(place..).and_then(|rest| rest.iter().position(|byte| *byte == 0xFF)) {
        place += found;
        match bytes.get(place + 1) {
            Some(0x00 | 0xD0..=0xD7) => place += 2,
            Some(0xFF) => place += 1,
            _ => return place,
        }
    }
    bytes.len()
}

/// Whether a segment has to do with how the picture looks. Of what applications add, three do.
fn shows(marker: u8, holds: &[u8]) -> bool {
    match marker {
        0xE0 => holds.starts_with(b"JFIF\0"),
        0xE2 => holds.starts_with(b"ICC_PROFILE\0"),
        0xEE => holds.starts_with(b"Adobe"),
        0xE0..=0xEF | 0xFE => false,
        _ => true,
    }
}

/// How an Exif segment says that the picture is to be turned (2 to 8); none when it lies as it is.
fn turn_of(holds: &[u8]) -> Option<u8> {
    let tiff = holds.strip_prefix(b"Exif\0\0")?;
    let big = match tiff.first_chunk()? {
        b"MM" => true,
        b"II" => false,
        _ => return None,
    };
    let short = |place: usize| {
        let bytes = *tiff.get(place..)?.first_chunk()?;
        Some(if big { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
    };
    let (high, low) = if big { (short(4)?, short(6)?) } else { (short(6)?, short(4)?) };
    let directory = usize::from(high) << 16 | usize::from(low);
    (0..usize::from(short(directory)?))
        .map_while(|entry| directory.checked_add(2 + entry * 12))
        .find(|place| short(*place) == Some(0x0112))
        .and_then(|place| u8::try_from(short(place.checked_add(8)?)?).ok())
        .filter(|turn| (2..=8).contains(turn))
}

/// An Exif segment that says how the picture is turned, and nothing else.
fn exif_of(turn: u8) -> Vec<u8> {
    let mut segment = vec![0xFF, 0xE1, 0, 34];
    segment.extend(b"Exif\0\0MM\0\x2A\0\0\0\x08");
    // One entry: the orientation, one short.
    segment.extend([0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0]);
    segment.extend([0; 4]);
    segment
}
