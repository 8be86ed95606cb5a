//! What can be bound to a statement. `Option` becomes NULL, never `undefined`, which D1 refuses.

use domain::Instant;
use worker::wasm_bindgen::JsValue;

/// One bound parameter.
#[derive(Debug, Clone)]
pub enum Value {
    /// NULL.
    Null,
    /// TEXT.
    Text(String),
    /// INTEGER; D1 carries 53 bits.
    Integer(i64),
}

impl Value {
    pub(super) fn into_js(self) -> JsValue {
        match self {
            Self::Null => JsValue::NULL,
            Self::Text(text) => JsValue::from(text),
            #[expect(
                clippy::cast_precision_loss,
                reason = "D1 itself carries integers as JavaScript numbers"
            )]
            Self::Integer(number) => JsValue::from(number as f64),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Integer(i64::from(number))
    }
}

impl From<Instant> for Value {
    fn from(at: Instant) -> Self {
        Self::Text(super::stored(at))
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
