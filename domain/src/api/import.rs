//! `POST /api/v1/import`: hotels, people and ticket histories from another desk, told as commands and decided again here.

use crate::Instant;
use crate::access::{Person, Role};
use crate::ident::{AccountId, BranchId, CompanyId};
use crate::ticket::{Act, Opening, Photo};
use serde::{Deserialize, Serialize};

/// A batch to bring in. Order: companies and people first, then tickets.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Import {
    /// Hotels.
    pub companies: Vec<ImportedCompany>,
    /// People.
    pub accounts: Vec<ImportedAccount>,
    /// Tickets.
    pub tickets: Vec<ImportedTicket>,
    /// The applications and modules people choose from, when they are to be replaced.
    pub catalogue: Option<super::Catalogue>,
}

/// A hotel or the group that owns several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportedCompany {
    /// Its identifier.
    pub id: CompanyId,
    /// Its name.
    pub name: String,
    /// Its branches: identifier and name.
    #[serde(default)]
    pub branches: Vec<(BranchId, String)>,
}

/// A person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportedAccount {
    /// Their identifier.
    pub id: AccountId,
    /// Their address.
    pub email: String,
    /// Their full name.
    pub name: String,
    /// E.164.
    pub phone: Option<String>,
    /// What they are to the desk.
    pub role: Role,
    /// The company of a client.
    pub company: Option<CompanyId>,
    /// The branch of a client.
    pub branch: Option<BranchId>,
}

/// One ticket: how it opened and what was done to it since. Deadlines in between are reckoned again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportedTicket {
    /// When it was opened.
    pub at: Instant,
    /// Who opened it.
    pub by: Person,
    /// The opening itself.
    pub opening: Opening,
    /// What happened since, oldest first.
    pub steps: Vec<ImportedStep>,
}

/// One thing a person did to a ticket.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportedStep {
    /// When.
    pub at: Instant,
    /// Who.
    pub by: Person,
    /// What they did.
    #[serde(default)]
    pub act: Option<Act>,
    /// Or the photo they attached; its bytes are not part of the import.
    #[serde(default)]
    pub photo: Option<Photo>,
}

/// What an import did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// Tickets brought in.
    pub tickets: u32,
    /// Tickets left out, with the reason.
    pub refused: Vec<RefusedTicket>,
}

/// A ticket that could not be brought in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedTicket {
    /// Its place in the batch, from 0.
    pub index: u32,
    /// Its number.
    pub number: String,
    /// Which step was refused; absent for the opening.
    pub step: Option<u32>,
    /// The refusal's code.
    pub code: String,
}
