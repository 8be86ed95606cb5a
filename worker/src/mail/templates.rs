//! Letters in words: Spanish (es-CO, *usted*) first, English second.
//!
//! A promised instant is always told as people say it, never as an amount of hours (R22).

mod account;
mod closing;
mod conversation;
mod data;
mod desk;
mod doors;
mod invitation;
mod promises;
#[cfg(test)]
pub mod samples;
mod sign_in;
#[cfg(test)]
mod tests;
mod unread;

pub use unread::rejection;

use super::Letter;
use super::message::{Block, Message, one_line};
use domain::Instant;
use domain::guide::GuideItem;
use domain::notice::{News, Notice, Recipient};
use domain::policy::SupportPolicy;
use domain::ticket::TicketNumber;
use wording::dates::people_instant_seen_from;
use wording::findings::{item_hint, item_label};
use wording::{Locale, contact};

/// Where a letter's links point, and when it leaves.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    /// The portal, as `https://soporte.ejemplo.co`, without a slash at the end.
    pub origin: &'a str,
    /// When it leaves.
    pub now: Instant,
    /// The language.
    pub locale: Locale,
    /// Whether an answer by mail reaches the ticket.
    pub answerable: bool,
    /// Whether they get it because the client it was for is gone from the hotel they administer.
    pub inherited: bool,
}

impl Reader<'_> {
    fn pick(&self, es: &'static str, en: &'static str) -> String {
        self.locale.pick(es, en).to_owned()
    }

    /// "martes 21 de julio, 3:30 p. m.", with its year when it is another.
    fn when(&self, at: Instant) -> String {
        people_instant_seen_from(self.now, at, self.locale)
    }

    /// Where the reader sees a ticket.
    fn ticket(&self, to: Recipient, number: TicketNumber) -> String {
        let desk = if to == Recipient::Requester { "" } else { "/equipo" };
        format!("{}{desk}/tickets/{}", self.origin, number.digits())
    }

    /// Where a new ticket begins with what is known from a closed one (R8, R18).
    fn new_ticket_from(&self, number: TicketNumber) -> Block {
        let url = format!("{}/nuevo?de={}", self.origin, number.digits());
        Block::Link { label: self.pick("Crear un nuevo ticket", "Open a new ticket"), url }
    }

    /// A guide item each, with what it should say (R8).
    fn guide(&self, items: &[GuideItem]) -> Block {
        let told = |item: &GuideItem| {
            (item_label(*item, self.locale).to_owned(), item_hint(*item, self.locale).to_owned())
        };
        Block::Items(items.iter().map(told).collect())
    }
}

/// What is particular to one kind of news.
struct Words {
    headline: String,
    body: Vec<Block>,
    /// What the reader does where the link to the ticket leads.
    link: String,
}

/// A letter in the reader's words.
pub fn compose(letter: &Letter, reader: &Reader) -> Message {
    match letter {
        Letter::SignInCode { code, link } => sign_in::compose(code, link, reader),
        Letter::Data(news) => data::compose(news, reader),
        Letter::TicketCode { number, code } => doors::code(*number, code, reader),
        Letter::ConfirmTicket { number, secret, first_response_due } => {
            doors::confirm(*number, secret, *first_response_due, reader)
        }
        Letter::Invitation(invited) => invitation::compose(invited, reader),
        Letter::Account(news) => account::compose(news, reader),
        Letter::Unread { number, why } => unread::compose(*number, why, reader),
        Letter::Notice(notice) => compose_notice(notice, reader),
    }
}

fn compose_notice(notice: &Notice, reader: &Reader) -> Message {
    let number = notice.number;
    let title = one_line(&notice.subject);
    let Words { headline, body, link } = match &notice.news {
        News::Received { critical, first_response_due, response_due } => {
            promises::received(number, *critical, *first_response_due, *response_due, reader)
        }
        News::Taken { response_due } => promises::taken(*response_due, reader),
        News::Replied { body } => conversation::replied(notice.to, body, reader),
        News::InformationRequested { missing, body } => conversation::asked(missing, body, reader),
        News::ContactFailed { attempts, limit, closes_at } => {
            conversation::contact_failed(*attempts, *limit, *closes_at, reader)
        }
        News::DateCommitted { due } => promises::date_committed(*due, reader),
        News::DateMoved { first, from, due, reason } => {
            promises::date_moved(*first, *from, *due, reason, reader)
        }
        News::CalendarChanged { day, attends, name, moved } => {
            promises::calendar_changed(*day, *attends, name, moved, reader)
        }
        News::Resolved { body, stands_at } => conversation::resolved(body, *stands_at, reader),
        News::Disputed { body } => desk::disputed(body, reader),
        News::HandedToDevelopment { evidence } => desk::handed_to_development(evidence, reader),
        News::Closed { closure, message } if notice.to == Recipient::Requester => {
            closing::for_client(number, closure, message, reader)
        }
        News::Closed { closure, message } => closing::for_desk(closure, message, reader),
        News::Warned { promise, due } => desk::warned(*promise, *due, reader),
        News::Breached { promise, due } => desk::breached(*promise, *due, reader),
    };
    let subject = match notice.to {
        // One subject for the whole ticket: without it some mail programs break the conversation up.
        Recipient::Requester => format!("Ticket {number}: {title}"),
        // The desk reads a list, not a conversation: what happened comes first.
        Recipient::Desk | Recipient::Development => format!("{headline} · {number} · {title}"),
    };
    let mut blocks = vec![Block::Headline(headline), Block::Paragraph(format!("Ticket {number} · {title}"))];
    if reader.inherited {
        blocks.push(Block::Paragraph(reader.pick(
            "Le escribimos porque usted administra el hotel y quien abrió este ticket ya no está en él.",
            "We write to you because you administer the hotel, and whoever opened this ticket has left it.",
        )));
    }
    blocks.extend(body);
    blocks.push(Block::Link { label: link, url: reader.ticket(notice.to, number) });
    blocks.push(footer(notice.to, reader));
    Message { subject, blocks }
}

fn footer(to: Recipient, reader: &Reader) -> Block {
    let line = contact::phone(SupportPolicy::SOHO.support_line);
    let words = match (reader.locale, to) {
        (Locale::Es, Recipient::Requester) if reader.answerable => format!(
            "Soporte SOHO · línea de soporte {line}\nPuede responder a este correo o usar el enlace: su mensaje queda en el ticket."
        ),
        (Locale::En, Recipient::Requester) if reader.answerable => format!(
            "SOHO support · support line {line}\nAnswer this mail or use the link: your message stays with the ticket."
        ),
        (Locale::Es, Recipient::Requester) => format!(
            "Soporte SOHO · línea de soporte {line}\nPara responder use el enlace: así su mensaje queda en el ticket."
        ),
        (Locale::En, Recipient::Requester) => format!(
            "SOHO support · support line {line}\nTo answer, use the link: that way your message stays with the ticket."
        ),
        (Locale::Es, _) => "Soporte SOHO · aviso para el equipo".to_owned(),
        (Locale::En, _) => "SOHO support · notice for the team".to_owned(),
    };
    Block::Footer(words)
}

/// Ends a sentence, unless "p. m." just did.
fn sentence(mut words: String) -> Block {
    if !words.ends_with('.') {
        words.push('.');
    }
    Block::Paragraph(words)
}

/// Somebody's words, if they wrote any.
fn quote(words: &str) -> Option<Block> {
    let words = words.trim();
    (!words.is_empty()).then(|| Block::Quote(words.to_owned()))
}
