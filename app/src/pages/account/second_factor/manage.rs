//! Looking after a factor that is set up: since when, how many recovery codes are left, and new ones.

use domain::api::factor::FactorFacts;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::code_form::CodeForm;
use super::{Fresh, told};
use crate::api::{self, ApiError};
use crate::components::{ErrorPanel, Skeleton};
use crate::text::account::FactorText;

/// How it stands, and a form for new recovery codes.
#[component]
pub fn Manage(
    /// Where new recovery codes go.
    fresh: RwSignal<Option<Fresh>>,
) -> impl IntoView {
    let text = FactorText::current();
    let facts = RwSignal::new(None::<Result<FactorFacts, ApiError>>);
    let ask = move || {
        facts.set(None);
        spawn_local(async move {
            let _ = facts.try_set(Some(api::factor_facts().await));
        });
    };
    ask();
    let (error, busy) = (RwSignal::new(None::<String>), RwSignal::new(false));
    let renew = move |code: String| {
        busy.set(true);
        spawn_local(async move {
            let answer = api::renew_recovery_codes(code).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(made) => {
                    let _ = fresh.try_set(Some(Fresh { codes: made.recovery_codes, me: None }));
                }
                Err(failure) => {
                    let _ = error.try_set(Some(told(&failure)));
                }
            }
        });
    };
    view! {
        <div class="stack stack--loose">
            <header class="page__head">
                <h1>{text.title()}</h1>
            </header>
            {move || match facts.get() {
                None => view! { <Skeleton/> }.into_any(),
                Some(Err(error)) => view! { <ErrorPanel error=error on_retry=ask/> }.into_any(),
                Some(Ok(facts)) => {
                    let since = facts.enrolled_at.map(|at| text.standing(at, facts.recovery_codes_left));
                    view! {
                        <section class="sheet stack stack--tight">
                            <h2 class="sheet__title">{text.active()}</h2>
                            <p>{since}</p>
                            <p class="soft">{text.new_phone()}</p>
                        </section>
                    }
                        .into_any()
                }
            }}
            <section class="sheet stack">
                <h2 class="sheet__title">{text.renew_title()}</h2>
                <p class="soft">{text.renew_text()}</p>
                <CodeForm action=text.renew() error=error busy=busy on_code=renew/>
            </section>
        </div>
    }
}
