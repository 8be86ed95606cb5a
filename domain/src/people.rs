//! Administration of people: who may make somebody what, how an invitation lives, and what changing somebody's place or
//! address must not do. Nothing here knows a mailbox; the Worker proves those.

use crate::Instant;
use crate::access::{Person, Role};
use crate::codes::coded_enum;
use crate::guide::EmailAddress;
use crate::ident::{AccountId, BranchId, CompanyId};
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

/// How long an invitation holds. Our own figure: a week with its weekend, and sending it again is one click (fault 15).
pub const INVITATION_LASTS: TimeDelta = TimeDelta::days(7);

/// How long the code that proves a new address lasts: as long as one to sign in with.
pub const ADDRESS_CODE_LASTS: TimeDelta = crate::sign_in::CODE_LASTS;

/// Tries at such a code; then another must be asked for.
pub const ADDRESS_TRIES: u32 = crate::sign_in::TRIES_A_CODE;

/// Where somebody stands: what they are to the desk, and of which hotel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// What they are to the desk.
    pub role: Role,
    /// Their hotel; staff have none.
    pub company: Option<CompanyId>,
    /// The branch they are tied to; none for all of the hotel's.
    pub branch: Option<BranchId>,
}

coded_enum! {
    /// Why a change of people is not carried out.
    pub enum PeopleRefusal {
        /// Nobody takes their own powers away, or gives themselves others.
        Oneself = "oneself",
        /// Somebody must be left who can let others in.
        LastAdministrator = "last_administrator",
        /// A person of a hotel needs one.
        HotelMissing = "hotel_missing",
        /// Staff belong to no hotel.
        StaffOfHotel = "staff_of_hotel",
        /// A branch without its hotel.
        BranchWithoutHotel = "branch_without_hotel",
        /// The address has an account that stands somewhere already.
        AlreadySomebody = "already_somebody",
        /// The address is of an account that nobody may come in as.
        Deactivated = "deactivated",
        /// The address was invited, and the invitation still holds.
        AlreadyInvited = "already_invited",
        /// A hotel, or a branch of it, has that name.
        NameTaken = "name_taken",
        /// Empty, or longer than a name is.
        Name = "name",
        /// The address one has already.
        SameAddress = "same_address",
    }
}

impl Place {
    /// Whether there can be such a place.
    ///
    /// # Errors
    /// What is missing or too much.
    pub const fn check(&self) -> Result<(), PeopleRefusal> {
        match (self.role.is_staff(), &self.company, &self.branch) {
            (true, None, None) | (false, Some(_), _) => Ok(()),
            (true, ..) => Err(PeopleRefusal::StaffOfHotel),
            (false, None, Some(_)) => Err(PeopleRefusal::BranchWithoutHotel),
            (false, None, None) => Err(PeopleRefusal::HotelMissing),
        }
    }
}

/// Whether `actor`, who administers people, may give `target` another place, or take their access away (`to` is none), while
/// `others` besides `target` administer and are active.
///
/// # Errors
/// What forbids it. Whether `actor` administers at all is [`Door::Administration`](crate::access::Door)'s to say.
pub fn may_move(
    actor: &Person,
    target: &AccountId,
    from: Role,
    to: Option<&Place>,
    others: u32,
) -> Result<(), PeopleRefusal> {
    if let Some(place) = to {
        place.check()?;
    }
    let stays = to.is_some_and(|place| place.role == from);
    if stays {
        return Ok(());
    }
    if actor.account == *target {
        return Err(PeopleRefusal::Oneself);
    }
    if from == Role::Administrator && others == 0 {
        return Err(PeopleRefusal::LastAdministrator);
    }
    Ok(())
}

/// Whether an address can be invited: nobody has it, or somebody who signed in by themselves and stands nowhere. Whoever
/// belongs somewhere is moved, so that nothing of theirs goes along unseen; and whoever was deactivated is let in again first,
/// for an invitation doesn't undo what an administrator decided about a person.
///
/// `existing` is where the account of that address stands, and whether it is active.
///
/// # Errors
/// What stands in the way.
pub const fn may_be_invited(existing: Option<(&Place, bool)>) -> Result<(), PeopleRefusal> {
    match existing {
        Some((_, false)) => Err(PeopleRefusal::Deactivated),
        None | Some((Place { role: Role::Client, company: None, .. }, true)) => Ok(()),
        Some((_, true)) => Err(PeopleRefusal::AlreadySomebody),
    }
}

/// Whether the account of `address`, as people sign in by it, is the one that `setting` names to be the first administrator. Whether
/// anybody administers already is for the store to say, in the same statement that appoints.
#[must_use]
pub fn is_named_first(setting: &str, address: &str) -> bool {
    EmailAddress::parse(setting).is_ok_and(|named| named.key() == address)
}

/// Until when an invitation holds that is sent `now`.
#[must_use]
pub fn invitation_until(now: Instant) -> Instant {
    now + INVITATION_LASTS
}

/// The longest name of a person, hotel or branch, in characters. Our own figure.
const LONGEST_NAME: usize = 80;

/// A name on one line, if it says something and isn't too long.
///
/// # Errors
/// [`PeopleRefusal::Name`].
pub fn name(text: &str) -> Result<String, PeopleRefusal> {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let name = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let says = name.chars().any(char::is_alphanumeric) && name.chars().count() <= LONGEST_NAME;
    if says { Ok(name) } else { Err(PeopleRefusal::Name) }
}

