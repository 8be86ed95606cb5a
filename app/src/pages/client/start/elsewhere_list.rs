//! The nine requests that are not support, folded away.

use domain::scope::OutOfScope;
use leptos::prelude::*;
use wording::scope::out_of_scope_title;

use crate::components::Icon;
use crate::locale::locale;
use crate::text::StartText;

/// The nine, each leading to the page that says why and hands over (R2).
#[component]
pub fn ElsewhereList() -> impl IntoView {
    let text = StartText::current();
    let items = OutOfScope::ALL.map(|area| {
        view! {
            <li class="elsewhere__item">
                <a href=format!("/comercial/{area}")>{out_of_scope_title(area, locale())}<Icon name="i-arrow"/></a>
            </li>
        }
    });
    view! {
        <details class="fold">
            <summary><h2 class="fold__title">{text.elsewhere()}</h2></summary>
            <div class="fold__body stack">
                <p class="soft">{text.elsewhere_hint()}</p>
                <ul class="elsewhere">{items.collect_view()}</ul>
            </div>
        </details>
    }
}
