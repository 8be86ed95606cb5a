//! What was sent and has not arrived: it leaves when there is signal, once, under the key it was sealed with. What answers
//! that it can't be is a draft again, and says why.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use domain::api::TicketView;
use domain::ticket::TicketNumber;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{self, ApiError};
use crate::badge;
use crate::browser;
use crate::components::toast;
use crate::door::remember_pass;
use crate::draft::{self, Writer};
use crate::letter::{self, Held, Letter, LetterName, Sealed, State};
use crate::outgoing::{Outgoing, use_outgoing_photos};
use crate::photos;
use crate::reserved;
use crate::session::{Session, SessionState, use_session};
use crate::text::OutboxText;
use crate::verification;

/// How often what waits is tried again while the portal is open: not every network tells that it is back.
const EVERY: Duration = Duration::from_secs(30);

thread_local! {
    /// Letters on their way from this window.
    static LEAVING: RefCell<Vec<LetterName>> = const { RefCell::new(Vec::new()) };
    static WATCHED: Cell<bool> = const { Cell::new(false) };
}

/// What became of a letter.
pub enum Delivery {
    /// It arrived; this is the ticket as it stands.
    Arrived(Box<TicketView>),
    /// It arrived before, as this ticket, to which the device has no way any more.
    Received(TicketNumber),
    /// It waits for this.
    Waits(Held),
    /// It can't be, and is a draft again.
    Returned(ApiError),
    /// There is nothing to send any more, or it is on its way already.
    Nothing,
}

/// What sends.
#[derive(Clone, Copy)]
pub struct Outbox {
    session: Session,
    outgoing: Outgoing,
}

/// What sends, got while a component is built. From the first time on it watches for signal.
pub fn use_outbox() -> Outbox {
    let outbox = Outbox { session: use_session(), outgoing: use_outgoing_photos() };
    if !WATCHED.replace(true) {
        outbox.watch();
    }
    outbox
}

impl Outbox {
    /// Sends a sealed letter. `watched` says that its person waits for the answer on the page: then no trace of it stays.
    pub async fn deliver(self, name: LetterName, watched: bool) -> Delivery {
        // Nothing is tried in vain: what was tried may have arrived, and can't be written on any more.
        if !browser::is_online() {
            return Delivery::Waits(Held::Signal);
        }
        let leaving = LEAVING.with_borrow_mut(|leaving| {
            let known = leaving.contains(&name);
            leaving.push(name);
            known
        });
        if leaving {
            LEAVING.with_borrow_mut(|leaving| {
                leaving.pop();
            });
            return Delivery::Nothing;
        }
        let delivery = self.send(name, watched).await;
        LEAVING.with_borrow_mut(|leaving| leaving.retain(|other| *other != name));
        delivery
    }

    /// Sends a sealed letter while its person looks on. If it is asked whether there is one, that is shown, once; a page that has to
    /// be loaded afresh for it goes on at `back`.
    pub async fn deliver_in_sight(self, name: LetterName, watched: bool, back: &str) -> Delivery {
        match self.deliver(name, watched).await {
            Delivery::Waits(Held::Person) if verification::shown(back).await => {
                self.deliver(name, watched).await
            }
            delivery => delivery,
        }
    }

    async fn send(self, name: LetterName, watched: bool) -> Delivery {
        let Some(mut letter) = letter::read(name).await else { return Delivery::Nothing };
        let State::Waiting(mut sealed) = letter.state.clone() else { return Delivery::Nothing };
        if sealed.is_too_old() {
            let text = OutboxText::current();
            let why = (text.too_old().to_owned(), text.too_old_detail().to_owned());
            return give_back(letter, why, ApiError::Unreadable);
        }
        if let Some((by, _)) = &sealed.by {
            // Nobody else's name is put under it: whoever else sits there now is not asked to send it.
            let somebody_else = self.session.me_now().is_some_and(|me| me.account != *by);
            if somebody_else {
                hold(letter, Held::SignIn);
                return Delivery::Nothing;
            }
            // It may have arrived as theirs; sent by nobody, a critical one would be taken once more (R7).
            if sealed.tried && matches!(self.session.state_now(), SessionState::Out) {
                return hold(letter, Held::SignIn);
            }
        }
        let tried = sealed.tried;
        if !tried {
            sealed.tried = true;
            letter.state = State::Waiting(sealed.clone());
            letter::keep_now(&letter).await;
        }
        match api::send_sealed(&sealed.path, sealed.body.clone(), &sealed.key).await {
            Ok(view) => {
                self.arrived(letter, &view, watched).await;
                Delivery::Arrived(Box::new(view))
            }
            Err(error) if error.is_sign_in_required() => {
                self.session.leave();
                turned_away(letter, Sealed { tried, held: Held::SignIn, ..sealed }).await
            }
            Err(error) if verification::is_asked(&error) => {
                turned_away(letter, Sealed { tried, held: Held::Person, ..sealed }).await
            }
            Err(error) if error.may_pass() => hold(letter, Held::Signal),
            Err(error) => {
                if let Some(number) = error.received_as() {
                    self.take_photos(letter.name, number).await;
                    letter::keep_now(&Letter { state: State::Arrived(number), ..letter }).await;
                    return Delivery::Received(number);
                }
                let why = (error.title(), error.detail());
                give_back(letter, why, error)
            }
        }
    }

