//! The words of one's own account.

mod devices;
mod factor;
mod invitation;

pub use devices::DevicesText;
pub use factor::FactorText;
pub use invitation::InvitationText;
