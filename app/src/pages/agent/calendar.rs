//! Days of attention (R12): an administrator closes or opens one, after seeing whose promises it moves.

mod moving;
mod record;

use chrono::NaiveDate;
use domain::calendar::{BOGOTA, Calendar, Day, DayChange, DayChangeError};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wording::calendar::day_problem;
use wording::dates::{holiday_names, people_day};

use self::moving::Moving;
use self::record::Record;
use super::administration::for_administrators;
use super::clock::use_clock;
use crate::api::{self, ApiError};
use crate::browser;
use crate::components::toast;
use crate::desk::use_desk;
use crate::intent::Intent;
use crate::locale::locale;
use crate::text::agent::calendar::{self as words, CalendarText};
use domain::api::attention::{AttentionDays, ChangePreview};

/// `/administracion/calendario`.
#[component]
pub fn CalendarPage() -> impl IntoView {
    for_administrators(CalendarText::current().title(), || view! { <Days/> }.into_any())
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Changing {
    day: RwSignal<String>,
    name: RwSignal<String>,
    preview: RwSignal<Option<(DayChange, ChangePreview)>>,
    failure: RwSignal<Option<ApiError>>,
    busy: RwSignal<bool>,
    days: RwSignal<Option<Result<AttentionDays, ApiError>>>,
}

impl Changing {
    fn reload(self) {
        spawn_local(async move {
            let answer = api::attention_days().await;
            let _ = self.days.try_set(Some(answer));
        });
    }

    /// What is in force: as the list tells it, which is newer than what the page began with.
    fn calendar(self) -> Option<(Calendar, NaiveDate)> {
        self.days.with(|days| match days {
            Some(Ok(days)) => Some((
                Calendar::new(&domain::policy::SupportPolicy::SOHO, days.adjustments.clone()),
                days.today,
            )),
            _ => None,
        })
    }

    /// The change the fields ask for; nothing while no day is chosen.
    fn asked(self) -> Option<(DayChange, Day)> {
        let day = self.day.read().parse().ok()?;
        let (calendar, _) = self.calendar()?;
        let now = calendar.day(day);
        let attends = !matches!(now, Day::Attended { .. });
        Some((DayChange { day, attends, name: self.name.get() }, now))
    }

    /// Why the chosen day can't be changed, but for a name that is still missing.
    fn problem(self) -> Option<&'static str> {
        let (change, _) = self.asked()?;
        let (calendar, today) = self.calendar()?;
        let error = calendar.adjusted(&change, today).err()?;
        (error != DayChangeError::Name).then(|| day_problem(error, locale()))
    }
}

