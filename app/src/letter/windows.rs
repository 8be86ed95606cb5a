//! Other windows of the same device: each tells the rest which letter it wrote, so that two that show the same one never write
//! over each other unseen.

use leptos::prelude::{GetValue, LocalStorage, SetValue, StoredValue, WithValue, on_cleanup};
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

use super::LetterName;

thread_local! {
    static CHANNEL: Option<BroadcastChannel> = BroadcastChannel::new("soho.cartas").ok();
}

/// One look at a time at what another window wrote: what is told during one is looked at after it.
#[derive(Clone, Copy)]
pub struct Looks {
    busy: StoredValue<bool>,
    again: StoredValue<bool>,
}

impl Looks {
    /// None yet.
    pub fn new() -> Self {
        Self { busy: StoredValue::new(false), again: StoredValue::new(false) }
    }

    /// Looks, now or after the look that is under way.
    pub fn look<F: Future<Output = ()>>(self, look: impl Fn() -> F + 'static) {
        if self.busy.get_value() {
            self.again.set_value(true);
            return;
        }
        self.busy.set_value(true);
        spawn_local(async move {
            loop {
                look().await;
                // The page may have been left meanwhile.
                if self.again.try_get_value() != Some(true) {
                    break;
                }
                let _ = self.again.try_set_value(false);
            }
            let _ = self.busy.try_set_value(false);
        });
    }
}

type Heard = Closure<dyn Fn(MessageEvent)>;

/// This letter was written, or went.
pub(super) fn tell(name: LetterName) {
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            let _ = channel.post_message(&name.text().into());
        }
    });
}

/// Hears which letters other windows write, as long as the owner of this lives.
pub fn on_written_elsewhere(hear: impl Fn(LetterName) + 'static) {
    let Some(channel) = CHANNEL.with(Clone::clone) else { return };
    let heard = Heard::new(move |event: MessageEvent| {
        if let Some(name) = event.data().as_string().and_then(|text| LetterName::parse(&text)) {
            hear(name);
        }
    });
    let _ = channel.add_event_listener_with_callback("message", heard.as_ref().unchecked_ref());
    let listening: StoredValue<_, LocalStorage> = StoredValue::new_local((channel, heard));
    on_cleanup(move || {
        listening.try_with_value(|(channel, heard)| {
            let _ = channel.remove_event_listener_with_callback("message", heard.as_ref().unchecked_ref());
        });
    });
}
