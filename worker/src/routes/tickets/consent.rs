//! Consent to the use of personal data, as it comes with an opening (Ley 1581 de 2012, art. 9).

use crate::http::ask::Ask;
use crate::http::problem::{Answer, Failure};
use crate::store::consent::GivenConsent;
use crate::store::context::Caller;
use domain::api::OpenTicket;
use domain::ident::AccountId;
use domain::privacy::{ConsentProblem, ConsentWay, DataPolicy, consent_with_opening};
use wording::members::MemberProblem;

/// Consent to be recorded with an opening.
#[derive(Debug, Clone, Copy)]
pub struct Agreed {
    version: &'static str,
    way: ConsentWay,
}

impl Agreed {
    /// The same as whose, and told by whom when it was on the phone.
    pub fn of<'a>(self, account: &'a AccountId, caller: &'a Caller) -> GivenConsent<'a> {
        let told_by = Some(&caller.person).filter(|_| self.way == ConsentWay::Phone);
        GivenConsent { account, version: self.version, way: self.way, told_by }
    }
}

/// What to record; nothing for who agreed before.
///
/// Of a call it is the caller's, told by the agent; an agent who registers one without it is not refused, since whoever calls
/// about a stopped hotel is helped first, and the caller is asked when they come to the portal (R10).
///
/// # Errors
/// Whoever it is for has not agreed to the text in force.
pub fn to_record(ask: &Ask, caller: &Caller, asked: &OpenTicket) -> Answer<Option<Agreed>> {
    let given = asked.consent.as_deref();
    let (on_record, way) = if caller.person.role.is_staff() {
        (given.is_none(), ConsentWay::Phone)
    } else {
        (caller.me.consented, ConsentWay::Form)
    };
    let version = consent_with_opening(given, on_record).map_err(|problem| refused(ask, problem))?;
    Ok(version.map(|version| Agreed { version, way }))
}

/// The version that somebody who isn't signed in agrees to, with the form or as they open a colleague's link.
///
/// # Errors
/// It isn't the text in force, or none.
pub fn of_stranger(ask: &Ask, given: Option<&str>) -> Answer<&'static str> {
    let version = consent_with_opening(given, false);
    version
        .map_err(|problem| refused(ask, problem))
        .map(|version| version.unwrap_or(DataPolicy::SOHO.version))
}

fn refused(ask: &Ask, problem: ConsentProblem) -> Failure {
    let problem = match problem {
        ConsentProblem::Missing => MemberProblem::ConsentMissing,
        ConsentProblem::OtherVersion => MemberProblem::OtherVersion,
    };
    Failure::member("/consent", problem, ask.locale)
}
