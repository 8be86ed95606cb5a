//! The conditions of the service, in brief (R2, R10, R12–R18, R21).

use domain::policy::SupportPolicy;
use domain::scope::{Kind, OutOfScope};
use leptos::prelude::*;
use wording::scope::{kind_title, out_of_scope_title};

use super::guest_waiting::CallButton;
use crate::browser;
use crate::components::AttentionLine;
use crate::locale::locale;
use crate::shell::ClientShell;
use crate::text::ConditionsText;

/// What is promised, as an address leads there.
const PROMISE: &str = "plazos";
/// When a case is critical, as an address leads there.
const CRITICAL: &str = "critico";

/// `/condiciones`, and its sections `#plazos` and `#critico`.
#[component]
pub fn ConditionsPage() -> impl IntoView {
    // The page comes in a part of its own, after the browser looked for the section.
    if let Some(section) = [PROMISE, CRITICAL].into_iter().find(|section| *section == browser::fragment()) {
        request_animation_frame(move || request_animation_frame(move || browser::focus(section)));
    }
    let text = ConditionsText::current();
    let policy = SupportPolicy::SOHO;
    let kinds = Kind::ALL.map(|kind| view! { <li>{kind_title(kind, locale())}"."</li> });
    let others = OutOfScope::ALL.map(|area| {
        view! { <li><a href=format!("/comercial/{area}")>{out_of_scope_title(area, locale())}</a></li> }
    });
    view! {
        <ClientShell title=text.title() narrow=true>
            <header class="page__head">
                <h1>{text.title()}</h1>
                <p class="lead">{text.lead()}</p>
                <AttentionLine sheet=true/>
            </header>
            <div class="prose">
                <h2>{text.hours_title()}</h2>
                <p>{text.hours(&policy)}" "{text.hours_off()}</p>
                <h2>{text.line_title()}</h2>
                <p>{text.line_text()}</p>
                <p><CallButton/></p>
                <h2>{text.in_title()}</h2>
                <ul>{kinds.collect_view()}</ul>
                <h2 id=PROMISE tabindex="-1">{text.promise_title()}</h2>
                <ul>
                    <li>{text.promise_first(&policy)}</li>
                    <li>{text.promise_response()}</li>
                    <li>{text.promise_wait()}</li>
                    <li>{text.promise_bug()}</li>
                </ul>
                <h2 id=CRITICAL tabindex="-1">{text.critical_title()}</h2>
                <p>{text.critical_text()}</p>
                <p>{text.critical_time(&policy)}</p>
                <h2>{text.reach_title()}</h2>
                <p>{text.reach(&policy)}</p>
                <h2>{text.one_title()}</h2>
                <p>{text.one_text()}</p>
                <h2>{text.out_title()}</h2>
                <p>{text.out_lead()}</p>
                <ul>{others.collect_view()}</ul>
            </div>
        </ClientShell>
    }
}
