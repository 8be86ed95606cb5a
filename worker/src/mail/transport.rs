//! How letters leave: through the platform's mail binding, or through a provider's HTTP API. A setting chooses.

use super::message::one_line;
use super::{Envelope, MailError, SENDER, html, mime, text};
use crate::portal::Portal;
use domain::guide::EmailAddress;
use serde::Serialize;
use std::collections::BTreeMap;
use worker::{EmailMessage, Fetch, Headers, Method, Request, RequestInit, SendEmail};

/// The setting that chooses: `binding` or `http`.
const CHOICE: &str = "MAIL_TRANSPORT";
/// Where a provider takes letters.
const HTTP_URL: &str = "MAIL_HTTP_URL";
/// The secret that lets us.
const HTTP_TOKEN: &str = "MAIL_HTTP_TOKEN";
/// How much of a provider's refusal is kept, in characters.
const REFUSAL_KEPT: usize = 200;

/// A way out.
pub enum Transport {
    /// The platform's own.
    Binding(SendEmail),
    /// A provider's.
    Http {
        /// Where it takes letters.
        url: String,
        /// Who we are to it.
        token: String,
    },
}

/// A letter as providers take it; the shape many share.
#[derive(Debug, Serialize)]
struct HttpLetter {
    from: String,
    to: [String; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_to: Option<String>,
    subject: String,
    text: String,
    html: String,
    headers: BTreeMap<&'static str, String>,
}

impl Transport {
    /// The way the deployment's settings name.
    ///
    /// # Errors
    /// [`MailError::Setting`] with the one that is missing or unknown.
    pub fn choose(portal: &Portal) -> Result<Self, MailError> {
        match portal.setting(CHOICE).as_str() {
            "binding" => {
                portal.env().send_email("MAIL").map(Self::Binding).map_err(|_| MailError::Setting("MAIL"))
            }
            "http" => {
                let url = portal.setting(HTTP_URL);
                let token = portal.env().secret(HTTP_TOKEN).map_err(|_| MailError::Setting(HTTP_TOKEN))?;
                if url.is_empty() {
                    Err(MailError::Setting(HTTP_URL))
                } else {
                    Ok(Self::Http { url, token: token.to_string() })
                }
            }
            _ => Err(MailError::Setting(CHOICE)),
        }
    }

    /// Hands a letter over.
    ///
    /// # Errors
    /// [`MailError::Refused`] with what the other side said.
    pub async fn carry(&self, envelope: &Envelope) -> Result<(), MailError> {
        match self {
            Self::Binding(binding) => {
                let raw = mime::build(envelope).map_err(MailError::Refused)?;
                let message = EmailMessage::new(&envelope.from.to_ascii(), &envelope.to.to_ascii(), &raw);
                let message = message.map_err(refused)?;
                binding.send(&message).await.map_err(refused)?;
                Ok(())
            }
            Self::Http { url, token } => post(url, token, envelope).await,
        }
    }
}

fn refused(error: impl Into<worker::Error>) -> MailError {
    MailError::Refused(error.into().to_string())
}

async fn post(url: &str, token: &str, envelope: &Envelope) -> Result<(), MailError> {
    let body = serde_json::to_string(&HttpLetter::of(envelope))
        .map_err(|error| MailError::Refused(error.to_string()))?;
    let request = request(url, token, &key(envelope), &body).map_err(refused)?;
    let mut response = Fetch::Request(request).send().await.map_err(refused)?;
    let status = response.status_code();
    if (200..300).contains(&status) {
        return Ok(());
    }
    let said = response.text().await.unwrap_or_default();
    Err(MailError::Refused(format!(
        "{status} {}",
        one_line(&said).chars().take(REFUSAL_KEPT).collect::<String>()
    )))
}

/// What makes sending again the same sending. One letter to two people is two sendings, so it names the person too.
fn key(envelope: &Envelope) -> String {
    format!("{}/{}", envelope.thread.id, envelope.to.to_ascii())
}

fn request(url: &str, token: &str, key: &str, body: &str) -> worker::Result<Request> {
    let headers = Headers::new();
    headers.set("Authorization", &format!("Bearer {token}"))?;
    headers.set("Content-Type", "application/json")?;
    // A provider that knows this header sends the letter once, however often we ask.
    headers.set("Idempotency-Key", key)?;
    let mut init = RequestInit::new();
    init.with_method(Method::Post).with_headers(headers).with_body(Some(body.into()));
    Request::new_with_init(url, &init)
}

impl HttpLetter {
    fn of(envelope: &Envelope) -> Self {
        let subject = one_line(&envelope.message.subject);
        let blocks = &envelope.message.blocks;
        Self {
            from: format!("{SENDER} <{}>", envelope.from.to_ascii()),
            to: [envelope.to.to_ascii()],
            reply_to: envelope.reply_to.as_ref().map(EmailAddress::to_ascii),
            text: text::render(blocks),
            html: html::render(&subject, blocks, envelope.locale),
            headers: mime::extra_headers(envelope).into_iter().collect(),
            subject,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::message::{Block, Message};
    use crate::mail::thread::Thread;
    use serde_json::json;
    use wording::Locale;

    fn envelope(to: &str) -> Envelope {
        Envelope {
            from: EmailAddress::parse("soporte@sohoapps.co").unwrap(),
            to: EmailAddress::parse(to).unwrap(),
            thread: Thread { id: "1.2.desk@sohoapps.co".into(), root: Some("1.ticket@sohoapps.co".into()) },
            message: Message { subject: "Sin\r\nIVA".into(), blocks: vec![Block::Paragraph("Hola".into())] },
            reply_to: None,
            answers: false,
            locale: Locale::Es,
            sent_at: 0,
        }
    }

    #[test]
    fn providers_take_this_shape() {
        let mut letter = serde_json::to_value(HttpLetter::of(&envelope("ana@peñón.co"))).unwrap();
        assert!(letter["html"].take().as_str().unwrap().contains("Hola"));
        let expected = json!({
            "from": "Soporte SOHO <soporte@sohoapps.co>",
            "to": ["ana@xn--pen-8mak.co"],
            "subject": "Sin IVA",
            "text": "Hola\n",
            "html": null,
            "headers": {
                "Message-ID": "<1.2.desk@sohoapps.co>",
                "In-Reply-To": "<1.ticket@sohoapps.co>",
                "References": "<1.ticket@sohoapps.co>",
                "Auto-Submitted": "auto-generated",
                "X-Auto-Response-Suppress": "All",
                "Content-Language": "es",
                "X-Letter-ID": "1.2.desk@sohoapps.co",
            },
        });
        assert_eq!(letter, expected);
    }

    /// A key shared by two recipients would have the provider drop the second one's mail.
    #[test]
    fn the_key_is_the_same_again_and_another_for_another_person() {
        assert_eq!(key(&envelope("ana@hotel.co")), key(&envelope("ana@hotel.co")));
        assert_ne!(key(&envelope("ana@hotel.co")), key(&envelope("luis@hotel.co")));
    }
}
