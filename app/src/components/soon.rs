//! What the first sight of a page can do without, built right after it.

use std::time::Duration;

use leptos::prelude::*;

/// Builds its children in a task of their own, once: between two tasks a browser answers touches and paints, which on a cheap
/// phone is the difference between a page that is there and one that hangs. Several are built one after another, in their
/// order. For what stands below the fold or is folded up; never for what somebody is already looking at.
#[component]
pub fn Soon(children: Children) -> impl IntoView {
    let children = StoredValue::new_local(Some(children));
    let due = RwSignal::new(false);
    set_timeout(
        move || {
            // The page may be gone by now.
            let _ = due.try_set(true);
        },
        Duration::ZERO,
    );
    move || {
        let children = due.get().then(|| children.try_update_value(Option::take).flatten()).flatten();
        children.map(|children| children())
    }
}
