//! The words of one's own account.

mod devices;
mod factor;

pub use devices::DevicesText;
pub use factor::FactorText;
