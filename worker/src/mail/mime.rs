//! A letter as the bytes of a message (RFC 5322), and its headers for providers that build their own.
//!
//! Everything that could hold a person's words is on one line before it becomes a header; encoding and folding are
//! mail-builder's.

use super::message::one_line;
use super::{Envelope, SENDER, html, text};
use mail_builder::MessageBuilder;
use mail_builder::headers::date::Date;
use mail_builder::headers::message_id::MessageId;
use mail_builder::headers::raw::Raw;

/// Headers that tell other machines not to answer (RFC 3834, and Exchange's own), so that two desks never write to each
/// other for ever.
const fn machine_headers(envelope: &Envelope) -> [(&'static str, &'static str); 2] {
    let submitted = if envelope.answers { "auto-replied" } else { "auto-generated" };
    [("Auto-Submitted", submitted), ("X-Auto-Response-Suppress", "All")]
}

/// Our identifier, where the mail system lets no Message-ID but its own stand.
const LETTER_ID: &str = "X-Letter-ID";

/// The headers beyond sender, recipient and subject.
pub fn extra_headers(envelope: &Envelope) -> Vec<(&'static str, String)> {
    let mut headers = vec![("Message-ID", format!("<{}>", envelope.thread.id))];
    if let Some(root) = &envelope.thread.root {
        headers.push(("In-Reply-To", format!("<{root}>")));
        headers.push(("References", format!("<{root}>")));
    }
    headers.extend(machine_headers(envelope).map(|(name, value)| (name, value.to_owned())));
    headers.push(("Content-Language", envelope.locale.pick("es", "en").to_owned()));
    headers.push((LETTER_ID, envelope.thread.id.clone()));
    headers
}

