//! The guide's form (R3): step by step on a phone, one page on a desk.

mod alike;
mod controls;
mod filling;
mod meter;
mod sections;
mod sending;
mod steps;

use domain::scope::Kind;
use domain::ticket::TicketNumber;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::components::{ErrorPanel, ErrorSummary, Skeleton};
use crate::draft::DraftName;
use crate::shell::ClientShell;
use crate::text::FormText;
use alike::Alike;
use filling::{Filling, Origin};
use meter::Meter;
use sections::Sections;
use sending::{Sending, SendingBar};
use steps::StepsHead;

/// `/nuevo`, with `?tipo=` a kind, `?de=` the closed ticket it continues, `?enviar=1` on the way back from signing in.
#[component]
pub fn NewTicketPage() -> impl IntoView {
    let text = FormText::current();
    let query = use_query_map();
    let asked = |name: &str| query.with_untracked(|query| query.get(name));
    let kind = asked("tipo").as_deref().and_then(Kind::parse);
    let origin = asked("de").and_then(|number| TicketNumber::parse(&number).ok());
    let returning = asked("enviar").is_some();
    let name = origin.map_or(DraftName::New, DraftName::Continuing);
    let filling = Filling::begin(name, kind);
    let sending = Sending::new(filling);
    if returning {
        sending.send();
    }
    let body = move || match filling.origin.get() {
        Origin::Fetching => view! { <Skeleton/> }.into_any(),
        Origin::Failed(error) => {
            view! { <ErrorPanel error=error on_retry=move |()| filling.fetch_origin()/> }.into_any()
        }
        Origin::Ready => view! { <Form filling=filling sending=sending/> }.into_any(),
    };
    view! {
        <ClientShell title=text.title()>
            <div class="form-page">
                <header class="page__head form-page__head">
                    {origin
                        .map(|number| {
                            view! { <p class="soft">{text.continues()}" "<b class="figures">{number.to_string()}</b></p> }
                        })}
                    <h1>{text.title()}</h1>
                    <p class="soft small">
                        {wording::findings::compulsory_note(crate::locale::locale())}" "{text.kept()}
                    </p>
                </header>
                {body}
            </div>
        </ClientShell>
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
            <StepsHead filling=filling/>
            <ErrorSummary errors=filling.summary on_follow=move |id: String| filling.show_step_of(&id)/>
            {move || {
                sending
                    .failure
                    .get()
                    .map(|error| {
                        view! {
                            <div class="banner banner--broken" role="alert" id=sending::FAILURE tabindex="-1">
                                <div>
                                    <b>{error.title()}</b>
                                    <p>{error.detail()}</p>
                                </div>
                            </div>
                        }
                    })
            }}
            <Sections filling=filling photos=sending.photos/>
            <Alike filling=filling/>
            <SendingBar filling=filling sending=sending/>
        </form>
        <aside class="form-page__side only-desk" aria-label=FormText::current().meter()>
            <Meter filling=filling/>
        </aside>
    }
}
