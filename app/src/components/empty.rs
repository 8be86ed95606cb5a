//! Nothing here: a drawing, one sentence, one way on.

use leptos::prelude::*;

use super::Drawing;

/// What a page shows when it has nothing to show. The children are the way on.
#[component]
pub fn EmptyState(
    /// The drawing's id in the sprite.
    drawing: &'static str,
    /// One line.
    #[prop(into)]
    title: String,
    /// One sentence more.
    #[prop(into)]
    text: String,
    /// Whether it is all there is on the page, so that its title is the page's.
    #[prop(optional)]
    page: bool,
    /// A button or link.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <Drawing name=drawing/>
            {if page {
                view! { <h1 class="empty__title">{title}</h1> }.into_any()
            } else {
                view! { <h2 class="empty__title">{title}</h2> }.into_any()
            }}
            <p class="empty__text">{text}</p>
            {children.map(|children| children())}
        </div>
    }
}
