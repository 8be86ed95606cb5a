//! One ticket of the queue.

use domain::api::TicketSummary;
use domain::policy::SupportPolicy;
use domain::ticket::{Status, TicketNumber};
use leptos::prelude::*;
use leptos_router::components::A;
use wording::dates::short_instant_seen_from;

use super::load::{Queue, row_id};
use super::ticket_path;
use crate::components::{CriticalBadge, StatusBadge};
use crate::locale::locale;
use crate::pages::agent::backlog::client_spoke;
use crate::pages::agent::clock::use_clock;
use crate::pages::agent::due::DueMark;
use crate::pages::agent::shell::rail::initials;
use crate::pages::agent::shell::use_agent;
use crate::text::DoorText;
use crate::text::agent::queue::{self as text, QueueText};

/// A row. Its link stays the same element while its words change, so a refresh never takes the focus away.
#[component]
pub fn QueueRow(
    /// The queue.
    queue: Queue,
    /// Which ticket.
    number: TicketNumber,
) -> impl IntoView {
    let ticket = Memo::new(move |last: Option<&Option<TicketSummary>>| {
        let found =
            queue.kept.with(|kept| kept.tickets.iter().find(|ticket| ticket.number == number).cloned());
        found.or_else(|| last.cloned().flatten())
    });
    let Some(first) = ticket.get_untracked() else { return ().into_any() };
    let ticket = Memo::new(move |_| ticket.get().unwrap_or_else(|| first.clone()));
    let selected = move || (queue.kept.with(|kept| kept.selected) == Some(number)).then_some("true");
    let select = move |_| {
        if queue.kept.with_untracked(|kept| kept.selected) != Some(number) {
            queue.kept.update(|kept| kept.selected = Some(number));
        }
    };
    view! {
        <tr class="queue__row" aria-current=selected on:focusin=select on:mousedown=move |_| queue.kept.update(|kept| kept.selected = Some(number))>
            <td class="queue__cell--due"><DueMark ticket=ticket/></td>
            <td class="queue__cell--number">
                <span class="queue__number">{number.to_string()}</span>
                {move || ticket.with(|ticket| ticket.critical).then(|| view! { <CriticalBadge/> })}
            </td>
            <td class="queue__cell--subject">
                <A href=ticket_path(number) attr:class="queue__subject" attr:id=row_id(number)>
                    {move || ticket.with(|ticket| ticket.subject.clone())}
                </A>
                <span class="queue__where">
                    {move || ticket.with(place)}
                </span>
            </td>
            <td class="queue__cell--status">{move || ticket.with(standing)}</td>
            <td class="queue__cell--agent">{move || ticket.with(agent)}</td>
        </tr>
    }
    .into_any()
}

/// "Hotel Mirador · Sede Norte · Marcela Ríos".
fn place(ticket: &TicketSummary) -> String {
    let branch = ticket.branch.as_deref().unwrap_or_default();
    let parts = [&ticket.company, branch, &ticket.requester.name];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Where it stands, whose turn it is, and how often we knocked.
fn standing(ticket: &TicketSummary) -> AnyView {
    let say = QueueText::current();
    let clock = use_clock();
    let spoke = if client_spoke(ticket) { say.client_spoke() } else { say.desk_spoke() };
    let attempts = (ticket.attempts > 0).then(|| {
        let limit = SupportPolicy::SOHO.unreachable_attempts;
        view! { <span class="queue__attempts">{text::attempts(ticket.attempts, limit)}</span> }
    });
    let closes = ticket.closes_at.map(|at| {
        let instant = clock.with(|_, now| short_instant_seen_from(now, at, locale()));
        view! { <span class="queue__turn">{text::closes(&instant)}</span> }
    });
    let spoke = (ticket.status != Status::Received).then(|| {
        let class = if client_spoke(ticket) { "queue__turn queue__turn--ours" } else { "queue__turn" };
        view! { <span class=class>{spoke}</span> }
    });
    let breached = ticket
        .breached
        .then(|| view! { <span class="queue__turn queue__turn--breached">{say.breached_before()}</span> });
    let unconfirmed = ticket
        .unconfirmed
        .then(|| view! { <span class="queue__turn queue__turn--ours">{DoorText::current().unconfirmed_badge()}</span> });
    view! {
        <StatusBadge status=ticket.status staff=true/>
        <span class="queue__turns">{unconfirmed}{spoke}{attempts}{closes}{breached}</span>
    }
    .into_any()
}

fn agent(ticket: &TicketSummary) -> AnyView {
    let Some(person) = &ticket.assignee else {
        return view! { <span class="queue__agent queue__agent--none">{QueueText::current().nobody()}</span> }.into_any();
    };
    let mine = use_agent().is_some_and(|agent| agent.account() == person.account);
    let class = if mine { "avatar avatar--small avatar--team" } else { "avatar avatar--small" };
    view! {
        <span class="queue__agent">
            <span class=class aria-hidden="true">{initials(&person.name)}</span>
            <span class="queue__name" title=person.name.clone()>{person.name.clone()}</span>
        </span>
    }
    .into_any()
}
