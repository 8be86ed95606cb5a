//! A code that was mailed and is still good. Whoever reads their mail on the phone that asked may find its page gone when they
//! come back, or come back by the mail's link: where they were and where they were going is kept as long as the code holds.

use chrono::TimeDelta;
use domain::Instant;
use serde::{Deserialize, Serialize};

use crate::browser;

/// Where it is kept that a code is to be asked for.
const WISHED: &str = "soho.codigo.pedir";

/// What the code is for: one at a time of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeFor {
    /// Signing in.
    Entering,
    /// One ticket.
    Following,
}

impl CodeFor {
    const fn place(self) -> &'static str {
        match self {
            Self::Entering => "soho.codigo.entrar",
            Self::Following => "soho.codigo.seguir",
        }
    }
}

/// A code on its way to its person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedCode {
    /// The address it went to, or the number of its ticket.
    pub whose: String,
    /// Where its person was going.
    pub back: Option<String>,
    until: Instant,
}

impl AskedCode {
    /// It was asked for, and is good for so many seconds.
    pub fn remember(what: CodeFor, whose: String, seconds: u32, back: Option<String>) {
        Self { whose, back, until: browser::now() + TimeDelta::seconds(seconds.into()) }.keep(what);
    }

    /// The same code, with another place to go.
    pub fn leading_to(self, what: CodeFor, back: Option<String>) -> Self {
        let code = Self { back, ..self };
        code.keep(what);
        code
    }

    fn keep(&self, what: CodeFor) {
        if let Ok(kept) = serde_json::to_string(self) {
            browser::remember(what.place(), &kept);
        }
    }

    /// The one that is still good.
    pub fn recall(what: CodeFor) -> Option<Self> {
        let kept: Option<Self> = serde_json::from_str(&browser::recall(what.place())?).ok();
        let good = kept.filter(|kept| kept.until > browser::now());
        if good.is_none() {
            Self::forget(what);
        }
        good
    }

    /// Whoever sends a form typed their address there: the page that asks for a code does it at once, this once, unless one for that
    /// address is on its way.
    pub fn wish(address: &str) {
        if Self::recall(CodeFor::Entering).is_none_or(|code| code.whose != address) {
            Self::forget(CodeFor::Entering);
            browser::remember(WISHED, "1");
        }
    }

    /// Whether it is wished for. From then on no more: a page that is loaded afresh waits for its person.
    pub fn take_wish() -> bool {
        let wished = browser::recall(WISHED).is_some();
        browser::forget(WISHED);
        wished
    }

    /// Whether no window has used it, or given it up.
    pub fn is_kept(what: CodeFor) -> bool {
        browser::recall(what.place()).is_some()
    }

    /// It was used, or is not wanted.
    pub fn forget(what: CodeFor) {
        browser::forget(what.place());
    }

    /// The seconds it is good for yet.
    pub fn seconds_left(&self) -> u32 {
        u32::try_from((self.until - browser::now()).num_seconds()).unwrap_or_default()
    }
}
