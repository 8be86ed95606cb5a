//! `POST /api/v1/import`: hotels, people and ticket histories from another desk, told as commands and decided again here.

use crate::Instant;
use crate::access::{Actor, Person, Role};
use crate::ident::{AccountId, BranchId, CompanyId, PhotoId};
use crate::ticket::{
    Act, Command, Event, Opening, Photo, Refusal, Relation, Rules, Ticket, TicketNumber, decide,
};
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
    /// The pictures that the tickets' histories name.
    pub photos: Vec<ImportedPhoto>,
    /// The applications, modules and processes people choose from, when they are to be replaced.
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
    /// For one of SOHO's staff who brings a second factor along: the salt that their secret follows from, together with the
    /// deployment's key (see [`crate::second_factor::Secret::derive`]). A factor that is set up here already stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub factor_salt: Option<String>,
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

/// The bytes of a photo that a step of a ticket attaches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportedPhoto {
    /// The ticket it is attached to.
    pub ticket: TicketNumber,
    /// Its identifier, as the step names it.
    pub id: PhotoId,
    /// The bytes in Base64 (RFC 4648 §4).
    pub base64: String,
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
    /// Or the photo they attached; its bytes are in [`Import::photos`].
    #[serde(default)]
    pub photo: Option<Photo>,
    /// Or the ticket they related it to.
    #[serde(default)]
    pub link: Option<(Relation, TicketNumber)>,
}

impl ImportedTicket {
    /// Decides the history again, command by command, and lets the clock catch up to `now`.
    ///
    /// # Errors
    /// The refusal and the step it met, counted from 0; no step for the opening or the catching up. A step that is
    /// not exactly one act, photo or link is refused as [`Refusal::TextMissing`].
    pub fn retell(&self, now: Instant, rules: &Rules) -> Result<Vec<Event>, (Option<u32>, Refusal)> {
        let opening = Command::Open(Box::new(self.opening.clone()));
        let by = Actor::Person(self.by.clone());
        let mut events = decide(None, &opening, &by, self.at, rules).map_err(|refusal| (None, refusal))?;
        let mut ticket = events.first().and_then(Ticket::opened).ok_or((None, Refusal::NotFound))?;
        let mut add = |decided: Vec<Event>, ticket: &mut Ticket| {
            for event in &decided {
                ticket.apply(event);
            }
            events.extend(decided);
        };
        for (index, step) in (0_u32..).zip(&self.steps) {
            let by = Actor::Person(step.by.clone());
            let command = step.command().ok_or((Some(index), Refusal::TextMissing))?;
            let decided = decide(Some(&ticket), &command, &by, step.at, rules);
            add(decided.map_err(|refusal| (Some(index), refusal))?, &mut ticket);
        }
        let overdue = decide(Some(&ticket), &Command::ClockStruck, &Actor::Clock, now, rules);
        add(overdue.map_err(|refusal| (None, refusal))?, &mut ticket);
        Ok(events)
    }
}

impl ImportedStep {
    /// The one thing the step is, or `None` when it is none or several.
    fn command(&self) -> Option<Command> {
        match (&self.act, &self.photo, self.link) {
            (Some(act), None, None) => Some(Command::Act(act.clone())),
            (None, Some(photo), None) => Some(Command::AttachPhoto(photo.clone())),
            (None, None, Some((relation, to))) => Some(Command::Link { to, relation }),
            _ => None,
        }
    }
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
