//! The few things the portal asks of the browser itself. None of them may fail loudly: a private window without
//! storage, or an old phone, still gets its ticket.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use domain::Instant;
use leptos::prelude::{request_animation_frame, set_timeout};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, FocusOptions, HtmlElement, MouseEvent, ScrollBehavior, ScrollToOptions, Storage};

/// The page.
pub fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn skeleton() -> Option<web_sys::Element> {
    document()?.get_element_by_id("skeleton")
}

/// Whether the outline of `index.html` is still in sight.
pub fn has_skeleton() -> bool {
    skeleton().is_some()
}

/// Takes the skeleton of `index.html` away; what the portal has built so far comes in its place. The scripts beside it are told.
pub fn remove_skeleton() {
    if let Some(skeleton) = skeleton() {
        skeleton.remove();
        say("soho-shown");
    }
}

/// Acts once the browser has painted what is there now; at once where nobody looks, for nothing is painted there, and after a
/// moment where nobody looks any more.
pub fn after_paint(act: impl FnOnce() + 'static) {
    const AT_LATEST: Duration = Duration::from_millis(250);
    let act = Rc::new(Cell::new(Some(act)));
    let once = move || {
        if let Some(act) = act.take() {
            act();
        }
    };
    if !is_visible() {
        set_timeout(once, Duration::ZERO);
        return;
    }
    let painted = once.clone();
    request_animation_frame(move || set_timeout(painted, Duration::ZERO));
    set_timeout(once, AT_LATEST);
}

/// Acts when the browser has nothing better to do, or a little later where it doesn't tell.
pub fn when_idle(act: impl FnOnce() + 'static) {
    const LATER: Duration = Duration::from_millis(50);
    let act = Closure::once_into_js(act);
    let Some(window) = web_sys::window() else { return };
    if js_sys::Reflect::has(&window, &"requestIdleCallback".into()).unwrap_or(false) {
        let _ = window.request_idle_callback(act.unchecked_ref());
    } else {
        let later = i32::try_from(LATER.as_millis()).unwrap_or_default();
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(act.unchecked_ref(), later);
    }
}

/// Acts instead of the browser and the router whenever somebody follows a link to another page of the portal, here and not in
/// another window. Answers nothing: it listens as long as the page lives.
pub fn on_link(act: impl Fn(String) + 'static) {
    let Some(document) = document() else { return };
    let follow = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
        if let Some(address) = address_followed(&event) {
            event.prevent_default();
            act(address);
        }
    });
    // The router listens at the window, which hears of it after the document.
    let _ = document.add_event_listener_with_callback("click", follow.as_ref().unchecked_ref());
    follow.forget();
}

/// The path, query and fragment of the page that a click leads to; none if it is the browser's business.
fn address_followed(event: &MouseEvent) -> Option<String> {
    let changed = event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || changed {
        return None;
    }
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    let link: web_sys::HtmlAnchorElement = target.closest("a[href^='/']").ok()??.dyn_into().ok()?;
    let elsewhere = ["target", "download", "rel"].iter().any(|name| link.has_attribute(name));
    (!elsewhere).then(|| format!("{}{}{}", link.pathname(), link.search(), link.hash()))
}

/// The device's clock. For what is shown only: every decision is the Worker's.
pub fn now() -> Instant {
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 fit")]
    let milliseconds = js_sys::Date::now() as i64;
    Instant::from_timestamp_millis(milliseconds).unwrap_or_default()
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// What was remembered under a name on this device.
pub fn recall(name: &str) -> Option<String> {
    storage()?.get_item(name).ok().flatten()
}

/// Remembers a text under a name on this device, if it lets us.
pub fn remember(name: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(name, value);
    }
}

/// Forgets it.
pub fn forget(name: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(name);
    }
}

/// The names under which something is remembered, those that begin so.
pub fn remembered(prefix: &str) -> Vec<String> {
    let Some(storage) = storage() else { return Vec::new() };
    let names = (0..storage.length().unwrap_or(0)).filter_map(|place| storage.key(place).ok().flatten());
    // Gathered at once: forgetting one moves the places of the others.
    names.filter(|name| name.starts_with(prefix)).collect()
}

/// Where letters and their photos are kept.
pub const DATABASE: &str = "soho";

/// Forgets all that the portal remembers on this device but what these names hold.
pub fn forget_all_but(kept: &[&str]) {
    for name in remembered("soho.") {
        if !kept.contains(&name.as_str()) {
            forget(&name);
        }
    }
    if let Some(Ok(Some(databases))) = web_sys::window().map(|window| window.indexed_db()) {
        let _ = databases.delete_database(DATABASE);
    }
}

/// Moves the focus to the element with this id, if it is there.
pub fn focus(id: &str) {
    focus_with(id, &FocusOptions::new());
}

/// Moves the focus to the element with this id without showing more of it: browsers put a tall one's middle in view.
pub fn focus_in_place(id: &str) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    focus_with(id, &options);
}

fn focus_with(id: &str, options: &FocusOptions) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus_with_options(options);
    }
}

/// The title of the window, with the portal's name.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(&if title.is_empty() {
            "Soporte SOHO".to_owned()
        } else {
            format!("{title} · Soporte SOHO")
        });
    }
}

/// Whether the page is in front.
pub fn is_visible() -> bool {
    document().is_some_and(|document| !document.hidden())
}

/// Whether the device believes it has signal.
pub fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Path and query of the address, to come back to.
pub fn here() -> String {
    let Some(location) = web_sys::window().map(|window| window.location()) else { return String::from("/") };
    location.pathname().unwrap_or_default() + &location.search().unwrap_or_default()
}

