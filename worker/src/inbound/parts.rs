//! What came with a mail: photos that are taken as from the portal, and the rest.

use domain::guide::photo::MediaType;
use domain::inbound::{DECORATION_BELOW, PHOTOS_A_MAIL};
use mail_parser::{Message, MessagePart, MimeHeaders, PartType};

/// One image.
pub struct MailedPhoto<'a> {
    /// Its bytes.
    pub bytes: &'a [u8],
    /// What they are, told from themselves.
    pub media_type: MediaType,
    /// A name to show.
    pub name: String,
}

/// What was attached.
pub struct Attached<'a> {
    /// Images that are taken.
    pub photos: Vec<MailedPhoto<'a>>,
    /// How many other attachments there are.
    pub left: u32,
}

/// Sorts a mail's attachments. Logos within the text are no attachments of anybody's.
pub fn attachments<'a>(mail: &'a Message<'a>, largest: usize) -> Attached<'a> {
    let mut attached = Attached { photos: Vec::new(), left: 0 };
    for part in mail.attachments() {
        let Some(bytes) = bytes(part) else {
            attached.left += 1;
            continue;
        };
        let photo = MediaType::sniff(bytes);
        let decoration = photo.is_some() && part.content_id().is_some() && bytes.len() < DECORATION_BELOW;
        match photo {
            _ if decoration => {}
            Some(media_type) if bytes.len() <= largest && attached.photos.len() < PHOTOS_A_MAIL => {
                let name = MediaType::safe_name(part.attachment_name().unwrap_or_default(), media_type);
                attached.photos.push(MailedPhoto { bytes, media_type, name });
            }
            _ => attached.left += 1,
        }
    }
    attached
}

/// The bytes of a part that is a file.
fn bytes<'a>(part: &'a MessagePart<'a>) -> Option<&'a [u8]> {
    match &part.body {
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => Some(bytes),
        _ => None,
    }
}
