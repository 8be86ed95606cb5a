//! Choosing photos, and how each gets on.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer, Event, HtmlInputElement};

use super::Icon;
use super::photo_editor::PhotoEditor;
use crate::api::ApiError;
use crate::photos::{Photos, Refusal, Upload, UploadState};
use crate::text::{PhotoText, SharedText};

/// The buttons that open gallery and camera; an input of its own beneath each, so the keyboard and old phones work. The camera has
/// one to itself where fingers point: asked for pictures of any kind, phones of today show the gallery alone.
#[component]
pub fn PhotoPicker(
    /// Where the chosen go.
    photos: Photos,
    /// The input's id.
    #[prop(into)]
    id: String,
) -> impl IntoView {
    let choose = move |event: Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        if let Some(files) = input.files() {
            photos.add((0..files.length()).filter_map(|place| files.get(place)));
        }
        // So that choosing the same photo again is a change.
        input.set_value("");
    };
    take_dropped(photos);
    let text = SharedText::current();
    let camera = format!("{id}-camera");
    let (from, input) = (camera.clone(), id.clone());
    view! {
        <label class="button only-touch" for=from>
            <Icon name="i-camera"/>
            {text.take_photo()}
            <input
                class="visually-hidden"
                id=camera
                type="file"
                accept="image/*"
                capture="environment"
                on:change=choose
            />
        </label>
        <label class="button" for=input>
            <Icon name="i-clip"/>
            {text.add_photos()}
            <input class="visually-hidden" id=id type="file" accept="image/*" multiple on:change=choose/>
        </label>
    }
}

/// What is pasted, or dropped anywhere on the page, is a photo of this letter too.
fn take_dropped(photos: Photos) {
    let add = move |data: Option<DataTransfer>, event: &Event| {
        let files = data.and_then(|data| data.files()).filter(|files| files.length() > 0);
        if let Some(files) = files {
            // Without this the browser would leave the page and show the file.
            event.prevent_default();
            photos.add((0..files.length()).filter_map(|place| files.get(place)));
        }
    };
    let pasted = window_event_listener(ev::paste, move |event| {
        let Ok(event) = event.dyn_into::<ClipboardEvent>() else { return };
        add(event.clipboard_data(), &event);
    });
    let over = window_event_listener(ev::dragover, move |event| event.prevent_default());
    let dropped = window_event_listener(ev::drop, move |event| add(event.data_transfer(), &event));
    on_cleanup(move || {
        pasted.remove();
        over.remove();
        dropped.remove();
    });
}

/// The chosen photos and how each gets on.
#[component]
pub fn PhotoList(
    /// The photos.
    photos: Photos,
) -> impl IntoView {
    view! {
        <Show when=move || !photos.is_empty()>
            <ul class="uploads">
                <For each=move || photos.list() key=|upload| upload.id let(upload)>
                    <UploadLine upload=upload photos=photos/>
                </For>
            </ul>
        </Show>
    }
}

/// Whether trying again can help: not with a file that is no photo, or is too large.
fn may_yet_arrive(error: &ApiError) -> bool {
    !matches!(error.code(), "not_an_image" | "too_large")
}

#[component]
fn UploadLine(upload: Upload, photos: Photos) -> impl IntoView {
    let text = SharedText::current();
    // In an answer the line is there before its photo knows where to go.
    let is_bound = move || photos.is_bound(upload.id);
    let Upload { id, preview, name, blob, .. } = upload;
    let blob = StoredValue::new_local(blob);
    let editing = RwSignal::new(false);
    let state = RwSignal::from(upload.state);
    let said = move || match state.get() {
        UploadState::Preparing => text.photo_preparing().to_owned(),
        UploadState::Refused(Refusal::Heic) => text.photo_heic().to_owned(),
        UploadState::Refused(Refusal::NoPicture) => text.photo_no_picture().to_owned(),
        UploadState::Waiting if is_bound() => text.photo_queued().to_owned(),
        UploadState::Waiting => text.photo_ready().to_owned(),
        UploadState::Sending(gone, all) => text.photo_sending(gone, all),
        UploadState::Sent => text.photo_sent().to_owned(),
        UploadState::Failed(ApiError::Offline) => text.photo_queued().to_owned(),
        UploadState::Failed(error) => format!("{}. {}", error.title(), error.detail()),
    };
    let failed = move || {
        matches!(state.get(), UploadState::Refused(_))
            || matches!(state.get(), UploadState::Failed(error) if error != ApiError::Offline)
    };
    let bar = move || match state.get() {
        UploadState::Sending(gone, all) => Some(
            view! { <progress class="bar" max=all value=gone aria-label=text.photo_sending(gone, all)></progress> },
        ),
        _ => None,
    };
    let button = move || {
        match state.get() {
        UploadState::Failed(error) if is_bound() && may_yet_arrive(&error) => Some(
            view! {
                <button class="button" type="button" on:click=move |_| photos.retry(id)>
                    <Icon name="i-retry"/>
                    {text.photo_retry()}
                </button>
            }
            .into_any(),
        ),
        UploadState::Waiting | UploadState::Preparing | UploadState::Refused(_) | UploadState::Failed(_) => Some(
            view! {
                <button class="button button--icon button--quiet" type="button" aria-label=text.take_off() on:click=move |_| photos.remove(id)>
                    <Icon name="i-close"/>
                </button>
            }
            .into_any(),
        ),
        _ => None,
    }
    };
    view! {
        <li class="upload" class:upload--failed=failed>
            // What can't be shown has no picture, rather than a broken one.
            <img
                class="upload__picture"
                class:upload__picture--none=move || matches!(state.get(), UploadState::Refused(_))
                src=preview
                alt=""
            />
            <span class="upload__name">{name}</span>
            <div class="upload__state">{said}{bar}</div>
            {move || {
                // Once it is on its way, it is as it is.
                (!is_bound() && state.get() == UploadState::Waiting)
                    .then(|| {
                        view! {
                            <button class="button button--quiet" type="button" on:click=move |_| editing.set(true)>
                                {PhotoText::current().edit()}
                            </button>
                        }
                    })
            }}
            {button}
            {move || {
                editing
                    .get()
                    .then(|| {
                        view! {
                            <PhotoEditor id=id blob=blob.get_value() photos=photos on_close=move |()| editing.set(false)/>
                        }
                    })
            }}
        </li>
    }
}
