//! A page of a part, fetched when it is needed.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Build, Missing, Page, Part};
use crate::browser;
use crate::components::{EmptyState, Icon, Skeleton, placed};
use crate::shell::ClientShell;
use crate::text::ErrorText;

/// The parts that have arrived, from context.
#[derive(Clone, Copy)]
struct Parts(StoredValue<Vec<(Part, Build)>>);

/// Makes the parts known to everything below. What the start page leads to is on its way from the first sign of a
/// person on: a touch, a key, a scroll. Somebody who only looks transfers nothing more.
pub fn provide_parts() {
    let parts = Parts(StoredValue::new(Vec::new()));
    provide_context(parts);
    browser::on_first_sign(move || {
        spawn_local(async move {
            for part in [Part::Short, Part::Telling] {
                // What doesn't come now is asked for again when somebody goes there.
                let _ = parts.bring(part).await;
            }
        });
    });
}

impl Parts {
    fn arrived(self, part: Part) -> Option<Build> {
        self.0.with_value(|arrived| arrived.iter().find(|(name, _)| *name == part).map(|(_, build)| *build))
    }

    async fn bring(self, part: Part) -> Result<Build, Missing> {
        let build = part.fetch().await?;
        if self.arrived(part).is_none() {
            self.0.update_value(|arrived| arrived.push((part, build)));
        }
        Ok(build)
    }
}

#[derive(Clone, Copy)]
enum Arrival {
    Awaited,
    Here(Build),
    Failed,
}

/// A page of a part: at once when the part is here, its outline while it comes, and a way on when it doesn't come.
#[component]
pub fn Later(page: Page) -> impl IntoView {
    let parts = use_context::<Parts>().unwrap_or_else(|| Parts(StoredValue::new(Vec::new())));
    let arrival = RwSignal::new(parts.arrived(page.part()).map_or(Arrival::Awaited, Arrival::Here));
    let fetch = move || {
        spawn_local(async move {
            let came = match parts.bring(page.part()).await {
                Ok(build) => Arrival::Here(build),
                Err(Missing) => Arrival::Failed,
            };
            // The person may be on another page by now.
            let _ = arrival.try_set(came);
        });
    };
    if matches!(arrival.get_untracked(), Arrival::Awaited) {
        fetch();
    }
    let again = move || {
        // With signal, what is missing was replaced by a newer portal: only that one helps. Where the device keeps this one,
        // loading the page afresh would bring it back.
        if browser::is_online() && browser::page_has("data-kept") {
            browser::say("soho-update");
        } else if browser::is_online() {
            browser::reload();
        } else {
            arrival.set(Arrival::Awaited);
            fetch();
        }
    };
    move || match arrival.get() {
        Arrival::Here(build) => placed(move || build(page)),
        // The page's own outline is in sight, and says that more is coming.
        Arrival::Awaited if browser::has_skeleton() => ().into_any(),
        Arrival::Awaited => view! { <OnItsWay part=page.part()/> }.into_any(),
        Arrival::Failed => placed(move || view! { <NotFetched on_retry=again/> }.into_any()),
    }
}

/// What of a part has nothing to show while it comes, nor when it doesn't.
#[component]
pub fn Quiet(page: Page) -> impl IntoView {
    let parts = use_context::<Parts>().unwrap_or_else(|| Parts(StoredValue::new(Vec::new())));
    let here = RwSignal::new(None);
    spawn_local(async move {
        if let Ok(build) = parts.bring(page.part()).await {
            let _ = here.try_set(Some(build));
        }
    });
    move || here.get().map(|build: Build| build(page))
}

/// The outline of a page. The desk brings its own frame.
#[component]
fn OnItsWay(part: Part) -> impl IntoView {
    if part == Part::Desk {
        view! { <main class="page"><Skeleton/></main> }.into_any()
    } else {
        view! { <ClientShell title="" passing=true><Skeleton/></ClientShell> }.into_any()
    }
}

#[component]
fn NotFetched(on_retry: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let text = ErrorText::current();
    view! {
        <ClientShell title=text.part_title()>
            <div role="alert">
                <EmptyState drawing="d-offline" title=text.part_title() text=text.part_detail()>
                    <button class="button button--primary" type="button" on:click=move |_| on_retry()>
                        <Icon name="i-retry"/>
                        {text.retry()}
                    </button>
                </EmptyState>
            </div>
        </ClientShell>
    }
}
