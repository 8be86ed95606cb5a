//! ReceiptPage.

use leptos::prelude::*;

use crate::shell::ClientShell;

/// ReceiptPage.
#[component]
pub fn ReceiptPage() -> impl IntoView {
    view! { <ClientShell title="">""</ClientShell> }
}
