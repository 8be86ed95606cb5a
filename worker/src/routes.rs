//! Parse, load, decide, store, respond: one file a resource.

pub mod address;
pub mod attention_days;
pub mod audit;
pub mod calendar;
pub mod data_requests;
pub mod guide;
pub mod hotels;
pub mod imports;
pub mod invitations;
pub mod links;
pub mod openapi;
pub mod own_sessions;
pub mod passes;
pub mod people;
pub mod personal_data;
pub mod photos;
pub mod push;
pub mod reference;
pub mod reservations;
pub mod second_factor;
pub mod sessions;
pub mod tickets;
pub mod unconfirmed;
mod view;
pub mod visitors;
