//! What the reader may know of a ticket, from its history.

use crate::store::context::Names;
use domain::Instant;
use domain::access::{Person, links_told_to, told_to};
use domain::api::{Author, NextPromise, PersonRef, PromiseView, TicketSummary, TicketView, TimelineEntry};
use domain::ident::AccountId;
use domain::ticket::deadlines::{closing_account, uncontested_at, unreachable_at};
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
            process: ticket.request.process.clone(),
            error_code: ticket.request.error_code.clone(),
            unconfirmed: ticket.unconfirmed,
        }
    }

    /// The ticket with all that the reader may know.
    pub fn view(&self, ticket: &Ticket, events: &[Event]) -> TicketView {
        let promises = promises(ticket, self.rules, self.now);
        TicketView {
            summary: self.summary_with(ticket, &promises),
            revision: ticket.revision,
            request: ticket.request.clone(),
            // R22: a promise is never shown without the account of how its instant came about.
            promises: promises
                .into_iter()
                .map(|promise| PromiseView::of(promise, &self.rules.calendar))
                .collect(),
            timeline: self.timeline((0_u32..).zip(events)),
            attempt_log: ticket.attempts.clone(),
            attempts_limit: self.rules.policy.unreachable_attempts,
            stands_at: uncontested_at(ticket, self.rules),
            closing_account: closing_account(ticket, self.rules),
            links: links_told_to(self.person, ticket),
            actions: available(ticket, self.person),
            door: self.person.pass.as_ref().map(|pass| pass.door),
        }
    }

    fn author(&self, by: &By) -> Option<Author> {
        let side = by.side()?;
        // A visitor stands in for an account without being its owner, so either is compared whole.
        let you = *by == self.person.author()
            || matches!(by, By::Person { account, .. } if self.person.pass.is_none() && *account == self.person.account);
        Some(match by {
            By::Person { account, .. } => Author { name: self.name(account.as_str()), side, you, via: None },
            By::Visitor { name, door, .. } => Author { name: name.clone(), side, you, via: Some(*door) },
            By::Clock => return None,
        })
    }

    /// Events, each by its place in its history, as the reader may know them.
    pub fn timeline<'a>(&self, events: impl IntoIterator<Item = (u32, &'a Event)>) -> Vec<TimelineEntry> {
        events
            .into_iter()
            .filter_map(|(seq, event)| Some((seq, event, told_to(self.person, event)?)))
            .map(|(seq, event, body)| TimelineEntry {
                seq,
                at: event.at,
                author: self.author(&event.by),
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
        warn_at: promise.warn_at,
        state: promise.state,
        by_clock: promise.basis.as_ref().is_some_and(|basis| basis.by_clock),
    })
}
