//! Administration of people, hotels and invitations, and the change of one's own address.

use crate::Instant;
use crate::access::Role;
use crate::ident::{AccountId, BranchId, CompanyId, InvitationId};
use crate::people::Place;
use serde::{Deserialize, Serialize};

/// Where somebody stands, with the names to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// What they are to the desk.
    pub role: Role,
    /// Their hotel's identifier and name.
    pub company: Option<(CompanyId, String)>,
    /// The branch they are tied to.
    pub branch: Option<(BranchId, String)>,
}

impl Standing {
    /// The same without the names.
    #[must_use]
    pub fn place(&self) -> Place {
        let company = self.company.as_ref().map(|(company, _)| company.clone());
        Place { role: self.role, company, branch: self.branch.as_ref().map(|(branch, _)| branch.clone()) }
    }

    /// Their hotel, with the branch they are tied to: "Hoteles Caribe (Caribe Norte)".
    #[must_use]
    pub fn hotel(&self) -> Option<String> {
        let (_, hotel) = self.company.as_ref()?;
        Some(match &self.branch {
            Some((_, branch)) => format!("{hotel} ({branch})"),
            None => hotel.clone(),
        })
    }
}

/// Somebody with an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonEntry {
    /// The account.
    pub account: AccountId,
    /// Name; empty until they gave one.
    pub name: String,
    /// The address they sign in by.
    pub email: String,
    /// Where they stand.
    pub standing: Standing,
    /// Since when they may no longer come in.
    pub deactivated_at: Option<Instant>,
    /// Whether they have set a second factor up, which can be reset then.
    pub second_factor: bool,
}

/// `GET /api/v1/people`: one page, by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeoplePage {
    /// The people.
    pub people: Vec<PersonEntry>,
    /// Where the next page begins; none on the last.
    pub next: Option<String>,
}

/// `POST /api/v1/invitations`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Invite {
    /// Where the invitation is mailed.
    pub email: String,
    /// Whom it is for.
    pub name: String,
    /// Where they will stand.
    pub place: Place,
}

/// An invitation that nobody has accepted or taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationEntry {
    /// Names it; what accepts it is a secret of its own.
    pub id: InvitationId,
    /// Where it was mailed.
    pub email: String,
    /// Whom it is for.
    pub name: String,
    /// Where they will stand.
    pub standing: Standing,
    /// When it was last mailed.
    pub sent_at: Instant,
    /// Until when it holds.
    pub expires_at: Instant,
}

/// `GET /api/v1/invitations`: those that are open, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitations {
    /// The invitations.
    pub invitations: Vec<InvitationEntry>,
}

/// `POST /api/v1/invitations/acceptance` and `…/offer`. Opening the link does nothing: only the first of them does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AcceptInvitation {
    /// What the link carries after its `#`.
    pub token: String,
}

/// `POST /api/v1/invitations/offer`, asked with an [`AcceptInvitation`]: what accepting would make of whoever holds the link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationOffer {
    /// Who invites: their name, or their address while they have none.
    pub by: String,
    /// Whom it is for.
    pub name: String,
    /// Where they will stand.
    pub standing: Standing,
    /// Until when it holds.
    pub expires_at: Instant,
}

/// A hotel, or a group of them, with its branches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hotel {
    /// The company.
    pub id: CompanyId,
    /// Its name.
    pub name: String,
    /// Its branches, by name.
    pub branches: Vec<(BranchId, String)>,
}

/// `GET /api/v1/hotels`: all of them, by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hotels {
    /// The hotels.
    pub hotels: Vec<Hotel>,
}

/// A name to give: `POST /api/v1/hotels`, `PUT /api/v1/hotels/{id}`, and the same for branches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// The name.
    pub name: String,
}

/// `POST /api/v1/me/address/codes`: where one wants to be mailed and sign in from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskAddress {
    /// The new address.
    pub email: String,
}

/// `PUT /api/v1/me/address`: the code that was mailed to the new address. Which one that is, the Worker knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProveAddress {
    /// The digits.
    pub code: String,
}
