//! Short messages that come and go, said aloud by a live region.

use std::time::Duration;

use leptos::prelude::*;

use super::Icon;
use super::newer::NewerNote;
use crate::browser;
use crate::text::SharedText;

/// Long enough to read one sentence twice.
const STAYS: Duration = Duration::from_secs(7);

#[derive(Clone, Copy)]
struct Line(RwSignal<Vec<(u32, String)>>);

/// Makes the line known to everything below.
pub fn provide_toasts() {
    provide_context(Line(RwSignal::new(Vec::new())));
}

/// A way to say something short, to be taken while a component is built and used any time.
pub fn toast() -> impl Fn(&str) + Copy + Send + Sync + 'static {
    let line = use_context::<Line>();
    move |message: &str| {
        let Some(Line(line)) = line else { return };
        let id = line.with_untracked(|line| line.last().map_or(0, |(id, _)| id + 1));
        line.update(|line| line.push((id, message.to_owned())));
        set_timeout(move || remove(line, id), STAYS);
    }
}

fn remove(line: RwSignal<Vec<(u32, String)>>, id: u32) {
    line.update(|line| line.retain(|(other, _)| *other != id));
}

/// Where they appear. Once, at the end of the page.
#[component]
pub fn Toasts() -> impl IntoView {
    let line = use_context::<Line>().map(|Line(line)| line);
    let messages = move || line.map(|line| line.get()).unwrap_or_default();
    Effect::new(move |_| {
        if !messages().is_empty() {
            request_animation_frame(|| browser::keep_clear(".toasts", "toasts--above", ".key-tag--large"));
        }
    });
    view! {
        <div class="toasts" role="status">
            <NewerNote/>
            <For each=messages key=|(id, _)| *id let((id, message))>
                <div class="toast">
                    <span class="toast__said">{message}</span>
                    <button
                        class="button button--icon"
                        type="button"
                        aria-label=SharedText::current().close_message()
                        on:click=move |_| {
                            if let Some(line) = line {
                                remove(line, id);
                            }
                        }
                    >
                        <Icon name="i-close"/>
                    </button>
                </div>
            </For>
        </div>
    }
}
