//! The routes, and what every page can ask for: the session, the language, the line for short messages.

use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;

use crate::components::{SoonAtFirst, Toasts, placed, provide_toasts};
use crate::desk::provide_desk;
use crate::draft;
use crate::links::Links;
use crate::locale::{LocaleSwitch, provide_locale};
use crate::outgoing::provide_outgoing_photos;
use crate::pages::client::{NotFoundPage, StartPage};
use crate::parts::{Later, Page, Quiet, provide_parts};
use crate::session::{FactorWatch, provide_session};

/// The whole portal. A change of language builds it afresh, so that words need not be signals.
#[component]
pub fn App() -> impl IntoView {
    let LocaleSwitch(locale) = provide_locale();
    view! { <SoonAtFirst>{everything(locale)}</SoonAtFirst> }
}

fn everything(locale: Trigger) -> AnyView {
    provide_session();
    provide_desk();
    provide_outgoing_photos();
    provide_toasts();
    provide_parts();
    let all = move || {
        locale.track();
        view! { <SoonAtFirst>{routes()}</SoonAtFirst> }
    };
    all.into_any()
}

fn routes() -> AnyView {
    view! {
        <Router>
            <SoonAtFirst>{table()}</SoonAtFirst>
        </Router>
        <SoonAtFirst>
            {draft::is_sent().then(|| view! { <Quiet page=Page::Outbox/> })}
            <Toasts/>
        </SoonAtFirst>
    }
    .into_any()
}

fn table() -> AnyView {
    view! {
        <FactorWatch/>
        <Links/>
        <FlatRoutes fallback=|| placed(|| view! { <NotFoundPage/> }.into_any())>
            <Route path=path!("/") view=|| placed(|| view! { <StartPage/> }.into_any())/>
            <Route path=path!("/huesped") view=|| later(Page::GuestWaiting)/>
            <Route path=path!("/comercial/:area") view=|| later(Page::Elsewhere)/>
            <Route path=path!("/entrar") view=|| later(Page::SignIn)/>
            <Route path=path!("/segundo-factor") view=|| later(Page::SecondFactor)/>
            <Route path=path!("/dispositivos") view=|| later(Page::Devices)/>
            <Route path=path!("/invitacion") view=|| later(Page::Invitation)/>
            <Route path=path!("/seguir") view=|| later(Page::Follow)/>
            <Route path=path!("/entrega/:number") view=|| later(Page::Relay)/>
            <Route path=path!("/confirmar/:number") view=|| later(Page::Confirm)/>
            <Route path=path!("/nuevo") view=|| later(Page::NewTicket)/>
            <Route path=path!("/pendientes") view=|| later(Page::Unsent)/>
            <Route path=path!("/recibido/:number") view=|| later(Page::Receipt)/>
            <Route path=path!("/mis-tickets") view=|| later(Page::Tickets)/>
            <Route path=path!("/tickets/:number") view=|| later(Page::Ticket)/>
            <Route path=path!("/condiciones") view=|| later(Page::Conditions)/>
            <Route path=path!("/ayuda") view=|| later(Page::Help)/>
            <Route path=path!("/guia") view=|| later(Page::Guide)/>
            <Route path=path!("/buenas-practicas") view=|| later(Page::Practices)/>
            <Route path=path!("/ransomware") view=|| later(Page::Ransomware)/>
            <Route path=path!("/valores") view=|| later(Page::Values)/>
            <Route path=path!("/areas") view=|| later(Page::Areas)/>
            <Route path=path!("/privacidad") view=|| later(Page::Privacy)/>
            <Route path=path!("/mis-datos") view=|| later(Page::MyData)/>
            <Route path=path!("/equipo") view=|| later(Page::Queue)/>
            <Route path=path!("/equipo/llamada") view=|| later(Page::Call)/>
            <Route path=path!("/administracion") view=|| later(Page::Administration)/>
            <Route path=path!("/administracion/personas") view=|| later(Page::People)/>
            <Route path=path!("/administracion/hoteles") view=|| later(Page::Hotels)/>
            <Route path=path!("/administracion/calendario") view=|| later(Page::Calendar)/>
            <Route path=path!("/administracion/datos") view=|| later(Page::DataRequests)/>
            <Route path=path!("/administracion/auditoria") view=|| later(Page::Audit)/>
            <Route path=path!("/equipo/tickets/:number") view=|| later(Page::AgentTicket)/>
        </FlatRoutes>
    }
    .into_any()
}

fn later(page: Page) -> AnyView {
    view! { <SoonAtFirst><Later page=page/></SoonAtFirst> }.into_any()
}
