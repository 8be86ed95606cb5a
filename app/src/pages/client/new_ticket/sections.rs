//! The form's four sections; a phone shows the current one.

use domain::api::Catalogue;
use domain::guide::Field as F;
use domain::ident::BranchId;
use leptos::prelude::*;
use wording::findings::optional_note;

use super::controls::{
    ApplicationField, KindChoice, ModuleField, ProcessField, Question, TextField, fetch_catalogue,
};
use super::filling::{DETAILS, Filling, PHOTOS};
use super::steps::Step;
use crate::browser;
use crate::components::{ConsentTick, Field, PhotoList, PhotoPicker, Soon};
use crate::desk::use_desk;
use crate::locale::locale;
use crate::pages::client::guest_waiting::CallButton;
use crate::photos::Photos;
use crate::session::use_session;
use crate::text::FormText;

/// All four.
#[component]
pub fn Sections(filling: Filling, photos: Photos) -> impl IntoView {
    let catalogue = fetch_catalogue();
    let text = FormText::current();
    view! {
        <Section filling=filling step=Step::What>
            <KindChoice filling=filling/>
            <Soon>
                <div class="stack">
                    <div class="stack stack--tight">
                        <h3>{text.critical_title()}</h3>
                        <p class="soft small">{text.critical_why()}</p>
                    </div>
                    <Question filling=filling field=F::GuestWaiting/>
                    <Question filling=filling field=F::SystemStopped/>
                    <CriticalNote filling=filling/>
                </div>
            </Soon>
        </Section>
        <Section filling=filling step=Step::Where>
            <ApplicationField filling=filling catalogue=catalogue/>
            <ModuleField filling=filling catalogue=catalogue/>
            <Show when=move || !filling.critical.get()>
                <ProcessField filling=filling catalogue=catalogue/>
                <TextField filling=filling field=F::MenuPath/>
            </Show>
        </Section>
        <Section filling=filling step=Step::Detail>
            <TextField filling=filling field=F::Subject/>
            <TextField filling=filling field=F::Description/>
            <Show when=move || !filling.critical.get()>
                <TextField filling=filling field=F::Parameters/>
                <TextField filling=filling field=F::ErrorCode/>
            </Show>
            <div class="field">
                <p class="field__label">
                    {text.photos()}<span class="field__optional">" ("{optional_note(locale())}")"</span>
                </p>
                <p class="field__hint">{text.photos_hint()}</p>
                <PhotoList photos=photos/>
                <div class="row"><PhotoPicker photos=photos id=PHOTOS/></div>
            </div>
            <Show when=move || filling.critical.get()><Details filling=filling catalogue=catalogue/></Show>
        </Section>
        <Section filling=filling step=Step::Who>
            <TextField filling=filling field=F::FullName/>
            <TextField filling=filling field=F::Company/>
            <BranchField filling=filling/>
            <TextField filling=filling field=F::Email/>
            <TextField filling=filling field=F::Phone/>
            <Consent filling=filling/>
        </Section>
    }
}

#[component]
fn Section(filling: Filling, step: Step, children: Children) -> impl IntoView {
    let current = move || {
        let critical = filling.critical.get();
        step.shown_on(critical) == filling.step.get().shown_on(critical)
    };
    let section = move |inside: AnyView| {
        view! {
            <section class="form__section" class:is-current=current aria-labelledby=step.heading()>
                <h2 class="form__title" id=step.heading() tabindex="-1">{step.name()}</h2>
                {inside}
            </section>
        }
    };
    // A phone shows the current one alone; a desk all of them, one after another.
    if browser::is_narrow() {
        let unseen = !untrack(current);
        section(view! { <Soon unseen=unseen>{children()}</Soon> }.into_any()).into_any()
    } else {
        view! { <Soon>{section(children())}</Soon> }.into_any()
    }
}

/// What a critical case may tell and need not: whoever takes it asks for the rest (R7).
#[component]
fn Details(filling: Filling, catalogue: Signal<Option<Catalogue>>) -> impl IntoView {
    let text = FormText::current();
    let control = move |field| match field {
        F::Process => view! { <ProcessField filling=filling catalogue=catalogue/> }.into_any(),
        field => view! { <TextField filling=filling field=field/> }.into_any(),
    };
    let toggled = move |event: web_sys::Event| {
        filling.detailed.set(event_target::<web_sys::Element>(&event).has_attribute("open"));
    };
    view! {
        <details class="fold" prop:open=move || filling.detailed.get() on:toggle=toggled>
            <summary>{text.details()}</summary>
            <div class="fold__body stack stack--loose">
                <p class="soft small">{text.details_hint()}</p>
                {DETAILS.map(control).collect_view()}
            </div>
        </details>
    }
}

/// What being critical means now (R7, R13).
#[component]
fn CriticalNote(filling: Filling) -> impl IntoView {
    let text = FormText::current();
    let desk = use_desk();
    let closed = Memo::new(move |_| !desk.hours().open);
    view! {
        <div aria-live="polite">
            <Show when=move || filling.critical.get()>
                <div class="banner banner--asks">
                    <p><b>{text.critical_yes()}</b>" "{move || closed.get().then(|| text.critical_call())}</p>
                    <Show when=move || closed.get() || desk.is_unreached()><CallButton/></Show>
                </div>
            </Show>
        </div>
    }
}

/// Consent, of whoever isn't known to have given it.
#[component]
fn Consent(filling: Filling) -> impl IntoView {
    let text = FormText::current();
    let asked = Memo::new(move |_| filling.asks_consent());
    view! {
        <Show when=move || asked.get()>
            <ConsentTick
                words=text.consent()
                hint=text.consent_hint()
                ticked=Signal::derive(move || filling.consents())
                error=Signal::derive(move || filling.consent_error())
                on_tick=move |ticked| filling.tick_consent(ticked)
            />
        </Show>
    }
}

/// Which branch, for people of a company with several.
#[component]
fn BranchField(filling: Filling) -> impl IntoView {
    let text = FormText::current();
    let session = use_session();
    let branches = move || session.me().map(|me| me.branches).unwrap_or_default();
    let several = Memo::new(move |_| branches().len() > 1);
    let chosen = move || filling.kept.with(|kept| kept.branch.clone());
    let options = move || {
        let option = |(id, name): (BranchId, String)| {
            let selected = chosen().as_ref() == Some(&id);
            view! { <option value=id.0 selected=selected>{name}</option> }
        };
        branches().into_iter().map(option).collect_view()
    };
    let choose = move |value: String| {
        filling
            .kept
            .update(|kept| kept.branch = Some(BranchId(value)).filter(|branch| !branch.as_str().is_empty()));
    };
    view! {
        <Show when=move || several.get()>
            <Field id="branch" label=text.branch() hint=text.branch_hint()>
                <select
                    class="input"
                    id="branch"
                    aria-describedby="branch-hint"
                    on:change=move |event| choose(event_target_value(&event))
                >
                    <option value="">{text.branch_all()}</option>
                    {options}
                </select>
            </Field>
        </Show>
    }
}
