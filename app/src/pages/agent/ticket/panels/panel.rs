//! What every panel has: its verb as a title, its questions, one button that says what it does, and what went wrong,
//! in place, with everything that was typed still there.

use domain::ticket::{Act, CommandKind};
use leptos::prelude::*;

use crate::pages::agent::modal::Modal;
use crate::pages::agent::ticket::case::{Case, Sending};
use crate::text::agent::acts::{self, ActText};
use crate::text::agent::desk::DeskText;

/// A panel around its questions.
#[component]
pub fn Panel(
    /// The ticket.
    case: Case,
    /// What it does.
    kind: CommandKind,
    /// The act as answered so far, or what is still to be answered; nothing when its own field says so.
    #[prop(into)]
    make: Callback<(), Result<Act, &'static str>>,
    /// The questions.
    children: Children,
) -> impl IntoView {
    let sending = Sending::of(case);
    let complaint = RwSignal::new(None::<&'static str>);
    let close = move || case.close_panel();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match make.run(()) {
            Ok(act) => {
                complaint.set(None);
                sending.send(act, close);
            }
            Err(words) => complaint.set(Some(words)),
        }
    };
    let ends = matches!(
        kind,
        CommandKind::CloseInsufficient | CommandKind::CloseOutOfScope | CommandKind::CloseDuplicate
    );
    let class = if ends { "button button--danger" } else { "button button--primary" };
    let refused = move || {
        sending.error.get().map(|error| {
            let words = [error.title(), error.detail(), ActText::current().text_kept().to_owned()].join(". ");
            view! { <p class="field__error">{words.replace("..", ".")}</p> }
        })
    };
    view! {
        <Modal title=acts::verb(kind) on_close=close>
            <form novalidate on:submit=send>
                <div class="dialog__body">
                    {children()}
                    {ends.then(|| view! { <p class="small soft">{ActText::current().final_word()}</p> })}
                    <div role="alert">
                        {move || complaint.get().filter(|words| !words.is_empty()).map(|words| view! { <p class="field__error">{words}</p> })}
                        {refused}
                    </div>
                </div>
                <div class="dialog__foot">
                    <button type="button" class="button button--quiet" on:click=move |_| close()>{DeskText::current().cancel()}</button>
                    <button type="submit" class=class aria-busy=move || sending.busy.get().then_some("true")>{acts::submit(kind)}</button>
                </div>
            </form>
        </Modal>
    }
}

/// A box for a text, with its label and what to write.
#[component]
pub fn TextBox(
    /// Its id.
    id: &'static str,
    /// Its label.
    label: &'static str,
    /// What to write.
    #[prop(optional)]
    hint: &'static str,
    /// The text.
    text: RwSignal<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let hinted = (!hint.is_empty()).then(|| [id, "-hint"].concat());
    let says = [id, "-says"].concat();
    let describes = hinted.iter().chain([&says]).map(String::as_str).collect::<Vec<_>>().join(" ");
    let invalid = move || error.with(Option::is_some);
    view! {
        <div class="field" class:field--invalid=invalid>
            <label class="field__label" for=id>{label}</label>
            {hinted.map(|hint_id| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
            <textarea
                class="input input--low"
                id=id
                aria-describedby=describes
                aria-invalid=move || invalid().then_some("true")
                prop:value=move || text.get()
                on:input=move |event| text.set(event_target_value(&event))
            ></textarea>
            <div id=says role="alert">
                {move || error.get().map(|words| view! { <p class="field__error">{words}</p> })}
            </div>
        </div>
    }
}
