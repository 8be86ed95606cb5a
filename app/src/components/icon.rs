//! An icon of the sprite in `index.html`.

use leptos::prelude::*;

/// A drawing beside words that say the same, so assistive technology skips it.
#[component]
pub fn Icon(
    /// The symbol's id in the sprite, such as `i-phone`.
    name: &'static str,
) -> impl IntoView {
    view! {
        <svg class="icon" aria-hidden="true">
            <use href=format!("#{name}")/>
        </svg>
    }
}
