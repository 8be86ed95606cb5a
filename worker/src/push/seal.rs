//! Encrypting for one device (RFC 8291, in the coding of RFC 8188).

use super::{PushError, decode, subtle};
use crate::http::secrets;
use domain::api::push::Subscribe;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// Bytes of an uncompressed point of P-256.
const POINT: usize = 65;
/// Bytes of the secret that a device shares with us.
const SECRET: usize = 16;
/// The size of a record. A message is one, and far shorter.
const RECORD: u32 = 4096;
/// What ends the last record (RFC 8188 §2).
const LAST: u8 = 2;

/// A device, as its messages are encrypted for it.
#[derive(Debug)]
pub struct Receiver {
    point: Vec<u8>,
    secret: Vec<u8>,
}

impl Receiver {
    /// The device of a subscription, if its keys can be read.
    #[must_use]
    pub fn of(device: &Subscribe) -> Option<Self> {
        Some(Self { point: Self::point_of(&device.p256dh)?, secret: Self::secret_of(&device.auth)? })
    }

    /// A public point, if the text can be one.
    #[must_use]
    pub fn point_of(text: &str) -> Option<Vec<u8>> {
        decode(text).filter(|point| point.len() == POINT && point.first() == Some(&4))
    }

    /// A shared secret, if the text can be one.
    #[must_use]
    pub fn secret_of(text: &str) -> Option<Vec<u8>> {
        decode(text).filter(|secret| secret.len() == SECRET)
    }
}

/// Encrypts a message, as it is sent.
///
/// # Errors
/// [`PushError::Gone`] when the device's point is none, [`PushError::Failed`] when the platform fails.
pub async fn seal(receiver: &Receiver, message: &[u8]) -> Result<Vec<u8>, PushError> {
    let agreed = subtle::agree(&receiver.point).await?;
    let agreed = agreed.ok_or_else(|| PushError::Gone("its point is none".into()))?;
    let salt = secrets::bytes::<16>()?;
    let (key, nonce) = keys(receiver, &agreed.secret, &agreed.public, &salt);
    let sealed = subtle::encrypt(&key, &nonce, &[message, &[LAST]].concat()).await?;
    let length = [u8::try_from(agreed.public.len()).unwrap_or_default()];
    Ok([&salt[..], &RECORD.to_be_bytes(), &length, &agreed.public, &sealed].concat())
}

/// The key and the nonce of a message (RFC 8291 §3.4).
fn keys(receiver: &Receiver, shared: &[u8], ours: &[u8], salt: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let first = mac(&receiver.secret, &[shared]);
    let input = mac(&first, &[b"WebPush: info\0", &receiver.point, ours, &[1]]);
    let second = mac(salt, &[&input]);
    let part = |name: &[u8], length: usize| {
        let mut part = mac(&second, &[name, &[0, 1]]);
        part.truncate(length);
        part
    };
    (part(b"Content-Encoding: aes128gcm", 16), part(b"Content-Encoding: nonce", 12))
}

fn mac(key: &[u8], parts: &[&[u8]]) -> Vec<u8> {
    // A key of any length is one to HMAC.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { return Vec::new() };
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 8291, appendix A.
    #[test]
    fn the_keys_are_those_of_rfc_8291() {
        let device = Subscribe {
            endpoint: String::new(),
            p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
                .into(),
            auth: "BTBZMqHH6r4Tts7J_aSIgg".into(),
        };
        let ours = "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
        let (key, nonce) = keys(
            &Receiver::of(&device).unwrap(),
            &decode("kyrL1jIIOHEzg3sM2ZWRHDRB62YACZhhSlknJ672kSs").unwrap(),
            &decode(ours).unwrap(),
            &decode("DGv6ra1nlYgDCS1FRnbzlw").unwrap(),
        );
        assert_eq!(key, decode("oIhVW04MRdy2XN9CiKLxTg").unwrap());
        assert_eq!(nonce, decode("4h_95klXJ5E_qnoN").unwrap());
    }

    #[test]
    fn what_cannot_be_a_key_is_none() {
        assert_eq!(Receiver::point_of("BCVx"), None);
        assert_eq!(Receiver::secret_of("BTBZMqHH6r4Tts7J_aSIggAA"), None);
        assert_eq!(Receiver::secret_of("no es base64"), None);
        assert!(Receiver::secret_of("BTBZMqHH6r4Tts7J_aSIgg==").is_some(), "padded as well");
    }
}
