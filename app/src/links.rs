//! Links of the portal, followed once the touch was answered.
//!
//! Building a page keeps a cheap phone busy for a tenth of a second and more. The router does that within the touch, so that the
//! link seems dead meanwhile; here the browser first paints that it was touched.

use std::cell::RefCell;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::browser;

/// How the router goes to an address.
type Go = Box<dyn Fn(&str)>;

thread_local! {
    /// A change of language brings another.
    static GO: RefCell<Option<Go>> = const { RefCell::new(None) };
}

/// Listens once and for all; without it the router follows links itself.
#[component]
pub fn Links() -> impl IntoView {
    let go = use_navigate();
    let known = GO.replace(Some(Box::new(move |address| go(address, NavigateOptions::default()))));
    if known.is_none() {
        browser::on_link(|address| {
            browser::after_paint(move || {
                GO.with_borrow(|go| {
                    if let Some(go) = go {
                        go(&address);
                    }
                });
            });
        });
    }
}
