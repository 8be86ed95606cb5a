//! The routes, and what every page can ask for: the session, the language, the line for short messages.

use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;

use crate::components::{Toasts, provide_toasts};
use crate::desk::provide_desk;
use crate::locale::{LocaleSwitch, provide_locale};
use crate::outgoing::provide_outgoing_photos;
use crate::pages::agent::{AgentTicketPage, CallPage, QueuePage};
use crate::pages::client::{
    ConditionsPage, ElsewherePage, GuestWaitingPage, NewTicketPage, NotFoundPage, ReceiptPage, SignInPage,
    StartPage, TicketPage, TicketsPage,
};
use crate::session::provide_session;

/// The whole portal. A change of language builds it afresh, so that words need not be signals.
#[component]
pub fn App() -> impl IntoView {
    let LocaleSwitch(locale) = provide_locale();
    provide_session();
    provide_desk();
    provide_outgoing_photos();
    provide_toasts();
    move || {
        locale.track();
        routes()
    }
}

fn routes() -> AnyView {
    view! {
        <Router>
            <FlatRoutes fallback=|| view! { <NotFoundPage/> }.into_any()>
                <Route path=path!("/") view=|| view! { <StartPage/> }.into_any()/>
                <Route path=path!("/huesped") view=|| view! { <GuestWaitingPage/> }.into_any()/>
                <Route path=path!("/comercial/:area") view=|| view! { <ElsewherePage/> }.into_any()/>
                <Route path=path!("/entrar") view=|| view! { <SignInPage/> }.into_any()/>
                <Route path=path!("/nuevo") view=|| view! { <NewTicketPage/> }.into_any()/>
                <Route path=path!("/recibido/:number") view=|| view! { <ReceiptPage/> }.into_any()/>
                <Route path=path!("/mis-tickets") view=|| view! { <TicketsPage/> }.into_any()/>
                <Route path=path!("/tickets/:number") view=|| view! { <TicketPage/> }.into_any()/>
                <Route path=path!("/condiciones") view=|| view! { <ConditionsPage/> }.into_any()/>
                <Route path=path!("/equipo") view=|| view! { <QueuePage/> }.into_any()/>
                <Route path=path!("/equipo/llamada") view=|| view! { <CallPage/> }.into_any()/>
                <Route path=path!("/equipo/tickets/:number") view=|| view! { <AgentTicketPage/> }.into_any()/>
            </FlatRoutes>
        </Router>
        <Toasts/>
    }
    .into_any()
}
