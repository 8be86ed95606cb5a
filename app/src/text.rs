//! Every visible word of the portal that mails don't share (those are in `wording`).
//!
//! Each file holds tables made by [`words!`]: a small `Copy` type whose functions are named after what is said, Spanish
//! first. `StartText::current().title()` gives the words in the language of the page. Words that need a value take it as
//! an argument of a function written beside the table.

mod conditions;
pub mod data;
mod door;
mod error;
mod form;
mod news;
mod outbox;
mod photo;
mod sign_in;

mod status;
mod ticket;

pub mod account;
pub mod agent;
pub mod info;
mod shared;
pub mod start;
pub mod timeline;

pub use conditions::ConditionsText;
pub use data::MyDataText;
pub use door::DoorText;
pub use error::ErrorText;
pub use form::FormText;
pub use news::NewsText;
pub use outbox::OutboxText;
pub use photo::PhotoText;
pub use shared::SharedText;
pub use sign_in::SignInText;
pub use start::StartText;
pub use status::{StatusText, by_clock, promise_name, status_for_client, status_plain};
pub use ticket::TicketText;
pub use timeline::TimelineText;

/// Declares a table of words: one function for each, both languages side by side.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($key:ident: $es:literal, $en:literal;)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy)]
        pub struct $name(crate::locale::Locale);

        impl $name {
            /// The words in the language of the page.
            pub fn current() -> Self {
                Self(crate::locale::locale())
            }

            $(
                #[allow(missing_docs, dead_code, reason = "the name of each function is what it says")]
                pub const fn $key(self) -> &'static str {
                    match self.0 {
                        crate::locale::Locale::Es => $es,
                        crate::locale::Locale::En => $en,
                    }
                }
            )*
        }
    };
}

pub(crate) use words;

/// A sentence with one full stop: an hour such as "6:00 p. m." brings its own.
pub fn one_stop(sentence: &str) -> String {
    sentence.replace("..", ".")
}
