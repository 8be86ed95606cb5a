//! The guide's items, to mark what is missing (R8).

use domain::guide::GuideItem;
use leptos::prelude::*;
use wording::findings::item_label;

use crate::locale::locale;
use crate::pages::agent::ticket::case::Case;
use crate::pages::agent::ticket::writer::thin_items;
use crate::text::agent::acts::ActText;

/// One box for each item; those the client left empty or thin say so.
#[component]
pub fn MissingItems(
    /// The ticket.
    case: Case,
    /// Which items can be marked.
    items: Vec<GuideItem>,
    /// The marked ones, in the order of the guide.
    missing: RwSignal<Vec<GuideItem>>,
) -> impl IntoView {
    let say = ActText::current();
    let thin = thin_items(case);
    let tick = move |item: GuideItem| {
        let is_thin = thin.contains(&item);
        let mark = move |event| {
            let marked = event_target_checked(&event);
            missing.update(|missing| {
                missing.retain(|of| *of != item);
                if marked {
                    missing.push(item);
                    missing.sort_unstable();
                }
            });
        };
        view! {
            <label class="tick tick--tight">
                <input type="checkbox" prop:checked=move || missing.with(|missing| missing.contains(&item)) on:change=mark/>
                <span>
                    {item_label(item, locale())}
                    {is_thin.then(|| view! { <span class="field__optional">" ("{say.thin()}")"</span> })}
                </span>
            </label>
        }
    };
    view! {
        <fieldset>
            <legend class="field__label">{say.missing()}</legend>
            <p class="field__hint">{say.missing_hint()}</p>
            <div class="tick-grid">{items.into_iter().map(tick).collect_view()}</div>
        </fieldset>
    }
}
