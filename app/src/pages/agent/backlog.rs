//! The queue as it was last seen, kept while an agent goes from page to page: coming back shows it at once, with the
//! same filter and the same row, and a finished ticket knows which one comes next.

use std::cell::RefCell;

use domain::access::Side;
use domain::api::TicketSummary;
use domain::ident::AccountId;
use domain::ticket::{Status, TicketNumber};

/// What is kept. It belongs to one account: the next person at the same desk starts with nothing.
#[derive(Clone, Default)]
pub struct Backlog {
    /// Whose it is.
    pub account: Option<AccountId>,
    /// The tickets, in the server's order.
    pub tickets: Vec<TicketSummary>,
    /// Where the next page begins.
    pub cursor: Option<String>,
    /// The chosen filter.
    pub filter: Filter,
    /// What was typed into the search box.
    pub search: String,
    /// The row under the keyboard.
    pub selected: Option<TicketNumber>,
}

thread_local! {
    static KEPT: RefCell<Backlog> = RefCell::default();
}

/// The queue this account last saw, or an empty one.
pub fn recall(account: &AccountId) -> Backlog {
    KEPT.with_borrow(
        |kept| if kept.account.as_ref() == Some(account) { kept.clone() } else { Backlog::default() },
    )
}

/// Keeps the queue for the next page.
pub fn keep(backlog: Backlog) {
    KEPT.set(backlog);
}

/// The row under the keyboard is the ticket that was opened last, however it was reached.
pub fn select(number: TicketNumber) {
    KEPT.with_borrow_mut(|kept| kept.selected = Some(number));
}

/// The ticket so many places after `number` in the list it was opened from.
pub fn neighbour(number: TicketNumber, account: &AccountId, by: isize) -> Option<TicketNumber> {
    let kept = recall(account);
    let list: Vec<_> = kept.visible(account).map(|ticket| ticket.number).collect();
    let place = list.iter().position(|of| *of == number)?.checked_add_signed(by)?;
    list.get(place).copied()
}

/// The ticket to go on with once `number` is done: the next one of the list it was opened from, or else its first.
pub fn next_after(number: TicketNumber, account: &AccountId) -> Option<TicketNumber> {
    let first = || recall(account).visible(account).map(|ticket| ticket.number).find(|of| *of != number);
    neighbour(number, account, 1).or_else(first)
}

impl Backlog {
    fn visible(&self, account: &AccountId) -> impl Iterator<Item = &TicketSummary> {
        self.tickets
            .iter()
            .filter(move |ticket| self.filter.lets(ticket, account) && matches(ticket, &self.search))
    }
}

/// What part of the queue to look at. Chosen on the tickets that are loaded, without asking the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Filter {
    /// Everything.
    #[default]
    All,
    /// What the reader has.
    Mine,
    /// What nobody took.
    Untaken,
    /// What waits for the client.
    Waiting,
    /// R7.
    Critical,
    /// What research and development has (R16).
    Bugs,
}

impl Filter {
    /// In the order of the tabs.
    pub const ALL: [Self; 6] =
        [Self::All, Self::Mine, Self::Untaken, Self::Waiting, Self::Critical, Self::Bugs];

    /// Whether the ticket belongs to the part.
    pub fn lets(self, ticket: &TicketSummary, reader: &AccountId) -> bool {
        match self {
            Self::All => true,
            Self::Mine => ticket.assignee.as_ref().is_some_and(|person| person.account == *reader),
            Self::Untaken => ticket.assignee.is_none(),
            Self::Waiting => ticket.status == Status::WaitingOnClient,
            Self::Critical => ticket.critical,
            Self::Bugs => ticket.status == Status::InDevelopment,
        }
    }
}

/// Whether the ticket has every word that was typed, in its number, subject or the names around it.
pub fn matches(ticket: &TicketSummary, search: &str) -> bool {
    let search = plain(search);
    if search.trim().is_empty() {
        return true;
    }
    let digits: String = search.chars().filter(char::is_ascii_digit).collect();
    if !digits.is_empty() && search.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || c == '#') {
        return ticket.number.digits().contains(&digits);
    }
    let branch = ticket.branch.as_deref().unwrap_or_default();
    let assignee = ticket.assignee.as_ref().map_or("", |person| person.name.as_str());
    let told =
        [&ticket.subject, &ticket.company, &ticket.requester.name, &ticket.application, &ticket.module];
    let mut text = told.map(|text| plain(text)).join(" ");
    text.push_str(&plain(branch));
    text.push(' ');
    text.push_str(&plain(assignee));
    search.split_whitespace().all(|word| text.contains(word))
}

/// Lower case without the accents of Spanish, so that "habitacion" finds "Habitación".
pub fn plain(text: &str) -> String {
    let bare = |letter| match letter {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' | 'ü' => 'u',
        other => other,
    };
    text.chars().flat_map(char::to_lowercase).map(bare).collect()
}

/// Whether the ticket asks for something of the desk now: the client spoke last and no client's word is awaited.
pub fn client_spoke(ticket: &TicketSummary) -> bool {
    ticket.last_speaker == Side::Client
}
