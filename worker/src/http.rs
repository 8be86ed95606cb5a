//! What every route shares: problem answers, sessions, limits, headers and reading of bodies.

pub mod ask;
pub mod body;
pub mod csv;
pub mod guard;
mod network;
pub mod problem;
pub mod secrets;
pub mod turnstile;
