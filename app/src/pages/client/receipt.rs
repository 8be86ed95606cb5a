//! The receipt: a number, the promised instants, and what happens next.

use domain::ticket::TicketNumber;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::NotFoundPage;
use super::guest_waiting::CallButton;
use super::ticket::Unconfirmed;
use crate::api;
use crate::components::{ErrorPanel, NewsOffer, PhotoList, PromiseCard, Skeleton};
use crate::door::MaySee;
use crate::outgoing::use_outgoing_photos;
use crate::shell::ClientShell;
use crate::text::FormText;

/// `/recibido/:number`.
#[component]
pub fn ReceiptPage() -> impl IntoView {
    let number = use_params_map().with_untracked(|params| params.get("number"));
    match number.and_then(|number| TicketNumber::parse(&number).ok()) {
        Some(number) => view! {
            <ClientShell title=FormText::current().receipt_title() narrow=true>
                <MaySee number=number>
                    <Receipt number=number/>
                </MaySee>
            </ClientShell>
        }
        .into_any(),
        None => view! { <NotFoundPage/> }.into_any(),
    }
}

#[component]
fn Receipt(number: TicketNumber) -> impl IntoView {
    let text = FormText::current();
    let ticket = LocalResource::new(move || api::ticket(number));
    let promise = move || {
        ticket.get().map(|answer| match answer {
            Ok(view) => {
                // A critical case may be told by phone at any hour (R13).
                let call = view.summary.critical.then(|| view! { <CallButton/> });
                let unconfirmed = view.summary.unconfirmed.then(|| {
                    let email = view.request.email.as_str().to_owned();
                    view! { <Unconfirmed email=email/> }
                });
                view! { <PromiseCard promises=view.promises number=Some(number) critical=view.summary.critical/> {unconfirmed} {call} }
                    .into_any()
            }
            Err(error) => view! { <ErrorPanel error=error on_retry=move |()| ticket.refetch()/> }.into_any(),
        })
    };
    let step = |title: &'static str, words: &'static str| {
        view! {
            <li class="next__step">
                <div>
                    <p class="next__title">{title}</p>
                    <p class="next__text">{words}</p>
                </div>
            </li>
        }
    };
    view! {
        <div class="stack stack--loose">
            <header class="page__head page__head--flush">
                <h1>{text.receipt_title()}</h1>
                <p class="lead">{text.receipt_lead()}</p>
            </header>
            {move || promise().unwrap_or_else(|| view! { <Skeleton promise=true/> }.into_any())}
            <PhotosOnTheirWay number=number/>
            <NewsOffer/>
            <section class="stack">
                <h2>{text.next_title()}</h2>
                <ol class="next">
                    {step(text.next_one(), text.next_one_text())}
                    {step(text.next_two(), text.next_two_text())}
                    {step(text.next_three(), text.next_three_text())}
                </ol>
                <div class="row">
                    <a class="button button--primary" href=format!("/tickets/{}", number.digits())>{text.see()}</a>
                    <a class="button" href="/">{text.another()}</a>
                </div>
            </section>
        </div>
    }
}

/// The photos chosen in the form, while they go up.
#[component]
fn PhotosOnTheirWay(number: TicketNumber) -> impl IntoView {
    let text = FormText::current();
    let photos = use_outgoing_photos().of_ticket(number);
    photos.recall();
    view! {
        <Show when=move || !photos.is_empty()>
            <section class="stack">
                <h2>{text.photos_going()}</h2>
                <p class="soft small">{text.photos_note()}</p>
                <PhotoList photos=photos/>
            </section>
        </Show>
    }
}
