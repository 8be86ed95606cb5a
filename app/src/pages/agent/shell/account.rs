//! What is of the person rather than of the desk; on a phone, where the rail has no foot.

use leptos::prelude::*;
use leptos_router::components::A;

use super::rail::{Language, SignOut};
use crate::components::Icon;
use crate::pages::agent::modal::Modal;
use crate::text::SharedText;
use crate::text::agent::desk::DeskText;

/// One's second factor, devices and data, the language, and the way out.
#[component]
pub fn Account(
    /// Who it is.
    name: String,
    /// It was left.
    on_close: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let say = DeskText::current();
    view! {
        <Modal title=name on_close=on_close>
            <ul class="dialog__body rail-account" on:click=move |_| on_close()>
                <li><A href="/segundo-factor" attr:class="rail-account__link"><Icon name="i-person"/>{say.second_factor()}</A></li>
                <li><A href="/dispositivos" attr:class="rail-account__link"><Icon name="i-phone"/>{SharedText::current().nav_devices()}</A></li>
                <li><A href="/mis-datos" attr:class="rail-account__link"><Icon name="i-note"/>{SharedText::current().nav_data()}</A></li>
                <li><Language class="rail-account__link"/></li>
                <li><SignOut class="rail-account__link"/></li>
            </ul>
        </Modal>
    }
}
