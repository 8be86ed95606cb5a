//! The pages a hotel reads when nothing is failing (R21): written for this portal, from what the contract says.

mod about;
mod help;
mod practices;
mod privacy;
mod ransomware;

pub use about::{AREAS, AboutText, VALUES};
pub use help::{DOORS, HelpText};
pub use practices::{PRACTICES, PracticesText};
pub use privacy::PrivacyText;
pub use ransomware::{AFTER, BEFORE, NEVER, RansomwareText};

use crate::locale::{Locale, locale};

/// A heading and what it means, Spanish first.
pub type Said = [(&'static str, &'static str); 2];

/// The pair in the language of the page.
pub fn said([es, en]: Said) -> (&'static str, &'static str) {
    match locale() {
        Locale::Es => es,
        Locale::En => en,
    }
}
