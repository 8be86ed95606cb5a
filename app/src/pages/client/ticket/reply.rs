//! One box to answer.

use domain::ticket::{Act, Status};
use leptos::prelude::*;

use super::answer::{Answer, AtLeast};
use super::case::Case;
use crate::components::{Composer, toast};
use crate::text::TicketText;

/// The answer box. When the desk waits for the client it says what an answer does.
#[component]
pub fn ReplyBox(case: Case) -> impl IntoView {
    let text = TicketText::current();
    let answer = Answer::begin(case, "answer", AtLeast::TextOrPhoto);
    let say = toast();
    let asked = case.part(|ticket| ticket.summary.status == Status::WaitingOnClient);
    view! {
        <Composer
            id="answer"
            label=Signal::derive(move || if asked.get() { text.answer() } else { text.add() }.to_owned())
            body=answer.body
            photos=answer.photos
            send_label=Signal::derive(move || text.send().to_owned())
            busy=answer.busy
            error=answer.error
            asked=Signal::derive(move || asked.get().then(|| text.asked().to_owned()))
            on_send=move |()| answer.send(|body| Act::Reply { body }, text.sent(), say)
        />
    }
}
