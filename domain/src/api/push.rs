//! The wire of web push: what a device is told on a locked screen.

use serde::{Deserialize, Serialize};

/// `GET /api/v1/session/push`: whether pushes can be had, and whether this session's device has them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PushFacts {
    /// The key that a browser binds its subscription to (RFC 8292 §4), in base64url; none where the deployment sends no pushes.
    pub key: Option<String>,
    /// Whether this session has a subscription.
    pub on: bool,
}

/// `PUT /api/v1/session/push`: what the browser's push service gave it, in the place of what this session had before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subscribe {
    /// Where pushes for the device are handed in (RFC 8030 §5).
    pub endpoint: String,
    /// The device's public key, an uncompressed point of P-256, in base64url (RFC 8291 §3.1).
    pub p256dh: String,
    /// The secret it shares with us, 16 bytes in base64url (RFC 8291 §3.2).
    pub auth: String,
}

/// What a push carries, encrypted for the device; its service worker shows it as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PushMessage {
    /// The first line.
    pub title: String,
    /// The second.
    pub body: String,
    /// The page that a touch opens, from the portal's root.
    pub path: String,
    /// News of one ticket take each other's place.
    pub tag: String,
    /// The language of both lines, as BCP 47 has it.
    pub lang: String,
}
