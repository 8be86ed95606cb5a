//! Mail: what letters there are, their words, and how they leave.
//!
//! A [`Letter`] holds facts. `templates` puts it into words as a [`message::Message`], `text` and `html` render that, and
//! `mime` or a provider's API carries it. Only `transport` knows the platform.

mod html;
mod message;
mod mime;
pub mod reply;
mod templates;
mod text;
mod thread;
mod transport;

use crate::http::problem::Answer;
use crate::http::secrets;
use crate::portal::Portal;
use domain::Instant;
use domain::access::Role;
use domain::guide::EmailAddress;
use domain::ident::AccountId;
use domain::notice::{Notice, Recipient};
use domain::privacy::DataRequestKind;
use domain::ticket::{Refusal, TicketNumber};
use reply::Replies;
use serde::{Deserialize, Serialize};
use templates::Reader;
pub use templates::rejection;
#[cfg(test)]
pub use templates::samples;
use thread::Thread;
use transport::Transport;
use wording::Locale;

/// A letter in the outbox: facts, not words, so that it can leave late and still be true.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Letter {
    /// A one-time code to sign in with.
    SignInCode {
        /// The digits.
        code: String,
        /// What the link carries; empty in letters older than links.
        #[serde(default)]
        link: String,
    },
    /// A one-time code that opens one ticket.
    TicketCode {
        /// The ticket.
        number: TicketNumber,
        /// The digits.
        code: String,
    },
    /// A critical ticket came in under this address: is it theirs?
    ConfirmTicket {
        /// The ticket.
        number: TicketNumber,
        /// What the link carries.
        secret: String,
        /// By when a person takes it.
        first_response_due: Instant,
    },
    /// News of a ticket.
    Notice(Notice),
    /// News of what somebody asked about their data.
    Data(DataNews),
    /// Somebody is asked to join.
    Invitation(Invited),
    /// What lets somebody in was changed.
    Account(AccountNews),
    /// A mail that came in did not do what its writer may think.
    Unread {
        /// The ticket it was about, if it showed that it was about one.
        number: Option<TicketNumber>,
        /// Why.
        why: Unread,
    },
}

/// An invitation's facts.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Invited {
    /// What the link carries.
    pub token: String,
    /// Who invites, by name.
    pub by: String,
    /// What they will be to the desk.
    pub role: Role,
    /// At which hotel and branch, by name.
    pub hotel: Option<String>,
    /// Until when it holds.
    pub until: Instant,
}

/// What was changed of the ways into somebody's account, so that they hear of it when it wasn't they (ASVS 2.5.5).
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "news")]
pub enum AccountNews {
    /// A second factor was set up.
    FactorEnrolled,
    /// An administrator took the second factor away.
    FactorReset,
    /// The recovery codes were replaced.
    RecoveryCodesRenewed,
    /// Somebody signed in, second factor and all, with a device that the account wasn't known to be used on.
    NewDevice {
        /// What kind it says it is, as [`Device::code`](domain::device::Device::code) has it.
        device: String,
        /// When.
        at: Instant,
    },
    /// To the address somebody wants to change to: the code that proves it is theirs.
    AddressCode {
        /// The digits.
        code: String,
    },
    /// To an address somebody wants to change to that has an account of its own: no code.
    AddressTaken,
    /// To the address somebody had until now.
    AddressChanged,
}

/// A letter ready for the outbox.
#[derive(Debug)]
pub struct Post {
    /// Names it, so that a receiver can drop a second copy.
    pub message_id: String,
    /// The letter, as JSON.
    pub letter: String,
}

impl Post {
    /// A letter under a fresh name that begins with `kind`.
    ///
    /// # Errors
    /// A failure when the platform has no randomness.
    pub fn new(kind: &str, letter: &Letter) -> Answer<Self> {
        let message_id = format!("{kind}.{}", secrets::identifier()?);
        Ok(Self { message_id, letter: serde_json::to_string(letter)? })
    }
}

/// Why a mail that came in, or part of it, is in no ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "unread")]
pub enum Unread {
    /// Nothing showed which ticket it was about, and that its writer may answer there.
    WithoutProof,
    /// The ticket doesn't take it, as it wouldn't from the portal.
    Refused {
        /// In the contract's words.
        refusal: Refusal,
    },
    /// The words are in the ticket; these many attachments are not.
    Attachments {
        /// How many.
        left: u32,
    },
}

/// What there is to say of a data request (Ley 1581 de 2012).
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "news")]
pub enum DataNews {
    /// It came in.
    Received {
        /// Inquiry or claim.
        #[serde(rename = "request")]
        kind: DataRequestKind,
        /// Until when it is answered.
        due: Instant,
    },
    /// It takes longer.
    Extended {
        /// Inquiry or claim.
        #[serde(rename = "request")]
        kind: DataRequestKind,
        /// Until when it is answered now.
        due: Instant,
        /// Why.
        reason: String,
    },
    /// It was answered.
    Answered {
        /// Inquiry or claim.
        #[serde(rename = "request")]
        kind: DataRequestKind,
        /// With what.
        body: String,
    },
}

/// Why a letter did not leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailError {
    /// A setting of the deployment is missing or makes no sense.
    Setting(&'static str),
    /// Nobody to send it to.
    NoRecipient,
    /// What stands in the outbox as an address is none.
    BadRecipient,
    /// The letter's facts can't be read.
    Unreadable(String),
    /// The mail system refused it or could not be reached.
    Refused(String),
}

