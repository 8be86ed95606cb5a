//! Signing out. Front desks share computers, so nothing of a person may be there for the next one.

use crate::api::{self, ApiError};
use crate::browser;
use crate::locale;
use crate::outgoing::{Outgoing, use_outgoing_photos};
use crate::pages::agent::keys;
use crate::session::{Session, use_session};

/// Where the hotel's checklist of good practices is kept: it is the computer's, whoever sits at it.
pub const CHECKLIST: &str = "soho.practicas";

/// What is the device's rather than a person's: the language, whether single keys are heard, the checklist.
const OF_THE_DEVICE: [&str; 3] = [locale::KEY, keys::SILENCED, CHECKLIST];

/// Signs out; got while a component is built.
#[derive(Clone, Copy)]
pub struct SignOut {
    session: Session,
    outgoing: Outgoing,
}

/// What signs out.
pub fn use_sign_out() -> SignOut {
    SignOut { session: use_session(), outgoing: use_outgoing_photos() }
}

impl SignOut {
    /// Ends the session and wipes the person's details, drafts, unsent answers, notes and photos off the device.
    ///
    /// # Errors
    /// When the Worker could not be told: then the person is still signed in, and nothing is wiped.
    pub async fn run(self) -> Result<(), ApiError> {
        api::sign_out().await?;
        self.outgoing.clear();
        self.session.leave();
        browser::forget_all_but(&OF_THE_DEVICE);
        browser::badge(0);
        Ok(())
    }
}
