//! Photos on their way: chosen before sending, uploaded once the ticket exists, each with its progress and its own error.

use domain::api::TicketView;
use domain::ticket::TicketNumber;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement, Url};

use super::Icon;
use crate::api::{self, ApiError, IdempotencyKey};
use crate::text::SharedText;

/// One photo and how far it got.
#[derive(Clone)]
struct Upload {
    id: u32,
    file: File,
    preview: String,
    key: IdempotencyKey,
    /// Not owned by the page it was chosen on: the upload goes on when that page is left.
    state: ArcRwSignal<UploadState>,
}

#[derive(Clone, PartialEq)]
enum UploadState {
    Waiting,
    Sending(u32),
    Sent,
    Failed(ApiError),
}

/// The photos a person chose. `Copy`: hand it around. It must be made by an owner that outlives the uploads.
#[derive(Clone, Copy)]
pub struct Photos {
    list: RwSignal<Vec<Upload>, LocalStorage>,
    ticket: RwSignal<Option<TicketNumber>>,
}

impl Photos {
    /// None chosen yet.
    pub fn new() -> Self {
        Self { list: RwSignal::new_local(Vec::new()), ticket: RwSignal::new(None) }
    }

    /// Whether there are none, tracked.
    pub fn is_empty(self) -> bool {
        self.list.with(Vec::is_empty)
    }

    /// Whether there are none now, untracked.
    pub fn is_empty_now(self) -> bool {
        self.list.with_untracked(Vec::is_empty)
    }

    /// Whether there are some and every one of them arrived, untracked.
    pub fn all_arrived(self) -> bool {
        let arrived = |list: &Vec<Upload>| !list.is_empty() && list.iter().all(Upload::arrived);
        self.list.try_with_untracked(arrived).unwrap_or(true)
    }

    /// Takes off those that arrived; the others may still.
    pub fn drop_arrived(self) {
        let _ = self.list.try_update(|list| {
            list.retain(|upload| {
                let arrived = upload.arrived();
                if arrived {
                    let _ = Url::revoke_object_url(&upload.preview);
                }
                !arrived
            });
        });
    }

    /// Adds what was chosen.
    pub fn add(self, files: impl IntoIterator<Item = File>) {
        for file in files {
            let id = self.list.with_untracked(|list| list.last().map_or(0, |last| last.id + 1));
            let preview = Url::create_object_url_with_blob(&file).unwrap_or_default();
            let state = ArcRwSignal::new(UploadState::Waiting);
            self.list
                .update(|list| list.push(Upload { id, file, preview, key: IdempotencyKey::fresh(), state }));
        }
    }

    fn remove(self, id: u32) {
        self.list.update(|list| {
            list.retain(|upload| {
                let stays = upload.id != id;
                if !stays {
                    let _ = Url::revoke_object_url(&upload.preview);
                }
                stays
            });
        });
    }

    /// Forgets them all.
    pub fn clear(self) {
        let _ = self.list.try_update(|list| {
            for upload in list.drain(..) {
                let _ = Url::revoke_object_url(&upload.preview);
            }
        });
        let _ = self.ticket.try_set(None);
    }

    /// Sends all that have not arrived and are not on their way, one after the other, and tells of each ticket that comes back. Answers whether
    /// all arrived.
    pub async fn send_all(self, number: TicketNumber, on_sent: impl Fn(TicketView)) -> bool {
        let _ = self.ticket.try_set(Some(number));
        let waiting = self.list.try_with_untracked(Clone::clone).unwrap_or_default();
        let mut all = true;
        for upload in waiting {
            if !matches!(upload.state.get_untracked(), UploadState::Sent | UploadState::Sending(_)) {
                match upload.send(number).await {
                    Some(ticket) => on_sent(ticket),
                    None => all = false,
                }
            }
        }
        all
    }

    fn retry(self, id: u32) {
        let upload = self.list.with_untracked(|list| list.iter().find(|upload| upload.id == id).cloned());
        if let Some((upload, number)) = upload.zip(self.ticket.get_untracked()) {
            spawn_local(async move {
                upload.send(number).await;
            });
        }
    }
}

impl Upload {
    fn arrived(&self) -> bool {
        self.state.get_untracked() == UploadState::Sent
    }

    async fn send(&self, number: TicketNumber) -> Option<TicketView> {
        let state = &self.state;
        state.set(UploadState::Sending(0));
        let heard = state.clone();
        let progress = move |share: f64| {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a share is between 0 and 1"
            )]
            heard.set(UploadState::Sending((share * 100.0) as u32));
        };
        match api::attach_photo(number, &self.file.name(), &self.file, &self.key, progress).await {
            Ok(ticket) => {
                state.set(UploadState::Sent);
                Some(ticket)
            }
            Err(error) => {
                state.set(UploadState::Failed(error));
                None
            }
        }
    }
}

/// The button that opens camera or gallery; an input of its own beneath it, so the keyboard and old phones work.
#[component]
pub fn PhotoPicker(
    /// Where the chosen go.
    photos: Photos,
    /// The input's id.
    #[prop(into)]
    id: String,
) -> impl IntoView {
    let choose = move |event: leptos::ev::Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        if let Some(files) = input.files() {
            photos.add((0..files.length()).filter_map(|place| files.get(place)));
        }
        // So that choosing the same photo again is a change.
        input.set_value("");
    };
    let input = id.clone();
    view! {
        <label class="button" for=id>
            <Icon name="i-camera"/>
            {SharedText::current().add_photos()}
            <input class="visually-hidden" id=input type="file" accept="image/*" multiple on:change=choose/>
        </label>
    }
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
                <For each=move || photos.list.get() key=|upload| upload.id let(upload)>
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
    let Upload { id, preview, file, .. } = upload;
    let state = RwSignal::from(upload.state);
    let said = move || match state.get() {
        UploadState::Waiting => text.photo_ready().to_owned(),
        UploadState::Sending(percent) => text.photo_sending(percent),
        UploadState::Sent => text.photo_sent().to_owned(),
        UploadState::Failed(error) => format!("{}. {}", error.title(), error.detail()),
    };
    let bar = move || match state.get() {
        UploadState::Sending(percent) => {
            Some(view! { <progress class="bar" max="100" value=percent></progress> })
        }
        _ => None,
    };
    let button = move || {
        match state.get() {
        UploadState::Failed(error) if photos.ticket.get().is_some() && may_yet_arrive(&error) => Some(
            view! {
                <button class="button" type="button" on:click=move |_| photos.retry(id)>
                    <Icon name="i-retry"/>
                    {text.photo_retry()}
                </button>
            }
            .into_any(),
        ),
        UploadState::Waiting | UploadState::Failed(_) => Some(
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
        <li class="upload" class:upload--failed=move || matches!(state.get(), UploadState::Failed(_))>
            <img class="upload__picture" src=preview alt=""/>
            <span class="upload__name">{file.name()}</span>
            <div class="upload__state">{said}{bar}</div>
            {button}
        </li>
    }
}
