//! The number to quote in the call, reserved while the questions were answered (R13). It helps the call and never stands
//! in its way: without signal there is simply none.

use domain::api::reservation::{ReserveNumber, ReservedNumber};
use domain::guide::Draft;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wording::dates::people_instant;

use crate::api;
use crate::browser;
use crate::intent::Intent;
use crate::locale::locale;
use crate::text::StartText;
use crate::verification;

const PLACE: &str = "soho.reservado";

/// What this device reserved, while it waits.
fn kept() -> Option<ReservedNumber> {
    let kept: ReservedNumber = serde_json::from_str(&browser::recall(PLACE)?).ok()?;
    (kept.expires_at > browser::now()).then_some(kept)
}

/// The number in groups as it is said, and until when it waits.
#[component]
pub fn Reserved(
    /// What was answered and typed so far.
    draft: Draft,
) -> impl IntoView {
    let text = StartText::current();
    let number = RwSignal::new(kept());
    if number.get_untracked().is_none() {
        let asked = ReserveNumber { draft };
        let intent = Intent::begin([PLACE, ".envio"].concat());
        let key = intent.key_for(&asked);
        spawn_local(async move {
            // Whatever went wrong, the call button is there already.
            let reserving = || api::reserve_number(&asked, &key);
            let Ok(reserved) = verification::as_person_in_passing(reserving).await else { return };
            if let Ok(kept) = serde_json::to_string(&reserved) {
                browser::remember(PLACE, &kept);
            }
            intent.forget();
            let _ = number.try_set(Some(reserved));
        });
    }
    move || {
        number.get().map(|ReservedNumber { number, expires_at }| {
            view! {
                <div class="stack stack--tight" role="status">
                    <p>{text.reserved_number()}</p>
                    <p class="key-tag key-tag--large">{number.to_string()}</p>
                    <p class="soft small">
                        {text.reserved_until(&people_instant(expires_at, locale()))}" "{text.reserved_apart()}
                    </p>
                </div>
            }
        })
    }
}
