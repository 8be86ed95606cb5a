//! The browser's name for one intent, so that sending twice does once.

use js_sys::Uint8Array;
use serde::{Deserialize, Serialize};

/// A random UUID (RFC 9562, version 4), made once per intent and reused on every retry of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct IdempotencyKey(String);

impl IdempotencyKey {
    /// A key for a new intent.
    pub fn fresh() -> Self {
        let bytes = random_bytes();
        let mut text = String::with_capacity(36);
        for (place, byte) in bytes.into_iter().enumerate() {
            let byte = match place {
                6 => byte & 0x0f | 0x40,
                8 => byte & 0x3f | 0x80,
                _ => byte,
            };
            if matches!(place, 4 | 6 | 8 | 10) {
                text.push('-');
            }
            text.extend(
                [byte >> 4, byte & 0x0f].map(|digit| char::from_digit(digit.into(), 16).unwrap_or('0')),
            );
        }
        Self(text)
    }

    /// A key that was kept.
    pub fn of(text: String) -> Self {
        Self(text)
    }

    /// The key as it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Sixteen random bytes. `crypto.randomUUID` would be shorter, but it is missing on pages without TLS, such as a
/// phone that tries a development server.
fn random_bytes() -> [u8; 16] {
    let mut bytes = [0; 16];
    let view = Uint8Array::new_with_length(16);
    if let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok())
        && crypto.get_random_values_with_array_buffer_view(&view).is_ok()
    {
        view.copy_to(&mut bytes);
    }
    bytes
}
