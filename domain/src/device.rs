//! What somebody signs in with, as far as they need it to recognise it: the kind of browser and of machine. No version and
//! nothing else of what a browser says of itself is kept.

use crate::codes::coded_enum;
use serde::{Deserialize, Serialize};

coded_enum! {
    /// A family of browsers.
    pub enum Browser {
        /// Google Chrome, and those that only say they are it.
        Chrome = "chrome",
        /// Apple Safari.
        Safari = "safari",
        /// Microsoft Edge.
        Edge = "edge",
        /// Mozilla Firefox.
        Firefox = "firefox",
        /// Opera.
        Opera = "opera",
        /// Samsung Internet.
        Samsung = "samsung",
        /// One we don't know, or a program.
        Other = "other",
    }
}

coded_enum! {
    /// A family of machines.
    pub enum System {
        /// A phone or tablet with Android.
        Android = "android",
        /// An iPhone.
        Iphone = "iphone",
        /// An iPad that says so.
        Ipad = "ipad",
        /// Windows.
        Windows = "windows",
        /// A Mac, or an iPad that says it is one.
        Mac = "mac",
        /// A Chromebook.
        ChromeOs = "chrome_os",
        /// Linux.
        Linux = "linux",
        /// One we don't know, or a program.
        Other = "other",
    }
}

/// A browser on a machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Device {
    /// The browser.
    pub browser: Browser,
    /// What it runs on.
    pub system: System,
}

/// By what a browser says of itself; most say they are others too, so the first that is found counts.
const BROWSERS: [(&str, Browser); 12] = [
    ("Edg/", Browser::Edge),
    ("EdgA/", Browser::Edge),
    ("EdgiOS/", Browser::Edge),
    ("OPR/", Browser::Opera),
    ("OPT/", Browser::Opera),
    ("SamsungBrowser/", Browser::Samsung),
    ("Firefox/", Browser::Firefox),
    ("FxiOS/", Browser::Firefox),
    ("CriOS/", Browser::Chrome),
    ("Chrome/", Browser::Chrome),
    ("Chromium/", Browser::Chrome),
    ("Safari/", Browser::Safari),
];

/// The same for machines: Android says it is Linux, and an iPhone that it is like a Mac.
const SYSTEMS: [(&str, System); 8] = [
    ("Android", System::Android),
    ("iPhone", System::Iphone),
    ("iPad", System::Ipad),
    ("Windows", System::Windows),
    ("CrOS", System::ChromeOs),
    ("Macintosh", System::Mac),
    ("Linux", System::Linux),
    ("X11", System::Linux),
];

impl Device {
    /// What nothing is known of.
    pub const UNKNOWN: Self = Self { browser: Browser::Other, system: System::Other };

    /// Reads the `User-Agent` header (RFC 9110 §10.1.5). It is a claim, good for recognising one's own and nothing else.
    #[must_use]
    pub fn read(user_agent: &str) -> Self {
        let browser = BROWSERS.iter().find(|(mark, _)| user_agent.contains(mark));
        let system = SYSTEMS.iter().find(|(mark, _)| user_agent.contains(mark));
        Self {
            browser: browser.map_or(Browser::Other, |(_, browser)| *browser),
            system: system.map_or(System::Other, |(_, system)| *system),
        }
    }

    /// As it is stored: "chrome.android".
    #[must_use]
    pub fn code(self) -> String {
        format!("{}.{}", self.browser, self.system)
    }

    /// Reads [`Device::code`] back; what can't be read is unknown.
    #[must_use]
    pub fn parse(code: &str) -> Self {
        let read = |(browser, system)| {
            Some(Self { browser: Browser::parse(browser)?, system: System::parse(system)? })
        };
        code.split_once('.').and_then(read).unwrap_or(Self::UNKNOWN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_known_by_what_they_say_of_themselves() {
        use Browser as B;
        use System as S;
        for (agent, browser, system) in [
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
                B::Chrome,
                S::Android,
            ),
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
                B::Samsung,
                S::Android,
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
                B::Safari,
                S::Iphone,
            ),
            (
                "Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0.0.0 Mobile/15E148 Safari/604.1",
                B::Chrome,
                S::Ipad,
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
                B::Edge,
                S::Windows,
            ),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", B::Firefox, S::Linux),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 OPR/126.0.0.0",
                B::Opera,
                S::Mac,
            ),
            (
                "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
                B::Chrome,
                S::ChromeOs,
            ),
            ("curl/8.17.0", B::Other, S::Other),
            ("", B::Other, S::Other),
        ] {
            assert_eq!(Device::read(agent), Device { browser, system }, "{agent}");
        }
    }

    #[test]
    fn what_is_stored_is_read_back_and_anything_else_is_unknown() {
        for browser in Browser::ALL {
            for system in System::ALL {
                let device = Device { browser, system };
                assert_eq!(Device::parse(&device.code()), device);
            }
        }
        for code in ["", "chrome", "chrome.", "lynx.linux", "chrome.android.x"] {
            assert_eq!(Device::parse(code), Device::UNKNOWN, "{code}");
        }
    }
}
