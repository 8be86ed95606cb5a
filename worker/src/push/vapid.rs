//! Who we are to push services: a token signed with the deployment's key (VAPID, RFC 8292).

use super::{PushError, decode, subtle};
use crate::portal::Portal;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::TimeDelta;
use domain::Instant;
use serde_json::json;

/// The secret: the pair's public point and its private number in base64url, with a dot between, as programs that make such
/// pairs print them. Without it the portal offers no pushes.
const KEY: &str = "VAPID_KEY";
/// How long a token is good for; services refuse more than a day (RFC 8292 §2).
const LASTS: TimeDelta = TimeDelta::hours(12);

/// The deployment, as it signs.
#[derive(Debug)]
pub struct Sender {
    public: String,
    private: String,
    /// Where a push service writes to when something is wrong with us.
    contact: String,
}

impl Sender {
    /// The deployment's, if it sends pushes.
    #[must_use]
    pub fn of(portal: &Portal) -> Option<Self> {
        let key = portal.env().secret(KEY).ok()?.to_string();
        Self::read(&key, format!("mailto:{}", portal.setting("MAIL_FROM")))
    }

    fn read(key: &str, contact: String) -> Option<Self> {
        let (public, private) = key.trim().split_once('.')?;
        let right = decode(public)?.len() == 65 && decode(private)?.len() == 32;
        right.then(|| Self { public: public.to_owned(), private: private.to_owned(), contact })
    }

    /// The public point, as browsers take it.
    #[must_use]
    pub fn public(&self) -> &str {
        &self.public
    }

    /// What the header `Authorization` says to the service of an endpoint.
    ///
    /// # Errors
    /// [`PushError::Failed`] when the key is no pair.
    pub async fn authorize(&self, endpoint: &str, now: Instant) -> Result<String, PushError> {
        let claims =
            json!({ "aud": origin(endpoint), "exp": (now + LASTS).timestamp(), "sub": self.contact });
        let head = URL_SAFE_NO_PAD.encode(r#"{"typ":"JWT","alg":"ES256"}"#);
        let signed = format!("{head}.{}", URL_SAFE_NO_PAD.encode(claims.to_string()));
        let point = decode(&self.public).unwrap_or_default();
        let number = |from: usize, to: usize| URL_SAFE_NO_PAD.encode(point.get(from..to).unwrap_or_default());
        let signature =
            subtle::sign(&number(1, 33), &number(33, 65), &self.private, signed.as_bytes()).await?;
        Ok(format!("vapid t={signed}.{}, k={}", URL_SAFE_NO_PAD.encode(signature), self.public))
    }
}

/// The origin of an address: everything before its path.
fn origin(address: &str) -> &str {
    let host = address.find("://").map_or(0, |at| at + 3);
    let path = address.get(host..).and_then(|rest| rest.find('/')).map_or(address.len(), |at| host + at);
    address.get(..path).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_for_the_origin_of_the_service() {
        assert_eq!(origin("https://web.push.apple.com/QGg?a=/b"), "https://web.push.apple.com");
        assert_eq!(origin("http://localhost:4000/push/1"), "http://localhost:4000");
    }

    #[test]
    fn what_is_no_pair_sends_no_pushes() {
        let point = URL_SAFE_NO_PAD.encode([4; 65]);
        let number = URL_SAFE_NO_PAD.encode([1; 32]);
        let read = |key: &str| Sender::read(key, String::new());
        assert!(read(&format!("{point}.{number}")).is_some());
        assert!(read(&format!(" {point}.{number}\n")).is_some());
        for wrong in [String::new(), point.clone(), format!("{number}.{point}"), format!("{point}.x")] {
            assert!(read(&wrong).is_none(), "{wrong}");
        }
    }
}
