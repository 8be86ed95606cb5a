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

use crate::pages::agent::{AgentTicketPage, CallPage, QueuePage};
use crate::pages::client::{
    ConditionsPage, ElsewherePage, GuestWaitingPage, NewTicketPage, ReceiptPage, SignInPage, TicketPage,
    TicketsPage,
};

pub use later::{Later, provide_parts};

/// A page that is not part of the first screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// `/huesped`.
    GuestWaiting,
    /// `/comercial/:area`.
    Elsewhere,
    /// `/entrar`.
    SignIn,
    /// `/nuevo`.
    NewTicket,
    /// `/recibido/:number`.
    Receipt,
    /// `/condiciones`.
    Conditions,
    /// `/mis-tickets`.
    Tickets,
    /// `/tickets/:number`.
    Ticket,
    /// `/equipo`.
    Queue,
    /// `/equipo/llamada`.
    Call,
    /// `/equipo/tickets/:number`.
    AgentTicket,
}

/// Pages that come together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// The short pages, some of them for people in a hurry.
    Short,
    /// The form and its receipt.
    Telling,
    /// Following what was told.
    Following,
    /// The agents' side.
    Desk,
}

impl Page {
    const fn part(self) -> Part {
        match self {
            Self::GuestWaiting | Self::Elsewhere | Self::SignIn | Self::Conditions => Part::Short,
            Self::NewTicket | Self::Receipt => Part::Telling,
            Self::Tickets | Self::Ticket => Part::Following,
            Self::Queue | Self::Call | Self::AgentTicket => Part::Desk,
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
        _ => ().into_any(),
    })
}

#[wasm_split(telling, wasm_split_path = leptos::wasm_split, fallible)]
fn telling() -> Result<Build, Missing> {
    Ok(|page| match page {
        Page::NewTicket => view! { <NewTicketPage/> }.into_any(),
        Page::Receipt => view! { <ReceiptPage/> }.into_any(),
        _ => ().into_any(),
    })
}

#[wasm_split(following, wasm_split_path = leptos::wasm_split, fallible)]
fn following() -> Result<Build, Missing> {
    Ok(|page| match page {
        Page::Tickets => view! { <TicketsPage/> }.into_any(),
        Page::Ticket => view! { <TicketPage/> }.into_any(),
        _ => ().into_any(),
    })
}

#[wasm_split(desk, wasm_split_path = leptos::wasm_split, fallible)]
fn desk() -> Result<Build, Missing> {
    Ok(|page| match page {
        Page::Queue => view! { <QueuePage/> }.into_any(),
        Page::Call => view! { <CallPage/> }.into_any(),
        Page::AgentTicket => view! { <AgentTicketPage/> }.into_any(),
        _ => ().into_any(),
    })
}
