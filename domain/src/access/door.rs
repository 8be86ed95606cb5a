//! What each role may ask the API for at all. Which tickets it then sees is [`sees_ticket`](super::sees_ticket)'s to say.

use super::{Role, may_send};
use crate::codes::coded_enum;
use crate::ticket::CommandKind;

coded_enum! {
    /// The kind of a route: who may go through it. Every route of the API is described with one (`x-door`), and whoever
    /// may not go through gets the same answer as for an address that doesn't exist.
    pub enum Door {
        /// Anyone, signed in or not.
        Public = "public",
        /// Whoever is signed in: about themselves, and about what they see.
        Own = "own",
        /// Whoever is signed in and sees the ticket it is about.
        Ticket = "ticket",
        /// Whoever opens tickets: hotels their own, the desk those of the support line (R10).
        Opening = "opening",
        /// People of a hotel, about themselves: staff's own acts are the desk's record.
        Hotel = "hotel",
        /// Those of SOHO's staff who register calls (R10), with what was typed before them.
        Calls = "calls",
        /// What only SOHO's staff need: colleagues, the desk's own lists.
        Desk = "desk",
        /// The figures, and the spreading of work.
        Figures = "figures",
        /// People, hotels, calendar, records, personal data of others.
        Administration = "administration",
        /// Nobody's role: a secret of the deployment.
        Deployment = "deployment",
    }
}

coded_enum! {
    /// How much of the desk's tickets a role sees.
    pub enum Sight {
        /// Those they opened, for the hotel they are at or for none.
        Own = "own",
        /// Those of their company, or of their branch when they are tied to one; and those they opened, as above.
        Company = "company",
        /// Those that were handed over as a bug (R16).
        Bugs = "bugs",
        /// All.
        Everything = "everything",
    }
}

impl Role {
    /// How much of the tickets the role sees.
    #[must_use]
    pub const fn sight(self) -> Sight {
        match self {
            Self::Client => Sight::Own,
            Self::HotelAdministrator => Sight::Company,
            Self::Developer => Sight::Bugs,
            Self::Agent | Self::Supervisor | Self::Administrator => Sight::Everything,
        }
    }
}

impl Door {
    /// Whether somebody of `role`, or nobody in particular, may go through.
    #[must_use]
    pub const fn admits(self, role: Option<Role>) -> bool {
        match self {
            Self::Public => true,
            Self::Own | Self::Ticket => role.is_some(),
            Self::Opening => matches!(role, Some(role) if may_send(role, CommandKind::Open)),
            Self::Calls => matches!(role, Some(role) if role.is_staff() && may_send(role, CommandKind::Open)),
            Self::Hotel => matches!(role, Some(role) if !role.is_staff()),
            Self::Desk => matches!(role, Some(role) if role.is_staff()),
            Self::Figures => matches!(role, Some(Role::Supervisor | Role::Administrator)),
            Self::Administration => matches!(role, Some(Role::Administrator)),
            Self::Deployment => false,
        }
    }

    /// The roles that may go through, for the description of the API and for tests. Nobody in particular is not among them.
    pub fn roles(self) -> impl Iterator<Item = Role> {
        Role::ALL.into_iter().filter(move |role| self.admits(Some(*role)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Role as R;

    /// The table, cell by cell, as the desk agreed on it.
    #[test]
    fn who_may_go_through_which_door() {
        let staff = [R::Agent, R::Developer, R::Supervisor, R::Administrator];
        for (door, roles, strangers) in [
            (Door::Public, &Role::ALL[..], true),
            (Door::Own, &Role::ALL[..], false),
            (Door::Ticket, &Role::ALL[..], false),
            (
                Door::Opening,
                &[R::Client, R::HotelAdministrator, R::Agent, R::Supervisor, R::Administrator],
                false,
            ),
            (Door::Hotel, &[R::Client, R::HotelAdministrator], false),
            (Door::Calls, &[R::Agent, R::Supervisor, R::Administrator], false),
            (Door::Desk, &staff[..], false),
            (Door::Figures, &[R::Supervisor, R::Administrator][..], false),
            (Door::Administration, &[R::Administrator][..], false),
            (Door::Deployment, &[][..], false),
        ] {
            assert_eq!(door.roles().collect::<Vec<_>>(), roles, "{door}");
            assert_eq!(door.admits(None), strangers, "{door}");
        }
    }

    #[test]
    fn only_bugs_and_ones_own_are_kept_apart() {
        use Sight as S;
        let sights = Role::ALL.map(Role::sight);
        assert_eq!(sights, [S::Own, S::Company, S::Everything, S::Bugs, S::Everything, S::Everything]);
    }
}
