//! Web push (RFC 8030): a message encrypted for one device (RFC 8291), handed to the push service of its browser under the
//! deployment's key (RFC 8292).
//!
//! The service worker shows what it is sent: it needs neither the network nor a session to, and the push service learns
//! nothing of it.

mod seal;
mod subtle;
mod vapid;

use crate::http::secrets::{Hash, NoRandomness};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::TimeDelta;
use domain::Instant;
use domain::api::push::{PushMessage, Subscribe};
use seal::Receiver;
pub use vapid::Sender;
use worker::wasm_bindgen::JsValue;
use worker::{Fetch, Headers, Method, Request, RequestInit, RequestRedirect};

/// The setting that names one more push service the deployment trusts, by its origin: its own, or a test's.
pub const OTHER_SERVICE: &str = "PUSH_SERVICE";
/// How long a push service keeps a message for a device that is off. After a weekend the mail is what one reads.
const LASTS: TimeDelta = TimeDelta::hours(24);
/// Characters of a topic (RFC 8030 §5.4).
const TOPIC: usize = 32;

/// Why a push did not leave.
#[derive(Debug)]
pub enum PushError {
    /// The push service knows the device no more, or its keys are none: it is never written to again.
    Gone(String),
    /// It may go better later.
    Failed(String),
}

impl core::fmt::Display for PushError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Gone(why) => write!(f, "gone: {why}"),
            Self::Failed(why) => write!(f, "failed: {why}"),
        }
    }
}

impl From<JsValue> for PushError {
    fn from(error: JsValue) -> Self {
        Self::Failed(format!("{error:?}"))
    }
}

impl From<worker::Error> for PushError {
    fn from(error: worker::Error) -> Self {
        Self::Failed(error.to_string())
    }
}

impl From<serde_json::Error> for PushError {
    fn from(error: serde_json::Error) -> Self {
        Self::Failed(error.to_string())
    }
}

impl From<NoRandomness> for PushError {
    fn from(_: NoRandomness) -> Self {
        Self::Failed("the platform has no randomness".into())
    }
}

/// Which member of a subscription can't be right, if any: its keys are of the right length, and a point begins as one.
#[must_use]
pub fn unusable(subscribe: &Subscribe) -> Option<&'static str> {
    if Receiver::point_of(&subscribe.p256dh).is_none() {
        Some("/p256dh")
    } else if Receiver::secret_of(&subscribe.auth).is_none() {
        Some("/auth")
    } else {
        None
    }
}

/// Hands a message to the push service of a device.
///
/// # Errors
/// [`PushError::Gone`] when the device is not to be written to again, [`PushError::Failed`] otherwise.
pub async fn send(
    sender: &Sender,
    device: &Subscribe,
    message: &PushMessage,
    now: Instant,
) -> Result<(), PushError> {
    let receiver = Receiver::of(device).ok_or_else(|| PushError::Gone("its keys can't be read".into()))?;
    let body = seal::seal(&receiver, serde_json::to_string(message)?.as_bytes()).await?;
    let headers = Headers::new();
    headers.set("Authorization", &sender.authorize(&device.endpoint, now).await?)?;
    headers.set("Content-Encoding", "aes128gcm")?;
    headers.set("Content-Type", "application/octet-stream")?;
    headers.set("TTL", &LASTS.num_seconds().to_string())?;
    headers.set("Urgency", "high")?;
    headers.set("Topic", &topic(&device.endpoint, &message.tag))?;
    let mut init = RequestInit::new();
    // No service of theirs redirects; whatever did would lead somewhere that was never looked at.
    init.with_method(Method::Post).with_headers(headers).with_redirect(RequestRedirect::Manual);
    init.with_body(Some(js_sys::Uint8Array::from(body.as_slice()).into()));
    let response = Fetch::Request(Request::new_with_init(&device.endpoint, &init)?).send().await?;
    match response.status_code() {
        200..300 => Ok(()),
        status @ (404 | 410) => Err(PushError::Gone(status.to_string())),
        status => Err(PushError::Failed(status.to_string())),
    }
}

/// News of one ticket take each other's place at the push service too, which isn't told which ticket it is.
fn topic(endpoint: &str, tag: &str) -> String {
    Hash::of(&["topic", endpoint, tag]).as_str().chars().take(TOPIC).collect()
}

fn decode(text: &str) -> Option<Vec<u8>> {
    // Some browsers' libraries leave the padding on.
    URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).ok()
}
