//! Words.

use super::words;

words! {
    /// Words.
    TicketText {
        title: "", "";
    }
}
