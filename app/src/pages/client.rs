//! The pages of the hotels.

mod by_link;
mod conditions;
mod elsewhere;
mod follow;
pub mod guest_waiting;
mod my_data;
mod new_ticket;
mod not_found;
mod receipt;
mod sign_in;
mod start;
mod ticket;
mod tickets;
pub mod unsent;

pub use by_link::{ConfirmPage, RelayPage};
pub use conditions::ConditionsPage;
pub use elsewhere::ElsewherePage;
pub use follow::FollowPage;
pub use guest_waiting::GuestWaitingPage;
pub use my_data::MyDataPage;
pub use new_ticket::NewTicketPage;
pub use not_found::NotFoundPage;
pub use receipt::ReceiptPage;
pub use sign_in::SignInPage;
pub use start::StartPage;
pub use ticket::TicketPage;
pub use tickets::TicketsPage;
pub use unsent::UnsentPage;
