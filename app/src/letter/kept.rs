//! Letters on the device. What is written last is on its way right after the key or touch was handled; while one write travels,
//! the next ones wait as one.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::{ArcTrigger, Notify};
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use super::{Letter, LetterName, old, windows};
use crate::browser;
use crate::device;
use crate::draft::{mark_drafts, mark_sent, mark_started};
use crate::photos;
use crate::tasks;

const PREFIX: &str = "carta/";
/// Heard by `app/keep.js`.
const WAITING_SIGN: &str = "soho-waiting";

/// What is not written yet: a letter, or that it goes.
type Unwritten = BTreeMap<LetterName, Option<Letter>>;

thread_local! {
    static WAITING: RefCell<Unwritten> = const { RefCell::new(BTreeMap::new()) };
    static FLYING: RefCell<Unwritten> = const { RefCell::new(BTreeMap::new()) };
    /// Drafts that the start page's marks count.
    static COUNTED: RefCell<BTreeSet<LetterName>> = const { RefCell::new(BTreeSet::new()) };
    static WRITING: Cell<bool> = const { Cell::new(false) };
    static CHANGES: ArcTrigger = ArcTrigger::new();
}

/// Told whenever a letter was written or went, in this window.
pub fn changes() -> ArcTrigger {
    CHANGES.with(Clone::clone)
}

/// Keeps a letter as it is now.
pub fn keep(letter: Letter) {
    if letter.is_draft() {
        // At once, as the start page looks here alone.
        mark_started();
    }
    put(letter.name, Some(letter));
}

/// It arrived, or is not wanted.
pub fn forget(name: LetterName) {
    put(name, None);
}

/// Keeps a letter, and answers when it is safe there: before it leaves.
pub async fn keep_now(letter: &Letter) {
    // An older state of it that still waits would come after this one.
    WAITING.with_borrow_mut(|waiting| waiting.remove(&letter.name));
    device::change(vec![(place(letter.name), encode(letter))]).await;
    windows::tell(letter.name);
    changed();
    remark().await;
    if letter.waits() {
        browser::say(WAITING_SIGN);
    }
}

/// Every letter, the newest first.
pub async fn all() -> Vec<Letter> {
    old::take_over();
    let mut letters = stored(&photos::all_kept().await).await;
    for (name, letter) in
        FLYING.with_borrow(Clone::clone).into_iter().chain(WAITING.with_borrow(Clone::clone))
    {
        match letter {
            Some(letter) => {
                let photos = letters.get(&name).map_or(0, |stored| stored.photos);
                letters.insert(name, Letter { photos, ..letter })
            }
            None => letters.remove(&name),
        };
    }
    let mut letters: Vec<Letter> = letters.into_values().collect();
    letters.sort_by_key(|letter| std::cmp::Reverse(letter.changed_at));
    letters
}

/// What is written on the device, beside these photos. A form that has photos and no word is one too, whether it was kept or not.
async fn stored(photos: &[photos::Kept]) -> BTreeMap<LetterName, Letter> {
    let found = device::list(PREFIX).await;
    let letters = found.into_iter().filter_map(|(_, value)| decode(&value));
    let mut letters: BTreeMap<LetterName, Letter> = letters.map(|letter| (letter.name, letter)).collect();
    for (name, changed_at) in photos::of_forms(photos) {
        let alone = || Letter { changed_at, ..Letter::begun(name) };
        letters.entry(name).or_insert_with(alone).photos += 1;
    }
    letters
}

/// One letter.
pub async fn read(name: LetterName) -> Option<Letter> {
    old::take_over();
    let unwritten = |unwritten: &Unwritten| unwritten.get(&name).cloned();
    match WAITING.with_borrow(unwritten).or_else(|| FLYING.with_borrow(unwritten)) {
        Some(letter) => letter,
        None => decode(&device::read(&place(name)).await?),
    }
}

fn put(name: LetterName, letter: Option<Letter>) {
    WAITING.with_borrow_mut(|waiting| waiting.insert(name, letter));
    if !WRITING.replace(true) {
        spawn_local(write());
    }
}

/// One write at a time: what changes meanwhile is the next.
async fn write() {
    let mut look = false;
    loop {
        tasks::breathe().await;
        let next = WAITING.take();
        if next.is_empty() {
            break;
        }
        // Writing on a draft that is counted changes no mark.
        look |= next.iter().any(|(name, letter)| {
            let draft = letter.as_ref().is_some_and(Letter::is_draft);
            COUNTED.with_borrow_mut(|counted| {
                if draft {
                    counted.insert(*name)
                } else {
                    counted.remove(name);
                    true
                }
            })
        });
        let changes = next.iter().map(|(name, letter)| (place(*name), letter.as_ref().and_then(encode)));
        let changes = changes.collect();
        FLYING.set(next);
        device::change(changes).await;
        FLYING.take().into_keys().for_each(windows::tell);
        changed();
    }
    WRITING.set(false);
    if look {
        remark().await;
    }
}

fn changed() {
    CHANGES.with(ArcTrigger::notify);
}

/// The start page looks at marks alone; here they are made true.
pub async fn remark() {
    let photos = photos::all_kept().await;
    let letters = stored(&photos).await;
    mark_drafts(letters.values().filter(|letter| letter.is_draft()).count());
    let bound = photos.iter().filter(|photo| photo.ticket.is_some()).count();
    mark_sent(letters.values().filter(|letter| letter.is_sent()).count() + bound);
}

fn place(name: LetterName) -> String {
    [PREFIX, &name.text()].concat()
}

fn encode(letter: &Letter) -> Option<JsValue> {
    serde_json::to_string(letter).ok().map(JsValue::from)
}

fn decode(value: &JsValue) -> Option<Letter> {
    serde_json::from_str(&value.as_string()?).ok()
}
