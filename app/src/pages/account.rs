//! The pages of one's own account.

mod devices;
mod invitation;
mod second_factor;

pub use devices::DevicesPage;
pub use invitation::InvitationPage;
pub use second_factor::SecondFactorPage;
