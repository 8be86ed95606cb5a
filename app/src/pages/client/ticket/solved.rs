//! The desk gave a solution: does it hold?

use domain::ticket::{Act, CommandKind};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::answer::{Answer, AtLeast};
use super::case::Case;
use crate::api::IdempotencyKey;
use crate::components::{Composer, HowItCloses, Icon, toast};
use crate::text::TicketText;

/// Two buttons; "yes" asks once more, for closing is for good, and "no" opens the box to say what still fails.
#[component]
pub fn SolvedBox(case: Case) -> impl IntoView {
    let text = TicketText::current();
    let stands = case.part(|ticket| ticket.stands_at);
    let account = case.part(|ticket| ticket.closing_account.clone());
    let busy = RwSignal::new(false);
    let answer = Answer::begin(case, "dispute", AtLeast::Text);
    // Words left from an answer are not hidden behind a button.
    let disputing = RwSignal::new(false);
    Effect::new(move |_| {
        if answer.body.with(|body| !body.trim().is_empty()) {
            disputing.set(true);
        }
    });
    let sure = RwSignal::new(false);
    let ask = move |_| {
        sure.set(true);
        request_animation_frame(|| crate::browser::focus("confirm-close"));
    };
    let key = StoredValue::new(IdempotencyKey::fresh());
    let say = toast();
    let confirm = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let outcome = case.act(Act::Confirm, key.get_value()).await;
            let _ = busy.try_set(false);
            match outcome {
                Ok(()) => say(text.solved_thanks()),
                Err(error) => say(&format!("{}. {}", error.title(), error.detail())),
            }
        });
    };
    let open = move |_| {
        disputing.set(true);
        request_animation_frame(|| crate::browser::focus("dispute"));
    };
    view! {
        <section class="sheet stack no-print">
            <h2 class="sheet__title">{text.solved_title()}</h2>
            {move || stands.get().map(|at| view! { <p class="soft">{text.stands(at)}</p> })}
            {move || account.get().map(|account| view! { <HowItCloses account=account/> })}
            <Show when=move || sure.get()>
                <p>{text.solved_sure()}</p>
                <div class="row">
                    <button
                        id="confirm-close"
                        class="button button--primary"
                        type="button"
                        aria-busy=move || busy.get().then_some("true")
                        on:click=confirm
                    >
                        <Icon name="i-check"/>
                        {text.solved_close()}
                    </button>
                    <button class="button" type="button" on:click=move |_| sure.set(false)>{text.solved_wait()}</button>
                </div>
            </Show>
            <div class="row" hidden=move || sure.get()>
                <button class="button button--primary" type="button" on:click=ask>
                    <Icon name="i-check"/>
                    {text.solved_yes()}
                </button>
                <Show when=move || case.allows(CommandKind::Dispute) && !disputing.get()>
                    <button class="button" type="button" on:click=open>{text.solved_no()}</button>
                </Show>
            </div>
            <Show when=move || disputing.get()>
                <Composer
                    id="dispute"
                    label=text.dispute_label().to_owned()
                    body=answer.body
                    photos=answer.photos
                    send_label=Signal::derive(move || text.dispute_send().to_owned())
                    busy=answer.busy
                    error=answer.error
                    locked=answer.locked()
                    on_send=move |()| answer.send(|body| Act::Dispute { body }, text.disputed(), say)
                />
            </Show>
        </section>
    }
}
