//! Closing what is not support, with the way to the commercial area (R2).

use domain::policy::SupportPolicy;
use domain::scope::OutOfScope;
use domain::ticket::{Act, CommandKind};
use leptos::prelude::*;
use wording::scope::{out_of_scope_reason, out_of_scope_title};

use super::ClientReads;
use super::panel::{Panel, TextBox};
use crate::locale::locale;
use crate::pages::agent::ticket::case::Case;
use crate::text::agent::acts::ActText;

/// Closes as one of the nine kinds that are not support.
#[component]
pub fn NotSupport(
    /// The ticket.
    case: Case,
) -> impl IntoView {
    let say = ActText::current();
    let area = RwSignal::new(None::<OutOfScope>);
    let message = RwSignal::new(String::new());
    let make = move |()| {
        let area = area.get_untracked().ok_or(say.area_required())?;
        Ok(Act::CloseOutOfScope { area, message: message.get_untracked() })
    };
    let areas = OutOfScope::ALL
        .map(|of| view! { <option value=of.code()>{out_of_scope_title(of, locale())}</option> });
    let reads = move || {
        let Some(area) = area.get() else { return String::new() };
        let way_on = [say.commercial_reads(), " ", SupportPolicy::SOHO.commercial_mail, "."].concat();
        let message = message.get();
        let parts = [out_of_scope_reason(area, locale()), message.trim(), &way_on];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
    };
    view! {
        <Panel case=case kind=CommandKind::CloseOutOfScope make=Callback::new(make)>
            <div class="field">
                <label class="field__label" for="area">{say.area()}</label>
                <select class="input" id="area" autofocus=true on:change=move |event| area.set(OutOfScope::parse(&event_target_value(&event)))>
                    <option value="">{say.area_choose()}</option>
                    {areas.into_iter().collect_view()}
                </select>
            </div>
            <TextBox id="area-message" label=say.message_optional() text=message/>
            <ClientReads words=Signal::derive(reads)/>
        </Panel>
    }
}
