//! The pages of one's own account.

mod second_factor;

pub use second_factor::SecondFactorPage;
