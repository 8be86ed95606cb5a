//! One box to answer: the words, the pictures, one button.

use leptos::prelude::*;

use super::{Icon, PhotoList, PhotoPicker, Soon};
use crate::photos::Photos;
use crate::text::SharedText;

/// A text and photos to send. It keeps nothing: `body` and `photos` belong to the caller, who clears them when sent.
#[component]
pub fn Composer(
    /// The text box's id; also the base of the others.
    id: &'static str,
    /// What to write.
    #[prop(into)]
    label: Signal<String>,
    /// The text.
    body: RwSignal<String>,
    /// The photos; without them there is no camera button.
    #[prop(optional)]
    photos: Option<Photos>,
    /// The button's verb.
    #[prop(optional, into)]
    send_label: Option<Signal<String>>,
    /// While it travels.
    #[prop(into)]
    busy: Signal<bool>,
    /// What went wrong.
    #[prop(into)]
    error: Signal<Option<String>>,
    /// What is being asked of the reader, above the box.
    #[prop(optional, into)]
    asked: Signal<Option<String>>,
    /// Why it can't be written in: it was sent and waits. Its button tries again.
    #[prop(optional, into)]
    locked: Signal<Option<String>>,
    /// Whether it is a note that only staff reads.
    #[prop(optional, into)]
    note: Signal<bool>,
    /// Sends.
    #[prop(into)]
    on_send: Callback<()>,
    /// More buttons for the bar.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let verb =
        move || send_label.map_or_else(|| SharedText::current().send().to_owned(), |label| label.get());
    let says = format!("{id}-says");
    view! {
        <form
            class="composer"
            class:composer--note=move || note.get()
            class:composer--asked=move || asked.with(Option::is_some)
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                if !busy.get_untracked() {
                    on_send.run(());
                }
            }
        >
            {move || asked.get().map(|asked| view! { <p class="composer__asked">{asked}</p> })}
            <label class="composer__label" for=id>{move || label.get()}</label>
            <textarea
                class="composer__text"
                id=id
                rows="3"
                aria-describedby=says.clone()
                readonly=move || locked.with(Option::is_some)
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                prop:value=move || body.get()
                on:input=move |event| body.set(event_target_value(&event))
            ></textarea>
            <Soon>
                {photos.map(|photos| view! { <PhotoList photos=photos/> })}
                <div class="composer__bar">
                    {photos.map(|photos| view! { <PhotoPicker photos=photos id=format!("{id}-photos")/> })}
                    {children.map(|children| children())}
                    <button
                        class="button button--primary"
                        type="submit"
                        aria-busy=move || busy.get().then_some("true")
                    >
                        <Icon name="i-send"/>
                        {verb}
                    </button>
                </div>
            </Soon>
            <div id=says role="status">
                {move || locked.get().map(|words| view! { <p class="composer__asked">{words}</p> })}
                {move || error.get().map(|error| view! { <p class="composer__asked field__error">{error}</p> })}
            </div>
        </form>
    }
}
