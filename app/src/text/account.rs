//! The words of one's own account.

mod factor;

pub use factor::FactorText;
