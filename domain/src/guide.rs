//! The guide for detailing a request: a [`Draft`] as it is typed, what is to be said of it, and the [`Request`] it
//! becomes (R1–R8).
//!
//! The browser and the Worker run this same code: the browser to help while a person types, the Worker to decide.
//! A [`Draft`] may hold anything. [`Draft::check`] says what is wrong (errors) and what could be better (advice);
//! [`Draft::submit`] gives a [`Request`], whose types cannot hold what the guide refuses.

mod check;
mod completeness;
mod draft;
pub mod email;
mod field;
mod finding;
mod letters;
mod name;
mod needs;
mod normalized;
pub mod phone;
pub mod photo;
mod request;
pub mod subject;
mod text;

pub use completeness::{Completeness, Item, ItemState};
pub use draft::Draft;
pub use email::{EmailAddress, EmailError};
pub use field::{Field, GuideItem};
pub use finding::{Finding, FindingCode, Severity};
pub use name::{FullName, NameError};
pub use needs::{Need, asked, need, required};
pub use normalized::Normalized;
pub use phone::{PhoneError, PhoneNumber};
pub use request::{Impact, Request};
pub use subject::{Subject, SubjectError, Urgency};
