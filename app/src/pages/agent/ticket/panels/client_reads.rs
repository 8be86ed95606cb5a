//! What the client will read, shown before it is sent.

use leptos::prelude::*;

use crate::text::agent::acts::ActText;

/// The words as the client gets them; nothing while there are none.
#[component]
pub fn ClientReads(
    /// The words, a paragraph a line.
    #[prop(into)]
    words: Signal<String>,
) -> impl IntoView {
    move || {
        words.with(|words| (!words.is_empty()).then(|| words.clone())).map(|words| {
            view! {
                <figure class="client-reads">
                    <figcaption class="client-reads__label">{ActText::current().client_reads()}</figcaption>
                    <blockquote class="client-reads__words">{words}</blockquote>
                </figure>
            }
        })
    }
}
