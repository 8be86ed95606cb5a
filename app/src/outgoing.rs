//! Photos that leave after their ticket exists. They belong to the whole portal, so a change of page doesn't stop
//! them; and each set belongs to one form or one ticket, so a photo never ends up in somebody else's case.

use domain::ticket::TicketNumber;
use leptos::prelude::*;

use crate::components::Photos;
use crate::draft::DraftName;

/// Where a set of photos goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Destination {
    /// To the ticket that a form becomes.
    Form(DraftName),
    /// To a ticket.
    Ticket(TicketNumber),
}

/// Every set of photos that has not gone yet, from context.
#[derive(Clone, Copy)]
pub struct Outgoing {
    sets: StoredValue<Vec<(Destination, Photos)>>,
    /// Outlives every page, and with it every photo on its way.
    owner: StoredValue<Owner>,
}

/// Makes them known to everything below.
pub fn provide_outgoing_photos() {
    provide_context(Outgoing::new());
}

/// The photos that have not gone yet.
pub fn use_outgoing_photos() -> Outgoing {
    use_context().unwrap_or_else(Outgoing::new)
}

impl Outgoing {
    fn new() -> Self {
        Self {
            sets: StoredValue::new(Vec::new()),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
        }
    }

    /// The photos chosen in a form that is not a ticket yet.
    pub fn of_form(self, name: DraftName) -> Photos {
        self.of(Destination::Form(name))
    }

    /// The photos of a ticket: those of its form that have not arrived, and those of an answer.
    pub fn of_ticket(self, number: TicketNumber) -> Photos {
        self.of(Destination::Ticket(number))
    }

    /// The form became this ticket: its photos go there and nowhere else, and the next form begins with none.
    pub fn bind(self, name: DraftName, number: TicketNumber) {
        let _ = self.sets.try_update_value(|sets| {
            sets.retain(|(_, photos)| !photos.all_arrived());
            for (destination, _) in sets.iter_mut() {
                if *destination == Destination::Form(name) {
                    *destination = Destination::Ticket(number);
                }
            }
        });
    }

    /// Forgets them all.
    pub fn clear(self) {
        for (_, photos) in self.sets.try_update_value(std::mem::take).unwrap_or_default() {
            photos.clear();
        }
    }

    fn of(self, wanted: Destination) -> Photos {
        let known = self.sets.with_value(|sets| {
            sets.iter().find(|(destination, _)| *destination == wanted).map(|(_, photos)| *photos)
        });
        known.unwrap_or_else(|| {
            let photos = self.owner.with_value(|owner| owner.with(Photos::new));
            self.sets.update_value(|sets| sets.push((wanted, photos)));
            photos
        })
    }
}
