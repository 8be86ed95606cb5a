//! Parse, load, decide, store, respond: one file a resource.

pub mod calendar;
pub mod guide;
pub mod imports;
pub mod openapi;
pub mod photos;
pub mod reference;
pub mod sessions;
pub mod tickets;
mod view;
