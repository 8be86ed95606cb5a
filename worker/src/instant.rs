//! The only place that reads the clock, and the stored form of an instant.

use chrono::{DateTime, SecondsFormat, Utc};
use domain::Instant;
use worker::Date;

/// Now, at the domain's grain of one second.
#[must_use]
pub fn now() -> Instant {
    from_millis(Date::now().as_millis())
}

/// An instant from milliseconds since 1970, fractions of a second dropped.
#[must_use]
pub fn from_millis(millis: u64) -> Instant {
    let seconds = i64::try_from(millis / 1000).unwrap_or(0);
    DateTime::from_timestamp(seconds, 0).unwrap_or(DateTime::UNIX_EPOCH)
}

/// RFC 3339 in UTC at one-second grain: fixed width, so that it sorts as text.
#[must_use]
pub fn to_text(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
