//! What was asked last and under which key, so that trying again does once, also after a reload, and asking something
//! else is never taken for the same.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::api::IdempotencyKey;
use crate::browser;

/// The last thing asked and its key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Asked {
    what: String,
    key: IdempotencyKey,
}

/// Something a person is about to ask, kept on the device under a name of its own. It is kept in memory too: a private
/// window without storage must not ask twice either.
#[derive(Clone, Copy)]
pub struct Intent {
    place: StoredValue<String>,
    last: StoredValue<Option<Asked>>,
}

impl Intent {
    /// Takes up what was asked last, while a component is built.
    pub fn begin(place: String) -> Self {
        let last = browser::recall(&place).and_then(|kept| serde_json::from_str(&kept).ok());
        Self { place: StoredValue::new(place), last: StoredValue::new(last) }
    }

    /// The key to ask this with: the same as before if it is what was asked before, a fresh one otherwise.
    pub fn key_for(self, what: &impl Serialize) -> IdempotencyKey {
        self.key_for_text(serde_json::to_string(what).unwrap_or_default())
    }

    fn key_for_text(self, what: String) -> IdempotencyKey {
        let known = self.last.try_get_value().flatten().filter(|asked| asked.what == what);
        if let Some(asked) = known {
            return asked.key;
        }
        let asked = Asked { what, key: IdempotencyKey::fresh() };
        if let (Some(place), Ok(kept)) = (self.place.try_get_value(), serde_json::to_string(&asked)) {
            browser::remember(&place, &kept);
        }
        let key = asked.key.clone();
        let _ = self.last.try_set_value(Some(asked));
        key
    }

    /// It was done, is not wanted, or its key is of no use: the next asking is another one.
    pub fn forget(self) {
        if let Some(place) = self.place.try_get_value() {
            browser::forget(&place);
        }
        let _ = self.last.try_set_value(None);
    }
}
