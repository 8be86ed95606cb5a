//! The support contract of SOHOAPP SAS as code.
//!
//! **In scope**: every rule of the contract (R1–R22), the ticket's life as commands and events, attention hours and
//! Colombian holidays, who may do what, who must be told what, and the wire types that portal and Worker share.
//!
//! **Out of scope**: input and output of any kind, reading a clock, randomness, storage, HTTP, visible words
//! (those are in `wording`), and anything that only exists in a browser or in a Worker. Instants, identifiers and
//! random serials are always arguments, so the same inputs give the same answers everywhere.

pub mod access;
pub mod api;
pub mod audit;
pub mod calendar;
mod codes;
pub mod device;
pub mod encoding;
pub mod guide;
pub mod ident;
pub mod inbound;
pub mod notice;
pub mod people;
pub mod policy;
pub mod privacy;
pub mod push;
pub mod scope;
pub mod second_factor;
pub mod sign_in;
pub mod ticket;

/// A point in time, in UTC, at a grain of one second. People see it in [`calendar::BOGOTA`].
pub type Instant = chrono::DateTime<chrono::Utc>;
