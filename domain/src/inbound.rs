//! Mail that comes in: which of it counts, whose it is, and what of it is a person's own words.
//!
//! A mail changes a ticket by the address it was sent to and by nothing else: the address names the ticket and carries a
//! proof made for the one client who was written to. Who a mail says it is from is never asked.

mod words;

pub use words::own_words;

use crate::codes::coded_enum;
use crate::ticket::TicketNumber;

/// The largest mail read, in bytes: two large photos in base64 and their text.
pub const LARGEST_MAIL: u32 = 16 * 1024 * 1024;

/// Photos taken from one mail.
pub const PHOTOS_A_MAIL: usize = 6;

/// An image that stands within the text and is smaller, in bytes, is a signature's logo and no photo of a screen.
pub const DECORATION_BELOW: usize = 16 * 1024;

/// Automatic answers to people without a proof, on one day, to all of them together. Senders can be forged, so that each
/// answer may reach somebody who never wrote; this many reach nobody's inbox in numbers.
pub const ANSWERS_A_DAY: u32 = 200;

/// Characters of the proof in an address to answer to: 120 bits in base32. Only who was written to has it.
pub const PROOF_CHARACTERS: usize = 24;

coded_enum! {
    /// What became of a mail, for the day's figures.
    pub enum Outcome {
        /// It is in the ticket's history.
        Taken = "taken",
        /// It had come in before.
        Repeated = "repeated",
        /// A machine wrote it.
        Automatic = "automatic",
        /// Nothing in its address says which ticket it is about.
        WithoutProof = "without_proof",
        /// The proof in its address is none.
        WrongProof = "wrong_proof",
        /// The ticket doesn't take it as it stands, as it wouldn't from the portal.
        Refused = "refused",
        /// More than is read.
        TooLarge = "too_large",
        /// It could not be stored or read.
        Failed = "failed",
    }
}

/// What stands between `+` and `@` in an address that a client answers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// The ticket.
    pub number: TicketNumber,
    /// The proof, in lower case.
    pub proof: String,
}

impl Tag {
    /// The local part to answer to, before the `@`: `soporte+1234567.proof`.
    #[must_use]
    pub fn local_part(&self, mailbox: &str) -> String {
        format!("{mailbox}+{}.{}", self.number.digits(), self.proof)
    }

    /// Reads the tag of a local part; `None` when it has none of ours. Case is not kept on the way: some systems change it.
    #[must_use]
    pub fn read(local_part: &str) -> Option<Self> {
        let (_, tag) = local_part.rsplit_once('+')?;
        let (number, proof) = tag.split_once('.')?;
        let number = TicketNumber::parse(number).ok()?;
        let proof = proof.to_ascii_lowercase();
        let whole = proof.len() == PROOF_CHARACTERS && proof.bytes().all(|byte| byte.is_ascii_alphanumeric());
        whole.then_some(Self { number, proof })
    }
}

/// What tells whether a person or a machine wrote a mail.
#[derive(Debug, Default)]
pub struct Letterhead<'a> {
    /// Whom the mail's way back leads to; empty for the bounces and notices of mail systems (RFC 5321 §4.5.5).
    pub envelope_from: &'a str,
    /// Header names and values, as they came.
    pub headers: Vec<(&'a str, &'a str)>,
    /// The domains that this desk writes from, in lower case.
    pub own_domains: Vec<&'a str>,
    /// The addresses of this desk, without tags, in lower case.
    pub own_addresses: Vec<&'a str>,
}

/// Senders that are no person.
const MACHINES: [&str; 7] =
    ["mailer-daemon", "postmaster", "no-reply", "noreply", "no_reply", "do-not-reply", "donotreply"];

