//! Figures of signing in, each with its reason. They are ours: the contract is silent.

use crate::Instant;
use crate::access::Role;
use chrono::TimeDelta;

/// How long a mailed code and its link last: enough to change to the mail and back, little for whoever finds them later
/// (OWASP ASVS 5.0 §6.6.3 allows ten minutes).
pub const CODE_LASTS: TimeDelta = TimeDelta::minutes(10);

/// Mails with a sign-in code that leave for one address within [`MAILS_COUNTED_OVER`] for the asking. Above it one leaves only when
/// no code that was mailed holds any more: whoever fills a mailbox gets a mail every [`CODE_LASTS`] into it, and whoever owns it
/// always finds a link there that works, and a code unless somebody guessed at it. Wanting to change to the address counts among them.
pub const MAILS_AT_WILL: u32 = 5;

/// The time over which asking for sign-in mail is counted.
pub const MAILS_COUNTED_OVER: TimeDelta = TimeDelta::hours(1);

/// Tries at one code; then another must be asked for.
pub const TRIES_A_CODE: u32 = 5;

/// Wrong codes an address may see within [`GUESSES_COUNTED_OVER`], however many codes were asked for. Of a million codes, nine
/// guesses an hour meet one in twelve years of trying without a pause.
pub const GUESSES_ALLOWED: u32 = 9;

/// The time over which wrong codes are counted. The mailed link works all the while, so whoever reads the mailbox is never locked
/// out by whoever guesses.
pub const GUESSES_COUNTED_OVER: TimeDelta = TimeDelta::hours(1);

/// How long a device that one of SOHO's staff signed in with is known again, since they last did. Longer than any leave; a device
/// that lay in a drawer for half a year is as good as new.
pub const DEVICE_REMEMBERED: TimeDelta = TimeDelta::days(180);

/// Whether codes of an address are paused after `tries` within the hour, the present one included.
#[must_use]
pub const fn codes_are_paused(tries: u32) -> bool {
    tries > GUESSES_ALLOWED
}

/// How long a session lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lifetime {
    /// Without use.
    pub idle: TimeDelta,
    /// However much it is used.
    pub absolute: TimeDelta,
    /// How long after use was written down it is written down again: not every request writes.
    pub noted_after: TimeDelta,
}

impl Lifetime {
    /// A front desk's phone asks again twice a year at most, and a forgotten one is closed after a month.
    pub const CLIENT: Self =
        Self { idle: TimeDelta::days(30), absolute: TimeDelta::days(180), noted_after: TimeDelta::days(1) };

    /// Staff see every hotel: a night without use ends the session, and every week begins with a new one.
    pub const STAFF: Self =
        Self { idle: TimeDelta::hours(12), absolute: TimeDelta::days(7), noted_after: TimeDelta::hours(1) };

    /// Of whom.
    #[must_use]
    pub const fn of(role: Role) -> Self {
        if role.is_staff() { Self::STAFF } else { Self::CLIENT }
    }

    /// Until when a session of `created_at` lasts that is used `now` and whose last use on record was at `used_at`; `None`
    /// while there is nothing to write down.
    #[must_use]
    pub fn prolonged(&self, created_at: Instant, used_at: Instant, now: Instant) -> Option<Instant> {
        let until = (now + self.idle).min(created_at + self.absolute);
        (now - used_at >= self.noted_after).then_some(until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn use_prolongs_a_session_to_its_absolute_end_and_no_further() {
        let start = Instant::UNIX_EPOCH;
        for role in Role::ALL {
            let life = Lifetime::of(role);
            let (mut now, mut used_at, mut expires_at, mut written) = (start, start, start + life.idle, 0);
            let step = TimeDelta::minutes(10);
            while now < expires_at {
                if let Some(until) = life.prolonged(start, used_at, now) {
                    assert!(until >= expires_at && until <= start + life.absolute, "{role:?}");
                    (used_at, expires_at, written) = (now, until, written + 1);
                }
                assert!(
                    now - used_at < life.noted_after,
                    "{role:?}: the last use on record is older than its grain"
                );
                now += step;
            }
            assert_eq!(expires_at, start + life.absolute, "{role:?}");
            let grains = life.absolute.num_seconds() / life.noted_after.num_seconds();
            assert!(written <= grains, "{role:?}: {written} writes");
            assert_eq!(life.prolonged(start, start, start), None);
        }
    }

    #[test]
    fn staff_sessions_are_the_shorter_ones() {
        assert!(
            Lifetime::STAFF.idle < Lifetime::CLIENT.idle
                && Lifetime::STAFF.absolute < Lifetime::CLIENT.absolute
        );
        assert_eq!(Lifetime::of(Role::HotelAdministrator), Lifetime::CLIENT);
        assert_eq!(Lifetime::of(Role::Developer), Lifetime::STAFF);
    }

    #[test]
    fn fault_19_guessing_is_blocked_within_ten() {
        assert!(!codes_are_paused(1));
        assert!(!codes_are_paused(GUESSES_ALLOWED));
        assert!(codes_are_paused(10));
    }
}
