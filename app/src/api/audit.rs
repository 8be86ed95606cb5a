//! The record of acts (administrators only).

use domain::api::audit::AuditPage;
use js_sys::encode_uri_component;

use super::{Answer, BASE, get};

/// What to look for in the record; what is empty asks for everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditQuestion {
    /// The code of an act.
    pub act: String,
    /// Part of the name or address of who did it.
    pub who: String,
    /// Part of what it was done to.
    pub text: String,
    /// The first day, as `2026-07-21`.
    pub from: String,
    /// The last day, as `2026-07-21`.
    pub to: String,
}

impl AuditQuestion {
    fn query(&self, after: Option<&str>) -> String {
        let Self { act, who, text, from, to } = self;
        let members = [
            ("act", &**act),
            ("who", who),
            ("text", text),
            ("from", from),
            ("to", to),
            ("after", after.unwrap_or_default()),
        ];
        let asked = members.into_iter().filter(|(_, value)| !value.is_empty());
        asked
            .map(|(name, value)| format!("{name}={}", String::from(encode_uri_component(value))))
            .collect::<Vec<_>>()
            .join("&")
    }
}

/// One page of the record; `after` is the `next` of the page before.
pub async fn audit(asked: &AuditQuestion, after: Option<&str>) -> Answer<AuditPage> {
    get(&format!("/audit?{}", asked.query(after))).await
}

/// Where the same search is as a file.
pub fn audit_file_url(asked: &AuditQuestion) -> String {
    format!("{BASE}/audit.csv?{}", asked.query(None))
}
