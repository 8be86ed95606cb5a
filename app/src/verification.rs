//! Showing that one is a person, where the deployment asks for it (Cloudflare Turnstile). The service is somebody else's:
//! nothing of it is loaded before the Worker asks, and whoever it doesn't serve goes on without.

use std::time::Duration;

use domain::api::TURNSTILE_UNAVAILABLE;
use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::set_timeout;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};

use crate::api::{self, Answer, ApiError};
use crate::browser;
use crate::locale::current_tag;

/// The widget's own script; it does nothing until it is asked.
const SCRIPT: &str = "https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit";
/// Heard by `app/keep.js`: the page has no widget, maybe because it is kept with a policy of earlier.
const NO_WIDGET_SIGN: &str = "soho-no-widget";
/// How long the script may take to come.
const SCRIPT_LIMIT: Duration = Duration::from_secs(8);
/// How long the person may take to do what the widget asks.
const PERSON_LIMIT: Duration = Duration::from_mins(1);

/// Asks, and once more as a person if that is what the answer misses.
pub async fn as_person<T, F: Future<Output = Answer<T>>>(ask: impl Fn() -> F) -> Answer<T> {
    match ask().await {
        Err(error) if is_asked(&error) && shown(&browser::here()).await => ask().await,
        answer => answer,
    }
}

/// As [`as_person`], for what only helps: the page stays what it is, and where it lets no widget in, it goes on without.
pub async fn as_person_in_passing<T, F: Future<Output = Answer<T>>>(ask: impl Fn() -> F) -> Answer<T> {
    match ask().await {
        Err(error) if is_asked(&error) && shown_by(None).await => ask().await,
        answer => answer,
    }
}

/// Whether it was refused for want of a person.
pub fn is_asked(error: &ApiError) -> bool {
    error.code() == "verification_required"
}

/// Shows that there is a person, or that the widget could not be shown; the next write carries it. False when nobody asks. Where
/// the page has to be loaded afresh for it, it goes on at `back`.
pub async fn shown(back: &str) -> bool {
    shown_by(Some(back)).await
}

async fn shown_by(back: Option<&str>) -> bool {
    let Ok(Some(site_key)) = api::turnstile().await else { return false };
    let token = widget(&site_key, back).await;
    api::show_person(token.unwrap_or_else(|| TURNSTILE_UNAVAILABLE.to_owned()));
    true
}

async fn widget(site_key: &str, back: Option<&str>) -> Option<String> {
    if turnstile().is_none() {
        within(SCRIPT_LIMIT, load).await;
    }
    let Some(turnstile) = turnstile() else {
        if let Some(back) = back
            && came_by_the_start_page()
        {
            // That page is a file, whose policy lets nothing in from outside; any other address's may.
            browser::load(back);
            within(PERSON_LIMIT, |_| {}).await;
        }
        browser::say(NO_WIDGET_SIGN);
        return None;
    };
    let place = place()?;
    let token = within(PERSON_LIMIT, |resolve| render(&turnstile, &place, site_key, resolve)).await;
    place.remove();
    token.as_string().filter(|token| !token.is_empty())
}

/// Waits for what `start` gives its function, but no longer than `limit`.
async fn within(limit: Duration, start: impl FnOnce(&Function)) -> JsValue {
    let mut start = Some(start);
    let promise = Promise::new(&mut |resolve, _| {
        if let Some(start) = start.take() {
            start(&resolve);
        }
        let late = move || drop(resolve.call0(&JsValue::UNDEFINED));
        set_timeout(late, limit);
    });
    JsFuture::from(promise).await.unwrap_or_default()
}

fn turnstile() -> Option<JsValue> {
    let found = Reflect::get(&web_sys::window()?.into(), &"turnstile".into()).ok()?;
    found.is_object().then_some(found)
}

/// Loads the widget's script; `done` hears that it is there, or can't be.
fn load(done: &Function) {
    let Some(document) = browser::document() else { return };
    let script =
        document.create_element("script").ok().and_then(|script| script.dyn_into::<HtmlElement>().ok());
    if let (Some(script), Some(body)) = (script, document.body()) {
        let _ = script.set_attribute("src", SCRIPT);
        script.set_onload(Some(done));
        script.set_onerror(Some(done));
        let _ = body.append_child(&script);
    }
}

/// Where the widget stands if it has to be seen: where the page has a place for it, or at the end of the form that waits for it.
fn place() -> Option<Element> {
    let document = browser::document()?;
    let found = |selector: &str| document.query_selector(selector).ok().flatten();
    let place = document.create_element("div").ok()?;
    let around = ["main [data-person]", "main form", "main"].into_iter().find_map(found);
    around.or_else(|| document.body().map(Into::into))?.append_child(&place).ok()?;
    Some(place)
}

/// Shows the widget; `done` hears its token, or an empty one when it can't give any.
fn render(turnstile: &JsValue, place: &Element, site_key: &str, done: &Function) {
    let options = Object::new();
    let nothing = done.bind1(&JsValue::UNDEFINED, &"".into());
    for (name, value) in [
        ("sitekey", JsValue::from(site_key)),
        ("language", current_tag().into()),
        ("appearance", "interaction-only".into()),
        ("callback", done.into()),
        ("error-callback", nothing.clone().into()),
        ("timeout-callback", nothing.into()),
    ] {
        let _ = Reflect::set(&options, &name.into(), &value);
    }
    let render = Reflect::get(turnstile, &"render".into()).ok().and_then(|it| it.dyn_into::<Function>().ok());
    if let Some(render) = render {
        let _ = render.call2(turnstile, place, &options);
    }
}

/// Whether the document in this window was loaded as the start page.
fn came_by_the_start_page() -> bool {
    let path = || -> Option<String> {
        let performance = Reflect::get(&web_sys::window()?.into(), &"performance".into()).ok()?;
        let entries =
            Reflect::get(&performance, &"getEntriesByType".into()).ok()?.dyn_into::<Function>().ok()?;
        let first = Reflect::get_u32(&entries.call1(&performance, &"navigation".into()).ok()?, 0).ok()?;
        Reflect::get(&first, &"name".into()).ok()?.as_string()
    };
    path().is_some_and(|address| {
        let address = address.split(['?', '#']).next().unwrap_or_default();
        address.trim_end_matches('/') == browser::origin()
    })
}