/// What stands after the `#` of the address; no request carries it.
pub fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Brings the element with this id up to the top of the screen, if it is there.
pub fn bring_up(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        element.scroll_into_view();
    }
}

/// Marks what lies over the screen when it would cover something that is read from there.
pub fn keep_clear(cover: &str, mark: &str, read: &str) {
    let find = |selector| document().and_then(|document| document.query_selector(selector).ok().flatten());
    let Some(cover) = find(cover) else { return };
    let marks = cover.class_list();
    let _ = marks.remove_1(mark);
    let Some(read) = find(read) else { return };
    let (over, under) = (cover.get_bounding_client_rect(), read.get_bounding_client_rect());
    if over.top() < under.bottom() && under.top() < over.bottom() {
        let _ = marks.add_1(mark);
    }
}

/// As [`bring_up`], unless all of it is in sight.
pub fn bring_in_sight(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    let window = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64());
    if let (Some(element), Some(height)) = (element, window) {
        let place = element.get_bounding_client_rect();
        if place.top() < 0.0 || place.bottom() > height {
            element.scroll_into_view();
        }
    }
}

/// Shows the page from its top, at once: gliding there, what somebody presses meanwhile would slip from under their finger.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        let options = ScrollToOptions::new();
        options.set_top(0.0);
        options.set_behavior(ScrollBehavior::Instant);
        window.scroll_to_with_scroll_to_options(&options);
    }
}

/// Whether the page is too narrow to show a whole form at once; the same border as in the styles.
pub fn is_narrow() -> bool {
    let query =
        web_sys::window().and_then(|window| window.match_media("(max-width: 61.99rem)").ok().flatten());
    query.is_some_and(|query| query.matches())
}

/// Asks the browser to put the page on paper.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// What was unfolded to be printed.
const UNFOLDED: &str = "data-unfolded";

/// Unfolds what is folded up in the page and goes on paper. Browsers that can't show it there by style print it all the same.
pub fn unfold() {
    each("main details:not([open], .no-print, .no-print *)", |fold| {
        let _ = fold.set_attribute("open", "");
        let _ = fold.set_attribute(UNFOLDED, "");
    });
}

/// Folds it up again.
pub fn fold_again() {
    each("main [data-unfolded]", |fold| {
        let _ = fold.remove_attribute("open");
        let _ = fold.remove_attribute(UNFOLDED);
    });
}

/// Does something to every element that there is of a selector.
fn each(selector: &str, act: impl Fn(&web_sys::Element)) {
    let Some(found) = document().and_then(|document| document.query_selector_all(selector).ok()) else {
        return;
    };
    let elements = (0..found.length()).filter_map(|place| found.get(place));
    for element in elements.filter_map(|node| node.dyn_into().ok()) {
        act(&element);
    }
}

/// Loads the page afresh.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// Loads this path in the place of the page.
pub fn load(path: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().replace(path);
    }
}

/// Calls `act` once, at the first sign that a person is there: a touch, a moved pointer, a key, a scroll.
pub fn on_first_sign(act: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let act = Cell::new(Some(act));
    let once = Closure::<dyn Fn()>::new(move || {
        if let Some(act) = act.take() {
            act();
        }
    });
    for sign in ["pointermove", "pointerdown", "touchstart", "keydown", "scroll"] {
        let _ = window.add_event_listener_with_callback(sign, once.as_ref().unchecked_ref());
    }
    // Lives as long as the page.
    once.forget();
}

/// Whether the page's root element carries an attribute.
pub fn page_has(attribute: &str) -> bool {
    let root = document().and_then(|document| document.document_element());
    root.is_some_and(|root| root.has_attribute(attribute))
}

/// Says something to the scripts beside the portal, by an event of the window.
pub fn say(name: &str) {
    if let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new(name)) {
        let _ = window.dispatch_event(&event);
    }
}

/// The portal's own address, without a path.
pub fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// Calls a function of `navigator` with one argument; browsers without it do nothing.
fn of_navigator(path: &[&str], argument: &wasm_bindgen::JsValue) {
    let Some(window) = web_sys::window() else { return };
    let mut owner = wasm_bindgen::JsValue::from(window.navigator());
    let mut found = owner.clone();
    for name in path {
        owner = found;
        found = js_sys::Reflect::get(&owner, &(*name).into()).unwrap_or_default();
    }
    if let Ok(function) = found.dyn_into::<js_sys::Function>()
        && let Ok(answer) = function.call1(&owner, argument)
        && let Ok(promise) = answer.dyn_into::<js_sys::Promise>()
    {
        // Whether it could is of no consequence: a refusal is heard, so that it is no error of the page's.
        wasm_bindgen_futures::spawn_local(async move {
            let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
        });
    }
}

/// Puts a text on the clipboard.
pub fn copy(text: &str) {
    of_navigator(&["clipboard", "writeText"], &text.into());
}

/// Shows a number on the installed portal's icon; none for nought.
pub fn badge(count: u32) {
    let name = if count > 0 { "setAppBadge" } else { "clearAppBadge" };
    of_navigator(&[name], &if count > 0 { count.into() } else { wasm_bindgen::JsValue::UNDEFINED });
}

/// Whether the installed portal's icon can show a number.
pub fn can_badge() -> bool {
    navigator_has("setAppBadge")
}

/// Whether the device has a sheet of its own to share with.
pub fn can_share() -> bool {
    navigator_has("share")
}

fn navigator_has(name: &str) -> bool {
    web_sys::window()
        .is_some_and(|window| js_sys::Reflect::has(&window.navigator().into(), &name.into()).unwrap_or(false))
}

/// Opens the device's sheet to share an address.
pub fn share(address: &str) {
    let what = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&what, &"url".into(), &address.into());
    of_navigator(&["share"], &what.into());
}
