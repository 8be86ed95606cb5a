//! What the first sight of a page can do without, built right after it.

use leptos::prelude::*;

use crate::{browser, tasks};

/// Builds its children in a task of their own, once ([`tasks::soon`]). What shares nothing with what was built before is worth
/// one. They are built in the order of the page, also one within another.
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
        tasks::soon(build);
    }
    move || {
        if due.get() {
            let children = children.try_update_value(Option::take).flatten();
            return children.map(|children| children());
        }
        meanwhile.try_update_value(Option::take).flatten()
    }
}

/// Builds its children in a task of their own on the first page of a visit, where everything is run for the first time and the
/// outline of `index.html` is in sight meanwhile, and within what is built in tasks anyway; at once elsewhere.
#[component]
pub fn SoonAtFirst(
    /// What is built.
    children: Children,
) -> impl IntoView {
    if browser::has_skeleton() || tasks::are_running() {
        view! { <Soon>{children()}</Soon> }.into_any()
    } else {
        children().into_any()
    }
}

/// A page in its place. The first one of a visit is built in tasks of its own, while `index.html` shows its outline; at the latest
/// with the last of them that goes.
pub fn placed(build: impl FnOnce() -> AnyView + Send + 'static) -> AnyView {
    let first = browser::has_skeleton();
    let build = move || {
        let page = build();
        if first {
            tasks::at_last(browser::remove_skeleton);
        }
        page
    };
    view! { <SoonAtFirst>{build()}</SoonAtFirst> }.into_any()
}
