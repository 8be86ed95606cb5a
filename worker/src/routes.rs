//! Parse, load, decide, store, respond: one file a resource.

pub mod attention_days;
pub mod audit;
pub mod calendar;
pub mod data_requests;
pub mod guide;
pub mod imports;
pub mod links;
pub mod openapi;
pub mod passes;
pub mod personal_data;
pub mod photos;
pub mod reference;
pub mod reservations;
pub mod second_factor;
pub mod sessions;
pub mod tickets;
pub mod unconfirmed;
mod view;
