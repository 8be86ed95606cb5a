//! Whether there is signal, as far as the device tells.

use leptos::prelude::*;

use crate::browser;

/// A signal of it, for as long as the component lives that asks.
pub fn online() -> RwSignal<bool> {
    let online = RwSignal::new(browser::is_online());
    let went = window_event_listener(leptos::ev::offline, move |_| online.set(false));
    let came = window_event_listener(leptos::ev::online, move |_| online.set(true));
    on_cleanup(move || {
        went.remove();
        came.remove();
    });
    online
}
