//! News on this device, as far as the browser is asked: whether it can, whether the person lets us, and the subscription.

use domain::api::push::Subscribe;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Notification, NotificationPermission, PushManager, PushSubscription, PushSubscriptionOptionsInit,
    ServiceWorkerRegistration, Window,
};

use crate::browser;

/// Remembers that the offer was turned down on this device.
const DECLINED: &str = "soho.avisos";

/// What the browser has to do with news.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Means {
    /// It can, and the person has not said no to it.
    Ready,
    /// It could once the portal is installed: iPhone and iPad.
    OnceInstalled,
    /// The person told it not to.
    Denied,
    /// It can't.
    None,
}

impl Means {
    /// Those of this browser, now.
    pub fn here() -> Self {
        let Some(window) = web_sys::window() else { return Self::None };
        let navigator = JsValue::from(window.navigator());
        let able =
            has(&navigator, "serviceWorker") && has(&window, "PushManager") && has(&window, "Notification");
        if able {
            return match Notification::permission() {
                NotificationPermission::Denied => Self::Denied,
                _ => Self::Ready,
            };
        }
        // Safari alone says whether it runs from the home screen, and has no notifications elsewhere on a phone.
        let standalone =
            Reflect::get(&navigator, &"standalone".into()).ok().and_then(|value| value.as_bool());
        if standalone == Some(false) { Self::OnceInstalled } else { Self::None }
    }
}

/// Whether the person lets the portal show news here.
pub fn allowed() -> bool {
    Means::here() == Means::Ready && Notification::permission() == NotificationPermission::Granted
}

/// Whether the offer was turned down here.
pub fn declined() -> bool {
    browser::recall(DECLINED).is_some()
}

/// The offer is not made again on this device, until somebody else signs in.
pub fn decline() {
    browser::remember(DECLINED, "no");
}

/// Heard by `app/keep.js`, which registers the service worker.
const KEEP: &str = "soho-keep";

/// Why there is no subscription.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unable {
    /// The person said no to the browser's question.
    Denied,
    /// The browser could not.
    Failed,
}

impl From<JsValue> for Unable {
    fn from(_: JsValue) -> Self {
        Self::Failed
    }
}

/// Asks the person, in the browser's own words, and subscribes under the deployment's key. Only ever after a press of a button.
pub async fn subscribe(key: &str) -> Result<Subscribe, Unable> {
    let answer = JsFuture::from(Notification::request_permission()?).await?;
    if answer.as_string().as_deref() != Some("granted") {
        return Err(Unable::Denied);
    }
    // On a first visit the service worker may not be asked for yet.
    browser::say(KEEP);
    let manager = manager().await?.ok_or(Unable::Failed)?;
    // One under another key would stand in the way.
    if let Some(before) = current(&manager).await? {
        JsFuture::from(before.unsubscribe()?).await?;
    }
    let options = PushSubscriptionOptionsInit::new();
    options.set_user_visible_only(true);
    options.set_application_server_key(&key.into());
    let subscription = JsFuture::from(manager.subscribe_with_options(&options)?).await?;
    let subscription: PushSubscription = subscription.dyn_into()?;
    let facts = JsValue::from(subscription.to_json()?);
    let keys = Reflect::get(&facts, &"keys".into())?;
    let text = |of: &JsValue, name: &str| {
        Reflect::get(of, &name.into()).ok().and_then(|value| value.as_string()).ok_or(Unable::Failed)
    };
    Ok(Subscribe {
        endpoint: subscription.endpoint(),
        p256dh: text(&keys, "p256dh")?,
        auth: text(&keys, "auth")?,
    })
}

/// Lets the browser forget the subscription, if there is one.
pub async fn unsubscribe() {
    if let Ok(Some(manager)) = manager().await
        && let Ok(Some(subscription)) = current(&manager).await
        && let Ok(ending) = subscription.unsubscribe()
    {
        let _ = JsFuture::from(ending).await;
    }
}

/// What subscribes, once the service worker is at work; none where there is no service worker.
async fn manager() -> Result<Option<PushManager>, Unable> {
    let workers = window()?.navigator().service_worker();
    if JsFuture::from(workers.get_registration()).await?.is_undefined() {
        return Ok(None);
    }
    let registration = JsFuture::from(workers.ready()?).await?;
    let registration: ServiceWorkerRegistration = registration.dyn_into()?;
    Ok(Some(registration.push_manager()?))
}

async fn current(manager: &PushManager) -> Result<Option<PushSubscription>, Unable> {
    Ok(JsFuture::from(manager.get_subscription()?).await?.dyn_into().ok())
}

fn window() -> Result<Window, Unable> {
    web_sys::window().ok_or(Unable::Failed)
}

fn has(owner: &JsValue, name: &str) -> bool {
    Reflect::has(owner, &name.into()).unwrap_or(false)
}
