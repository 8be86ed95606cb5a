//! The contract's decisions: a ticket, a command, who sends it and when, into events or a refusal.

use super::command::{Act, CalendarChange, Command, CommandKind};
use super::deadlines::{Strike, next_strike};
use super::event::{By, Closure, ContactOutcome, Event, EventBody, Opening, Relation};
use super::moved::moved_deadlines;
use super::permit::permit;
use super::{Refusal, Rules, Status, Ticket};
use crate::Instant;
use crate::access::{Actor, Pass, Person, Way, may_send_as};
use crate::calendar::DayChange;
use crate::policy::SupportPolicy;
use chrono::NaiveDate;

/// Decides `command` at `now`.
///
/// First the clock catches up: whatever fell due before `now` is decided as a punctual sweep would have decided it,
/// so a late or missed cron run never changes a history (R19). The returned events begin with those.
///
/// # Errors
/// The [`Refusal`] that tells why the contract doesn't allow it. Nothing happened then, not even the catching up.
pub fn decide(
    ticket: Option<&Ticket>,
    command: &Command,
    actor: &Actor,
    now: Instant,
    rules: &Rules,
) -> Result<Vec<Event>, Refusal> {
    match (ticket, command) {
        (None, Command::Open(opening)) => {
            let Actor::Person(person) = actor else { return Err(Refusal::Forbidden) };
            if !may_open(person, opening) {
                return Err(Refusal::Forbidden);
            }
            Ok(vec![Event { at: now, by: person.author(), body: EventBody::Opened((**opening).clone()) }])
        }
        (None, _) => Err(Refusal::NotFound),
        (Some(_), Command::Open(_)) => Err(Refusal::AlreadyOpen),
        (Some(ticket), _) => {
            let mut history = History::catch_up(ticket, now, rules);
            match actor {
                Actor::Clock => match command {
                    Command::ClockStruck => {}
                    Command::CalendarChanged(change) => history.hear_of(change),
                    _ => return Err(Refusal::Forbidden),
                },
                Actor::Person(person) => history.act(command, person)?,
            }
            Ok(history.events)
        }
    }
}

/// Whoever is signed in opens tickets in their own name. Whoever isn't opens a critical one (R7), which belongs to nobody
/// until its address is confirmed, and refers to nothing but the call they made about it (R13).
fn may_open(person: &Person, opening: &Opening) -> bool {
    match &person.pass {
        None => !opening.unconfirmed && may_send_as(person, CommandKind::Open),
        Some(Pass { ticket, door, .. }) => {
            *door == Way::Sender
                && *ticket == opening.number
                && opening.unconfirmed
                && opening.request.impact.is_critical()
                && opening.company.is_none()
                && opening.origin.is_none_or(|(relation, _)| relation == Relation::Related)
        }
    }
}

/// A ticket with the events decided so far, folded as they come.
struct History<'a> {
    ticket: Ticket,
    events: Vec<Event>,
    now: Instant,
    rules: &'a Rules,
}

impl<'a> History<'a> {
    /// Everything that fell due before `now`, each at the instant it was due.
    fn catch_up(ticket: &Ticket, now: Instant, rules: &'a Rules) -> Self {
        let mut history = Self { ticket: ticket.clone(), events: Vec::new(), now, rules };
        // What is due exactly now has not been missed yet: acting at the promised instant keeps the promise.
        while let Some((due, strike)) = next_strike(&history.ticket, rules).filter(|(due, _)| *due < now) {
            // A deadline that moved into the past, as when a holiday is removed, takes effect from the last change on.
            let at = due.max(history.ticket.changed_at);
            let body = match strike {
                Strike::Warn(promise, due) => EventBody::Warned { promise, due },
                Strike::Breach(promise, due) => EventBody::Breached { promise, due },
                Strike::CloseUnreachable => closed(Closure::Unreachable { attempts: history.attempts() }),
                Strike::CloseUncontested => closed(Closure::ResolutionUncontested),
            };
            history.push(Event { at, by: By::Clock, body });
        }
        history
    }

