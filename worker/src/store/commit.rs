//! Writing what commands decided: events first, so that a lost race fails the whole batch, then the projection, the outbox
//! and the idempotency key. Any number of tickets costs the same few statements.

use super::{Store, StoreError, stored};
use domain::Instant;
use domain::ident::AccountId;
use domain::notice::{Notice, Recipient, notices};
use domain::push::PushNews;
use domain::ticket::{Event, Rules, Ticket, next_deadline_at, queue_at};
use serde::Serialize;
use worker::D1PreparedStatement;

/// What one command changed: the ticket as it is now, and the events that made it so.
#[derive(Debug)]
pub struct Change {
    /// The ticket with the events folded in.
    pub ticket: Ticket,
    /// The new events, oldest first.
    pub events: Vec<Event>,
    notices: Vec<(u32, Notice)>,
    /// Whether its number was reserved for it (R13): then the reservation ends with it.
    reserved: bool,
}

impl Change {
    /// Folds `events` into what was there before, gathering who must be told of each. `None` when they don't make a ticket.
    #[must_use]
    pub fn new(before: Option<Ticket>, events: Vec<Event>, rules: &Rules) -> Option<Self> {
        let mut ticket = before;
        let mut told = Vec::new();
        for event in &events {
            let after = match ticket.take() {
                Some(mut ticket) => {
                    ticket.apply(event);
                    ticket
                }
                None => Ticket::opened(event)?,
            };
            told.extend(notices(&after, event, rules).into_iter().map(|notice| (after.revision - 1, notice)));
            ticket = Some(after);
        }
        Some(Self { ticket: ticket?, events, notices: told, reserved: false })
    }

    /// Takes up the reservation of its number (R13).
    #[must_use]
    pub fn taking_up_reservation(self) -> Self {
        Self { reserved: true, ..self }
    }

    /// Forgets whom to tell: for histories that happened elsewhere.
    #[must_use]
    pub fn silently(self) -> Self {
        Self { notices: Vec::new(), ..self }
    }
}

/// The key of the write that a change came from.
#[derive(Debug)]
pub struct Key<'a> {
    /// Whose key.
    pub account: &'a AccountId,
    /// The key.
    pub text: &'a str,
    /// A digest of what was sent.
    pub fingerprint: &'a str,
}

#[derive(Serialize)]
struct EventRow<'a> {
    ticket: u32,
    seq: u32,
    at: String,
    author: Option<&'a str>,
    body: String,
}

#[derive(Serialize)]
struct TicketRow<'a> {
    number: u32,
    revision: u32,
    company: Option<&'a str>,
    branch: Option<&'a str>,
    requester: &'a str,
    assignee: Option<&'a str>,
    status: &'a str,
    is_bug: bool,
    opened_at: String,
    changed_at: String,
    next_deadline_at: Option<String>,
    queue_at: Option<String>,
    state: String,
}

#[derive(Serialize)]
struct OutboxRow<'a> {
    message_id: String,
    to_account: Option<&'a str>,
    to_role: Option<&'a str>,
    to_address: Option<String>,
    letter: String,
    created_at: String,
    /// What the client's devices say of it, and whose they are.
    push: Option<&'static str>,
    push_to: Option<&'a str>,
}

const INSERT_EVENTS: &str = "INSERT INTO ticket_event (ticket, seq, at, author, body)
    SELECT value ->> 'ticket', value ->> 'seq', value ->> 'at', value ->> 'author', value ->> 'body' FROM json_each(?1)";

const UPSERT_TICKETS: &str = "INSERT INTO ticket (number, revision, company_id, branch_id, requester_id, assignee_id,
        status, is_bug, opened_at, changed_at, next_deadline_at, queue_at, state)
    SELECT value ->> 'number', value ->> 'revision', value ->> 'company', value ->> 'branch', value ->> 'requester',
        value ->> 'assignee', value ->> 'status', value ->> 'is_bug', value ->> 'opened_at', value ->> 'changed_at',
        value ->> 'next_deadline_at', value ->> 'queue_at', value ->> 'state' FROM json_each(?1) WHERE true
    ON CONFLICT (number) DO UPDATE SET revision = excluded.revision, company_id = excluded.company_id,
        branch_id = excluded.branch_id, requester_id = excluded.requester_id, assignee_id = excluded.assignee_id, status = excluded.status,
        is_bug = excluded.is_bug, changed_at = excluded.changed_at, next_deadline_at = excluded.next_deadline_at,
        queue_at = excluded.queue_at,
        state = excluded.state";

const INSERT_OUTBOX: &str =
    "INSERT INTO outbox (message_id, to_account, to_role, to_address, letter, created_at, next_attempt_at, push, push_to)
    SELECT value ->> 'message_id', value ->> 'to_account', value ->> 'to_role', value ->> 'to_address', value ->> 'letter',
        value ->> 'created_at', value ->> 'created_at', value ->> 'push', value ->> 'push_to' FROM json_each(?1)";

