//! Codes for the day the telephone is lost: each works once.

use crate::encoding::base32;

/// Codes that somebody is given at a time.
pub const RECOVERY_CODES: usize = 10;

/// Random bytes of a code: 80 bits, which nobody guesses, however often they may try.
pub const RECOVERY_BYTES: usize = 10;

/// Letters of a written code and how they are parted.
const LETTERS: usize = 16;
const GROUP: usize = 4;

/// Letters and digits of which no two look alike: without I, L, O and U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A recovery code, in the one way it is hashed.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(String);

impl core::fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("RecoveryCode(…)")
    }
}

impl RecoveryCode {
    /// The code of random bytes.
    #[must_use]
    pub fn from_random(bytes: [u8; RECOVERY_BYTES]) -> Self {
        Self(base32(&bytes, ALPHABET))
    }

    /// Reads a code as people copy it: in any case, with or without dashes and spaces, an O for a zero, an I or L for a one.
    /// `None` for what can't be one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut letters = String::with_capacity(LETTERS);
        for letter in text.chars().filter(|letter| !letter.is_whitespace() && !"-‐‑–—".contains(*letter))
        {
            let letter = match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            if !letter.is_ascii() || !ALPHABET.iter().any(|known| char::from(*known) == letter) {
                return None;
            }
            letters.push(letter);
        }
        (letters.len() == LETTERS).then_some(Self(letters))
    }

    /// What is hashed: sixteen letters and digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As it is shown and written down: `7K3M-Q2XD-9VTA-4HWP`.
    #[must_use]
    pub fn written(&self) -> String {
        let mut written = String::with_capacity(LETTERS + LETTERS / GROUP);
        for (place, letter) in self.0.chars().enumerate() {
            if place > 0 && place % GROUP == 0 {
                written.push('-');
            }
            written.push(letter);
        }
        written
    }
}
