//! The agents' side: the queue, a ticket, a call. Staff only; for everybody else these addresses do not exist.

mod administration;
mod audit;
mod backlog;
mod calendar;
mod call;
mod clock;
mod data;
mod due;
mod found;
mod hotels;
pub mod keys;
mod modal;
mod number;
mod people;
mod queue;
mod shell;
mod ticket;

pub use administration::AdministrationPage;
pub use audit::AuditPage;
pub use calendar::CalendarPage;
pub use call::CallPage;
pub use data::DataRequestsPage;
pub use hotels::HotelsPage;
pub use people::PeoplePage;
pub use queue::QueuePage;
pub use ticket::AgentTicketPage;
