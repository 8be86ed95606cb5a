//! Telling a ticket: how it opened and what people did to it, as the commands they sent.

use domain::{
    api::import::{ImportedStep, ImportedTicket},
    guide::{Draft, GuideItem, Impact, Request},
    ident::PhotoId,
    scope::{Kind, OutOfScope},
    ticket::{
        Act, Channel, ContactChannel, ContactOutcome, Opening, Photo, Relation, TicketNumber, number::SERIALS,
    },
};

use super::{
    moments::{Moments, When},
    people::Character,
};

/// Steps between the serials of neighbouring tickets. It has no factor in common with the amount of serials, so no
/// number comes twice, and neighbours don't look alike.
const STRIDE: u64 = 515_041;

pub const CALM: Impact = Impact { system_stopped: false, guest_waiting: false };
pub const GUEST_WAITING: Impact = Impact { system_stopped: false, guest_waiting: true };
pub const STOPPED: Impact = Impact { system_stopped: true, guest_waiting: false };
pub const STOPPED_WITH_GUEST: Impact = Impact { system_stopped: true, guest_waiting: true };

/// What the client filled in, besides who they are.
#[derive(Clone, Copy)]
pub struct Report {
    pub kind: Kind,
    pub subject: &'static str,
    pub description: &'static str,
    /// Application, module and process.
    pub place: [&'static str; 3],
    pub menu_path: &'static str,
    pub parameters: &'static str,
    pub error_code: &'static str,
    pub impact: Impact,
}

impl Report {
    /// The request this report makes from `who`, by the same rules as the form.
    pub fn submit(self, who: &Character) -> Request {
        let [application, module, process] = self.place.map(str::to_owned);
        let draft = Draft {
            full_name: who.name.to_owned(),
            company: who.hotel.map_or("Hotel Mirador del Chicamocha", |hotel| hotel.name).to_owned(),
            email: who.email.to_owned(),
            phone: who.phone.to_owned(),
            subject: self.subject.to_owned(),
            kind: self.kind.code().to_owned(),
            description: self.description.to_owned(),
            application,
            module,
            process,
            menu_path: self.menu_path.to_owned(),
            parameters: self.parameters.to_owned(),
            error_code: self.error_code.to_owned(),
            system_stopped: Some(self.impact.system_stopped),
            guest_waiting: Some(self.impact.guest_waiting),
        };
        draft.submit().unwrap_or_else(|findings| panic!("{:?} is no request: {findings:?}", self.subject))
    }
}

/// The `index`-th ticket number of a seed. Distinct for the first 900 000.
pub fn number(seed: u64, index: u32) -> TicketNumber {
    let serials = u64::from(SERIALS.end() - SERIALS.start() + 1);
    let place = (seed % serials + u64::from(index) % serials * STRIDE) % serials;
    let serial =
        u32::try_from(place).ok().and_then(|place| TicketNumber::from_serial(SERIALS.start() + place));
    serial.expect("a place among the serials is a serial")
}

/// All stories told so far.
pub struct Stage {
    moments: Moments,
    seed: u64,
    tickets: Vec<ImportedTicket>,
}

impl Stage {
    pub fn new(moments: Moments, seed: u64) -> Self {
        Self { moments, seed, tickets: Vec::new() }
    }

    pub fn into_tickets(self) -> Vec<ImportedTicket> {
        self.tickets
    }

    /// The number of the ticket that will be told `ahead` tickets after the next one.
    pub fn upcoming(&self, ahead: usize) -> TicketNumber {
        number(self.seed, u32::try_from(self.tickets.len() + ahead).expect("a demo is small"))
    }

    /// The client fills the form.
    pub fn open(&mut self, when: When, who: &Character, report: Report) -> Story<'_> {
        self.begin(when, who, who, Channel::Portal, report)
    }

    /// An agent registers a call of `caller` (R10).
    pub fn register(
        &mut self,
        when: When,
        agent: &Character,
        caller: &Character,
        report: Report,
    ) -> Story<'_> {
        self.begin(when, agent, caller, Channel::Phone, report)
    }

    fn begin(
        &mut self,
        when: When,
        by: &Character,
        requester: &Character,
        channel: Channel,
        report: Report,
    ) -> Story<'_> {
        let opening = Opening {
            number: self.upcoming(0),
            company: requester.company(),
            branch: requester.branch(),
            requester: requester.account(),
            channel,
            request: report.submit(requester),
            origin: None,
            unconfirmed: false,
        };
        let at = self.moments.instant(when);
        self.tickets.push(ImportedTicket { at, by: by.person(), opening, steps: Vec::new() });
        let ticket = self.tickets.last_mut().expect("it was just pushed");
        Story { ticket, moments: &self.moments }
    }
}

