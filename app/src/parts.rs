//! The portal in parts. The start page is in the module that loads first; every other page comes in a module of its
//! own when somebody goes there, so that the first screen of a phone on hotel Wi-Fi carries none of them.
//!
//! A part is a function that `wasm_split` marks: the build (xtask/src/app/split.rs) moves whatever only that function
//! reaches into the part's module, and what several parts reach into modules they share. What the first screen reaches
//! stays in the first module: a component belongs there only if the shell or the start page uses it.

#![allow(clippy::unnecessary_wraps, reason = "the error is the one of fetching, which the macro adds")]

mod later;

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use crate::outbox::OutboxWatch;
use crate::pages::account::{DevicesPage, InvitationPage, SecondFactorPage};
use crate::pages::agent::{
    AdministrationPage, AgentTicketPage, AuditPage, CalendarPage, CallPage, DataRequestsPage, HotelsPage,
    PeoplePage, QueuePage,
};
use crate::pages::client::{
    ConditionsPage, ConfirmPage, ElsewherePage, FollowPage, GuestWaitingPage, MyDataPage, NewTicketPage,
    ReceiptPage, RelayPage, SignInPage, TicketPage, TicketsPage, UnsentPage,
};
use crate::pages::info::{
    AreasPage, GuidePage, HelpPage, PracticesPage, PrivacyPage, RansomwarePage, ValuesPage,
};

pub use later::{Later, Quiet, provide_parts};

/// A page that is not part of the first screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// `/huesped`.
    GuestWaiting,
    /// `/comercial/:area`.
    Elsewhere,
    /// `/entrar`.
    SignIn,
    /// `/segundo-factor`.
    SecondFactor,
    /// `/dispositivos`.
    Devices,
    /// `/invitacion`.
    Invitation,
    /// `/seguir`.
    Follow,
    /// `/entrega/:number`.
    Relay,
    /// `/confirmar/:number`.
    Confirm,
    /// `/nuevo`.
    NewTicket,
    /// `/recibido/:number`.
    Receipt,
    /// `/pendientes`.
    Unsent,
    /// Nothing to see: sends what an earlier visit left behind.
    Outbox,
    /// `/condiciones`.
    Conditions,
    /// `/mis-tickets`.
    Tickets,
    /// `/tickets/:number`.
    Ticket,
    /// `/ayuda`.
    Help,
    /// `/guia`.
    Guide,
    /// `/buenas-practicas`.
    Practices,
    /// `/ransomware`.
    Ransomware,
    /// `/valores`.
    Values,
    /// `/areas`.
    Areas,
    /// `/privacidad`.
    Privacy,
    /// `/mis-datos`.
    MyData,
    /// `/equipo`.
    Queue,
    /// `/equipo/llamada`.
    Call,
    /// `/equipo/tickets/:number`.
    AgentTicket,
    /// `/administracion`.
    Administration,
    /// `/administracion/personas`.
    People,
    /// `/administracion/hoteles`.
    Hotels,
    /// `/administracion/calendario`.
    Calendar,
    /// `/administracion/datos`.
    DataRequests,
    /// `/administracion/auditoria`.
    Audit,
}

/// Pages that come together. Whatever several parts reach comes in modules of its own, one for each set of parts: with
/// four parts, a page waits for eight modules at most. Eight parts made it sixty, most of them smaller than the
/// headers they came with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// The short pages: for people in a hurry, and what is read when nothing is failing (R21).
    Short,
    /// The form and its receipt.
    Telling,
    /// Following what was told, with and without signing in, and one's own account.
    Following,
    /// The agents' side, and the second factor that opens it.
    Desk,
}

impl Page {
    const fn part(self) -> Part {
        match self {
            Self::GuestWaiting
            | Self::Elsewhere
            | Self::SignIn
            | Self::Conditions
            | Self::Help
            | Self::Guide
            | Self::Practices
            | Self::Ransomware
            | Self::Values
            | Self::Areas
            | Self::Privacy => Part::Short,
            Self::NewTicket | Self::Receipt | Self::Unsent | Self::Outbox => Part::Telling,
            Self::Tickets
            | Self::Ticket
            | Self::Follow
            | Self::Relay
            | Self::Confirm
            | Self::MyData
            | Self::Devices
            | Self::Invitation => Part::Following,
            Self::SecondFactor
            | Self::Queue
            | Self::Call
            | Self::AgentTicket
            | Self::Administration
            | Self::People
            | Self::Hotels
            | Self::Calendar
            | Self::DataRequests
            | Self::Audit => Part::Desk,
        }
    }
}

