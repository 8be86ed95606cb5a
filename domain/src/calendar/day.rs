//! What a day is to the desk, with the reason.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::holidays::{self, HolidayName};
use super::{Calendar, tally};

/// What an administrator changed in the calendar of the law (R12).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Adjustments {
    /// Days without attention that no law names, each with the name people read. An added day is closed even when it
    /// is also among the removed ones.
    pub added: BTreeMap<NaiveDate, String>,
    /// Holidays of the law on which the desk attends all the same. On other days, weekends too, it changes nothing:
    /// the contract attends from Monday to Friday.
    pub removed: BTreeSet<NaiveDate>,
}

/// What a day is to the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Day {
    /// The desk attends.
    Attended {
        /// The holidays an administrator took out of the calendar; empty on an ordinary day.
        despite: Vec<HolidayName>,
    },
    /// Saturday or Sunday, holiday or not.
    Weekend,
    /// Closed by law.
    Holiday {
        /// The holidays that fall on the day, at least one.
        names: Vec<HolidayName>,
    },
    /// Closed by an administrator.
    Added {
        /// The name the administrator gave.
        name: String,
    },
}

impl Calendar {
    /// What a day is to the desk, and why.
    #[must_use]
    pub fn day(&self, date: NaiveDate) -> Day {
        if tally::is_weekend(super::day_number(date)) {
            return Day::Weekend;
        }
        let names = holidays::on(date);
        let removed = self.adjustments.removed.contains(&date);
        match self.adjustments.added.get(&date) {
            _ if !names.is_empty() && !removed => Day::Holiday { names },
            Some(name) => Day::Added { name: name.clone() },
            None => Day::Attended { despite: names },
        }
    }

    /// The days without attention that have a name, from one day to the one before another: what explains an opening that
    /// comes later than the next morning.
    #[must_use]
    pub fn named_days(&self, from: NaiveDate, to: NaiveDate) -> Vec<(NaiveDate, Day)> {
        let days = from.iter_days().take_while(|day| *day < to);
        let named = days.map(|date| (date, self.day(date)));
        named.filter(|(_, day)| matches!(day, Day::Holiday { .. } | Day::Added { .. })).collect()
    }
}
