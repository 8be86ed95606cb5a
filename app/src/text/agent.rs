//! The words of the agents' side, by screen.

pub mod acts;
pub mod administration;
pub mod calendar;
pub mod call;
pub mod desk;
pub mod people;
pub mod queue;
pub mod ticket;

/// A sentence with one full stop at its end, also when it ends in "p. m.".
fn sentence(mut words: String) -> String {
    if !words.ends_with('.') {
        words.push('.');
    }
    words
}
