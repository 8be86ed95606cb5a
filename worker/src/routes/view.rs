//! What the reader may know of a ticket, from its history.

use crate::store::context::Names;
use chrono::TimeDelta;
use domain::Instant;
use domain::access::{Person, told_to};
use domain::api::{Author, NextPromise, PersonRef, PromiseView, TicketSummary, TicketView, TimelineEntry};
use domain::ident::AccountId;
use domain::ticket::deadlines::{uncontested_at, unreachable_at};
use domain::ticket::{By, Event, Promise, PromiseState, Rules, Ticket, available, promises};

/// Looks at tickets for one reader at one moment.
pub struct Viewer<'a> {
    /// The reader.
    pub person: &'a Person,
    /// The rules in force.
    pub rules: &'a Rules,
    /// The moment.
    pub now: Instant,
    /// What people and places are called.
    pub names: &'a Names,
}

impl Viewer<'_> {
    fn name(&self, id: &str) -> String {
        self.names.get(id).cloned().unwrap_or_default()
    }

    fn person_ref(&self, account: &AccountId) -> PersonRef {
        PersonRef { account: account.clone(), name: self.name(account.as_str()) }
    }

    /// The ticket as lists show it.
    pub fn summary(&self, ticket: &Ticket) -> TicketSummary {
        self.summary_with(ticket, &promises(ticket, self.rules, self.now))
    }

    fn summary_with(&self, ticket: &Ticket, promises: &[Promise]) -> TicketSummary {
        // Whoever wrote this request is whom to ask for, though several people share the mailbox.
        let name = ticket.request.full_name.as_str().to_owned();
        let requester = PersonRef { account: ticket.requester.clone(), name };
        let company = ticket.company.as_ref().map(|company| self.name(company.as_str()));
        TicketSummary {
            number: ticket.number,
            subject: ticket.request.subject.as_str().to_owned(),
            kind: ticket.request.kind,
            status: ticket.status,
            closure: ticket.ending.as_ref().map(|ending| ending.closure.clone()),
            critical: ticket.is_critical(),
            breached: !ticket.breaches.is_empty(),
            company: company
                .filter(|name| !name.is_empty())
                .unwrap_or_else(|| ticket.request.company.clone()),
            branch: ticket.branch.as_ref().map(|branch| self.name(branch.as_str())),
            requester,
            assignee: ticket.assignee.as_ref().map(|account| self.person_ref(account)),
            application: ticket.request.application.clone(),
            module: ticket.request.module.clone(),
            opened_at: ticket.opened_at,
            changed_at: ticket.changed_at,
            last_speaker: ticket.last_speaker,
            next: next_promise(promises),
            closes_at: unreachable_at(ticket, self.rules),
            attempts: u32::try_from(ticket.attempts.len()).unwrap_or(u32::MAX),
        }
    }

    /// The ticket with all that the reader may know.
    pub fn view(&self, ticket: &Ticket, events: &[Event]) -> TicketView {
        let promises = promises(ticket, self.rules, self.now);
        TicketView {
            summary: self.summary_with(ticket, &promises),
            revision: ticket.revision,
            request: ticket.request.clone(),
            promises: promises.into_iter().map(|promise| self.explained(promise)).collect(),
            timeline: self.timeline(events),
            attempt_log: ticket.attempts.clone(),
            attempts_limit: self.rules.policy.unreachable_attempts,
            stands_at: uncontested_at(ticket, self.rules),
            links: ticket.links.clone(),
            actions: available(ticket, self.person),
        }
    }

    /// R22: a promise is never shown without the account of how its instant came about.
    fn explained(&self, promise: Promise) -> PromiseView {
        let explanation = promise.basis.as_ref().filter(|basis| !basis.by_clock).map(|basis| {
            self.rules.calendar.explain(basis.from, TimeDelta::seconds(basis.seconds), &basis.waits)
        });
        PromiseView { promise, explanation }
    }

    fn timeline(&self, events: &[Event]) -> Vec<TimelineEntry> {
        let visible = (0_u32..).zip(events);
        visible
            .filter_map(|(seq, event)| Some((seq, event, told_to(self.person, event)?)))
            .map(|(seq, event, body)| TimelineEntry {
                seq,
                at: event.at,
                author: match &event.by {
                    By::Person { account, role } => Some(Author {
                        name: self.name(account.as_str()),
                        side: role.side(),
                        you: *account == self.person.account,
                    }),
                    By::Clock => None,
                },
                body,
            })
            .collect()
    }
}

/// The open promise that falls due first; a missed one that nobody kept yet goes before all.
fn next_promise(promises: &[Promise]) -> Option<NextPromise> {
    let open = promises.iter().filter(|promise| {
        matches!(
            promise.state,
            PromiseState::Running | PromiseState::Paused { .. } | PromiseState::Missed { at: None }
        )
    });
    open.min_by_key(|promise| promise.due).map(|promise| NextPromise {
        kind: promise.kind,
        due: promise.due,
        state: promise.state,
    })
}
