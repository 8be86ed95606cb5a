//! Changing a day of the calendar (R12).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Adjustments, Calendar, Day, check_year};
use crate::codes::coded_enum;

/// The longest name of a day, in characters.
const LONGEST_NAME: usize = 80;

/// What an administrator asks of one day (R12).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayChange {
    /// The day, in Bogotá.
    pub day: NaiveDate,
    /// Whether the desk attends on it from now on.
    pub attends: bool,
    /// What people read of a day without attention; needed to close one that no law names.
    #[serde(default)]
    pub name: String,
}

coded_enum! {
    /// Why a day can't be changed.
    pub enum DayChangeError {
        /// It has begun: what was promised and missed under it stands.
        NotAhead = "day_not_ahead",
        /// The desk never attends on weekends.
        Weekend = "day_weekend",
        /// It is so already.
        Unchanged = "day_unchanged",
        /// A day without attention needs a name, of at most eighty characters.
        Name = "day_name",
        /// Beyond the years whose holidays are known.
        OutOfRange = "day_out_of_range",
    }
}

impl std::error::Error for DayChangeError {}

impl Calendar {
    /// The adjustments with one more day changed. Only days ahead of `today` change, so that no promise that was kept or
    /// missed is judged again (R19).
    ///
    /// # Errors
    /// [`DayChangeError`] when the day can't be changed so.
    pub fn adjusted(&self, change: &DayChange, today: NaiveDate) -> Result<Adjustments, DayChangeError> {
        use chrono::Datelike;
        if change.day <= today {
            return Err(DayChangeError::NotAhead);
        }
        check_year(change.day.year()).map_err(|_| DayChangeError::OutOfRange)?;
        let mut adjustments = self.adjustments().clone();
        let name = change.name.trim();
        match (self.day(change.day), change.attends) {
            (Day::Weekend, _) => return Err(DayChangeError::Weekend),
            (Day::Attended { .. }, true) | (Day::Holiday { .. } | Day::Added { .. }, false) => {
                return Err(DayChangeError::Unchanged);
            }
            // A holiday of the law that was worked is closed again under its own name.
            (Day::Attended { despite }, false) if !despite.is_empty() => {
                adjustments.removed.remove(&change.day);
            }
            (Day::Attended { .. }, false) => {
                if name.is_empty() || name.chars().count() > LONGEST_NAME {
                    return Err(DayChangeError::Name);
                }
                adjustments.added.insert(change.day, name.to_owned());
            }
            (Day::Holiday { .. }, true) => {
                adjustments.removed.insert(change.day);
            }
            (Day::Added { .. }, true) => {
                adjustments.added.remove(&change.day);
            }
        }
        Ok(adjustments)
    }
}
