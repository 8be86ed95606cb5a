//! Photos that leave after their ticket exists. They belong to the whole portal, so a change of page doesn't stop
//! them; and each set belongs to one letter, so a photo never ends up in somebody else's case.

use domain::ticket::TicketNumber;
use leptos::prelude::*;

use crate::letter::LetterName;
use crate::photos::Photos;

/// Every set of photos that has not gone yet, from context.
#[derive(Clone, Copy)]
pub struct Outgoing {
    sets: StoredValue<Vec<(LetterName, Photos)>>,
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

    /// The photos of a letter.
    pub fn of(self, letter: LetterName) -> Photos {
        let known = self
            .sets
            .with_value(|sets| sets.iter().find(|(known, _)| *known == letter).map(|(_, photos)| *photos));
        known.unwrap_or_else(|| {
            let photos = self.owner.with_value(|owner| owner.with(|| Photos::new(letter)));
            self.sets.update_value(|sets| sets.push((letter, photos)));
            photos
        })
    }

    /// The photos of a ticket: those of its form that have not arrived, and those of an answer.
    pub fn of_ticket(self, number: TicketNumber) -> Photos {
        self.of(LetterName::Answer(number))
    }

    /// Sends all whose ticket is known.
    pub async fn send_bound(self) {
        for (_, photos) in self.sets.try_with_value(Clone::clone).unwrap_or_default() {
            photos.send_bound(|_| ()).await;
        }
    }

    /// Forgets them all.
    pub fn clear(self) {
        for (_, photos) in self.sets.try_update_value(std::mem::take).unwrap_or_default() {
            photos.clear();
        }
    }
}
