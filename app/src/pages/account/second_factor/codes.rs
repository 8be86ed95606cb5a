//! Recovery codes, the only time they are seen: copied, put into a file or on paper, and then on.

use leptos::prelude::*;

use crate::browser;
use crate::components::{Icon, toast};
use crate::text::account::FactorText;

const TITLE: &str = "recovery-title";

/// The codes and what to do with them.
#[component]
pub fn Codes(
    /// As they are written.
    codes: Vec<String>,
    /// They are kept somewhere.
    on_kept: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let text = FactorText::current();
    let say = toast();
    let whole = format!("{}\n{}\n{}\n", text.title(), browser::origin(), codes.join("\n"));
    // The whole file stands in its address: nothing is stored anywhere for it.
    let file =
        format!("data:text/plain;charset=utf-8,{}", String::from(js_sys::encode_uri_component(&whole)));
    let copied = codes.join("\n");
    let copy = move |_| {
        browser::copy(&copied);
        say(text.copied());
    };
    request_animation_frame(|| browser::focus(TITLE));
    view! {
        <div class="stack stack--loose">
            <header class="page__head">
                <h1 id=TITLE tabindex="-1">{text.codes_title()}</h1>
                <p class="lead">{text.codes_lead()}</p>
            </header>
            <ul class="sheet recovery-codes" aria-label=text.codes_label()>
                {codes.into_iter().map(|code| view! { <li><code>{code}</code></li> }).collect_view()}
            </ul>
            <div class="row">
                <button class="button" type="button" on:click=copy>{text.copy()}</button>
                <a class="button" href=file download=text.file_name() rel="external">{text.download()}</a>
                <button class="button" type="button" on:click=move |_| browser::print()>
                    <Icon name="i-print"/>
                    {text.print()}
                </button>
            </div>
            <div class="row">
                <button class="button button--primary" type="button" on:click=move |_| on_kept()>{text.kept()}</button>
            </div>
        </div>
    }
}
