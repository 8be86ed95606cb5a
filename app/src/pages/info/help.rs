//! The index of help.

use domain::policy::SupportPolicy;
use leptos::prelude::*;

use crate::components::{AttentionLine, Icon};
use crate::pages::client::guest_waiting::CallButton;
use crate::shell::ClientShell;
use crate::text::StartText;
use crate::text::info::{DOORS, HelpText, said};

/// `/ayuda`.
#[component]
pub fn HelpPage() -> impl IntoView {
    let text = HelpText::current();
    let policy = SupportPolicy::SOHO;
    let doors = DOORS.map(|(href, icon, words)| {
        let (title, hint) = said(words);
        view! {
            <li>
                <a class="kind" href=href>
                    <span class="kind__door"><Icon name=icon/></span>
                    <span>
                        <span class="kind__title">{title}</span>
                        <span class="kind__hint">{hint}</span>
                    </span>
                </a>
            </li>
        }
    });
    view! {
        <ClientShell title=text.title() narrow=true>
            <header class="page__head">
                <h1>{text.title()}</h1>
                <p class="lead">{text.lead()}</p>
                <AttentionLine sheet=true/>
            </header>
            <div class="stack stack--loose">
                <div class="row">
                    <a class="button button--primary" href="/">{text.failing()}<Icon name="i-arrow"/></a>
                    <CallButton/>
                </div>
                <ul class="kinds">{doors.collect_view()}</ul>
                <section class="sheet stack">
                    <h2 class="sheet__title">{text.commercial_title()}</h2>
                    <p>{text.commercial()}</p>
                    <div class="row">
                        <a class="button" href=format!("mailto:{}", policy.commercial_mail)>
                            <Icon name="i-mail"/>
                            {policy.commercial_mail}
                        </a>
                        <a class="button" href=policy.commercial_site target="_blank" rel="noopener">
                            <Icon name="i-chat"/>
                            {StartText::current().site_chat()}
                        </a>
                    </div>
                </section>
            </div>
        </ClientShell>
    }
}
