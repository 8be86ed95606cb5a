//! The years for which the holidays are known.

use std::fmt;

use super::Calendar;
use crate::Instant;

/// First year of the Emiliani law (Ley 51 of 1983, in force from 1984).
pub const FIRST_YEAR: i32 = 1984;

/// Last year for which holidays are computed.
pub const LAST_YEAR: i32 = 2100;

/// A date outside the years whose holidays are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutOfRange {
    /// The year that was asked for, in Bogotá.
    pub year: i32,
}

impl fmt::Display for OutOfRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the calendar knows the years {FIRST_YEAR} to {LAST_YEAR}, not {}: use a date between them",
            self.year
        )
    }
}

impl std::error::Error for OutOfRange {}

/// Refuses a year whose holidays are not known.
///
/// # Errors
/// [`OutOfRange`] before [`FIRST_YEAR`] or after [`LAST_YEAR`].
pub fn check_year(year: i32) -> Result<(), OutOfRange> {
    if (FIRST_YEAR..=LAST_YEAR).contains(&year) { Ok(()) } else { Err(OutOfRange { year }) }
}

impl Calendar {
    /// Refuses an instant whose day in Bogotá is in a year with unknown holidays. The other questions never fail:
    /// outside those years they go on counting Monday to Friday without holidays, so whoever takes an instant from
    /// outside checks it here first.
    ///
    /// # Errors
    /// [`OutOfRange`] before 1984 or after 2100.
    pub fn check_range(at: Instant) -> Result<(), OutOfRange> {
        use chrono::Datelike;
        check_year(at.with_timezone(&super::BOGOTA).year())
    }
}
