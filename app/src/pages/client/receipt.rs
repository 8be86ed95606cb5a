//! The receipt: a number, the promised instants, and what happens next.

use domain::Instant;
use domain::api::TicketView;
use domain::ticket::{Closure, EventBody, Status, TicketNumber};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::NotFoundPage;
use super::guest_waiting::CallButton;
use super::ticket::{Case, Unconfirmed};
use crate::browser;
use crate::components::{ErrorPanel, NewsOffer, PhotoList, PromiseCard, Skeleton};
use crate::desk::use_desk;
use crate::door::MaySee;
use crate::outgoing::use_outgoing_photos;
use crate::reserved::for_the_call;
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
    let case = Case::follow(number);
    let failed = Memo::new(move |_| if case.is_here() { None } else { case.error.get() });
    let promise = move || match (case.is_here(), failed.get()) {
        (true, _) => view! { <Promised case=case/> }.into_any(),
        (false, Some(error)) => {
            view! { <ErrorPanel error=error on_retry=move |()| case.refresh()/> }.into_any()
        }
        (false, None) => view! { <Skeleton promise=true/> }.into_any(),
    };
    view! {
        <div class="stack stack--loose">
            <header class="page__head page__head--flush">
                <h1>{text.receipt_title()}</h1>
                <p class="lead">{text.receipt_lead()}</p>
            </header>
            {promise}
            <PhotosOnTheirWay number=number/>
            <NewsOffer/>
            <section class="stack">
                <h2>{text.next_title()}</h2>
                <Steps case=case/>
                <div class="row">
                    <a class="button button--primary" href=format!("/tickets/{}", number.digits())>{text.see()}</a>
                    <a class="button" href="/">{text.another()}</a>
                </div>
            </section>
        </div>
    }
}

/// What happens next: what has happened is ticked, and told as it happened.
#[component]
fn Steps(case: Case) -> impl IntoView {
    let text = FormText::current();
    let done = case.part(steps_done);
    let who = case.part(who_has_it);
    let has_it = move || who.get().map(|(who, since)| text.has_it(&who, since, browser::now()));
    let step = move |place: usize, [ahead, behind]: [&'static str; 2], words: Signal<String>| {
        let is_done = move || done.get() >= place;
        view! {
            <li class="next__step" class:next__step--done=is_done>
                <div>
                    <p class="next__title">{move || if is_done() { behind } else { ahead }}</p>
                    <p class="next__text">{words}</p>
                </div>
            </li>
        }
    };
    let same = |words: &'static str| Signal::stored(words.to_owned());
    let taken = Signal::derive(move || has_it().unwrap_or_else(|| text.next_two_text().to_owned()));
    view! {
        <ol class="next">
            {step(1, [text.next_one(), text.next_one_done()], same(text.next_one_text()))}
            {step(2, [text.next_two(), text.next_two_done()], taken)}
            {step(3, [text.next_three(), text.next_three_done()], same(text.next_three_text()))}
        </ol>
    }
}

/// How many of the steps are over. Whoever takes the case tells it by mail, so by then the first mail has left.
fn steps_done(ticket: &TicketView) -> usize {
    match ticket.summary.status {
        Status::WaitingOnClient | Status::Resolved => 3,
        Status::Closed if ticket.summary.closure != Some(Closure::Withdrawn) => 3,
        _ if who_has_it(ticket).is_some() => 2,
        _ => 0,
    }
}

/// The promise, and who keeps it: it follows the ticket for as long as somebody looks.
#[component]
fn Promised(case: Case) -> impl IntoView {
    let promises = case.part(|ticket| (ticket.promises.clone(), ticket.summary.critical));
    let unconfirmed =
        case.part(|ticket| ticket.summary.unconfirmed.then(|| ticket.request.email.as_str().to_owned()));
    // A critical case may be told by phone at any hour (R13).
    let critical = case.part(|ticket| ticket.summary.critical);
    let untaken = case.part(|ticket| ticket.summary.critical && ticket.summary.status == Status::Received);
    let who = case.part(who_has_it);
    let desk = use_desk();
    // While nobody attends the call comes first, and the number to say with it (R13).
    let call_first = Memo::new(move |_| untaken.get() && !desk.hours().open);
    let called = for_the_call(case.number);
    let told = move || {
        let text = FormText::current();
        match who.get() {
            Some((who, since)) => Some(
                view! { <p class="banner banner--kept"><b>{text.has_it(&who, since, browser::now())}</b></p> }.into_any(),
            ),
            None if untaken.get() => Some(view! { <p class="banner">{text.nobody_yet()}</p> }.into_any()),
            None => None,
        }
    };
    view! {
        <Show when=move || call_first.get()>
            <div class="stack stack--tight">
                <p>{FormText::current().critical_call()}</p>
                <CallButton/>
            </div>
        </Show>
        {move || {
            let (promises, critical) = promises.get();
            view! { <PromiseCard promises=promises number=Some(case.number) critical=critical/> }
        }}
        {called.map(|number| view! { <p class="banner">{FormText::current().for_the_call(&number.to_string())}</p> })}
        <div role="status">{told}</div>
        {move || unconfirmed.get().map(|email| view! { <Unconfirmed email=email/> })}
        <Show when=move || critical.get() && !call_first.get()><CallButton/></Show>
    }
}

/// Who took the case, and since when it is theirs (R14). Whoever it was only given to has not said that they analyse it.
fn who_has_it(ticket: &TicketView) -> Option<(String, Instant)> {
    let who = ticket.summary.assignee.as_ref()?;
    let mut history = ticket.timeline.iter().rev();
    let taken = ticket.timeline.iter().any(|entry| matches!(entry.body, EventBody::Taken));
    let since = history.find(|entry| matches!(entry.body, EventBody::Taken | EventBody::Assigned { .. }))?;
    taken.then(|| (who.name.clone(), since.at))
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
