//! What the first sight of a page can do without, built right after it.

use std::time::Duration;

use leptos::prelude::*;

use crate::browser;

/// Builds its children in a task of their own, once: between two tasks a browser answers touches and paints, which on a cheap
/// phone is the difference between a page that is there and one that hangs. Most of what a first visit waits for is the browser
/// compiling what it runs for the first time, so what shares nothing with what was built before is worth a task. Several are built
/// one after another, in their order.
#[component]
pub fn Soon(
    /// What holds the place until then; nothing where nobody would see it.
    #[prop(optional, into)]
    meanwhile: Option<AnyView>,
    /// Whether nobody can see the children yet: then whatever is in sight goes first.
    #[prop(optional)]
    unseen: bool,
    /// What is built.
    children: Children,
) -> impl IntoView {
    let (children, meanwhile) = (StoredValue::new_local(Some(children)), StoredValue::new_local(meanwhile));
    let due = RwSignal::new(false);
    let build = move || {
        // The page may be gone by now.
        let _ = due.try_set(true);
    };
    if unseen {
        browser::when_idle(build);
    } else {
        set_timeout(build, Duration::ZERO);
    }
    move || {
        if due.get() {
            let children = children.try_update_value(Option::take).flatten();
            return children.map(|children| children());
        }
        meanwhile.try_update_value(Option::take).flatten()
    }
}
