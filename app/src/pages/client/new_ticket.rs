//! The guide's form (R3): step by step on a phone, one page on a desk.

mod alike;
mod controls;
mod filling;
mod gaps;
mod meter;
mod opening;
mod sections;
mod sending;
mod steps;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use super::unsent::UNSENT;
use crate::components::{ErrorPanel, ErrorSummary, Icon, Skeleton, Soon, SoonAtFirst};
use crate::draft::Kept;
use crate::letter::{LetterName, State};
use crate::reserved;
use crate::shell::ClientShell;
use crate::tasks;
use crate::text::{FormText, OutboxText};
use alike::Alike;
use filling::{Answers, Elsewhere, Filling, Origin};
use gaps::{Lacked, StillMissing};
use meter::Meter;
use opening::{Asked, Found, asked_name};
use sections::Sections;
pub use sending::address as form_address;
use sending::{Sending, SendingBar};
use steps::StepsHead;

/// `/nuevo`, with `?tipo=` a kind, `?huesped=` and `?detenido=` the answers of R7, `?de=` the closed ticket it continues,
/// `?borrador=` one of several, `?compartida=1` with photos that were shared, `?enviar=1` on the way back from signing in.
/// Another draft is another form.
#[component]
pub fn NewTicketPage() -> impl IntoView {
    let text = FormText::current();
    let query = use_query_map();
    let here = StoredValue::new(None::<LetterName>);
    let name = Memo::new(move |before: Option<&Option<LetterName>>| {
        let asked = query.with(asked_name);
        // The address learned the name of what is open already.
        let same = asked.is_some() && asked == here.get_value();
        before.filter(|_| same).copied().unwrap_or(asked)
    });
    view! {
        <ClientShell title=text.title()>
            <div class="form-page">
                {move || {
                    // Read, not only tracked: a memo that nobody ever read hears of nothing.
                    let _ = name.get();
                    view! { <Opening here=here/> }
                }}
            </div>
        </ClientShell>
    }
}

/// Fetches the draft from the device, and opens the form with it.
#[component]
fn Opening(
    /// Told which draft is open.
    here: StoredValue<Option<LetterName>>,
) -> impl IntoView {
    let query = use_query_map();
    let asked = query.with_untracked(Asked::of);
    let found = RwSignal::new(None);
    let go = use_navigate();
    spawn_local(async move {
        let opened = asked.find().await;
        tasks::breathe().await;
        let name = opened.letter.name;
        if asked.called {
            reserved::write_too(name);
        }
        // The page may have been left meanwhile.
        if here.try_set_value(Some(name)).is_some() || found.try_set(Some(opened)).is_some() {
            return;
        }
        if asked.needs_name() {
            tasks::at_last(move || {
                // Another draft may have been opened in its place.
                if found.try_with_untracked(Option::is_some) == Some(true) {
                    let options =
                        NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
                    go(&[sending::address(name), asked.answers.query()].concat(), options);
                }
            });
        }
    });
    move || match found.get() {
        None => view! { <Skeleton/> }.into_any(),
        Some(found) => view! {
            <SoonAtFirst>
                <Opened found=found answers=asked.answers returning=asked.returning/>
            </SoonAtFirst>
        }
        .into_any(),
    }
}

#[component]
fn Opened(found: Found, answers: Answers, returning: bool) -> impl IntoView {
    let text = FormText::current();
    let Found { letter, several, apart } = found;
    let name = letter.name;
    // What isn't there any more was sent by another window.
    let returning = returning && letter.form.is_some();
    let pictured = letter.photos > 0;
    let filling = Filling::begin(name, letter.form, answers);
    // What left once is not written on: it may have arrived.
    let sealed = match &letter.state {
        State::Writing => false,
        State::Waiting(sealed) => sealed.tried || returning,
        State::Arrived(_) => true,
    };
    if sealed {
        filling.seal();
    }
    let returned = letter.returned;
    let body = move || {
        let sending = Sending::new(filling);
        if sealed {
            spawn_local(sending.deliver());
        } else if returning {
            sending.send_on_return();
        } else if let Some(why) = returned {
            sending.failure.set(Some(why));
        }
        move || match filling.origin.get() {
            _ if sealed => view! { <Skeleton/> }.into_any(),
            Origin::Fetching => view! { <Skeleton/> }.into_any(),
            Origin::Failed(error) => {
                view! { <ErrorPanel error=error on_retry=move |()| filling.fetch_origin()/> }.into_any()
            }
            Origin::Ready => view! { <Form filling=filling sending=sending/> }.into_any(),
        }
    };
    // For whoever comes back to it; under the hands of whoever begins to write, nothing moves.
    let started = pictured || filling.kept.with_untracked(Kept::is_started);
    let go = use_navigate();
    let another = move |_| go(&sending::address(LetterName::fresh()), NavigateOptions::default());
    view! {
        <header class="page__head form-page__head">
            {filling
                .origin_number()
                .map(|number| {
                    view! { <p class="soft">{text.continues()}" "<b class="figures">{number.to_string()}</b></p> }
                })}
            <h1>{text.title()}</h1>
            <p class="soft small">
                {wording::findings::compulsory_note(crate::locale::locale())}" "{text.kept()}
            </p>
            {several
                .then(|| {
                    let text = OutboxText::current();
                    let others = if apart { text.apart() } else { text.others() };
                    view! { <p class="small">{others}" "<a href=UNSENT>{text.see_all()}</a></p> }
                })}
            {started
                .then(|| {
                    view! {
                        <div class="row">
                            <button class="button button--quiet" type="button" on:click=another>
                                <Icon name="i-plus"/>
                                {OutboxText::current().another()}
                            </button>
                        </div>
                    }
                })}
        </header>
        <Soon meanwhile=view! { <Skeleton/> }.into_any()>{body()}</Soon>
    }
}

#[component]
fn Form(filling: Filling, sending: Sending) -> impl IntoView {
    view! {
        <form
            class="form form--stepped form-page__main"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                sending.go_on();
            }
        >
            <Soon>
                <StepsHead filling=filling/>
            </Soon>
            <div role="status">
                {move || {
                    let written = filling.elsewhere.get() == Some(Elsewhere::Written);
                    written.then(|| view! { <p class="banner">{OutboxText::current().written_elsewhere()}</p> })
                }}
                {move || {
                    let count = sending.shared();
                    (count > 0)
                        .then(|| view! { <p class="banner">{FormText::current().photos_shared(count)}</p> })
                }}
            </div>
            <Soon>
                <Lacked filling=filling/>
                <ErrorSummary errors=filling.summary on_follow=move |id: String| filling.show_step_of(&id)/>
                {move || {
                    sending
                        .failure
                        .get()
                        .map(|(title, detail)| {
                            view! {
                                <div class="banner banner--broken" role="alert" id=sending::FAILURE tabindex="-1">
                                    <div>
                                        <b>{title}</b>
                                        <p>{detail}</p>
                                    </div>
                                </div>
                            }
                        })
                }}
            </Soon>
            <Soon>
                <Sections filling=filling photos=sending.photos/>
            </Soon>
            <Soon>
                <Show when=move || filling.next_step().is_none()>
                    <div class="only-phone sheet completeness"><StillMissing filling=filling/></div>
                </Show>
                <Alike filling=filling own=sending.own/>
                <SendingBar filling=filling sending=sending/>
            </Soon>
        </form>
        <aside class="form-page__side only-desk" aria-label=FormText::current().meter()>
            <Soon>
                <Meter filling=filling/>
            </Soon>
        </aside>
    }
}
