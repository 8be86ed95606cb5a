//! A ticket, for the hotel: what happened, what is promised, one box to answer.

mod answer;
mod case;
mod closed;
mod facts;
mod guest;
mod hand_over;
mod head;
mod paper;
mod reply;
mod solved;
mod withdraw;

use domain::ticket::{CommandKind, Status, TicketNumber};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::guest_waiting::CallButton;
use crate::components::{
    AttemptLedger, EmptyState, ErrorPanel, NewsOffer, PromiseCard, Skeleton, Soon, SoonAtFirst, Timeline,
};
use crate::desk::use_desk;
use crate::door::MaySee;
use crate::shell::ClientShell;
use crate::text::TicketText;
pub use case::Case;
use closed::ClosedBox;
use facts::Facts;
pub use guest::Unconfirmed;
use guest::{GuestNote, SignInAgain};
use hand_over::HandOver;
use head::Head;
use paper::PrintButton;
use reply::ReplyBox;
use solved::SolvedBox;
use withdraw::WithdrawButton;

/// `/tickets/:number`. Another number in the same place is another page.
#[component]
pub fn TicketPage() -> impl IntoView {
    let params = use_params_map();
    let number = Memo::new(move |_| params.with(|params| params.get("number")).unwrap_or_default());
    move || show(&number.get())
}

fn show(number: &str) -> AnyView {
    let text = TicketText::current();
    match TicketNumber::parse(number) {
        Ok(number) => view! {
            <ClientShell title=text.title(&number.to_string())>
                <MaySee number=number>
                    <CasePage number=number/>
                </MaySee>
            </ClientShell>
        }
        .into_any(),
        Err(_) => view! {
            <ClientShell title=text.not_a_number()>
                <EmptyState page=true drawing="d-not-found" title=text.not_a_number() text=text.not_a_number_text()>
                    <a class="button" href="/mis-tickets">{text.back()}</a>
                </EmptyState>
            </ClientShell>
        }
        .into_any(),
    }
}

#[component]
fn CasePage(number: TicketNumber) -> impl IntoView {
    let case = Case::follow(number);
    // The calendar comes along with the ticket: the hours left of a promise are told with it, not after it.
    let _ = use_desk();
    // Once it is here, asking again changes its parts and never the whole: what somebody opened or types stays as it is.
    let failed = Memo::new(move |_| if case.is_here() { None } else { case.error.get() });
    // A page has a heading also while it has nothing to say yet, and when it can't.
    let heading = move || {
        let title = TicketText::current().title(&number.to_string());
        view! { <h1 class="visually-hidden">{title}</h1> }
    };
    move || match (case.is_here(), failed.get()) {
        (true, _) => view! { <Whole case=case/> }.into_any(),
        // A way to one ticket ended; whoever has an account goes on with it.
        (false, Some(error)) if error.is_sign_in_required() => {
            view! { {heading()} <SignInAgain number=number error=error/> }.into_any()
        }
        (false, Some(error)) => {
            view! { {heading()} <ErrorPanel error=error on_retry=move |()| case.refresh()/> }.into_any()
        }
        (false, None) => view! { {heading()} <Skeleton promise=true/> }.into_any(),
    }
}

#[component]
fn Whole(case: Case) -> impl IntoView {
    let text = TicketText::current();
    let promises = case.part(|ticket| (ticket.promises.clone(), ticket.summary.critical));
    // What can't wait may be told by phone at any hour (R13), until there is an answer to it.
    let pressing = case.part(|ticket| {
        let answered = matches!(ticket.summary.status, Status::Resolved | Status::Closed);
        ticket.summary.critical && !answered
    });
    let ledger = case.part(|ticket| {
        let closing = (ticket.summary.closes_at, ticket.closing_account.clone());
        (ticket.attempt_log.clone(), ticket.attempts_limit, closing)
    });
    let entries = case.part(|ticket| ticket.timeline.clone());
    let open = case.part(|ticket| ticket.summary.status != Status::Closed && ticket.door.is_none());
    let turn = case.part(|ticket| Turn::of(&ticket.actions, ticket.summary.status));
    view! {
        <div class="ticket-page">
            <SoonAtFirst>
                <Head case=case/>
            </SoonAtFirst>
            <div class="ticket-page__promise">
                <Soon>
                    {move || {
                        let (promises, critical) = promises.get();
                        (!promises.is_empty()).then(|| {
                            view! { <PromiseCard promises=promises compact=true critical=critical/> }
                        })
                    }}
                    <Show when=move || pressing.get()>
                        <p class="row promise-call no-print"><CallButton/><span class="soft small">{text.call_too()}</span></p>
                    </Show>
                </Soon>
            </div>
            <div class="ticket-page__main">
                <Soon>
                    <GuestNote case=case/>
                </Soon>
                <Soon>
                    {move || match turn.get() {
                        Turn::Solved => view! { <SolvedBox case=case/> }.into_any(),
                        Turn::Answer => view! { <ReplyBox case=case/> }.into_any(),
                        Turn::Over => view! { <ClosedBox case=case/> }.into_any(),
                        Turn::Nothing => ().into_any(),
                    }}
                </Soon>
                <Soon>
                    {move || {
                        let (attempts, limit, (closes_at, account)) = ledger.get();
                        (!attempts.is_empty()).then(|| {
                            view! { <AttemptLedger attempts=attempts limit=limit closes_at=closes_at account=account/> }
                        })
                    }}
                </Soon>
                <Soon>
                    <section class="stack">
                        <h2>{text.history()}</h2>
                        <Timeline number=case.number entries=Signal::derive(move || entries.get())/>
                    </section>
                </Soon>
            </div>
            <aside class="ticket-page__side" aria-label=text.facts()>
                <Soon>
                    <Show when=move || open.get()><NewsOffer/></Show>
                </Soon>
                <Soon>
                    <Facts case=case/>
                </Soon>
                <Soon>
                    <HandOver case=case/>
                    <PrintButton/>
                    <WithdrawButton case=case/>
                </Soon>
            </aside>
        </div>
    }
}

/// What the page asks of the reader.
#[derive(Clone, Copy, Default, PartialEq)]
enum Turn {
    Solved,
    Answer,
    Over,
    #[default]
    Nothing,
}

impl Turn {
    fn of(actions: &[CommandKind], status: Status) -> Self {
        if actions.contains(&CommandKind::Confirm) {
            Self::Solved
        } else if actions.contains(&CommandKind::Reply) {
            Self::Answer
        } else if status == Status::Closed {
            Self::Over
        } else {
            Self::Nothing
        }
    }
}
