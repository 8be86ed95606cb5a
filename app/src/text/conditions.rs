//! Words.

use super::words;

words! {
    /// Words.
    ConditionsText {
        title: "", "";
    }
}
