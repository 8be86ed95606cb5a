//! Random identifiers, tokens and one-time codes, and their hashes. Nothing secret is stored as it is.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::api::CODE_DIGITS;
use sha2::{Digest, Sha256};

/// The SHA-256 of something secret, as stored. It has no `==`: what is compared is compared by [`Hash::matches`], whose time tells
/// nothing.
#[derive(Debug, Clone)]
#[cfg_attr(test, derive(PartialEq, Eq))]
pub struct Hash(String);

impl Hash {
    /// Hashes parts that together are the secret; their boundaries count.
    #[must_use]
    pub fn of(parts: &[&str]) -> Self {
        Self::of_bytes(&parts.iter().map(|part| part.as_bytes()).collect::<Vec<_>>())
    }

    /// The same, of parts that needn't be text.
    #[must_use]
    pub fn of_bytes(parts: &[&[u8]]) -> Self {
        let mut digest = Sha256::new();
        for part in parts {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part);
        }
        Self(URL_SAFE_NO_PAD.encode(digest.finalize()))
    }

    /// The stored form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Compares with a stored hash without telling by time where they differ.
    #[must_use]
    pub fn matches(&self, stored: &str) -> bool {
        self.0.len() == stored.len() && difference(self.0.bytes(), stored.bytes()) == 0
    }
}

/// All that two texts differ in, gathered from every byte of them: where the first difference stands makes no difference.
fn difference(ours: impl Iterator<Item = u8>, theirs: impl Iterator<Item = u8>) -> u8 {
    ours.zip(theirs).fold(0, |sum, (a, b)| sum | (a ^ b))
}

/// The platform has no randomness: nothing secret can be made.
#[derive(Debug, Clone, Copy)]
pub struct NoRandomness;

/// Random bytes.
///
/// # Errors
/// [`NoRandomness`] when the platform has none.
pub fn bytes<const N: usize>() -> Result<[u8; N], NoRandomness> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(bytes)
}

/// 256 random bits as URL-safe text: a session's token.
///
/// # Errors
/// [`NoRandomness`] when the platform has none.
pub fn token() -> Result<String, NoRandomness> {
    Ok(URL_SAFE_NO_PAD.encode(bytes::<32>()?))
}

/// Whether a text could be a [`token`].
#[must_use]
pub fn is_token(text: &str) -> bool {
    URL_SAFE_NO_PAD.decode(text).is_ok_and(|bytes| bytes.len() == 32)
}

/// 128 random bits as URL-safe text: an identifier that can't be guessed.
///
/// # Errors
/// [`NoRandomness`] when the platform has none.
pub fn identifier() -> Result<String, NoRandomness> {
    Ok(URL_SAFE_NO_PAD.encode(bytes::<16>()?))
}

/// A random 32-bit value, as for a ticket's serial.
///
/// # Errors
/// [`NoRandomness`] when the platform has none.
pub fn draw() -> Result<u32, NoRandomness> {
    Ok(u32::from_be_bytes(bytes()?))
}

/// A one-time code, each as likely as any other but for a bias below one in four thousand.
///
/// # Errors
/// [`NoRandomness`] when the platform has none.
pub fn code() -> Result<String, NoRandomness> {
    let codes = (0..CODE_DIGITS).fold(1_u32, |codes, _| codes.saturating_mul(10));
    Ok(format!("{:0width$}", draw()? % codes, width = CODE_DIGITS))
}

#[cfg(test)]
mod tests {
    use super::{Hash, difference};
    use std::cell::Cell;

    #[test]
    fn two_texts_are_compared_to_their_end_wherever_they_differ() {
        let ours = [7_u8; 43];
        for place in (0..ours.len()).map(Some).chain([None]) {
            let mut theirs = ours;
            if let Some(byte) = place.and_then(|place| theirs.get_mut(place)) {
                *byte = 8;
            }
            let looked_at = Cell::new(0);
            let counted = |byte: &u8| {
                looked_at.set(looked_at.get() + 1);
                *byte
            };
            let same = difference(ours.iter().map(counted), theirs.iter().map(counted)) == 0;
            assert_eq!((same, looked_at.get()), (place.is_none(), 2 * ours.len()), "{place:?}");
        }
    }

    #[test]
    fn boundaries_between_parts_count() {
        assert_ne!(Hash::of(&["ab", "c"]), Hash::of(&["a", "bc"]));
    }

    #[test]
    fn a_token_is_told_from_what_is_none() {
        assert!(super::is_token(&super::token().unwrap()));
        for text in ["", "abc", &"=".repeat(43), &"a".repeat(44), &"a".repeat(42)] {
            assert!(!super::is_token(text), "{text}");
        }
    }

    #[test]
    fn a_hash_matches_itself_alone() {
        let hash = Hash::of(&["a"]);
        assert!(hash.matches(hash.as_str()));
        assert!(!hash.matches(Hash::of(&["b"]).as_str()));
        assert!(!hash.matches(""));
        assert!(!hash.matches(&hash.as_str()[..10]));
    }
}
