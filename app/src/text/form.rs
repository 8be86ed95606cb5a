//! Words.

use super::words;

words! {
    /// Words.
    FormText {
        title: "", "";
    }
}
