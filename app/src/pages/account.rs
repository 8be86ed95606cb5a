//! The pages of one's own account.

mod devices;
mod second_factor;

pub use devices::DevicesPage;
pub use second_factor::SecondFactorPage;
