//! Numbers as people write them, and the examples that libphonenumber publishes for each country, as facts.

mod published;
mod written_forms;

use super::{PhoneError, PhoneNumber};

/// The E.164 form of what was written.
fn e164(text: &str) -> Result<String, PhoneError> {
    PhoneNumber::parse(text).map(|number| number.as_e164().to_owned())
}