impl Part {
    async fn fetch(self) -> Result<Build, Missing> {
        match self {
            Self::Short => short().await,
            Self::Telling => telling().await,
            Self::Following => following().await,
            Self::Desk => desk().await,
        }
    }
}

/// Builds the pages of one part; those of another are nothing to it.
type Build = fn(Page) -> AnyView;

/// A part that could not be fetched: no signal, or a newer portal took its place.
struct Missing;

impl From<SplitLoaderError> for Missing {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

#[wasm_split(short, wasm_split_path = leptos::wasm_split, fallible)]
fn short() -> Result<Build, Missing> {
    Ok(|page| match page {
        Page::GuestWaiting => view! { <GuestWaitingPage/> }.into_any(),
        Page::Elsewhere => view! { <ElsewherePage/> }.into_any(),
        Page::SignIn => view! { <SignInPage/> }.into_any(),
        Page::Conditions => view! { <ConditionsPage/> }.into_any(),
        Page::Help => view! { <HelpPage/> }.into_any(),
        Page::Guide => view! { <GuidePage/> }.into_any(),
        Page::Practices => view! { <PracticesPage/> }.into_any(),
        Page::Ransomware => view! { <RansomwarePage/> }.into_any(),
        Page::Values => view! { <ValuesPage/> }.into_any(),
        Page::Areas => view! { <AreasPage/> }.into_any(),
        Page::Privacy => view! { <PrivacyPage/> }.into_any(),
        _ => ().into_any(),
    })
}

#[wasm_split(telling, wasm_split_path = leptos::wasm_split, fallible)]
fn telling() -> Result<Build, Missing> {
    Ok(|page| match page {
        Page::NewTicket => view! { <NewTicketPage/> }.into_any(),
        Page::Receipt => view! { <ReceiptPage/> }.into_any(),
        Page::Unsent => view! { <UnsentPage/> }.into_any(),
        Page::Outbox => view! { <OutboxWatch/> }.into_any(),
        _ => ().into_any(),
    })
}

#[wasm_split(following, wasm_split_path = leptos::wasm_split, fallible)]
fn following() -> Result<Build, Missing> {
    Ok(|page| match page {
        Page::Tickets => view! { <TicketsPage/> }.into_any(),
        Page::Ticket => view! { <TicketPage/> }.into_any(),
        Page::Follow => view! { <FollowPage/> }.into_any(),
        Page::Relay => view! { <RelayPage/> }.into_any(),
        Page::Confirm => view! { <ConfirmPage/> }.into_any(),
        Page::MyData => view! { <MyDataPage/> }.into_any(),
        Page::Devices => view! { <DevicesPage/> }.into_any(),
        Page::Invitation => view! { <InvitationPage/> }.into_any(),
        _ => ().into_any(),
    })
}

#[wasm_split(desk, wasm_split_path = leptos::wasm_split, fallible)]
fn desk() -> Result<Build, Missing> {
    Ok(|page| match page {
        Page::SecondFactor => view! { <SecondFactorPage/> }.into_any(),
        Page::Queue => view! { <QueuePage/> }.into_any(),
        Page::Call => view! { <CallPage/> }.into_any(),
        Page::AgentTicket => view! { <AgentTicketPage/> }.into_any(),
        Page::Administration => view! { <AdministrationPage/> }.into_any(),
        Page::People => view! { <PeoplePage/> }.into_any(),
        Page::Hotels => view! { <HotelsPage/> }.into_any(),
        Page::Calendar => view! { <CalendarPage/> }.into_any(),
        Page::DataRequests => view! { <DataRequestsPage/> }.into_any(),
        Page::Audit => view! { <AuditPage/> }.into_any(),
        _ => ().into_any(),
    })
}
