//! A desk to play on: people, a filled form, and a ticket that is driven by commands at wall-clock times in Bogotá.

use std::sync::LazyLock;

use crate::form::draft;
use chrono::NaiveDateTime;
use domain::Instant;
use domain::access::{Actor, Pass, Person, Role, Way};
use domain::calendar::BOGOTA;
use domain::guide::{Draft, Request};
use domain::ident::CompanyId;
use domain::ticket::{
    Act, Channel, Command, Event, EventBody, Opening, Refusal, Rules, Ticket, TicketNumber, decide,
    next_deadline_at, replay,
};

/// `2026-07-10 17:30` on Bogotá's wall clock.
pub fn at(wall: &str) -> Instant {
    let format = if wall.len() > 16 { "%Y-%m-%d %H:%M:%S" } else { "%Y-%m-%d %H:%M" };
    NaiveDateTime::parse_from_str(wall, format).unwrap().and_local_timezone(BOGOTA).unwrap().to_utc()
}

pub fn person(account: &str, role: Role) -> Person {
    let company = (!role.is_staff()).then(|| CompanyId::from("casa-lola"));
    Person { account: account.into(), role, company, branch: None, pass: None }
}

pub fn clerk() -> Person {
    person("clerk", Role::Client)
}

pub fn agent() -> Person {
    person("agent", Role::Agent)
}

pub fn supervisor() -> Person {
    person("supervisor", Role::Supervisor)
}

pub fn developer() -> Person {
    person("developer", Role::Developer)
}

pub fn request() -> Request {
    draft().submit().expect("the sample form is complete")
}

pub fn critical_request() -> Request {
    Draft { guest_waiting: Some(true), ..draft() }.submit().expect("the sample form is complete")
}

pub fn number(serial: u32) -> TicketNumber {
    TicketNumber::from_serial(serial).expect("a serial in range")
}

pub fn opening(channel: Channel, request: Request) -> Opening {
    Opening {
        number: number(123_456),
        company: Some("casa-lola".into()),
        branch: None,
        requester: "clerk".into(),
        channel,
        request,
        origin: None,
        unconfirmed: false,
    }
}

/// Somebody who came to the ticket through a door.
pub fn through(door: Way) -> Person {
    let account = if door == Way::Sender { "stand-in" } else { "clerk" };
    let pass = Some(Pass { ticket: number(123_456), door, name: "Marta".into() });
    Person { account: account.into(), role: Role::Client, company: None, branch: None, pass }
}

/// A ticket sent before its address was confirmed.
pub fn unconfirmed_opening(request: Request) -> Opening {
    Opening {
        company: None,
        requester: "stand-in".into(),
        unconfirmed: true,
        ..opening(Channel::Portal, request)
    }
}

/// A ticket with its history.
#[derive(Debug, Clone)]
pub struct Desk {
    pub rules: Rules,
    pub ticket: Ticket,
    pub events: Vec<Event>,
}

impl Desk {
    pub fn open(wall: &str) -> Self {
        Self::open_as(wall, &clerk(), opening(Channel::Portal, request()))
    }

    pub fn open_as(wall: &str, by: &Person, opening: Opening) -> Self {
        static RULES: LazyLock<Rules> = LazyLock::new(Rules::soho);
        let rules = RULES.clone();
        let command = Command::Open(Box::new(opening));
        let events = decide(None, &command, &Actor::Person(by.clone()), at(wall), &rules).expect("opens");
        let ticket = replay(&events).expect("replays");
        Self { rules, ticket, events }
    }

    pub fn try_send(
        &mut self,
        now: Instant,
        actor: &Actor,
        command: &Command,
    ) -> Result<Vec<Event>, Refusal> {
        let decided = decide(Some(&self.ticket), command, actor, now, &self.rules)?;
        for event in &decided {
            self.ticket.apply(event);
            self.events.push(event.clone());
        }
        Ok(decided)
    }

    pub fn try_act(&mut self, wall: &str, by: &Person, act: Act) -> Result<Vec<Event>, Refusal> {
        self.try_send(at(wall), &Actor::Person(by.clone()), &Command::Act(act))
    }

    pub fn act(&mut self, wall: &str, by: &Person, act: Act) -> Vec<Event> {
        self.try_act(wall, by, act).expect("allowed")
    }

    /// The clock strikes, as when the sweep runs.
    pub fn strike(&mut self, wall: &str) -> Vec<Event> {
        self.try_send(at(wall), &Actor::Clock, &Command::ClockStruck).expect("the clock is never refused")
    }

    pub fn next_deadline(&self) -> Option<Instant> {
        next_deadline_at(&self.ticket, &self.rules)
    }

    pub fn count(&self, matches: impl Fn(&EventBody) -> bool) -> usize {
        self.events.iter().filter(|event| matches(&event.body)).count()
    }
}

pub fn say(body: &str) -> Act {
    Act::Reply { body: body.into() }
}

pub fn ask(body: &str) -> Act {
    Act::AskForInformation { missing: Vec::new(), body: body.into() }
}

pub fn resolve() -> Act {
    Act::Resolve { body: "Ya quedó corregido.".into() }
}

pub fn dispute() -> Act {
    Act::Dispute { body: "Sigue saliendo sin IVA.".into() }
}

pub fn no_answer() -> Act {
    Act::LogContactAttempt {
        channel: domain::ticket::ContactChannel::Phone,
        outcome: domain::ticket::ContactOutcome::NoAnswer,
        note: String::new(),
    }
}