impl core::fmt::Display for MailError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Setting(name) => write!(f, "the setting {name} is missing or wrong"),
            Self::NoRecipient => f.write_str("nobody to send it to"),
            Self::BadRecipient => f.write_str("a recipient is not an address"),
            Self::Unreadable(why) => write!(f, "the letter can't be read: {why}"),
            Self::Refused(why) => write!(f, "the mail system refused it: {why}"),
        }
    }
}

/// A letter ready to leave for one person.
#[derive(Debug)]
struct Envelope {
    /// The bare address it is from.
    from: EmailAddress,
    /// The one address it is for.
    to: EmailAddress,
    /// Where its reader answers to, when it isn't where it is from.
    reply_to: Option<EmailAddress>,
    /// Its identifier, and its ticket's.
    thread: Thread,
    /// Its words.
    message: message::Message,
    /// Whether it answers a mail by itself (RFC 3834 §5).
    answers: bool,
    /// The language of the words.
    locale: Locale,
    /// When it leaves, in seconds since 1970.
    sent_at: i64,
}

/// Whom a letter is for.
#[derive(Debug, Clone, Copy)]
pub enum Audience<'a> {
    /// One client: they may answer to news of a ticket by mail.
    Client(&'a AccountId),
    /// Whoever administers a hotel, in the place of one of its people who is gone from it.
    Heirs,
    /// Anybody else.
    Others,
}

/// The name mail comes from.
const SENDER: &str = "Soporte SOHO";

/// Sends a letter to each recipient by itself, so that nobody sees another's address. A failure stops there: the letter is
/// sent again as a whole, under the same `message_id`, by which a second copy can be told.
///
/// # Errors
/// [`MailError`] when a setting is wrong or the mail system refuses it.
pub async fn send(
    portal: &Portal,
    recipients: &[EmailAddress],
    audience: Audience<'_>,
    message_id: &str,
    letter: &Letter,
) -> Result<(), MailError> {
    let from =
        EmailAddress::parse(&portal.setting("MAIL_FROM")).map_err(|_| MailError::Setting("MAIL_FROM"))?;
    let origin = portal.setting("PUBLIC_ORIGIN");
    let origin = origin.trim_end_matches('/');
    if origin.is_empty() {
        return Err(MailError::Setting("PUBLIC_ORIGIN"));
    }
    let transport = Transport::choose(portal)?;
    // Nobody has told us their language yet; Spanish is the house's first.
    let locale = Locale::default();
    for to in recipients {
        let reply_to = match (letter, audience) {
            (Letter::Notice(notice), Audience::Client(client)) if notice.to == Recipient::Requester => {
                Replies::of(portal).and_then(|replies| replies.address(notice.number, client, to))
            }
            _ => None,
        };
        let inherited = matches!(audience, Audience::Heirs);
        let reader = Reader { origin, now: portal.now(), locale, answerable: reply_to.is_some(), inherited };
        let envelope = Envelope {
            thread: Thread::of(letter, message_id, from.domain()),
            message: templates::compose(letter, &reader),
            from: from.clone(),
            to: to.clone(),
            reply_to,
            answers: matches!(letter, Letter::Unread { .. }),
            locale,
            sent_at: portal.now().timestamp(),
        };
        transport.carry(&envelope).await?;
    }
    Ok(())
}

/// Reads the addresses of an outbox row.
///
/// # Errors
/// [`MailError::NoRecipient`] when there is none, [`MailError::BadRecipient`] when one isn't an address.
pub fn read_recipients(joined: Option<&str>) -> Result<Vec<EmailAddress>, MailError> {
    let addresses =
        joined.unwrap_or_default().split(',').map(str::trim).filter(|address| !address.is_empty());
    let recipients: Vec<_> =
        addresses.map(EmailAddress::parse).collect::<Result<_, _>>().map_err(|_| MailError::BadRecipient)?;
    if recipients.is_empty() { Err(MailError::NoRecipient) } else { Ok(recipients) }
}

/// Reads the facts of an outbox row.
///
/// # Errors
/// [`MailError::Unreadable`] when they aren't a letter.
pub fn read_letter(json: &str) -> Result<Letter, MailError> {
    serde_json::from_str(json).map_err(|error| MailError::Unreadable(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recipients_are_addresses_or_the_letter_waits_for_people() {
        let read = |joined| {
            read_recipients(joined)
                .map(|all| all.iter().map(|address| address.as_str().to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(read(Some("ana@hotel.co")), Ok(vec!["ana@hotel.co".into()]));
        assert_eq!(
            read(Some("ana@hotel.co,luis@hotel.co")),
            Ok(vec!["ana@hotel.co".into(), "luis@hotel.co".into()])
        );
        for nobody in [None, Some(""), Some(" , ")] {
            assert_eq!(read(nobody), Err(MailError::NoRecipient));
        }
        for bad in ["ana", "ana@hotel.co\r\nBcc: x@y.co", "Ana <ana@hotel.co>", "ana@hotel.co,"] {
            let expected = if bad.ends_with(',') {
                Ok(vec!["ana@hotel.co".into()])
            } else {
                Err(MailError::BadRecipient)
            };
            assert_eq!(read(Some(bad)), expected, "{bad:?}");
        }
    }

    #[test]
    fn what_is_no_letter_says_why() {
        let Err(MailError::Unreadable(why)) = read_letter(r#"{"kind":"postcard"}"#) else { panic!("read") };
        assert!(why.contains("postcard"));
    }
}
