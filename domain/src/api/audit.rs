//! The wire of the record of acts (see [`crate::audit`]).

use crate::Instant;
use crate::ident::AccountId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One line of the record. Codes are those of [`crate::audit`]; text, so that a newer one can still be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditEntry {
    /// Its place in the record.
    pub id: u32,
    /// When.
    pub at: Instant,
    /// Who; absent when the deployment did it.
    pub actor: Option<AccountId>,
    /// Their name now, if they still have one.
    pub actor_name: Option<String>,
    /// The role they had then.
    pub actor_role: Option<String>,
    /// What.
    pub act: String,
    /// To what kind of thing.
    pub subject_kind: String,
    /// To which one.
    pub subject: String,
    /// What the person that it was done to, or who asked about their data, is called now, if they still have a name.
    pub subject_name: Option<String>,
    /// Facts by name.
    pub detail: BTreeMap<String, String>,
}

/// `GET /api/v1/audit`: a page of the record, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditPage {
    /// The entries.
    pub entries: Vec<AuditEntry>,
    /// Pass as `after` for the next page; absent at the end.
    pub next: Option<String>,
}
