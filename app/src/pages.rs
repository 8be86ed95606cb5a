//! The pages, by who reads them.

pub mod account;
pub mod agent;
pub mod client;
pub mod info;
