//! The shapes of what is coming.

use leptos::prelude::*;

use crate::text::SharedText;

/// Stands for a page that is being fetched.
#[component]
pub fn Skeleton(
    /// Whether a promise is among what comes.
    #[prop(optional)]
    promise: bool,
) -> impl IntoView {
    view! {
        <div class="stack" role="status">
            <span class="visually-hidden">{SharedText::current().loading()}</span>
            <span class="skeleton skeleton--title"></span>
            <span class="skeleton skeleton--line"></span>
            {promise.then(|| view! { <span class="skeleton skeleton--promise"></span> })}
            <span class="skeleton skeleton--block"></span>
            <span class="skeleton skeleton--block"></span>
        </div>
    }
}
