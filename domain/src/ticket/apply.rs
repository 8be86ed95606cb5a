//! Folding events into a ticket. Total and free of rules: what happened, happened.

use super::event::{Event, EventBody, Opening, Relation};
use super::{Attempt, Bug, BugPromise, Ending, Mark, Status, Ticket};
use crate::Instant;
use crate::access::Side;
use crate::calendar::Wait;

/// Why a list of events is not a ticket's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReplayError {
    /// The first event must be the opening, and the list must not be empty.
    NotOpened,
    /// A second opening.
    OpenedTwice,
}

/// Folds a whole history, oldest first.
///
/// # Errors
/// [`ReplayError`] when the list is empty, doesn't start with the opening, or opens twice.
pub fn replay<'a>(events: impl IntoIterator<Item = &'a Event>) -> Result<Ticket, ReplayError> {
    let mut events = events.into_iter();
    let mut ticket = events.next().and_then(Ticket::opened).ok_or(ReplayError::NotOpened)?;
    for event in events {
        if matches!(event.body, EventBody::Opened(_)) {
            return Err(ReplayError::OpenedTwice);
        }
        ticket.apply(event);
    }
    Ok(ticket)
}

impl Ticket {
    /// The ticket that an opening event creates, or nothing when the event is another.
    #[must_use]
    pub fn opened(event: &Event) -> Option<Self> {
        let EventBody::Opened(Opening {
            number,
            company,
            branch,
            requester,
            channel,
            request,
            origin,
            unconfirmed,
        }) = &event.body
        else {
            return None;
        };
        Some(Self {
            number: *number,
            revision: 1,
            company: company.clone(),
            branch: branch.clone(),
            requester: requester.clone(),
            channel: *channel,
            request: request.clone(),
            opened_critical: request.impact.is_critical(),
            opened_at: event.at,
            changed_at: event.at,
            status: Status::Received,
            assignee: None,
            first_responded_at: None,
            resolved_at: None,
            waits: Vec::new(),
            waiting_since: None,
            missing: Vec::new(),
            attempts: Vec::new(),
            last_speaker: Side::Client,
            bug: None,
            warnings: Vec::new(),
            breaches: Vec::new(),
            calendar_change: 0,
            links: origin.iter().copied().collect(),
            photos: 0,
            unconfirmed: *unconfirmed,
            ending: None,
        })
    }

    /// Folds one more event in. A second opening changes nothing but the revision; [`replay`] refuses it.
    pub fn apply(&mut self, event: &Event) {
        self.revision += 1;
        self.changed_at = event.at;
        match &event.body {
            EventBody::Opened(_)
            | EventBody::Noted { .. }
            | EventBody::HandOverLinkMade { .. }
            | EventBody::HandOverLinkOpened { .. }
            | EventBody::HandOverLinkRevoked { .. } => {}
            EventBody::EmailConfirmed { requester, company, branch } => {
                self.requester = requester.clone();
                self.company.clone_from(company);
                self.branch.clone_from(branch);
                self.unconfirmed = false;
            }
            EventBody::Taken => {
                self.first_responded_at.get_or_insert(event.at);
                if let Some(account) = event.by.account() {
                    self.assignee = Some(account.clone());
                }
                self.status = Status::InAnalysis;
            }
            EventBody::Assigned { to } => self.assignee = Some(to.clone()),
            EventBody::Replied { .. } => self.spoke(event),
            EventBody::PhotoAttached(_) => {
                self.photos += 1;
                self.spoke(event);
            }
            EventBody::InformationRequested { missing, .. } => {
                self.last_speaker = Side::Desk;
                self.missing.clone_from(missing);
                self.waiting_since.get_or_insert(event.at);
                self.status = Status::WaitingOnClient;
            }
            EventBody::ContactAttempted { channel, outcome, .. } => {
                if outcome.is_unsuccessful() {
                    self.attempts.push(Attempt { at: event.at, channel: *channel, outcome: *outcome });
                } else {
                    self.client_answered(event.at);
                }
            }
            EventBody::Reclassified { kind, impact } => {
                self.request.kind = *kind;
                self.request.impact = *impact;
            }
            EventBody::HandedToDevelopment { .. } => {
                // Contact attempts belong to the wait they were made in (R18): the next one counts anew.
                self.end_wait(event.at);
                self.attempts.clear();
                self.missing.clear();
                self.bug.get_or_insert(Bug { handed_at: event.at, promise: None });
                self.status = Status::InDevelopment;
            }
            EventBody::DateCommitted { due } => {
                if let Some(bug) = &mut self.bug {
                    bug.promise = Some(BugPromise { first: *due, current: *due, moves: 0 });
                }
            }
            EventBody::DateMoved { due, .. } => {
                if let Some(promise) = self.bug.as_mut().and_then(|bug| bug.promise.as_mut()) {
                    promise.current = *due;
                    promise.moves += 1;
                }
            }
            EventBody::Resolved { .. } => {
                // Waiting for the client's word on a solution is time on the client, like any other wait (R15).
                self.last_speaker = Side::Desk;
                self.attempts.clear();
                self.missing.clear();
                self.waiting_since.get_or_insert(event.at);
                self.resolved_at = Some(event.at);
                self.status = Status::Resolved;
            }
            EventBody::Disputed { .. } => {
                self.resolved_at = None;
                self.last_speaker = Side::Client;
                self.client_answered(event.at);
            }
            EventBody::Warned { promise, due } => self.warnings.push(Mark { promise: *promise, due: *due }),
            EventBody::Breached { promise, due } => self.breaches.push(Mark { promise: *promise, due: *due }),
            EventBody::CalendarChanged { serial, .. } => self.calendar_change = *serial,
            EventBody::Linked { to, relation } => self.links.push((*relation, *to)),
            EventBody::Closed { closure, .. } => {
                self.end_wait(event.at);
                let by_desk = event.by.side() == Some(Side::Desk);
                self.ending = Some(Ending { at: event.at, closure: closure.clone(), by_desk });
                self.status = Status::Closed;
            }
        }
    }

    /// Someone wrote or sent a photo. A client who speaks while the desk waits has answered (R18).
    fn spoke(&mut self, event: &Event) {
        let Some(side) = event.by.side() else { return };
        self.last_speaker = side;
        if side == Side::Client {
            self.attempts.clear();
            if self.status == Status::WaitingOnClient {
                self.client_answered(event.at);
            }
        }
    }

    /// The wait is over and it is the desk's turn.
    fn client_answered(&mut self, at: Instant) {
        self.end_wait(at);
        self.attempts.clear();
        self.missing.clear();
        self.status = self.status_at_desk();
    }

    fn end_wait(&mut self, at: Instant) {
        if let Some(from) = self.waiting_since.take() {
            self.waits.push(Wait { from, to: at });
        }
    }

    /// The number of the ticket this one continues or was split from.
    #[must_use]
    pub fn origin(&self) -> Option<super::TicketNumber> {
        self.links
            .iter()
            .find(|(relation, _)| matches!(relation, Relation::SplitFrom | Relation::Continues))
            .map(|(_, number)| *number)
    }
}
