//! The portal in the browser. This file mounts it, nothing else.

use leptos::prelude::*;
use leptos_router::components::{A, Route, Router, Routes};
use leptos_router::path;

fn main() {
    console_error_panic_hook::set_once();
    mount_to_body(App);
}

#[component]
fn App() -> impl IntoView {
    view! {
        <Router>
            <main>
                <Routes fallback=|| view! { <h1>"No encontramos esa página"</h1> }>
                    <Route path=path!("/") view=|| view! { <h1>"Soporte SOHO"</h1> <A href="/ayuda">"Ayuda"</A> }/>
                    <Route path=path!("/ayuda") view=|| view! { <h1>"Ayuda"</h1> }/>
                </Routes>
            </main>
        </Router>
    }
}
