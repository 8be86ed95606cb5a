//! Single keys on the desk. They are silent while somebody types or a dialog is open, and can be turned off for people
//! whose software types for them (WCAG 2.1.4).

use std::cell::Cell;

use leptos::ev;
use leptos::leptos_dom::helpers::window_event_listener;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use crate::browser;

/// Where the device remembers that they are turned off.
pub const SILENCED: &str = "soho.sin-teclas";

/// How long the first key of a pair waits for the second, in milliseconds.
const PAIR: f64 = 1_500.0;

/// Hears single keys until the page goes away. `hear` gets the key, or the pair "g q", and answers whether it was for it.
pub fn listen(hear: impl Fn(&str) -> bool + 'static) {
    let first = Cell::new(None::<f64>);
    let listener = window_event_listener(ev::keydown, move |event: KeyboardEvent| {
        if event.default_prevented()
            || event.ctrl_key()
            || event.alt_key()
            || event.meta_key()
            || event.repeat() && event.key() == "t"
        {
            return;
        }
        if silenced() || somebody_writes(&event) || dialog_is_open() {
            return;
        }
        let key = event.key();
        let pairs = first.take().is_some_and(|at| event.time_stamp() - at < PAIR);
        if !pairs && key == "g" {
            first.set(Some(event.time_stamp()));
            return;
        }
        let heard = if pairs { hear(&["g ", &key].concat()) } else { hear(&key) };
        if heard {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}

/// Whether single keys are turned off on this device.
pub fn silenced() -> bool {
    browser::recall(SILENCED).is_some()
}

/// Turns single keys off or on again.
pub fn silence(silent: bool) {
    if silent { browser::remember(SILENCED, "1") } else { browser::forget(SILENCED) }
}

/// Whether the key goes into a text.
pub fn somebody_writes(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| {
        element
            .matches("textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])")
            .unwrap_or(false)
    })
}

fn dialog_is_open() -> bool {
    browser::document().is_some_and(|page| page.query_selector("dialog[open]").ok().flatten().is_some())
}

/// Whether the focus is on, or inside, something that `selector` names.
pub fn focus_is_on(selector: &str) -> bool {
    let focused = browser::document().and_then(|page| page.active_element());
    focused.is_some_and(|element| element.closest(selector).ok().flatten().is_some())
}

/// Takes the focus away from wherever it is, so that single keys are heard again.
pub fn let_go() {
    let focused = browser::document().and_then(|page| page.active_element());
    if let Some(focused) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = focused.blur();
    }
}