impl Letterhead<'_> {
    /// Whether a machine wrote it: a list, an absence notice, a bounce, another desk or this one (RFC 3834, RFC 2919 and
    /// the headers that came before them). What a machine writes says nothing for a client, and is answered by nobody.
    #[must_use]
    pub fn is_automatic(&self) -> bool {
        self.way_back_is_a_machines() || self.headers.iter().any(|(name, value)| self.tells(name, value))
    }

    fn way_back_is_a_machines(&self) -> bool {
        let back = self.envelope_from.trim().trim_matches(['<', '>']).to_ascii_lowercase();
        let Some((local, domain)) = back.rsplit_once('@') else { return true };
        let untagged = local.split('+').next().unwrap_or_default();
        MACHINES.contains(&untagged) || self.own_addresses.contains(&format!("{untagged}@{domain}").as_str())
    }

    fn tells(&self, name: &str, value: &str) -> bool {
        let value = value.trim().to_ascii_lowercase();
        match name.trim().to_ascii_lowercase().as_str() {
            "auto-submitted" => !value.is_empty() && value.split([';', ' ']).next() != Some("no"),
            "precedence" => matches!(value.as_str(), "bulk" | "list" | "junk" | "auto_reply"),
            "return-path" => value == "<>",
            "x-autoreply"
            | "x-autorespond"
            | "x-auto-reply"
            | "x-loop"
            | "x-letter-id"
            | "list-id"
            | "list-unsubscribe"
            | "x-failed-recipients" => true,
            "x-auto-response-suppress" => value != "none",
            "content-type" => value.starts_with("multipart/report"),
            // A letter of ours that came back by some way.
            "message-id" => {
                let domain = value.trim_end_matches('>').rsplit_once('@').map_or("", |(_, domain)| domain);
                self.own_domains.contains(&domain)
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROOF: &str = "abcdefghijklmnopqrstuv23";

    fn number() -> TicketNumber {
        TicketNumber::from_random(1)
    }

    #[test]
    fn a_tag_reads_back_whatever_happened_to_its_case() {
        let tag = Tag { number: number(), proof: PROOF.into() };
        let local = tag.local_part("soporte");
        assert_eq!(local, format!("soporte+{}.{PROOF}", number().digits()));
        assert!(local.len() <= 64, "RFC 5321 §4.5.3.1.1");
        assert_eq!(Tag::read(&local), Some(tag.clone()));
        assert_eq!(Tag::read(&local.to_ascii_uppercase()), Some(tag));
    }

    #[test]
    fn what_is_no_tag_is_none() {
        let digits = number().digits();
        for local in [
            "soporte".to_owned(),
            "soporte+".to_owned(),
            format!("soporte+{digits}"),
            format!("soporte+{digits}."),
            format!("soporte+{digits}.{}", &PROOF[1..]),
            format!("soporte+{digits}.{PROOF}2"),
            format!("soporte+1234560.{PROOF}"),
            format!("soporte+{digits}.{}\u{e9}", &PROOF[2..]),
            format!("soporte+x.{PROOF}"),
        ] {
            assert_eq!(Tag::read(&local), None, "{local}");
        }
    }

    fn written<'a>(envelope_from: &'a str, headers: &[(&'a str, &'a str)]) -> bool {
        let letterhead = Letterhead {
            envelope_from,
            headers: headers.to_vec(),
            own_domains: vec!["sohoapps.co"],
            own_addresses: vec!["soporte@sohoapps.co"],
        };
        letterhead.is_automatic()
    }

    #[test]
    fn fault_11_what_a_machine_wrote_is_told() {
        for header in [
            ("Auto-Submitted", "auto-replied"),
            ("auto-submitted", "auto-generated; type=x"),
            ("AUTO-SUBMITTED", "auto-notified"),
            ("Precedence", "bulk"),
            ("Precedence", " List "),
            ("Precedence", "junk"),
            ("List-Id", "Huéspedes <lista.hotel.co>"),
            ("List-Unsubscribe", "<mailto:x@hotel.co>"),
            ("Return-Path", "<>"),
            ("X-Loop", "soporte@otra-mesa.co"),
            ("X-Autoreply", "yes"),
            ("X-Auto-Response-Suppress", "All"),
            ("Content-Type", "multipart/report; report-type=delivery-status"),
            ("Message-ID", "<1234567.3.requester@sohoapps.co>"),
            ("X-Letter-ID", "1234567.3.requester@sohoapps.co"),
        ] {
            assert!(written("ana@hotel.co", &[header]), "{header:?}");
        }
        for back in ["", "<>", "MAILER-DAEMON@hotel.co", "no-reply@hotel.co", "postmaster@hotel.co"] {
            assert!(written(back, &[]), "{back:?}");
        }
        assert!(written("Soporte@sohoapps.co", &[]) && written("soporte+1.x@sohoapps.co", &[]), "our own");
    }

    #[test]
    fn what_a_person_wrote_is_not() {
        let plain = [
            ("From", "Ana <ana@hotel.co>"),
            ("Auto-Submitted", "no"),
            ("Precedence", "normal"),
            ("Return-Path", "<ana@hotel.co>"),
            ("Message-ID", "<x@hotel.co>"),
            ("Content-Type", "multipart/alternative; boundary=x"),
            ("X-Auto-Response-Suppress", "None"),
            ("In-Reply-To", "<1234567.ticket@sohoapps.co>"),
        ];
        assert!(!written("ana@hotel.co", &plain));
    }
}
