//! Words.

use super::words;

words! {
    /// Words.
    StartText {
        title: "", "";
    }
}
