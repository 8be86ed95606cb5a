//! The queue: what is due next comes first. Read, choose, open, take, without leaving the keyboard.

mod filters;
mod list;
mod load;
mod row;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use self::filters::Toolbar;
use self::list::QueueList;
use self::load::{Queue, Stage};
use super::keys;
use super::shell::{AgentShell, use_agent};
use crate::api::{self, IdempotencyKey};
use crate::browser;
use crate::components::{ErrorPanel, toast};
use crate::text::agent::queue::{self as text, QueueText};
use domain::ticket::{Act, TicketNumber};

/// The queue's page.
#[component]
pub fn QueuePage() -> impl IntoView {
    browser::set_title(QueueText::current().title());
    view! { <AgentShell><QueueDesk/></AgentShell> }
}

#[component]
fn QueueDesk() -> impl IntoView {
    let Some(agent) = use_agent() else { return ().into_any() };
    let queue = Queue::open(agent);
    let go = use_navigate();
    let taking = take_with_key(queue);
    keys::listen(move |key| {
        match key {
            "j" => queue.step(1),
            "k" => queue.step(-1),
            "/" => browser::focus(filters::SEARCH),
            "t" => taking(),
            // A link under the focus opens by itself; this is for the row the keyboard left.
            "Enter" | "o" => match queue.selected_now() {
                Some(number) if key == "o" || !keys::focus_is_on("a, button") => {
                    go(&ticket_path(number), NavigateOptions::default());
                }
                _ => return false,
            },
            _ => return false,
        }
        true
    });
    let body = move || match queue.stage.get() {
        Stage::Loading => view! { <list::QueueSkeleton/> }.into_any(),
        Stage::Failed(error) => {
            view! { <ErrorPanel error=error on_retry=move |()| queue.refresh()/> }.into_any()
        }
        Stage::Ready => view! { <QueueList queue=queue/> }.into_any(),
    };
    let stale = Memo::new(move |_| queue.is_stale());
    view! {
        <div class="stack">
            <h1 class="visually-hidden">{QueueText::current().title()}</h1>
            <Toolbar queue=queue/>
            {move || stale.get().then(|| view! { <p class="banner banner--broken small" role="status">{QueueText::current().stale()}</p> })}
            {body}
        </div>
    }
    .into_any()
}

/// Where a ticket is on the desk.
pub fn ticket_path(number: TicketNumber) -> String {
    ["/equipo/tickets/", &number.digits()].concat()
}

/// Takes the selected ticket. A second press of the key is the same intent until the first is settled.
fn take_with_key(queue: Queue) -> impl Fn() + Copy + 'static {
    let say = toast();
    let intent = StoredValue::new(None::<(TicketNumber, IdempotencyKey)>);
    move || {
        let Some(number) = queue.selected_now() else { return };
        let key = match intent.get_value() {
            Some((of, key)) if of == number => key,
            _ => IdempotencyKey::fresh(),
        };
        intent.set_value(Some((number, key.clone())));
        queue.expect_taken(number);
        spawn_local(async move {
            match api::send_act(number, &Act::Take, &key).await {
                Ok(view) => {
                    say(&text::taken(&number.to_string()));
                    queue.replace(view.summary);
                    intent.try_update_value(|intent| *intent = None);
                }
                Err(error) => {
                    say(&[error.title(), error.detail()].join(". "));
                    queue.refresh();
                }
            }
        });
    }
}
