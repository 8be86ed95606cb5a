//! One box to answer.

use domain::api::TicketView;
use domain::ticket::{Act, EventBody, Status};
use leptos::prelude::*;

use super::answer::{Answer, AtLeast};
use super::case::Case;
use crate::components::{Composer, Soon, toast};
use crate::text::TicketText;
use crate::text::timeline::items;

/// The answer box. When the desk waits for the client it says what an answer does.
#[component]
pub fn ReplyBox(case: Case) -> impl IntoView {
    let text = TicketText::current();
    let answer = Answer::begin(case, "answer", AtLeast::TextOrPhoto);
    let say = toast();
    let question = case.part(question);
    let asked = case.part(|ticket| ticket.summary.status == Status::WaitingOnClient);
    view! {
        <Soon>
            <Composer
                id="answer"
                label=Signal::derive(move || if asked.get() { text.answer() } else { text.add() }.to_owned())
                body=answer.body
                photos=answer.photos
                send_label=Signal::derive(move || text.send().to_owned())
                busy=answer.busy
                error=answer.error
                locked=answer.locked()
                asked=Signal::derive(move || asked.get().then(|| match question.get() {
                    Some(question) => format!("{question}\n{}", text.asked()),
                    None => text.asked().to_owned(),
                }))
                on_send=move |()| answer.send(|body| Act::Reply { body }, text.sent(), say)
            />
        </Soon>
    }
}

/// What the desk asked last, word for word, so that nobody looks for it in the history while answering.
fn question(ticket: &TicketView) -> Option<String> {
    ticket.timeline.iter().rev().find_map(|entry| {
        let EventBody::InformationRequested { missing, body } = &entry.body else { return None };
        let who = entry.author.as_ref().map_or_else(String::new, |author| author.name.clone());
        let missing = if missing.is_empty() { String::new() } else { items(missing) };
        Some(TicketText::current().question(&who, body.trim(), &missing))
    })
}