    fn push(&mut self, event: Event) {
        self.ticket.apply(&event);
        self.events.push(event);
    }

    fn attempts(&self) -> u32 {
        u32::try_from(self.ticket.attempts.len()).unwrap_or(u32::MAX)
    }

    /// Tells what the change moves, once; nothing when it moves nothing.
    fn hear_of(&mut self, CalendarChange { serial, change, before }: &CalendarChange) {
        let moved = moved_deadlines(&self.ticket, before, self.rules);
        if moved.is_empty() || *serial <= self.ticket.calendar_change {
            return;
        }
        let DayChange { day, attends, name } = change.clone();
        let body = EventBody::CalendarChanged { serial: *serial, day, attends, name, moved };
        self.push(Event { at: self.now, by: By::Clock, body });
    }

    fn act(&mut self, command: &Command, person: &Person) -> Result<(), Refusal> {
        permit(&self.ticket, command.kind(), person)?;
        let by = person.author();
        let bodies = match command {
            Command::Act(act) => self.decide_act(act, person)?,
            Command::AttachPhoto(photo) => vec![EventBody::PhotoAttached(photo.clone())],
            Command::Link { to, relation } => vec![self.link(*to, *relation)?],
            Command::ConfirmEmail { requester, company, branch } => {
                if !self.ticket.unconfirmed {
                    return Err(Refusal::EmailAlreadyConfirmed);
                }
                vec![EventBody::EmailConfirmed {
                    requester: requester.clone(),
                    company: company.clone(),
                    branch: branch.clone(),
                }]
            }
            Command::MakeHandOverLink { link, until } => {
                vec![EventBody::HandOverLinkMade { link: link.clone(), until: *until }]
            }
            Command::OpenHandOverLink { link } => {
                vec![EventBody::HandOverLinkOpened { link: link.clone() }]
            }
            Command::RevokeHandOverLink { link } => {
                vec![EventBody::HandOverLinkRevoked { link: link.clone() }]
            }
            Command::Open(_) => return Err(Refusal::AlreadyOpen),
            Command::CalendarChanged(_) => return Err(Refusal::Forbidden),
            Command::ClockStruck => Vec::new(),
        };
        for body in bodies {
            self.push(Event { at: self.now, by: by.clone(), body });
        }
        self.close_at_attempt_limit();
        Ok(())
    }

    /// What an act adds to the history.
    fn decide_act(&self, act: &Act, person: &Person) -> Result<Vec<EventBody>, Refusal> {
        let policy = &self.rules.policy;
        let body = match act {
            Act::Take => return Ok(vec![EventBody::Taken]),
            Act::Assign { to } if self.ticket.assignee.as_ref() == Some(to) => {
                return Err(Refusal::AlreadyAssigned);
            }
            Act::Assign { to } => EventBody::Assigned { to: to.clone() },
            Act::Reply { body } => EventBody::Replied { body: text(body, policy)? },
            Act::Note { body } => EventBody::Noted { body: text(body, policy)? },
            Act::AskForInformation { missing, body } => {
                EventBody::InformationRequested { missing: missing.clone(), body: text(body, policy)? }
            }
            Act::LogContactAttempt { channel, outcome, note } => {
                let note = optional_text(note, policy)?;
                return Ok(self.attempt(
                    *outcome,
                    EventBody::ContactAttempted { channel: *channel, outcome: *outcome, note },
                ));
            }
            Act::Reclassify { kind, impact } => EventBody::Reclassified { kind: *kind, impact: *impact },
            Act::HandToDevelopment { evidence } => {
                EventBody::HandedToDevelopment { evidence: text(evidence, policy)? }
            }
            Act::CommitDate { date } => EventBody::DateCommitted { due: self.promised(*date)? },
            Act::MoveDate { date, reason } => self.moved_date(*date, reason)?,
            Act::Resolve { body } => EventBody::Resolved { body: text(body, policy)? },
            Act::Confirm => closed(Closure::Confirmed),
            Act::Dispute { body } => EventBody::Disputed { body: text(body, policy)? },
            Act::CloseInsufficient { missing, .. } if missing.is_empty() => {
                return Err(Refusal::MissingItemsRequired);
            }
            Act::CloseInsufficient { missing, message } => EventBody::Closed {
                closure: Closure::Insufficient { missing: missing.clone() },
                message: optional_text(message, policy)?,
            },
            Act::CloseOutOfScope { area, message } => EventBody::Closed {
                closure: Closure::OutOfScope { area: *area },
                message: optional_text(message, policy)?,
            },
            Act::CloseDuplicate { of } if *of == self.ticket.number => return Err(Refusal::SameTicket),
            Act::CloseDuplicate { of } => closed(Closure::Duplicate { of: *of }),
            Act::Link { to } => self.link(*to, Relation::Related)?,
            Act::Withdraw => closed(Closure::Withdrawn),
        };
        Ok(self.taken_first(act, person, body))
    }

