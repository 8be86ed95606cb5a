//! The words of the agents' side, by screen.

pub mod acts;
pub mod call;
pub mod desk;
pub mod queue;
pub mod ticket;
