//! Something didn't come: what, and what to do.

use leptos::prelude::*;

use super::{Drawing, Icon};
use crate::api::ApiError;
use crate::text::ErrorText;

/// Stands where the content would be. With `on_retry` it has a button to ask again.
#[component]
pub fn ErrorPanel(
    /// What happened.
    error: ApiError,
    /// Asks again.
    #[prop(optional, into)]
    on_retry: Option<Callback<()>>,
) -> impl IntoView {
    let drawing = match error {
        ApiError::Offline => "d-offline",
        _ if error.is_not_found() => "d-not-found",
        _ => "d-broken",
    };
    view! {
        <div class="empty" role="alert">
            <Drawing name=drawing/>
            <h2 class="empty__title">{error.title()}</h2>
            <p class="empty__text">{error.detail()}</p>
            {on_retry
                .map(|retry| {
                    view! {
                        <button class="button" type="button" on:click=move |_| retry.run(())>
                            <Icon name="i-retry"/>
                            {ErrorText::current().retry()}
                        </button>
                    }
                })}
        </div>
    }
}