/// A ticket being told, oldest step first.
pub struct Story<'a> {
    ticket: &'a mut ImportedTicket,
    moments: &'a Moments,
}

impl Story<'_> {
    fn step(self, when: When, who: &Character, fill: impl FnOnce(&mut ImportedStep)) -> Self {
        let at = self.moments.instant(when);
        let mut step = ImportedStep { at, by: who.person(), act: None, photo: None, link: None };
        fill(&mut step);
        self.ticket.steps.push(step);
        self
    }

    fn act(self, when: When, who: &Character, act: Act) -> Self {
        self.step(when, who, |step| step.act = Some(act))
    }

    /// It continues a closed ticket or was split from another.
    pub fn from(self, relation: Relation, number: TicketNumber) -> Self {
        self.ticket.opening.origin = Some((relation, number));
        self
    }

    pub fn take(self, when: When, who: &Character) -> Self {
        self.act(when, who, Act::Take)
    }

    pub fn assign(self, when: When, who: &Character, to: &Character) -> Self {
        self.act(when, who, Act::Assign { to: to.account() })
    }

    pub fn reply(self, when: When, who: &Character, body: &str) -> Self {
        self.act(when, who, Act::Reply { body: body.to_owned() })
    }

    pub fn note(self, when: When, who: &Character, body: &str) -> Self {
        self.act(when, who, Act::Note { body: body.to_owned() })
    }

    pub fn photo(self, when: When, who: &Character, photo: &super::photos::Picture) -> Self {
        let id = PhotoId(format!("demo-{}-{}", self.ticket.opening.number.digits(), self.ticket.steps.len()));
        let photo = Photo {
            id,
            name: photo.name.to_owned(),
            media_type: photo.media_type().to_owned(),
            bytes: u32::try_from(photo.bytes.len()).expect("a demo photo is small"),
        };
        self.step(when, who, |step| step.photo = Some(photo))
    }

    pub fn link(self, when: When, who: &Character, relation: Relation, to: TicketNumber) -> Self {
        self.step(when, who, |step| step.link = Some((relation, to)))
    }

    pub fn ask(self, when: When, who: &Character, missing: &[GuideItem], body: &str) -> Self {
        self.act(when, who, Act::AskForInformation { missing: missing.to_vec(), body: body.to_owned() })
    }

    pub fn attempt(
        self,
        when: When,
        who: &Character,
        channel: ContactChannel,
        outcome: ContactOutcome,
        note: &str,
    ) -> Self {
        self.act(when, who, Act::LogContactAttempt { channel, outcome, note: note.to_owned() })
    }

    pub fn reclassify(self, when: When, who: &Character, kind: Kind, impact: Impact) -> Self {
        self.act(when, who, Act::Reclassify { kind, impact })
    }

    pub fn hand_over(self, when: When, who: &Character, evidence: &str) -> Self {
        self.act(when, who, Act::HandToDevelopment { evidence: evidence.to_owned() })
    }

    /// Promises the date so many attention days after the moment itself.
    pub fn commit(self, when: When, who: &Character, days: i32) -> Self {
        let date = self.moments.date_after(self.moments.instant(when), days);
        self.act(when, who, Act::CommitDate { date })
    }

    /// Moves the promise to the date so many attention days after the moment itself.
    pub fn move_date(self, when: When, who: &Character, days: i32, reason: &str) -> Self {
        let date = self.moments.date_after(self.moments.instant(when), days);
        self.act(when, who, Act::MoveDate { date, reason: reason.to_owned() })
    }

    pub fn resolve(self, when: When, who: &Character, body: &str) -> Self {
        self.act(when, who, Act::Resolve { body: body.to_owned() })
    }

    pub fn confirm(self, when: When, who: &Character) -> Self {
        self.act(when, who, Act::Confirm)
    }

    pub fn dispute(self, when: When, who: &Character, body: &str) -> Self {
        self.act(when, who, Act::Dispute { body: body.to_owned() })
    }

    pub fn close_insufficient(
        self,
        when: When,
        who: &Character,
        missing: &[GuideItem],
        message: &str,
    ) -> Self {
        self.act(when, who, Act::CloseInsufficient { missing: missing.to_vec(), message: message.to_owned() })
    }

    pub fn close_out_of_scope(self, when: When, who: &Character, area: OutOfScope, message: &str) -> Self {
        self.act(when, who, Act::CloseOutOfScope { area, message: message.to_owned() })
    }

    pub fn close_duplicate(self, when: When, who: &Character, of: TicketNumber) -> Self {
        self.act(when, who, Act::CloseDuplicate { of })
    }

    pub fn withdraw(self, when: When, who: &Character) -> Self {
        self.act(when, who, Act::Withdraw)
    }
}