impl Store {
    /// Writes changes in one batch, all or nothing.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when somebody else changed one of the tickets first, or the key was used already.
    pub async fn commit(
        &self,
        changes: &[Change],
        key: Option<Key<'_>>,
        rules: &Rules,
        now: Instant,
    ) -> Result<(), StoreError> {
        self.commit_with(changes, key, rules, now, Vec::new()).await
    }

    /// As [`Store::commit`], with more statements that happen or fail with it.
    ///
    /// # Errors
    /// As [`Store::commit`].
    pub(super) async fn commit_with(
        &self,
        changes: &[Change],
        key: Option<Key<'_>>,
        rules: &Rules,
        now: Instant,
        more: Vec<D1PreparedStatement>,
    ) -> Result<(), StoreError> {
        let mut statements = vec![
            self.statement(INSERT_EVENTS, [event_rows(changes)?.into()])?,
            self.statement(UPSERT_TICKETS, [ticket_rows(changes, rules)?.into()])?,
        ];
        for change in changes.iter().filter(|change| change.reserved) {
            let number = change.ticket.number.value().into();
            statements.insert(0, self.statement("DELETE FROM reservation WHERE number = ?1", [number])?);
        }
        if changes.iter().any(|change| !change.notices.is_empty()) {
            statements.push(self.statement(INSERT_OUTBOX, [outbox_rows(changes, now)?.into()])?);
        }
        if let (Some(key), Some(change)) = (key, changes.first()) {
            statements.push(self.statement(
                "INSERT INTO idempotency (account_id, key, fingerprint, ticket, created_at) VALUES (?1, ?2, ?3, ?4, ?5)",
                [
                    key.account.as_str().into(),
                    key.text.into(),
                    key.fingerprint.into(),
                    change.ticket.number.value().into(),
                    now.into(),
                ],
            )?);
        }
        statements.extend(more);
        self.batch(statements).await.map(drop)
    }
}

fn event_rows(changes: &[Change]) -> Result<String, StoreError> {
    let mut rows = Vec::new();
    for Change { ticket, events, .. } in changes {
        let first = ticket.revision.saturating_sub(u32::try_from(events.len()).unwrap_or(0));
        for (seq, event) in (first..).zip(events) {
            let author = event.by.account().map(AccountId::as_str);
            let body = serde_json::to_string(event)?;
            rows.push(EventRow { ticket: ticket.number.value(), seq, at: stored(event.at), author, body });
        }
    }
    Ok(serde_json::to_string(&rows)?)
}

fn ticket_rows(changes: &[Change], rules: &Rules) -> Result<String, StoreError> {
    let mut rows = Vec::new();
    for Change { ticket, .. } in changes {
        rows.push(TicketRow {
            number: ticket.number.value(),
            revision: ticket.revision,
            company: ticket.company.as_ref().map(domain::ident::CompanyId::as_str),
            branch: ticket.branch.as_ref().map(domain::ident::BranchId::as_str),
            requester: ticket.requester.as_str(),
            assignee: ticket.assignee.as_ref().map(AccountId::as_str),
            status: ticket.status.code(),
            is_bug: ticket.is_bug(),
            opened_at: stored(ticket.opened_at),
            changed_at: stored(ticket.changed_at),
            next_deadline_at: next_deadline_at(ticket, rules).map(stored),
            queue_at: queue_at(ticket, rules).map(|at| queue_key(at, ticket)),
            state: serde_json::to_string(ticket)?,
        });
    }
    Ok(serde_json::to_string(&rows)?)
}

fn outbox_rows(changes: &[Change], now: Instant) -> Result<String, StoreError> {
    let mut rows = Vec::new();
    for Change { ticket, notices, .. } in changes {
        for (seq, notice) in notices {
            // Whoever sent it before confirming an address has no account to be written to.
            let by_address = ticket.unconfirmed && notice.to == Recipient::Requester;
            let to_address = by_address.then(|| ticket.request.email.key());
            let push = PushNews::of(notice).filter(|_| !ticket.unconfirmed);
            let (to_account, to_role) = match (notice.to, &ticket.assignee) {
                (Recipient::Requester, _) => (Some(ticket.requester.as_str()), None),
                (Recipient::Desk, Some(assignee)) => (Some(assignee.as_str()), None),
                (Recipient::Desk, None) => (None, Some("supervisor")),
                (Recipient::Development, _) => (None, Some("developer")),
            };
            rows.push(OutboxRow {
                // One event tells one party once: number, place in the history and party name a notice for ever.
                message_id: format!("{}.{seq}.{:?}", ticket.number.value(), notice.to).to_lowercase(),
                to_account,
                to_role,
                to_address,
                letter: serde_json::to_string(&crate::mail::Letter::Notice(notice.clone()))?,
                created_at: stored(now),
                push: push.map(PushNews::code),
                push_to: push.map(|_| ticket.requester.as_str()),
            });
        }
    }
    Ok(serde_json::to_string(&rows)?)
}

/// Where a ticket sorts in the queue: by what it owes next, and among equals the critical ones first (R7).
fn queue_key(at: Instant, ticket: &Ticket) -> String {
    format!("{}{}", stored(at), if ticket.is_critical() { "0" } else { "1" })
}
