//! Photos of letters: made small on the device, kept beside their letter until they arrived, and sent once there is a ticket
//! to go to, each with its progress and its own error. Words never wait for them.

mod drawing;
mod kept;
mod shrink;

use domain::api::TicketView;
use domain::ticket::TicketNumber;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{Blob, File, Url};

use crate::api::{self, ApiError, IdempotencyKey};
use crate::letter::LetterName;

pub use drawing::{Drawing, Frame};
pub use kept::{Kept, all as all_kept, of as kept_of, of_forms};
pub use shrink::{Refusal, canvas_to_jpeg};

/// One photo and how far it got.
#[derive(Clone)]
pub struct Upload {
    /// Of the photos of one set; a changed photo is another.
    pub id: u32,
    /// Its file's name.
    pub name: String,
    /// What is sent.
    pub blob: Blob,
    /// Where the page finds it.
    pub preview: String,
    key: IdempotencyKey,
    /// Where the device keeps it.
    place: String,
    /// The ticket it goes to, once that is known.
    ticket: Option<TicketNumber>,
    /// Not owned by the page it was chosen on: the upload goes on when that page is left.
    pub state: ArcRwSignal<UploadState>,
}

/// How far a photo got.
#[derive(Clone, PartialEq)]
pub enum UploadState {
    /// It is being made small.
    Preparing,
    /// It can't be shown, and so not sent.
    Refused(Refusal),
    /// It is ready.
    Waiting,
    /// So many bytes have left, and of how many.
    Sending(f64, f64),
    /// It arrived.
    Sent,
    /// It did not.
    Failed(ApiError),
}

/// The photos of one letter. `Copy`: hand it around. It must be made by an owner that outlives the uploads.
#[derive(Clone, Copy)]
pub struct Photos {
    letter: LetterName,
    list: RwSignal<Vec<Upload>, LocalStorage>,
    /// The set that adopted these, once their form became a ticket.
    heir: StoredValue<Option<Photos>>,
}

impl Photos {
    /// None chosen yet.
    pub fn new(letter: LetterName) -> Self {
        Self { letter, list: RwSignal::new_local(Vec::new()), heir: StoredValue::new(None) }
    }

    /// All of them, tracked.
    pub fn list(self) -> Vec<Upload> {
        self.list.get()
    }

    /// Whether one of them knows where to go, tracked.
    pub fn is_bound(self, id: u32) -> bool {
        self.list.with(|list| list.iter().any(|upload| upload.id == id && upload.ticket.is_some()))
    }

    /// Whether there are none, tracked.
    pub fn is_empty(self) -> bool {
        self.list.with(Vec::is_empty)
    }

    /// Whether there is none now that could be sent, untracked.
    pub fn has_none_to_send(self) -> bool {
        self.list.with_untracked(|list| !list.iter().any(Upload::can_go))
    }

    /// Takes off those that arrived.
    pub fn drop_arrived(self) {
        self.retain(|upload| !upload.has_arrived());
    }

    /// Takes up what the device keeps of them and isn't here.
    pub fn take_up(self, kept: Vec<Kept>) {
        for kept in kept {
            let known =
                self.list.try_with_untracked(|list| list.iter().any(|upload| upload.place == kept.place));
            if known == Some(false) {
                let Kept { place, name, key, ticket, blob } = kept;
                let state = ArcRwSignal::new(UploadState::Waiting);
                let preview = Url::create_object_url_with_blob(&blob).unwrap_or_default();
                let id = self.next_id();
                self.push(Upload { id, name, blob, preview, key, place, ticket, state });
            }
        }
    }

    /// Takes up what the device keeps of this letter's.
    pub fn recall(self) {
        spawn_local(async move { self.take_up(kept::of(self.letter).await) });
    }

    /// Takes up what another application shared with the portal, and tells how many they were.
    pub fn take_shared(self, tell: impl FnOnce(usize) + 'static) {
        spawn_local(async move {
            let shared = kept::shared().await;
            tell(shared.len());
            self.add(shared);
        });
    }

    /// Adds what was chosen, and makes it small one by one.
    pub fn add(self, files: impl IntoIterator<Item = File>) {
        let mut added = Vec::new();
        for file in files {
            let id = self.next_id();
            let preview = Url::create_object_url_with_blob(&file).unwrap_or_default();
            let state = ArcRwSignal::new(UploadState::Preparing);
            let (name, key, place) = (file.name(), IdempotencyKey::fresh(), kept::place(self.letter));
            let upload = Upload { id, name, blob: file.into(), preview, key, place, ticket: None, state };
            self.push(upload.clone());
            added.push(upload);
        }
        spawn_local(async move {
            for upload in added {
                match shrink::to_jpeg(&upload.blob, &upload.name).await {
                    Ok(blob) => self.replace_at(&upload.place, blob),
                    Err(refusal) => upload.state.set(UploadState::Refused(refusal)),
                }
            }
        });
    }

    /// Puts another picture in the place of one: made small, cropped or covered.
    pub fn replace(self, id: u32, blob: Blob) {
        let find = |list: &Vec<Upload>| {
            list.iter().find(|upload| upload.id == id).map(|upload| upload.place.clone())
        };
        if let Some(place) = self.list.with_untracked(find) {
            self.replace_at(&place, blob);
        }
    }