#[component]
fn Days() -> impl IntoView {
    let say = CalendarText::current();
    let changing = Changing {
        day: RwSignal::new(String::new()),
        name: RwSignal::new(String::new()),
        preview: RwSignal::new(None),
        failure: RwSignal::new(None),
        busy: RwSignal::new(false),
        days: RwSignal::new(None),
    };
    changing.reload();
    let clock = use_clock();
    let tomorrow = untrack(|| {
        clock.with(|_, now| now.with_timezone(&BOGOTA).date_naive().succ_opt().map(|day| day.to_string()))
    });
    let edited = move || {
        changing.preview.set(None);
        changing.failure.set(None);
    };
    let (needs_name, name_tried) = (
        Memo::new(move |_| {
            changing.asked().is_some_and(|(change, now)| {
                !change.attends && now == (Day::Attended { despite: Vec::new() })
            })
        }),
        RwSignal::new(false),
    );
    let look = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some((change, _)) = untrack(move || changing.asked()) else { return };
        if needs_name.get_untracked() && change.name.trim().is_empty() {
            name_tried.set(true);
            browser::focus("day-name");
            return;
        }
        if untrack(move || changing.problem()).is_some() || changing.busy.get_untracked() {
            return;
        }
        changing.busy.set(true);
        spawn_local(async move {
            let answer = api::preview_attention_day(&change).await;
            let _ = changing.busy.try_set(false);
            match answer {
                Ok(preview) => {
                    let _ = changing.preview.try_set(Some((change, preview)));
                    let _ = changing.failure.try_set(None);
                }
                Err(error) => {
                    let _ = changing.failure.try_set(Some(error));
                }
            }
        });
    };
    let now = move || {
        changing.problem().map_or_else(
            || {
                changing.asked().map(|(change, now)| {
                    view! { <p>{words::day_now(&people_day(change.day, locale()), &reason(&now))}</p> }
                        .into_any()
                })
            },
            |problem| Some(view! { <p class="field__error">{problem}</p> }.into_any()),
        )
    };
    let failure = move || {
        changing.failure.get().map(|error| {
            view! { <div class="banner banner--broken" role="alert"><p><b>{error.title()}</b>" "{error.detail()}</p></div> }
        })
    };
    let name_error = move || {
        let missing = name_tried.get() && changing.name.read().trim().is_empty();
        missing.then(|| view! { <p class="field__error" id="day-name-error">{day_problem(DayChangeError::Name, locale())}</p> })
    };
    view! {
        <div class="stack stack--loose">
            <header class="page__head">
                <h1>{say.title()}</h1>
                <p class="lead">{say.lead()}</p>
            </header>
            <form class="sheet stack" novalidate on:submit=look>
                <h2 class="sheet__title">{say.change()}</h2>
                <div class="field">
                    <label class="field__label" for="day">{say.day()}</label>
                    <p class="field__hint" id="day-hint">{say.day_hint()}</p>
                    <input
                        class="input input--short"
                        id="day"
                        type="date"
                        min=tomorrow
                        aria-describedby="day-hint day-now"
                        prop:value=move || changing.day.get()
                        on:input=move |event| { changing.day.set(event_target_value(&event)); edited(); }
                    />
                    <div id="day-now" role="status">{now}</div>
                </div>
                <Show when=move || needs_name.get()>
                    <div class="field">
                        <label class="field__label" for="day-name">{say.name()}</label>
                        <p class="field__hint" id="day-name-hint">{say.name_hint()}</p>
                        <input
                            class="input"
                            id="day-name"
                            maxlength="80"
                            autocomplete="off"
                            aria-describedby="day-name-hint day-name-error"
                            prop:value=move || changing.name.get()
                            on:input=move |event| { changing.name.set(event_target_value(&event)); edited(); }
                        />
                        {name_error}
                    </div>
                </Show>
                {failure}
                <div class="row">
                    <button
                        class="button button--primary"
                        type="submit"
                        disabled=move || changing.asked().is_none() || changing.problem().is_some()
                        aria-busy=move || changing.busy.get().then_some("true")
                    >
                        {say.preview()}
                    </button>
                </div>
                <div role="status">
                    {move || changing.preview.get().map(|(change, preview)| view! { <Moving change=change preview=preview apply=use_apply(changing)/> })}
                </div>
            </form>
            <Record days=changing.days retry=Callback::new(move |()| changing.reload())/>
        </div>
    }
}

/// Puts the change in force; however often it is tried, once.
fn use_apply(changing: Changing) -> Callback<DayChange> {
    let intent = Intent::begin("soho.calendario.envio".to_owned());
    let (say, desk) = (toast(), use_desk());
    Callback::new(move |change: DayChange| {
        if changing.busy.get_untracked() {
            return;
        }
        changing.busy.set(true);
        let key = intent.key_for(&change);
        spawn_local(async move {
            let answer = api::change_attention_day(&change, &key).await;
            let _ = changing.busy.try_set(false);
            match answer {
                Ok(_) => {
                    intent.forget();
                    say(CalendarText::current().applied());
                    for text in [changing.day, changing.name] {
                        let _ = text.try_set(String::new());
                    }
                    let _ = changing.preview.try_set(None);
                    changing.reload();
                    desk.reload();
                }
                Err(error) => {
                    let _ = changing.failure.try_set(Some(error));
                }
            }
        });
    })
}

/// "festivo: Inmaculada Concepción".
fn reason(day: &Day) -> String {
    let say = CalendarText::current();
    match day {
        Day::Attended { despite } if despite.is_empty() => say.attended().to_owned(),
        Day::Attended { despite } => words::attended_despite(&holiday_names(despite, locale())),
        Day::Weekend => say.weekend().to_owned(),
        Day::Holiday { names } => words::holiday(&holiday_names(names, locale())),
        Day::Added { name } => words::closed(name),
    }
}
