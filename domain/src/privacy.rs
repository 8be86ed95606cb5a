//! Personal data (Ley 1581 de 2012): what people consent to, how long photos are kept, the clocks of what they ask about
//! their data, and what is left of a history when somebody has theirs erased.

mod erase;

pub use erase::{Erased, Replacement, erase, erase_visitor, own_events};

use crate::Instant;
use crate::calendar::{Calendar, Explanation};
use crate::codes::coded_enum;
use crate::ticket::Ticket;
use chrono::TimeDelta;

/// The figures of the law and of our own promise about data. [`DataPolicy::SOHO`] is the one in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DataPolicy {
    /// Which text people consent to: the day it was published. A new text asks everybody again.
    pub version: &'static str,
    /// Ley 1581, art. 14: business days to answer an inquiry.
    pub inquiry_days: u32,
    /// Ley 1581, art. 14: business days by which that may be extended, once, saying why.
    pub inquiry_extension_days: u32,
    /// Ley 1581, art. 15: business days to answer a claim.
    pub claim_days: u32,
    /// Ley 1581, art. 15: business days by which that may be extended, once, saying why.
    pub claim_extension_days: u32,
    /// Days that the photos of a ticket are kept once it is closed. Our own figure.
    pub photo_days: i64,
    /// Requests of one person that wait for their answer at once, so that nobody buries others' clocks under theirs. Our own figure:
    /// whoever has more to ask adds it to one, or waits for an answer.
    pub open_requests: u32,
}

impl DataPolicy {
    /// What SOHOAPP SAS promises.
    pub const SOHO: Self = Self {
        version: "2026-11-24",
        inquiry_days: 10,
        inquiry_extension_days: 5,
        claim_days: 15,
        claim_extension_days: 8,
        photo_days: 180,
        open_requests: 5,
    };

    /// From when on the photos of a ticket closed at `closed_at` are gone, whether cron has come by or not.
    #[must_use]
    pub fn photos_until(&self, closed_at: Instant) -> Instant {
        closed_at + TimeDelta::days(self.photo_days)
    }

    /// The business days there are to answer, and by how many they may be extended.
    #[must_use]
    pub const fn days(&self, kind: DataRequestKind) -> (u32, u32) {
        match kind {
            DataRequestKind::Inquiry => (self.inquiry_days, self.inquiry_extension_days),
            DataRequestKind::Claim => (self.claim_days, self.claim_extension_days),
        }
    }

    /// Until when something asked at `received_at` is to be answered, and how that was reckoned: the close of the last of so
    /// many business days, the first being the one after it was received (Ley 1581, art. 14 and 15).
    #[must_use]
    pub fn due(&self, kind: DataRequestKind, received_at: Instant, calendar: &Calendar) -> Explanation {
        calendar.explain_unreachable_close(received_at, self.days(kind).0)
    }

    /// The same once it was extended: the business days after those of [`DataPolicy::due`].
    #[must_use]
    pub fn extended_due(
        &self,
        kind: DataRequestKind,
        received_at: Instant,
        calendar: &Calendar,
    ) -> Explanation {
        let (days, extension) = self.days(kind);
        calendar.explain_unreachable_close(received_at, days + extension)
    }
}

/// Whether the time of a ticket's photos is over at `now`.
#[must_use]
pub fn photos_are_gone(ticket: &Ticket, now: Instant) -> bool {
    ticket.ending.as_ref().is_some_and(|ending| DataPolicy::SOHO.photos_until(ending.at) <= now)
}

coded_enum! {
    /// What personal data are used for, as people are told when they consent.
    pub enum Purpose {
        /// To answer what they ask for.
        Support = "support",
        /// To tell them how it goes.
        Notices = "notices",
        /// To know how well the desk keeps its word, in figures that name nobody.
        Figures = "figures",
    }
}

coded_enum! {
    /// Where somebody agreed to the text.
    pub enum ConsentWay {
        /// On the page of their own data.
        Portal = "portal",
        /// With the form of a ticket.
        Form = "form",
        /// On the phone, told by an agent.
        Phone = "phone",
    }
}

/// Why an opening can't be taken for want of consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConsentProblem {
    /// Whoever it is for has not agreed to the text in force, before or with it.
    Missing,
    /// What was agreed to is not the text in force.
    OtherVersion,
}

