//! Addresses that clients answer to: each names a ticket and carries a proof (HMAC-SHA256, RFC 2104) that only whoever was
//! written to has. It is made for one account under one address, so that it is nobody else's word and ends when the person
//! writes from elsewhere; and never for staff.

use crate::portal::Portal;
use domain::encoding::base32;
use domain::guide::EmailAddress;
use domain::ident::AccountId;
use domain::inbound::{PROOF_CHARACTERS, Tag};
use domain::ticket::TicketNumber;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The mailbox that the platform hands to the Worker, without a tag.
const MAILBOX: &str = "MAIL_INBOUND";
/// The secret of the proofs. Without it nobody is told to answer by mail, and no mail changes a ticket.
const KEY: &str = "REPLY_KEY";
/// The shortest secret that is one, in bytes.
const SHORTEST_KEY: usize = 16;
/// RFC 4648 §6, in lower case: mail systems may change case, and people read addresses.
const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// A deployment that takes answers by mail.
pub struct Replies {
    mailbox: EmailAddress,
    key: String,
}

impl Replies {
    /// The deployment's, if it takes answers by mail.
    #[must_use]
    pub fn of(portal: &Portal) -> Option<Self> {
        let key = portal.env().secret(KEY).ok()?.to_string();
        let mailbox = EmailAddress::parse(&portal.setting(MAILBOX)).ok()?;
        (key.len() >= SHORTEST_KEY).then_some(Self { mailbox, key })
    }

    /// Where a client answers to news of a ticket that went to their address.
    #[must_use]
    pub fn address(
        &self,
        number: TicketNumber,
        account: &AccountId,
        to: &EmailAddress,
    ) -> Option<EmailAddress> {
        let tag = Tag { number, proof: self.proof(number, account, &to.key()) };
        let local = tag.local_part(self.mailbox.local_part());
        EmailAddress::parse(&format!("{local}@{}", self.mailbox.domain())).ok()
    }

    /// Whether a tag was made for this account and this ticket, under the address it has now, in the form people sign in by.
    /// It takes as long whatever differs.
    #[must_use]
    pub fn proves(&self, tag: &Tag, account: &AccountId, address: &str) -> bool {
        let (ours, theirs) = (self.proof(tag.number, account, address), tag.proof.as_bytes());
        let difference = ours.bytes().zip(theirs).fold(0_u8, |sum, (a, b)| sum | (a ^ b));
        ours.len() == theirs.len() && difference == 0
    }

    fn proof(&self, number: TicketNumber, account: &AccountId, address: &str) -> String {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(self.key.as_bytes()) else { return String::new() };
        for part in ["reply", &number.digits(), account.as_str(), address] {
            // Boundaries between the parts count.
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part.as_bytes());
        }
        base32(&mac.finalize().into_bytes(), ALPHABET).chars().take(PROOF_CHARACTERS).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn replies(key: &str) -> Replies {
        Replies { mailbox: EmailAddress::parse("soporte@sohoapps.co").unwrap(), key: key.into() }
    }

    /// RFC 4648 §10, less the padding.
    #[test]
    fn base32_is_the_published_one() {
        for (bytes, text) in
            [("f", "m"), ("fo", "mzxq"), ("foo", "mzxw6"), ("foobar", "mzxw6ytboi"), ("fooba", "mzxw6ytb")]
        {
            // Whole characters alone: a proof is cut from a longer text.
            assert!(base32(bytes.as_bytes(), ALPHABET).starts_with(&text[..bytes.len() * 8 / 5]), "{bytes}");
        }
    }

    #[test]
    fn fault_17_a_proof_is_of_one_ticket_one_account_and_one_deployment() {
        let (number, other) = (TicketNumber::from_random(1), TicketNumber::from_random(2));
        let here = replies("a secret of sixteen");
        let ana = "ana@hotel.co";
        let address = here.address(number, &"ana".into(), &EmailAddress::parse(ana).unwrap()).unwrap();
        let tag = Tag::read(address.local_part()).unwrap();
        assert_eq!(address.domain(), "sohoapps.co");
        assert!(here.proves(&tag, &"ana".into(), ana));
        assert!(!here.proves(&tag, &"luis".into(), ana));
        assert!(!here.proves(&tag, &"ana".into(), "ana@otro.co"));
        assert!(!here.proves(&Tag { number: other, ..tag.clone() }, &"ana".into(), ana));
        assert!(!replies("another secret, as long").proves(&tag, &"ana".into(), ana));
        let last = if tag.proof.ends_with('a') { 'b' } else { 'a' };
        let changed = format!("{}{last}", &tag.proof[..PROOF_CHARACTERS - 1]);
        assert!(!here.proves(&Tag { proof: changed, ..tag }, &"ana".into(), ana));
    }
}
