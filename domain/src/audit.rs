//! The record of what is done to people, their data, access and policy: append-only, and without secrets.
//!
//! What happens to a ticket is in its own events; this is for everything else. Most of it staff do, from signing in on; what
//! people do about their own data and who gets into their tickets is here too.

use crate::access::{Person, Role};
use crate::codes::coded_enum;
use crate::ident::AccountId;
use std::collections::BTreeMap;

coded_enum! {
    /// What was done.
    pub enum AuditAct {
        /// Somebody was asked to join the staff.
        InvitationSent = "invitation_sent",
        /// They came.
        InvitationAccepted = "invitation_accepted",
        /// The invitation no longer holds.
        InvitationRevoked = "invitation_revoked",
        /// Somebody may no longer come in.
        PersonDeactivated = "person_deactivated",
        /// Somebody may come in again.
        PersonReactivated = "person_reactivated",
        /// A hotel was added.
        HotelAdded = "hotel_added",
        /// A hotel has another name.
        HotelRenamed = "hotel_renamed",
        /// A branch was added to a hotel.
        BranchAdded = "branch_added",
        /// A branch has another name.
        BranchRenamed = "branch_renamed",
        /// Somebody is something else to the desk now.
        RoleChanged = "role_changed",
        /// A second factor was set up.
        SecondFactorEnrolled = "second_factor_enrolled",
        /// A second factor was taken away, to be set up anew.
        SecondFactorReset = "second_factor_reset",
        /// One of the staff signed in, their second factor shown.
        StaffSignedIn = "staff_signed_in",
        /// Wrong codes of a second factor paused its codes.
        SecondFactorPaused = "second_factor_paused",
        /// A recovery code was used in the place of a second factor.
        RecoveryCodeUsed = "recovery_code_used",
        /// Somebody had their recovery codes replaced.
        RecoveryCodesRenewed = "recovery_codes_renewed",
        /// Somebody's session was ended for them.
        SessionRevoked = "session_revoked",
        /// An account was made for somebody who called.
        AccountMade = "account_made",
        /// Somebody's consent, given on the phone, was noted.
        ConsentNoted = "consent_noted",
        /// Somebody's address changed.
        AddressChanged = "address_changed",
        /// A link that opens one ticket was made.
        HandOverLinkCreated = "hand_over_link_created",
        /// Such a link no longer opens anything.
        HandOverLinkRevoked = "hand_over_link_revoked",
        /// A day without attention was added to the calendar (R12).
        CalendarDayAdded = "calendar_day_added",
        /// A day of attention was given back to the calendar (R12).
        CalendarDayRemoved = "calendar_day_removed",
        /// Somebody's data was handed out.
        DataExported = "data_exported",
        /// Somebody's data was erased.
        DataErased = "data_erased",
        /// Data of whoever took a ticket over by a link were erased.
        VisitorErased = "visitor_erased",
        /// A question about somebody's data was answered.
        DataRequestAnswered = "data_request_answered",
        /// A question about somebody's data takes longer than the law's first term.
        DataRequestExtended = "data_request_extended",
        /// Hotels, people or histories came in from elsewhere.
        Imported = "imported",
    }
}

coded_enum! {
    /// What kind of thing an act was done to.
    pub enum SubjectKind {
        /// A person's account, by its identifier.
        Account = "account",
        /// An invitation, by its identifier.
        Invitation = "invitation",
        /// A hotel, by its identifier.
        Hotel = "hotel",
        /// A branch of a hotel, by its identifier.
        Branch = "branch",
        /// A ticket, by its number.
        Ticket = "ticket",
        /// A question about somebody's data, by its identifier.
        DataRequest = "data_request",
        /// A day of the calendar, as `2026-07-21`.
        CalendarDay = "calendar_day",
        /// The deployment as a whole.
        Service = "service",
    }
}

/// One line of the record. Detail holds facts only: never a code, a token, or the words of a ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Who did it, in the role they had then; none for the deployment itself.
    pub actor: Option<(AccountId, Role)>,
    /// What.
    pub act: AuditAct,
    /// To what kind of thing.
    pub subject_kind: SubjectKind,
    /// To which one.
    pub subject: String,
    /// What else is worth knowing, by name.
    pub detail: BTreeMap<&'static str, String>,
}

impl Entry {
    /// What a person did.
    #[must_use]
    pub fn by(person: &Person, act: AuditAct, kind: SubjectKind, subject: &str) -> Self {
        Self { actor: Some((person.account.clone(), person.role)), ..Self::of_service(act, kind, subject) }
    }

    /// What the deployment did by itself, or by one of its secrets.
    #[must_use]
    pub fn of_service(act: AuditAct, kind: SubjectKind, subject: &str) -> Self {
        Self { actor: None, act, subject_kind: kind, subject: subject.to_owned(), detail: BTreeMap::new() }
    }

    /// Adds a fact.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.detail.insert(name, value.into());
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_keeps_the_role_of_the_moment() {
        let person = Person {
            account: "elena".into(),
            role: Role::Administrator,
            company: None,
            branch: None,
            pass: None,
        };
        let entry =
            Entry::by(&person, AuditAct::RoleChanged, SubjectKind::Account, "pablo").with("to", "agent");
        assert_eq!(entry.actor, Some(("elena".into(), Role::Administrator)));
        assert_eq!(entry.detail.get("to").map(String::as_str), Some("agent"));
    }
}