    fn replace_at(self, place: &str, blob: Blob) {
        let here = self.list.try_with_untracked(|list| list.iter().any(|upload| upload.place == place));
        if here != Some(true) {
            // It was sent while it was being made small: it is among its ticket's by now, unless it was taken off.
            if let Some(heir) = self.heir.try_get_value().flatten() {
                heir.replace_at(place, blob);
            }
            return;
        }
        let next = self.next_id();
        let changed = self.list.try_update(|list| {
            let upload = list.iter_mut().find(|upload| upload.place == place)?;
            let _ = Url::revoke_object_url(&upload.preview);
            upload.preview = Url::create_object_url_with_blob(&blob).unwrap_or_default();
            upload.name = shrink::as_jpeg(&upload.name);
            upload.id = next;
            upload.blob = blob;
            // Other bytes are another intent.
            upload.key = IdempotencyKey::fresh();
            upload.state = ArcRwSignal::new(UploadState::Waiting);
            Some(upload.clone())
        });
        if let Some(Some(upload)) = changed {
            kept::keep(&upload);
            if let Some(number) = upload.ticket {
                spawn_local(async move {
                    upload.send(number).await;
                });
            }
        }
    }

    /// Takes one off.
    pub fn remove(self, id: u32) {
        self.retain(|upload| {
            let stays = upload.id != id;
            if !stays {
                kept::forget(upload);
            }
            stays
        });
    }

    /// Forgets them all, on the device too.
    pub fn discard(self) {
        self.retain(|upload| {
            kept::forget(upload);
            false
        });
    }

    /// Forgets them in this window.
    pub fn clear(self) {
        self.retain(|_| false);
    }

    /// They go to this ticket. Answers them, for the set of that ticket.
    pub fn bind(self, number: TicketNumber) -> Vec<Upload> {
        let bound = self.list.try_update(|list| {
            for upload in list.iter_mut() {
                if upload.ticket.is_none() {
                    upload.ticket = Some(number);
                    if !matches!(
                        upload.state.get_untracked(),
                        UploadState::Preparing | UploadState::Refused(_)
                    ) {
                        kept::keep(upload);
                    }
                }
            }
            list.clone()
        });
        bound.unwrap_or_default()
    }

    /// Puts these into this set; they leave the one they were in.
    pub fn adopt(self, from: Self) {
        let _ = from.heir.try_set_value(Some(self));
        let moved = from.list.try_update(std::mem::take).unwrap_or_default();
        for mut upload in moved {
            upload.id = self.next_id();
            self.push(upload);
        }
    }

    /// Sends all that are bound to a ticket, have not arrived and are not on their way, one after the other, and tells of
    /// each ticket that comes back. Answers whether all arrived.
    pub async fn send_bound(self, on_sent: impl Fn(TicketView)) -> bool {
        let waiting = self.list.try_with_untracked(Clone::clone).unwrap_or_default();
        let mut all = true;
        for upload in waiting {
            let Some(number) = upload.ticket else { continue };
            if upload.may_leave() {
                match upload.send(number).await {
                    Some(ticket) => on_sent(ticket),
                    None => all = false,
                }
            }
        }
        all
    }

    /// Tries one again.
    pub fn retry(self, id: u32) {
        let upload = self.list.with_untracked(|list| list.iter().find(|upload| upload.id == id).cloned());
        if let Some((number, upload)) = upload.and_then(|upload| Some((upload.ticket?, upload))) {
            spawn_local(async move {
                upload.send(number).await;
            });
        }
    }

    fn push(self, upload: Upload) {
        let _ = self.list.try_update(|list| list.push(upload));
    }

    fn next_id(self) -> u32 {
        let last = |list: &Vec<Upload>| list.iter().map(|upload| upload.id + 1).max().unwrap_or_default();
        self.list.try_with_untracked(last).unwrap_or_default()
    }

    fn retain(self, stays: impl Fn(&Upload) -> bool) {
        let _ = self.list.try_update(|list| {
            list.retain(|upload| {
                let stays = stays(upload);
                if !stays {
                    let _ = Url::revoke_object_url(&upload.preview);
                }
                stays
            });
        });
    }
}

impl Upload {
    fn has_arrived(&self) -> bool {
        self.state.get_untracked() == UploadState::Sent
    }

    fn can_go(&self) -> bool {
        let state = self.state.get_untracked();
        !matches!(state, UploadState::Sent | UploadState::Refused(_))
    }

    /// Whether trying it by itself makes sense: not on its way, and nothing that was refused for good.
    fn may_leave(&self) -> bool {
        match self.state.get_untracked() {
            UploadState::Waiting => true,
            UploadState::Failed(error) => error.may_pass() || error.is_sign_in_required(),
            _ => false,
        }
    }

    async fn send(&self, number: TicketNumber) -> Option<TicketView> {
        let state = &self.state;
        if matches!(state.get_untracked(), UploadState::Preparing) {
            // It goes by itself once it is small.
            return None;
        }
        state.set(UploadState::Sending(0.0, self.blob.size()));
        let heard = state.clone();
        let progress = move |gone, all| heard.set(UploadState::Sending(gone, all));
        match api::attach_photo(number, &self.name, &self.blob, &self.key, progress).await {
            Ok(ticket) => {
                kept::forget(self);
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
