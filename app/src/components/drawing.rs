//! The larger drawings of the sprite in `index.html`.

use leptos::prelude::*;

/// A drawing for an empty page or an error.
#[component]
pub fn Drawing(
    /// The symbol's id in the sprite, such as `d-offline`.
    name: &'static str,
) -> impl IntoView {
    view! {
        <svg class="empty__drawing" viewBox="0 0 160 180" aria-hidden="true">
            <use href=format!("#{name}")/>
        </svg>
    }
}