/// The whole message.
///
/// # Errors
/// When it can't be written, in mail-builder's words.
pub fn build(envelope: &Envelope) -> Result<String, String> {
    let blocks = &envelope.message.blocks;
    let subject = one_line(&envelope.message.subject);
    let from = envelope.from.to_ascii();
    let mut message = MessageBuilder::new()
        .from((SENDER, from.as_str()))
        .to(envelope.to.to_ascii())
        .subject(subject.as_str())
        .date(Date::new(envelope.sent_at))
        .message_id(MessageId::new(envelope.thread.id.as_str()));
    if let Some(reply_to) = &envelope.reply_to {
        message = message.reply_to(reply_to.to_ascii());
    }
    if let Some(root) = &envelope.thread.root {
        message = message.in_reply_to(root.as_str()).references(root.as_str());
    }
    for (name, value) in machine_headers(envelope) {
        message = message.header(name, Raw::new(value));
    }
    message = message.header("Content-Language", Raw::new(envelope.locale.pick("es", "en")));
    message = message.header(LETTER_ID, Raw::new(envelope.thread.id.as_str()));
    message
        .text_body(text::render(blocks))
        .html_body(html::render(&subject, blocks, envelope.locale))
        .write_to_string()
        .map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::message::{Block, Message};
    use crate::mail::thread::Thread;
    use domain::guide::EmailAddress;
    use mail_parser::{HeaderValue, MessageParser, MimeHeaders};
    use wording::Locale;

    fn envelope(subject: &str, words: &str) -> Envelope {
        Envelope {
            from: EmailAddress::parse("soporte@sohoapps.co").unwrap(),
            to: EmailAddress::parse("ana@peñón.co").unwrap(),
            thread: Thread { id: "1.2.x@sohoapps.co".into(), root: Some("1.0.x@sohoapps.co".into()) },
            message: Message { subject: subject.into(), blocks: vec![Block::Quote(words.into())] },
            reply_to: Some(EmailAddress::parse("soporte+5720003.x@sohoapps.co").unwrap()),
            answers: false,
            locale: Locale::Es,
            sent_at: 1_783_722_600,
        }
    }

    /// The header names of a raw message, as any server splits them.
    fn header_names(raw: &str) -> Vec<&str> {
        let head = raw.split("\r\n\r\n").next().unwrap();
        let lines = head.split("\r\n").filter(|line| !line.starts_with([' ', '\t']));
        lines.map(|line| line.split(':').next().unwrap()).collect()
    }

    #[test]
    fn the_headers_are_these_and_no_others() {
        let raw = build(&envelope("Ticket 572 000 3: año nuevo, sin IVA", "Hola")).unwrap();
        let expected = [
            "From",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "Reply-To",
            "In-Reply-To",
            "References",
            "Auto-Submitted",
            "X-Auto-Response-Suppress",
            "Content-Language",
            "X-Letter-ID",
            "MIME-Version",
            "Content-Type",
        ];
        assert_eq!(header_names(&raw), expected);
        let parsed = MessageParser::new().parse(raw.as_bytes()).unwrap();
        assert_eq!(parsed.subject(), Some("Ticket 572 000 3: año nuevo, sin IVA"));
        assert_eq!(parsed.message_id(), Some("1.2.x@sohoapps.co"));
        assert_eq!(parsed.in_reply_to().as_text(), Some("1.0.x@sohoapps.co"));
        assert_eq!(parsed.references().as_text(), Some("1.0.x@sohoapps.co"));
        assert_eq!(parsed.date().unwrap().to_timestamp(), 1_783_722_600);
        assert_eq!(parsed.from().unwrap().first().unwrap().name(), Some("Soporte SOHO"));
        assert_eq!(
            parsed.reply_to().unwrap().first().unwrap().address(),
            Some("soporte+5720003.x@sohoapps.co")
        );
        // The domain travels in its ASCII form.
        assert_eq!(parsed.to().unwrap().first().unwrap().address(), Some("ana@xn--pen-8mak.co"));
    }

    #[test]
    fn both_bodies_say_the_same() {
        let parsed = build(&envelope("s", "Señal: \u{201c}ñandú\u{201d}\nsegunda línea")).unwrap();
        let parsed = MessageParser::new().parse(parsed.as_bytes()).unwrap();
        assert_eq!(parsed.body_text(0).unwrap().replace("\r\n", "\n"), "> Señal: “ñandú”\n> segunda línea\n");
        let page = parsed.body_html(0).unwrap().replace("\r\n", "\n");
        assert!(page.contains("Señal: “ñandú”\nsegunda línea"));
        assert_eq!(parsed.content_type().and_then(|kind| kind.subtype()), Some("alternative"));
    }

    /// Line breaks and commas in a person's words once added recipients and headers to other desks' mail.
    #[test]
    fn fault_20_nobodys_words_add_a_header_or_a_recipient() {
        let plain = build(&envelope("x", "x")).unwrap();
        for attack in [
            "Hola\r\nBcc: otro@ejemplo.co",
            "Hola\nBcc: otro@ejemplo.co",
            "Hola\rBcc: otro@ejemplo.co",
            "Hola\r\n\r\n<script>alert(1)</script>",
            "Hola\r\n Bcc: otro@ejemplo.co",
            "Hola\u{2028}Bcc: otro@ejemplo.co",
            "Hola\u{85}Bcc: otro@ejemplo.co\0",
            "a@b.co, otro@ejemplo.co; tercero@ejemplo.co",
            "=?utf-8?Q?=0D=0ABcc:_otro@ejemplo.co?=",
            "\u{202e}Bcc: \"x\" <otro@ejemplo.co>",
            &"larguísimo ".repeat(400),
        ] {
            let raw = build(&envelope(attack, attack)).unwrap();
            assert_eq!(header_names(&raw), header_names(&plain), "{attack:?}");
            let parsed = MessageParser::new().parse(raw.as_bytes()).unwrap();
            assert!(parsed.bcc().is_none() && parsed.cc().is_none(), "{attack:?}");
            assert_eq!(parsed.to().unwrap().iter().count(), 1, "{attack:?}");
            assert_eq!(parsed.parts.len(), 3, "{attack:?}");
            assert!(raw.lines().all(|line| line.len() <= 998), "{attack:?}");
            assert!(!matches!(parsed.header("Auto-Submitted"), None | Some(HeaderValue::Empty)));
        }
    }

    #[test]
    fn providers_get_the_same_headers() {
        let envelope = envelope("x", "x");
        let raw = build(&envelope).unwrap();
        for (name, value) in extra_headers(&envelope) {
            assert!(raw.contains(&format!("\r\n{name}: {value}\r\n")), "{name}: {value} in {raw}");
        }
    }
}
