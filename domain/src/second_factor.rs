//! The second factor of SOHO's staff: codes that an application on their telephone makes (TOTP, RFC 6238), and recovery
//! codes for the day it is lost. Staff see every hotel, so a mailbox that somebody else reads must not be enough.

mod recovery;
#[cfg(test)]
mod tests;

pub use recovery::{RECOVERY_BYTES, RECOVERY_CODES, RecoveryCode};

use crate::Instant;
use crate::access::Role;
use crate::codes::coded_enum;
use crate::encoding::{base32, percent};
use crate::ident::AccountId;
use chrono::TimeDelta;
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use sha2::{Digest, Sha256};

/// Digits of a code: what every authenticator application shows (RFC 4226 §5.3).
pub const DIGITS: usize = 6;

/// Seconds a code is shown: the default of RFC 6238 §5.2, and the only one that every application knows.
pub const STEP_SECONDS: u32 = 30;

/// Steps before and after the present one whose codes are taken, for clocks that are a little wrong and people who type
/// slowly (RFC 6238 §5.2 recommends one).
const STEPS_ASIDE: u32 = 1;

/// Wrong codes of an account within [`WRONG_COUNTED_OVER`], whatever session they come from. Three codes of a million are
/// good at any time, so a hundred and twenty guesses a day meet one in seven years of trying without a pause; and whoever
/// tries reads the person's mailbox already.
pub const WRONG_ALLOWED: u32 = 5;

/// The time over which wrong codes are counted. Recovery codes work all the while, and so do sessions that have passed: who
/// reads somebody's mailbox can't lock them out by guessing.
pub const WRONG_COUNTED_OVER: TimeDelta = TimeDelta::hours(1);

/// The name that authenticator applications show over the codes.
pub const ISSUER: &str = "Soporte SOHO";

/// Bytes of the key of an HMAC's block; both of ours have this one (RFC 2104 §2).
const BLOCK: usize = 64;
/// Bytes of a shared secret: the length that RFC 4226 §4 recommends.
const SECRET_BYTES: usize = 20;

const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

coded_enum! {
    /// Where a session stands with the second factor.
    pub enum FactorState {
        /// The person needs none.
        NoneNeeded = "none_needed",
        /// One has to be set up first.
        Enrol = "enrol",
        /// It has to be shown.
        Ask = "ask",
        /// It was shown.
        Passed = "passed",
    }
}

impl FactorState {
    /// Of somebody's session: whether they set a factor up, and whether this session has shown it.
    #[must_use]
    pub const fn of(role: Role, enrolled: bool, passed: bool) -> Self {
        match (role.is_staff(), enrolled, passed) {
            (false, _, _) => Self::NoneNeeded,
            (true, false, _) => Self::Enrol,
            (true, true, false) => Self::Ask,
            (true, true, true) => Self::Passed,
        }
    }

    /// Whether the session is good for more than getting here.
    #[must_use]
    pub const fn admits(self) -> bool {
        matches!(self, Self::NoneNeeded | Self::Passed)
    }
}

/// Whether codes of an account are paused after `wrong` of them within the hour, the present one included.
#[must_use]
pub const fn codes_are_paused(wrong: u32) -> bool {
    wrong > WRONG_ALLOWED
}

/// What the application on the telephone and the Worker both know. It is stored nowhere: it follows from a secret of the
/// deployment, the account and a salt.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; SECRET_BYTES]);

impl core::fmt::Debug for Secret {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Secret {
    /// The secret of an account: HMAC-SHA256 over account and salt under a key of the deployment. Another salt is another
    /// secret, so a factor that was reset is worth nothing.
    #[must_use]
    pub fn derive(key: &str, account: &AccountId, salt: &str) -> Self {
        let mut mac = Hmac::<Sha256>::new(&padded(&Sha256::digest(key)).into());
        for part in [account.as_str(), salt] {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part.as_bytes());
        }
        Self(prefix(&mac.finalize().into_bytes()))
    }

    /// As it is typed into an application: 32 letters and digits (RFC 4648 §6).
    #[must_use]
    pub fn base32(&self) -> String {
        base32(&self.0, BASE32)
    }

    /// As an application reads it from a QR code.
    #[must_use]
    pub fn uri(&self, email: &str) -> String {
        let (issuer, email, secret) = (percent(ISSUER), percent(email), self.base32());
        format!(
            "otpauth://totp/{issuer}:{email}?secret={secret}&issuer={issuer}&algorithm=SHA1&digits={DIGITS}&period={STEP_SECONDS}"
        )
    }

    /// The code that an application shows at an instant.
    #[must_use]
    pub fn code_at(&self, now: Instant) -> String {
        format!("{:0DIGITS$}", self.number(step_of(now)))
    }

    /// The step whose code was typed, if it is a good one now that wasn't used yet: `used` is the last step that was. A code
    /// works once (RFC 6238 §5.2), and none before it works any more.
    #[must_use]
    pub fn accepts(&self, typed: &str, now: Instant, used: u32) -> Option<u32> {
        let typed = read_code(typed)?;
        let present = step_of(now);
        let steps = present.saturating_sub(STEPS_ASIDE)..=present.saturating_add(STEPS_ASIDE);
        steps.filter(|step| *step > used).find(|step| self.number(*step) == typed)
    }

    /// RFC 4226 §5.3 of the step.
    fn number(&self, step: u32) -> u32 {
        let mut mac = Hmac::<Sha1>::new(&padded(&self.0).into());
        mac.update(&u64::from(step).to_be_bytes());
        let digest = mac.finalize().into_bytes();
        let offset = usize::from(digest.last().copied().unwrap_or_default() & 0x0f);
        let chosen = digest.iter().skip(offset).take(4);
        let number = chosen.fold(0_u32, |number, byte| number << 8 | u32::from(*byte)) & 0x7fff_ffff;
        number % 10_u32.pow(6)
    }
}

/// The steps that passed since 1970.
fn step_of(now: Instant) -> u32 {
    u32::try_from(now.timestamp() / i64::from(STEP_SECONDS)).unwrap_or_default()
}

/// The number that was typed, with or without spaces.
fn read_code(typed: &str) -> Option<u32> {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    (digits.len() == DIGITS).then(|| digits.parse().ok()).flatten()
}

fn padded(key: &[u8]) -> [u8; BLOCK] {
    prefix(key)
}

/// The first bytes, or all of them and zeros.
fn prefix<const N: usize>(bytes: &[u8]) -> [u8; N] {
    let mut first = [0; N];
    for (to, from) in first.iter_mut().zip(bytes) {
        *to = *from;
    }
    first
}