/// The version to record with an opening that brought `given`, for somebody who did or did not agree before (Ley 1581,
/// art. 9). Nothing is recorded twice.
///
/// # Errors
/// [`ConsentProblem`] when nobody agreed to the text in force.
pub fn consent_with_opening(
    given: Option<&str>,
    on_record: bool,
) -> Result<Option<&'static str>, ConsentProblem> {
    let in_force = DataPolicy::SOHO.version;
    match given {
        Some(version) if version != in_force => Err(ConsentProblem::OtherVersion),
        _ if on_record => Ok(None),
        Some(_) => Ok(Some(in_force)),
        None => Err(ConsentProblem::Missing),
    }
}

coded_enum! {
    /// What somebody asks about their data.
    pub enum DataRequestKind {
        /// *Consulta*: what is known of them (art. 14).
        Inquiry = "inquiry",
        /// *Reclamo*: that it be corrected, updated or taken out (art. 15).
        Claim = "claim",
    }
}

coded_enum! {
    /// How a data request stands.
    pub enum DataRequestState {
        /// To be answered.
        Open = "open",
        /// To be answered, and its time is over.
        Overdue = "overdue",
        /// Answered in time.
        Answered = "answered",
        /// Answered, too late. Stays visible.
        AnsweredLate = "answered_late",
    }
}

impl DataRequestState {
    /// The state at `now` of what was due at `due` and answered at `answered_at`, if it was. The instant itself is in time.
    #[must_use]
    pub fn of(due: Instant, answered_at: Option<Instant>, now: Instant) -> Self {
        match answered_at {
            Some(at) if at > due => Self::AnsweredLate,
            Some(_) => Self::Answered,
            None if now > due => Self::Overdue,
            None => Self::Open,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    /// Instants reckoned on paper: Immaculate Conception (Tue 8 December 2026), Christmas, New Year and Epiphany (Mon 11 January).
    #[test]
    fn the_clocks_of_the_law() {
        use DataRequestKind::{Claim, Inquiry};
        let (policy, calendar) = (DataPolicy::SOHO, Calendar::soho());
        for (kind, received, due, extended) in [
            (Inquiry, "2026-11-24T15:00:00Z", "2026-12-09T23:00:00Z", "2026-12-16T23:00:00Z"),
            (Claim, "2026-11-24T15:00:00Z", "2026-12-16T23:00:00Z", "2026-12-29T23:00:00Z"),
            // The last second of a Friday, and a Sunday, begin on the same Monday.
            (Inquiry, "2026-11-21T04:59:59Z", "2026-12-04T23:00:00Z", "2026-12-14T23:00:00Z"),
            (Inquiry, "2026-11-22T20:00:00Z", "2026-12-04T23:00:00Z", "2026-12-14T23:00:00Z"),
        ] {
            assert_eq!(policy.due(kind, at(received), &calendar).due, at(due), "{kind} {received}");
            assert_eq!(
                policy.extended_due(kind, at(received), &calendar).due,
                at(extended),
                "{kind} {received}"
            );
        }
    }

    #[test]
    fn the_due_instant_itself_is_in_time_and_late_stays_late() {
        use DataRequestState as S;
        let due = at("2026-12-09T23:00:00Z");
        let late = due + TimeDelta::seconds(1);
        for (answered, now, state) in [
            (None, due, S::Open),
            (None, late, S::Overdue),
            (Some(due), late, S::Answered),
            (Some(late), late, S::AnsweredLate),
        ] {
            assert_eq!(S::of(due, answered, now), state);
        }
    }

    #[test]
    fn nobody_opens_a_ticket_without_having_agreed_to_the_text_in_force() {
        let in_force = DataPolicy::SOHO.version;
        for (given, on_record, outcome) in [
            (None, false, Err(ConsentProblem::Missing)),
            (None, true, Ok(None)),
            (Some(in_force), false, Ok(Some(in_force))),
            (Some(in_force), true, Ok(None)),
            (Some("1999-01-01"), false, Err(ConsentProblem::OtherVersion)),
            (Some("1999-01-01"), true, Err(ConsentProblem::OtherVersion)),
            (Some(""), false, Err(ConsentProblem::OtherVersion)),
        ] {
            assert_eq!(consent_with_opening(given, on_record), outcome, "{given:?} {on_record}");
        }
    }

    #[test]
    fn photos_are_kept_for_the_named_days() {
        let closed = at("2026-01-01T00:00:00Z");
        assert_eq!(DataPolicy::SOHO.photos_until(closed), at("2026-06-30T00:00:00Z"));
    }
}
