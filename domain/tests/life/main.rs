//! The life of a ticket: each rule by table, and all of them together by random histories.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

mod desk;
mod form;
// Random histories are played natively alone: proptest has no place in WebAssembly.
#[cfg(not(target_arch = "wasm32"))]
mod model;
mod rules;
