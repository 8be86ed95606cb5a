//! The number to quote in the call, reserved while the questions were answered (R13). It helps the call and never stands
//! in its way: without signal there is simply none.

use domain::api::reservation::ReserveNumber;
use domain::guide::Draft;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wording::dates::people_instant;

use crate::api;
use crate::intent::Intent;
use crate::locale::locale;
use crate::reserved::Reserved;
use crate::text::StartText;
use crate::verification;

const INTENT: &str = "soho.reservado.envio";

/// The number in groups as it is said, and until when it waits.
#[component]
pub fn ReservedNumber(
    /// What was answered and typed so far.
    draft: Draft,
) -> impl IntoView {
    let text = StartText::current();
    let reserved = RwSignal::new(Reserved::to_quote());
    if reserved.with_untracked(Option::is_none) {
        let asked = ReserveNumber { draft };
        let intent = Intent::begin(INTENT.to_owned());
        let key = intent.key_for(&asked);
        spawn_local(async move {
            // Whatever went wrong, the call button is there already.
            let reserving = || api::reserve_number(&asked, &key);
            let Ok(number) = verification::as_person_in_passing(reserving).await else { return };
            intent.forget();
            let _ = reserved.try_set(Some(Reserved::fresh(number, key)));
        });
    }
    move || {
        reserved.get().map(|Reserved { number, expires_at, .. }| {
            view! {
                <div class="stack stack--tight" role="status">
                    <p>{text.reserved_number()}</p>
                    <p class="key-tag key-tag--large">{number.to_string()}</p>
                    <p class="soft small">
                        {text.reserved_until(&people_instant(expires_at, locale()))}" "{text.reserved_too()}
                    </p>
                </div>
            }
        })
    }
}