    /// A staff member who speaks to the client on an untaken ticket has taken it: that is the first response (R14).
    fn taken_first(&self, act: &Act, person: &Person, body: EventBody) -> Vec<EventBody> {
        let speaks = matches!(
            act,
            Act::Reply { .. }
                | Act::AskForInformation { .. }
                | Act::HandToDevelopment { .. }
                | Act::Resolve { .. }
        );
        if speaks && person.role.is_staff() && self.ticket.status == Status::Received {
            vec![EventBody::Taken, body]
        } else {
            vec![body]
        }
    }

    /// An unanswered contact is a question the client has not heard: from then on the desk waits (R18).
    fn attempt(&self, outcome: ContactOutcome, attempted: EventBody) -> Vec<EventBody> {
        if outcome.is_unsuccessful() && self.ticket.status != Status::WaitingOnClient {
            vec![EventBody::InformationRequested { missing: Vec::new(), body: String::new() }, attempted]
        } else {
            vec![attempted]
        }
    }

    /// R18: the ninth unsuccessful attempt closes the ticket at once.
    fn close_at_attempt_limit(&mut self) {
        if self.ticket.status == Status::WaitingOnClient
            && self.attempts() >= self.rules.policy.unreachable_attempts
        {
            let closure = Closure::Unreachable { attempts: self.attempts() };
            self.push(Event { at: self.now, by: By::Clock, body: closed(closure) });
        }
    }

    fn link(&self, to: super::TicketNumber, relation: Relation) -> Result<EventBody, Refusal> {
        if to == self.ticket.number {
            return Err(Refusal::SameTicket);
        }
        if self.ticket.links.contains(&(relation, to)) {
            return Err(Refusal::AlreadyLinked);
        }
        Ok(EventBody::Linked { to, relation })
    }

    /// The closing of attention on a promised date, which must lie ahead (R16).
    fn promised(&self, date: NaiveDate) -> Result<Instant, Refusal> {
        let due = self.rules.closing_on(date).ok_or(Refusal::DateNotAttentionDay)?;
        if due > self.now { Ok(due) } else { Err(Refusal::DateNotAhead) }
    }

    fn moved_date(&self, date: NaiveDate, reason: &str) -> Result<EventBody, Refusal> {
        let from = self.ticket.bug_promise().ok_or(Refusal::NoDateCommitted)?.current;
        let due = self.promised(date)?;
        if due == from {
            return Err(Refusal::DateUnchanged);
        }
        Ok(EventBody::DateMoved { from, due, reason: text(reason, &self.rules.policy)? })
    }
}

fn closed(closure: Closure) -> EventBody {
    EventBody::Closed { closure, message: String::new() }
}

fn optional_text(text: &str, policy: &SupportPolicy) -> Result<String, Refusal> {
    let limit = policy.text_limit;
    let text = text.trim();
    if text.chars().count() > limit as usize {
        Err(Refusal::TextTooLong { limit })
    } else {
        Ok(text.to_owned())
    }
}

fn text(text: &str, policy: &SupportPolicy) -> Result<String, Refusal> {
    match optional_text(text, policy)? {
        text if text.is_empty() => Err(Refusal::TextMissing),
        text => Ok(text),
    }
}
