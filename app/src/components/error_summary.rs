//! Every error of a form in one place, each a link to its field.

use leptos::prelude::*;

use crate::text::ErrorText;

/// The id to move the focus to when a form was not accepted.
pub const ERROR_SUMMARY: &str = "error-summary";

/// Shown above a form that was sent with errors; move the focus to [`ERROR_SUMMARY`] then.
#[component]
pub fn ErrorSummary(
    /// The id of the control at fault and what to do.
    #[prop(into)]
    errors: Signal<Vec<(String, String)>>,
    /// Told the control's id when its link is followed, before the focus moves there.
    #[prop(optional, into)]
    on_follow: Option<Callback<String>>,
) -> impl IntoView {
    let follow = move |id: String| {
        if let Some(on_follow) = on_follow {
            on_follow.run(id.clone());
        }
        // A step of the form may have to appear first.
        request_animation_frame(move || crate::browser::focus(&id));
    };
    let item = move |(id, message): (String, String)| {
        let href = format!("#{id}");
        view! {
            <li>
                <a
                    href=href
                    on:click=move |event| {
                        event.prevent_default();
                        follow(id.clone());
                    }
                >
                    {message}
                </a>
            </li>
        }
    };
    move || {
        let errors = errors.get();
        (!errors.is_empty()).then(|| {
            view! {
                <div class="error-summary" id=ERROR_SUMMARY role="alert" tabindex="-1">
                    <h2 class="error-summary__title">{ErrorText::current().summary_title()}</h2>
                    <ul class="error-summary__list">{errors.into_iter().map(item).collect_view()}</ul>
                </div>
            }
        })
    }
}
