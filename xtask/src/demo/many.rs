//! Any number of plain open tickets, for measuring.

use chrono::TimeDelta;
use domain::{
    Instant,
    api::import::{Import, ImportedStep, ImportedTicket},
    guide::Request,
    scope::Kind,
    ticket::{Act, Channel, Opening, TicketNumber},
};

use super::{
    catalogue::RECEPCION,
    hotels,
    moments::{DAY, Moments, attended},
    people::{
        self, ANDERSON, ANDRES, CAMILO, Character, JULIAN, LUISA, SEBASTIAN, SHARLENE, VALENTINA, YESID,
    },
    story::{CALM, Report, number},
};

/// Tickets in one piece: what the Worker writes in a few batches.
const PIECE: u32 = 500;
/// The first number after those of the stories.
const AFTER_THE_STORIES: u32 = 1_000;

const CLIENTS: [&Character; 5] = [&YESID, &JULIAN, &SHARLENE, &ANDERSON, &SEBASTIAN];
const AGENTS: [&Character; 4] = [&VALENTINA, &CAMILO, &LUISA, &ANDRES];

/// As many as have numbers of their own.
pub const MOST_OPEN: u32 = 899_000;

/// `count` open tickets in pieces to be sent one after the other. Half of them wait to be taken and half are in
/// analysis; their deadlines are spread over the days around `now`, each a little apart from the next.
pub fn open_tickets(count: u32, now: Instant, seed: u64) -> impl Iterator<Item = Import> {
    let people = Import { companies: hotels::companies(), accounts: people::accounts(), ..Import::default() };
    let moments = Moments::new(now);
    let clients = CLIENTS.map(|client| (client, report().submit(client)));
    let pieces = (0..count).step_by(PIECE as usize).map(move |first| {
        let tickets = (first..count.min(first + PIECE)).map(|index| {
            // Evenly over the last four business days, to the second, so that hardly two fall due together.
            let age = i64::from(index) * 4 * DAY * 60 / i64::from(count);
            let at = moments.instant(attended(age / 60 + 2)) + TimeDelta::seconds(age % 60);
            let client = &clients[index as usize % clients.len()];
            open_ticket(index, at, client, number(seed, AFTER_THE_STORIES + index))
        });
        Import { tickets: tickets.collect(), ..Import::default() }
    });
    core::iter::once(people).chain(pieces)
}

fn open_ticket(
    index: u32,
    at: Instant,
    (client, request): &(&Character, Request),
    number: TicketNumber,
) -> ImportedTicket {
    let opening = Opening {
        number,
        company: client.company(),
        branch: client.branch(),
        requester: client.account(),
        channel: Channel::Portal,
        request: request.clone(),
        origin: None,
        unconfirmed: false,
    };
    let agent = AGENTS[index as usize % AGENTS.len()];
    let taken = ImportedStep { at, by: agent.person(), act: Some(Act::Take), photo: None, link: None };
    let steps = if index.is_multiple_of(2) { Vec::new() } else { vec![taken] };
    ImportedTicket { at, by: client.person(), opening, steps }
}

const fn report() -> Report {
    Report {
        kind: Kind::Failure,
        subject: "El informe de llegadas no muestra las reservas de grupo",
        description: "El informe de llegadas de mañana deja por fuera las reservas de grupo, aunque en el planning \
            aparecen confirmadas y con habitación asignada.",
        place: [RECEPCION, "Reservas", "Informe de llegadas"],
        menu_path: "Recepción > Informes > Llegadas",
        parameters: "Fecha: mañana. Estado: confirmadas.",
        error_code: "",
        impact: CALM,
    }
}
