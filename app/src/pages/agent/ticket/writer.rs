//! The one place to write: to the client, to the team, a question that makes the desk wait, or the solution.

use domain::guide::{Draft, GuideItem, Need, need};
use domain::ticket::{Act, CommandKind};
use leptos::prelude::*;
use wording::dates::people_instant_seen_from;

use super::actions::{WRITTEN, key_of};
use super::case::{Case, Sending};
use super::panels::{ClientReads, MissingItems};
use crate::browser;
use crate::locale::locale;
use crate::pages::agent::clock::use_clock;
use crate::pages::agent::keys;
use crate::text::agent::acts::{self, ActText};

const TEXT: &str = "written";

/// Goes to the writer with a kind of writing chosen.
pub fn write(case: Case, kind: CommandKind) {
    case.writing.set(kind);
    request_animation_frame(|| browser::focus(TEXT));
}

/// The writer. What is written for the client stays when one goes from a reply to a question or a solution; a note for
/// the team is kept apart, so that it can never be sent to the client by mistake. Both outlive a reload.
#[component]
pub fn Writer(
    /// The ticket.
    case: Case,
) -> impl IntoView {
    let sending = Sending::of(case);
    let kinds = Memo::new(move |_| WRITTEN.into_iter().filter(|kind| case.may(*kind)).collect::<Vec<_>>());
    let kind = Memo::new(move |_| {
        let wanted = case.writing.get();
        kinds.with(|kinds| if kinds.contains(&wanted) { Some(wanted) } else { kinds.first().copied() })
    });
    let (client, note) = (kept(case, "cliente"), kept(case, "nota"));
    let missing = RwSignal::new(Vec::<GuideItem>::new());
    let complaint = RwSignal::new(None::<&'static str>);
    let text = move || if kind.get() == Some(CommandKind::Note) { note } else { client };
    let send = move || {
        let Some(kind) = kind.get_untracked() else { return };
        let text = untrack(text);
        let body = text.get_untracked();
        if body.trim().is_empty() {
            complaint.set(Some(ActText::current().text_required()));
            browser::focus(TEXT);
            return;
        }
        complaint.set(None);
        let act = match kind {
            CommandKind::Note => Act::Note { body },
            CommandKind::AskForInformation => {
                Act::AskForInformation { missing: missing.get_untracked(), body }
            }
            CommandKind::Resolve => Act::Resolve { body },
            _ => Act::Reply { body },
        };
        sending.send(act, move || {
            let _ = text.try_set(String::new());
            let _ = missing.try_set(Vec::new());
            keys::let_go();
        });
    };
    let tab = move |of: CommandKind| {
        view! {
            <button type="button" class="tab" aria-current=move || (kind.get() == Some(of)).then_some("true") on:click=move |_| write(case, of)>
                {acts::verb(of)}
                {key_of(of).map(|key| view! { <kbd class="kbd" aria-hidden="true">{key}</kbd> })}
            </button>
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Enter" if event.ctrl_key() || event.meta_key() => {
            event.prevent_default();
            send();
        }
        "Escape" => keys::let_go(),
        _ => {}
    };
    let error = move || {
        let said = complaint.get().map(str::to_owned);
        let refused = sending.error.get().map(|error| [error.title(), error.detail()].join(". "));
        said.or(refused).map(|words| view! { <p class="composer__asked field__error">{words}</p> })
    };
    let show = Memo::new(move |_| kinds.with(|kinds| !kinds.is_empty()));
    move || {
        show.get().then(|| {
            view! {
                <form
                    class="composer"
                    class:composer--note=move || kind.get() == Some(CommandKind::Note)
                    novalidate
                    on:submit=move |event| {
                        event.prevent_default();
                        send();
                    }
                >
                    <div class="tabs" role="group" aria-label=ActText::current().write_as()>
                        {move || kinds.get().into_iter().map(tab).collect_view()}
                    </div>
                    {move || (kind.get() == Some(CommandKind::AskForInformation)).then(|| asked_items(case, missing))}
                    <label class="visually-hidden" for=TEXT>{move || kind.get().map(acts::verb)}</label>
                    <textarea
                        class="composer__text"
                        id=TEXT
                        rows="4"
                        placeholder=move || kind.get().map(hint)
                        aria-describedby="written-says"
                        prop:value=move || text().get()
                        on:input=move |event| untrack(text).set(event_target_value(&event))
                        on:keydown=on_key
                    ></textarea>
                    {move || (kind.get() == Some(CommandKind::Resolve)).then(|| view! { <ResolveFollows/> })}
                    <div class="composer__bar">
                        <span class="small soft">{move || (kind.get() == Some(CommandKind::Note)).then(|| ActText::current().only_team())}</span>
                        <button class="button button--primary" type="submit" aria-busy=move || sending.busy.get().then_some("true")>
                            {move || kind.get().map(acts::submit)}
                            <kbd class="kbd" aria-hidden="true">"Ctrl ↵"</kbd>
                        </button>
                    </div>
                    <div id="written-says" role="alert">{error}</div>
                </form>
            }
        })
    }
}

/// A text that this device keeps until it is sent.
fn kept(case: Case, what: &str) -> RwSignal<String> {
    let name = ["soho.caso.", &case.number.digits(), ".", what].concat();
    let text = RwSignal::new(browser::recall(&name).unwrap_or_default());
    Effect::new(move |_| {
        text.with(
            |text| if text.is_empty() { browser::forget(&name) } else { browser::remember(&name, text) },
        );
    });
    text
}

fn hint(kind: CommandKind) -> &'static str {
    let say = ActText::current();
    match kind {
        CommandKind::Note => say.note_hint(),
        CommandKind::AskForInformation => say.ask_hint(),
        CommandKind::Resolve => say.resolve_hint(),
        _ => say.reply_hint(),
    }
}

/// What to tick when something is missing, and how the client will see it.
fn asked_items(case: Case, missing: RwSignal<Vec<GuideItem>>) -> AnyView {
    let items = case.view.with_untracked(|view| {
        let kind = view.request.kind;
        let asked =
            |item: &GuideItem| item.field().is_none_or(|field| need(Some(kind), field) != Need::NotAsked);
        GuideItem::ALL.into_iter().filter(asked).collect::<Vec<_>>()
    });
    view! {
        <div class="composer__part">
            <MissingItems case=case items=items missing=missing/>
            <ClientReads words=Signal::derive(move || acts::ask_reads(&missing.read()))/>
        </div>
    }
    .into_any()
}

/// What follows from a solution, with its date.
#[component]
fn ResolveFollows() -> impl IntoView {
    let clock = use_clock();
    let words = move || {
        let at = clock
            .with_rules(|rules, now| people_instant_seen_from(now, rules.uncontested_close(now), locale()));
        acts::resolve_follows(&at)
    };
    view! { <p class="composer__asked">{words}</p> }
}

/// What the guide says is missing or thin in what the client sent, to be ticked beforehand in the agent's eye.
pub fn thin_items(case: Case) -> Vec<GuideItem> {
    case.view.with_untracked(|view| {
        let gaps = Draft::from(&view.request).completeness();
        gaps.gaps().filter_map(|item| GuideItem::parse(item.field.code())).collect()
    })
}