    async fn arrived(self, letter: Letter, view: &TicketView, watched: bool) {
        let number = view.summary.number;
        if view.door.is_some() {
            remember_pass(number);
        }
        if let Some(form) = &letter.form {
            Writer::remember(&form.draft);
            if form.consent.is_some() {
                self.session.agree();
            }
        }
        let form = letter.form.is_some();
        if form {
            reserved::arrived(letter.name, number);
            badge::renew(self.session);
        }
        self.take_photos(letter.name, number).await;
        if watched || !form {
            letter::forget(letter.name);
        } else {
            letter::keep_now(&Letter { state: State::Arrived(number), ..letter }).await;
        }
    }

    /// The photos of a letter go to its ticket.
    async fn take_photos(self, name: LetterName, number: TicketNumber) {
        let (from, to) = (self.outgoing.of(name), self.outgoing.of_ticket(number));
        from.take_up(photos::kept_of(name).await);
        from.bind(number);
        if name != LetterName::Answer(number) {
            to.adopt(from);
        }
    }

    /// Sends the photos of a ticket.
    pub async fn send_photos(self, number: TicketNumber) {
        self.outgoing.of_ticket(number).send_bound(|_| ()).await;
        letter::remark().await;
    }

    /// Sends all that waits, then photos whose ticket is known. Tells of each letter that arrived, or wants its person.
    pub async fn flush(self, tell: impl Fn(&str)) {
        let text = OutboxText::current();
        let letters = letter::all().await;
        if letters.iter().any(Letter::waits) && self.session.me_now().is_none() {
            // Whose session it is by now decides what may leave.
            if let Err(ApiError::Offline) = self.look_who_is_there().await {
                return;
            }
        }
        let unknown = self.session.me_now().is_none();
        for letter in letters.into_iter().filter(Letter::waits) {
            // Only whoever signs in, or shows up on the page, can change the answer.
            if letter.wants_somebody() && unknown {
                continue;
            }
            match self.deliver(letter.name, false).await {
                Delivery::Arrived(view) if letter.form.is_some() => {
                    tell(&text.arrived(&view.summary.number.to_string()));
                }
                Delivery::Received(number) => tell(&text.arrived(&number.to_string())),
                Delivery::Arrived(_) => tell(text.answer_arrived()),
                Delivery::Returned(_) => tell(text.came_back()),
                Delivery::Waits(Held::Person) => tell(text.person_wanted()),
                Delivery::Waits(_) | Delivery::Nothing => {}
            }
        }
        for kept in photos::all_kept().await {
            if let Some(number) = kept.ticket {
                self.outgoing.of_ticket(number).take_up(vec![kept]);
            }
        }
        self.outgoing.send_bound().await;
        letter::remark().await;
    }

    /// Tries what waits, while its person looks on.
    pub fn flush_soon(self) {
        let say = toast();
        if browser::is_online() {
            spawn_local(self.flush(say));
        }
    }

    /// Tries what waits whenever there may be signal, as long as the page lives.
    fn watch(self) {
        let say = toast();
        let flush = move || {
            if draft::is_sent() && browser::is_online() {
                spawn_local(self.flush(say));
            }
        };
        flush();
        let _ = window_event_listener(leptos::ev::online, move |_| flush());
        let _ = window_event_listener(leptos::ev::focus, move |_| flush());
        let _ = set_interval_with_handle(flush, EVERY);
    }

    async fn look_who_is_there(self) -> Result<(), ApiError> {
        match api::session().await {
            Ok(Some(me)) => self.session.enter(me),
            Ok(None) => self.session.leave(),
            Err(error) => return Err(error),
        }
        Ok(())
    }
}

/// It waits for somebody at the door. It arrived no more than before, so `sealed` says of it what was true then.
async fn turned_away(mut letter: Letter, sealed: Sealed) -> Delivery {
    let held = sealed.held;
    letter.state = State::Waiting(sealed);
    letter::keep_now(&letter).await;
    Delivery::Waits(held)
}

/// It is a draft again.
fn give_back(mut letter: Letter, why: (String, String), error: ApiError) -> Delivery {
    letter.state = State::Writing;
    letter.returned = Some(why);
    letter::keep(letter);
    Delivery::Returned(error)
}

fn hold(mut letter: Letter, held: Held) -> Delivery {
    if let State::Waiting(sealed) = &mut letter.state
        && sealed.held != held
    {
        sealed.held = held;
        letter::keep(letter);
    }
    Delivery::Waits(held)
}

/// Sends what an earlier visit left behind. Nothing to see.
#[component]
pub fn OutboxWatch() -> impl IntoView {
    use_outbox();
}
