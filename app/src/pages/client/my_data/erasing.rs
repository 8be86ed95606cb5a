//! The end of one's data: what goes, what stays, and a dialog that asks once more.

use leptos::html::Dialog;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::api::{self, ApiError};
use crate::components::toast;
use crate::sign_out::use_sign_out;
use crate::text::MyDataText;

/// What erasing means, and the way to it.
#[component]
pub fn Erasing() -> impl IntoView {
    let text = MyDataText::current();
    let dialog = NodeRef::<Dialog>::new();
    let open = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            let _ = dialog.show_modal();
        }
    };
    let list = |title: &'static str, items: [&'static str; 3]| {
        view! {
            <h3>{title}</h3>
            <div class="prose"><ul>{items.map(|item| view! { <li>{item}</li> }).collect_view()}</ul></div>
        }
    };
    view! {
        <section class="sheet stack">
            <h2 class="sheet__title">{text.erase()}</h2>
            <p>{text.erase_text()}</p>
            {list(text.goes(), [text.goes_person(), text.goes_words(), text.goes_ways()])}
            {list(text.stays(), [text.stays_facts(), text.stays_answers(), text.stays_consent()])}
            <p class="soft small">{text.erase_when()}</p>
            <div class="row">
                <button class="button button--danger" type="button" on:click=open>{text.erase()}</button>
            </div>
            <Confirming dialog=dialog/>
        </section>
    }
}

#[component]
fn Confirming(dialog: NodeRef<Dialog>) -> impl IntoView {
    let text = MyDataText::current();
    let (sure, tried, busy) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let failure = RwSignal::new(None::<ApiError>);
    let (say, sign_out, go) = (toast(), use_sign_out(), use_navigate());
    let close = move || {
        if let Some(dialog) = dialog.try_get_untracked().flatten() {
            dialog.close();
        }
    };
    let forget = move |_| {
        sure.set(false);
        tried.set(false);
        failure.set(None);
    };
    let erase = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        if !sure.get_untracked() || busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(None);
        let go = go.clone();
        spawn_local(async move {
            let answer = api::erase_me().await;
            let _ = busy.try_set(false);
            match answer {
                Ok(()) => {
                    close();
                    // Nobody is signed in any more; this wipes the device too.
                    let _ = sign_out.run().await;
                    say(text.erased());
                    go("/", NavigateOptions::default());
                }
                Err(error) => {
                    let _ = failure.try_set(Some(error));
                }
            }
        });
    };
    let refused = move || {
        failure.get().map(|error| {
            let open = (error.code() == "still_open")
                .then(|| view! { <a class="button" href="/mis-tickets">{text.see_tickets()}</a> });
            view! { <div class="banner banner--asks"><p><b>{error.title()}</b>" "{error.detail()}</p>{open}</div> }
        })
    };
    view! {
        <dialog class="dialog" node_ref=dialog aria-labelledby="borrar-titulo" on:close=forget>
            <form novalidate on:submit=erase>
                <div class="dialog__head"><h2 class="dialog__title" id="borrar-titulo">{text.erase_title()}</h2></div>
                <div class="dialog__body stack">
                    <p>{text.erase_text()}</p>
                    <div class="field" class:field--invalid=move || tried.get() && !sure.get()>
                        <label class="tick">
                            <input
                                type="checkbox"
                                aria-describedby="borrar-dice"
                                prop:checked=move || sure.get()
                                on:change=move |event| sure.set(event_target_checked(&event))
                            />
                            <span>{text.erase_sure()}</span>
                        </label>
                        <div id="borrar-dice" aria-live="polite">
                            {move || (tried.get() && !sure.get()).then(|| view! { <p class="field__error">{text.erase_tick()}</p> })}
                        </div>
                    </div>
                    <div role="alert">{refused}</div>
                </div>
                <div class="dialog__foot">
                    <button class="button" type="button" on:click=move |_| close()>{text.erase_no()}</button>
                    <button class="button button--danger" type="submit" aria-busy=move || busy.get().then_some("true")>
                        {text.erase_yes()}
                    </button>
                </div>
            </form>
        </dialog>
    }
}
