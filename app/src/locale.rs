//! The language of the portal: Spanish first, switchable, remembered on the device.
//!
//! It is a value of the page, not a signal: [`crate::app::App`] is built afresh when it changes, so every word is
//! read once, wherever it is needed.

use std::cell::Cell;

use leptos::prelude::*;
pub use wording::Locale;

use crate::browser;

thread_local! {
    static CURRENT: Cell<Locale> = const { Cell::new(Locale::Es) };
}

/// Where the device remembers it.
pub const KEY: &str = "soho.idioma";

/// Told when the language changes.
#[derive(Clone, Copy)]
pub struct LocaleSwitch(pub Trigger);

/// Reads the remembered language and makes the switch known to everything below.
pub fn provide_locale() -> LocaleSwitch {
    let remembered = match browser::recall(KEY).as_deref() {
        Some("en") => Locale::En,
        _ => Locale::Es,
    };
    apply(remembered);
    let switch = LocaleSwitch(Trigger::new());
    provide_context(switch);
    switch
}

/// The language now.
pub fn locale() -> Locale {
    CURRENT.with(Cell::get)
}

/// Its BCP 47 tag.
pub fn current_tag() -> &'static str {
    match locale() {
        Locale::Es => "es-CO",
        Locale::En => "en",
    }
}

/// The other one of the two.
pub fn other() -> Locale {
    match locale() {
        Locale::Es => Locale::En,
        Locale::En => Locale::Es,
    }
}

impl LocaleSwitch {
    /// Changes the language and remembers it.
    pub fn set(self, locale: Locale) {
        apply(locale);
        browser::remember(KEY, if locale == Locale::En { "en" } else { "es" });
        self.0.notify();
    }
}

fn apply(locale: Locale) {
    CURRENT.with(|current| current.set(locale));
    if let Some(page) = browser::document().and_then(|document| document.document_element()) {
        let _ = page.set_attribute("lang", current_tag());
    }
}
