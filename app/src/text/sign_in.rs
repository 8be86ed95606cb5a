//! Words.

use super::words;

words! {
    /// Words.
    SignInText {
        title: "", "";
    }
}
