//! Photos on the device, each under its letter's name.

use chrono::DateTime;
use domain::Instant;
use domain::ticket::TicketNumber;
use js_sys::{Object, Reflect};
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, File};

use super::Upload;
use crate::api::IdempotencyKey;
use crate::device;
use crate::letter::{self, LetterName};

const PREFIX: &str = "foto/";
/// Where the service worker puts what is shared.
const SHARED: &str = "compartido/";

/// A photo as it is kept.
pub struct Kept {
    /// Under which name.
    pub place: String,
    /// Its file's name.
    pub name: String,
    /// The key of its upload.
    pub key: IdempotencyKey,
    /// Where it goes, once that is known.
    pub ticket: Option<TicketNumber>,
    /// The picture.
    pub blob: Blob,
}

/// A name for another photo of a letter; later ones come after it.
pub fn place(letter: LetterName) -> String {
    format!("{PREFIX}{}/{}-{}", letter.text(), js_sys::Date::now(), IdempotencyKey::fresh().as_str())
}

/// Keeps a photo as it is now.
pub fn keep(upload: &Upload) {
    let value = Object::new();
    let ticket = upload.ticket.map_or(JsValue::NULL, |number| number.digits().into());
    for (field, part) in [
        ("name", upload.name.as_str().into()),
        ("key", upload.key.as_str().into()),
        ("ticket", ticket),
        ("blob", upload.blob.clone().into()),
    ] {
        let _ = Reflect::set(&value, &field.into(), &part);
    }
    change(upload.place.clone(), Some(value.into()));
}

/// It arrived, or is not wanted.
pub fn forget(upload: &Upload) {
    change(upload.place.clone(), None);
}

/// What was shared with the portal; it is taken once.
pub async fn shared() -> Vec<File> {
    let found = device::list(SHARED).await;
    device::change(found.iter().map(|(name, _)| (name.clone(), None)).collect()).await;
    found.into_iter().filter_map(|(_, value)| value.dyn_into().ok()).collect()
}

fn change(place: String, value: Option<JsValue>) {
    spawn_local(async move {
        device::change(vec![(place, value)]).await;
        // A photo may make a draft of a form in which nothing is written.
        letter::remark().await;
    });
}

/// The photos of a letter, in the order in which they were chosen.
pub async fn of(letter: LetterName) -> Vec<Kept> {
    named(&format!("{PREFIX}{}/", letter.text())).await
}

/// All photos.
pub async fn all() -> Vec<Kept> {
    named(PREFIX).await
}

/// The forms that these stand beside, once for each that knows no ticket yet, with when it was chosen.
pub fn of_forms(kept: &[Kept]) -> impl Iterator<Item = (LetterName, Instant)> {
    kept.iter().filter(|photo| photo.ticket.is_none()).filter_map(|photo| chosen(&photo.place))
}

/// What [`place`] says of a form's photo.
fn chosen(place: &str) -> Option<(LetterName, Instant)> {
    let (letter, photo) = place.strip_prefix(PREFIX)?.split_once('/')?;
    let name = LetterName::parse(letter).filter(|name| !matches!(name, LetterName::Answer(_)))?;
    let at = photo.split_once('-')?.0.parse().ok().and_then(DateTime::from_timestamp_millis)?;
    Some((name, at))
}

async fn named(prefix: &str) -> Vec<Kept> {
    device::list(prefix).await.into_iter().filter_map(|(place, value)| decode(place, &value)).collect()
}

fn decode(place: String, value: &JsValue) -> Option<Kept> {
    let text = |field: &str| Reflect::get(value, &field.into()).ok()?.as_string();
    let ticket = text("ticket").and_then(|number| TicketNumber::parse(&number).ok());
    let blob = Reflect::get(value, &"blob".into()).ok()?.dyn_into().ok()?;
    Some(Kept { place, name: text("name")?, key: IdempotencyKey::of(text("key")?), ticket, blob })
}
