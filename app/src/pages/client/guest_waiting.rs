//! A guest is waiting: two questions, then the fastest way to help (R7, R13).

mod reserved;

use domain::guide::Field;
use leptos::prelude::*;

use self::reserved::ReservedNumber;
use crate::browser;
use crate::components::{AttentionLine, Icon, Soon, YesNo};
use crate::desk::use_desk;
use crate::draft::Kept;
use crate::reserved::WRITTEN_TOO;
use crate::shell::ClientShell;
use crate::text::StartText;
use crate::text::start::spoken_phone;

/// The id of what to do now.
const WAY_ON: &str = "que-hacer";
/// The id of the second question.
const STOPPED: &str = "detenido";

/// `/huesped`.
#[component]
pub fn GuestWaitingPage() -> impl IntoView {
    let text = StartText::current();
    let waiting = RwSignal::new(None);
    let stopped = RwSignal::new(None);
    let critical = move || waiting.get() == Some(true) || stopped.get() == Some(true);
    let answered = move || critical() || (waiting.get().is_some() && stopped.get().is_some());
    view! {
        <ClientShell title=text.bell() narrow=true>
            <div class="stack stack--loose">
                <header class="page__head">
                    <a class="crumb" href="/">{text.back()}</a>
                    <h1>{text.guest_title()}</h1>
                    <p class="lead">{text.guest_lead()}</p>
                </header>
                <YesNo field=Field::GuestWaiting answer=waiting on_answer=move |answer| waiting.set(Some(answer))/>
                <Soon>
                    <div id=STOPPED>
                        <YesNo field=Field::SystemStopped answer=stopped on_answer=move |answer| stopped.set(Some(answer))/>
                    </div>
                    <div aria-live="polite">
                        <Show when=answered>
                            <WayOn critical=Signal::derive(critical) answers=(waiting, stopped)/>
                        </Show>
                    </div>
                </Soon>
            </div>
        </ClientShell>
    }
}

/// Brass: a person is needed.
const CALLING: &str = "button button--call";

/// What was answered: whether a guest waits, and whether the system is stopped.
type Answers = (RwSignal<Option<bool>>, RwSignal<Option<bool>>);

/// The answers go along to the form, so nothing is asked twice. An open question is one that no longer mattered.
fn form((waiting, stopped): Answers, called: bool) -> String {
    let answer = |name: &str, answer: Option<bool>| {
        answer.map_or_else(String::new, |yes| format!("{name}={}&", u8::from(yes)))
    };
    let answers = answer("huesped", waiting.get()) + &answer("detenido", stopped.get());
    let call = if called { format!("{WRITTEN_TOO}=1") } else { String::new() };
    format!("/nuevo?{}", (answers + &call).trim_end_matches('&'))
}

#[component]
fn WayOn(critical: Signal<bool>, answers: Answers) -> impl IntoView {
    let text = StartText::current();
    let desk = use_desk();
    let open = Memo::new(move |_| desk.hours().open);
    let register = move |class: &'static str, words: &'static str, called: bool| {
        // Where the call is offered beside it, brass is the call's.
        let class = move || {
            if class == CALLING && desk.is_unreached() { "button button--primary" } else { class }
        };
        view! { <a class=class href=move || form(answers, called)>{words}<Icon name="i-arrow"/></a> }
    };
    // On a phone it comes below what is in sight: whoever answered is led to it, and the call button is what they see. The second
    // question stays in sight above it while it is open.
    Effect::new(move |_| {
        let _ = critical.get();
        let open = answers.1.with(Option::is_none);
        if browser::is_narrow() {
            request_animation_frame(move || browser::bring_up(if open { STOPPED } else { WAY_ON }));
        }
    });
    move || match (critical.get(), open.get()) {
        (false, _) => view! {
            <section class="sheet stack" id=WAY_ON>
                <h2 class="sheet__title">{text.not_critical_title()}</h2>
                <p>{text.not_critical_text()}</p>
                {register("button button--primary", text.register(), false)}
            </section>
        }
        .into_any(),
        (true, true) => view! {
            <section class="sheet stack" id=WAY_ON>
                <h2 class="sheet__title">{text.critical_open_title()}</h2>
                <p>{text.critical_open_text()}</p>
                <Show when=move || desk.is_unreached()>
                    <p>{text.critical_unreached()}</p>
                    <CallButton/>
                </Show>
                {register(CALLING, text.register(), false)}
                <Show when=move || !desk.is_unreached()><CallButton second=true/></Show>
                <AttentionLine/>
            </section>
        }
        .into_any(),
        (true, false) => view! {
            <section class="sheet stack" id=WAY_ON>
                <h2 class="sheet__title">{text.critical_closed_title()}</h2>
                <CallButton/>
                {
                    // What was answered travels with the number: whoever takes the call reads it.
                    let mut kept = Kept::fresh();
                    kept.fill_remembered();
                    kept.draft.guest_waiting = answers.0.get_untracked();
                    kept.draft.system_stopped = answers.1.get_untracked();
                    view! { <ReservedNumber draft=kept.draft/> }
                }
                <p>{text.critical_closed_text()}</p>
                <div class="prose"><ul>
                    <li>{text.say_who()}</li>
                    <li>{text.say_what()}</li>
                    <li>{text.say_where()}</li>
                    <li>{text.say_phone()}</li>
                </ul></div>
                {register("button", text.register_too(), true)}
                <AttentionLine/>
            </section>
        }
        .into_any(),
    }
}

/// Calls the support line (R10).
#[component]
pub fn CallButton(
    /// Whether something else comes first.
    #[prop(optional)]
    second: bool,
) -> impl IntoView {
    let desk = use_desk();
    view! {
        <a class=if second { "button" } else { CALLING } href=move || format!("tel:{}", desk.support_line())>
            <Icon name="i-phone"/>
            {move || StartText::current().call(&spoken_phone(&desk.support_line()))}
        </a>
    }
}
