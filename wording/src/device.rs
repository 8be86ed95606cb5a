//! Words for what somebody signs in with (see [`domain::device`]).

use crate::Locale;
use domain::device::{Browser, Device, System};

/// "Chrome en Android", as its owner would recognise it.
#[must_use]
pub fn name(device: Device, locale: Locale) -> String {
    let browser = browser(device.browser);
    let system = system(device.system);
    match (browser, system) {
        (Some(browser), Some(system)) => format!("{browser} {} {system}", locale.pick("en", "on")),
        (Some(browser), None) => browser.to_owned(),
        (None, Some(system)) => match locale {
            Locale::Es => format!("Otro navegador en {system}"),
            Locale::En => format!("Another browser on {system}"),
        },
        (None, None) => locale.pick("Un dispositivo sin identificar", "An unidentified device").to_owned(),
    }
}

const fn browser(browser: Browser) -> Option<&'static str> {
    Some(match browser {
        Browser::Chrome => "Chrome",
        Browser::Safari => "Safari",
        Browser::Edge => "Edge",
        Browser::Firefox => "Firefox",
        Browser::Opera => "Opera",
        Browser::Samsung => "Samsung Internet",
        Browser::Other => return None,
    })
}

const fn system(system: System) -> Option<&'static str> {
    Some(match system {
        System::Android => "Android",
        System::Iphone => "iPhone",
        System::Ipad => "iPad",
        System::Windows => "Windows",
        System::Mac => "Mac",
        System::ChromeOs => "Chromebook",
        System::Linux => "Linux",
        System::Other => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_is_named_by_what_is_known_of_it() {
        for (code, es, en) in [
            ("chrome.android", "Chrome en Android", "Chrome on Android"),
            ("samsung.other", "Samsung Internet", "Samsung Internet"),
            ("other.windows", "Otro navegador en Windows", "Another browser on Windows"),
            ("", "Un dispositivo sin identificar", "An unidentified device"),
        ] {
            let device = Device::parse(code);
            assert_eq!((name(device, Locale::Es), name(device, Locale::En)), (es.into(), en.into()));
        }
    }
}