/// Letters of Spanish names and the plain ones people type in their place when they look for somebody.
pub const PLAIN_LETTERS: [(char, char); 14] = [
    ('á', 'a'),
    ('é', 'e'),
    ('í', 'i'),
    ('ó', 'o'),
    ('ú', 'u'),
    ('ü', 'u'),
    ('ñ', 'n'),
    ('Á', 'a'),
    ('É', 'e'),
    ('Í', 'i'),
    ('Ó', 'o'),
    ('Ú', 'u'),
    ('Ü', 'u'),
    ('Ñ', 'n'),
];

/// A text as it is compared with names: in small letters, plain ones in the place of [`PLAIN_LETTERS`].
#[must_use]
pub fn plain(text: &str) -> String {
    let letter = |c: char| PLAIN_LETTERS.iter().find(|(from, _)| *from == c).map_or(c, |(_, to)| *to);
    text.to_lowercase().chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(role: Role, company: bool, branch: bool) -> Place {
        Place { role, company: company.then(|| "caribe".into()), branch: branch.then(|| "norte".into()) }
    }

    fn administrator(account: &str) -> Person {
        Person { account: account.into(), role: Role::Administrator, company: None, branch: None, pass: None }
    }

    #[test]
    fn staff_have_no_hotel_and_everybody_else_has_one() {
        for role in Role::ALL {
            for (company, branch) in [(false, false), (true, false), (true, true), (false, true)] {
                let fits = if role.is_staff() { !company && !branch } else { company };
                assert_eq!(place(role, company, branch).check().is_ok(), fits, "{role:?} {company} {branch}");
            }
        }
    }

    /// Every role to every other, with and without another administrator: who is left can always let others in.
    #[test]
    fn nobody_takes_the_last_administrator_away_nor_their_own_role() {
        let elena = administrator("elena");
        for from in Role::ALL {
            for to in Role::ALL.map(Some).into_iter().chain([None]) {
                let to = to.map(|role| place(role, !role.is_staff(), false));
                for others in [0, 1, 2] {
                    let moved = |target: &str| may_move(&elena, &target.into(), from, to.as_ref(), others);
                    let stays = to.as_ref().is_some_and(|to| to.role == from);
                    let last = from == Role::Administrator && others == 0 && !stays;
                    assert_eq!(moved("otra").err(), last.then_some(PeopleRefusal::LastAdministrator));
                    assert_eq!(moved("elena").err(), (!stays).then_some(PeopleRefusal::Oneself));
                }
            }
        }
    }

    #[test]
    fn a_place_that_cannot_be_is_given_to_nobody() {
        let impossible = place(Role::Agent, true, false);
        let moved = may_move(&administrator("elena"), &"pablo".into(), Role::Agent, Some(&impossible), 1);
        assert_eq!(moved, Err(PeopleRefusal::StaffOfHotel));
    }

    /// Every role, with and without a hotel, active and not.
    #[test]
    fn only_who_stands_nowhere_and_may_come_in_can_be_invited() {
        assert_eq!(may_be_invited(None), Ok(()));
        for role in Role::ALL {
            for company in [false, true] {
                let place = place(role, company, false);
                let expected = if role == Role::Client && !company {
                    Ok(())
                } else {
                    Err(PeopleRefusal::AlreadySomebody)
                };
                assert_eq!(may_be_invited(Some((&place, true))), expected, "{role:?}");
                assert_eq!(
                    may_be_invited(Some((&place, false))),
                    Err(PeopleRefusal::Deactivated),
                    "{role:?}"
                );
            }
        }
    }

    #[test]
    fn fault_15_an_invitation_lasts_a_week_at_most() {
        let now = Instant::UNIX_EPOCH;
        assert!(invitation_until(now) > now && invitation_until(now) - now <= TimeDelta::days(7));
    }

    #[test]
    fn the_setting_names_one_address_however_it_is_spelt_and_nobody_when_it_is_empty() {
        let key = EmailAddress::parse("jefa@soho.co").unwrap().key();
        for setting in ["jefa@soho.co", "  Jefa@SOHO.co "] {
            assert!(is_named_first(setting, &key), "{setting}");
        }
        for setting in ["", " ", "*", "@soho.co", "otra@soho.co", "jefa@soho.co,otra@soho.co"] {
            assert!(!is_named_first(setting, &key), "{setting}");
        }
        assert!(!is_named_first("", ""));
    }

    #[test]
    fn a_name_is_found_however_its_accents_are_typed() {
        for text in ["Núñez", "NÚÑEZ", "nunez", "NuñeZ"] {
            assert_eq!(plain(text), "nunez", "{text}");
        }
        assert_eq!(plain("100%_x"), "100%_x");
        assert!(PLAIN_LETTERS.iter().all(|(from, to)| plain(&from.to_string()) == to.to_string()));
    }

    #[test]
    fn a_name_is_one_line_that_says_something() {
        assert_eq!(name(" Hotel\r\n Caribe "), Ok("Hotel Caribe".into()));
        for text in ["", " ", "—", &"x".repeat(81)] {
            assert_eq!(name(text), Err(PeopleRefusal::Name), "{text}");
        }
        assert!(name("Hotel 1616").is_ok());
    }
}
