//! Personal data: who answers for it, what for, and what one can ask (Ley 1581 de 2012, art. 8 and 12).

use domain::policy::SupportPolicy;
use leptos::prelude::*;

use super::frame::InfoPage;
use crate::components::Icon;
use crate::text::info::PrivacyText;

/// `/privacidad`.
#[component]
pub fn PrivacyPage() -> impl IntoView {
    let text = PrivacyText::current();
    let policy = SupportPolicy::SOHO;
    let subject: String = js_sys::encode_uri_component(text.mail_subject()).into();
    let mail = format!("mailto:{}?subject={subject}", policy.commercial_mail);
    view! {
        <InfoPage title=text.title() lead=text.lead()>
            <div class="prose">
                <h2>{text.who_title()}</h2>
                <p>{text.who(&policy)}</p>
                <h2>{text.what_title()}</h2>
                <ul>
                    <li>{text.what_person()}</li>
                    <li>{text.what_case()}</li>
                    <li>{text.what_history()}</li>
                    <li>{text.what_pushes()}</li>
                </ul>
                <p>{text.what_not()}</p>
                <h2>{text.guests_title()}</h2>
                <p>{text.guests()}</p>
                <h2>{text.where_title()}</h2>
                <p>{text.where_text()}</p>
                <h2>{text.device_title()}</h2>
                <p>{text.device()}</p>
                <h2>{text.long_title()}</h2>
                <p>{text.long()}</p>
                <h2>{text.rights_title()}</h2>
                <ul>
                    <li>{text.right_know()}</li>
                    <li>{text.right_proof()}</li>
                    <li>{text.right_erase()}</li>
                    <li>{text.right_free()}</li>
                </ul>
                <h2>{text.how_title()}</h2>
                <p>{text.how(&policy)}</p>
            </div>
            <div class="row no-print">
                <a class="button button--primary" href="/mis-datos"><Icon name="i-person"/>{text.how_here()}</a>
                <a class="button" href=mail><Icon name="i-mail"/>{text.how_mail()}</a>
            </div>
        </InfoPage>
    }
}
