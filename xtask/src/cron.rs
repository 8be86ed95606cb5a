//! Cron in development: the local runtime never fires it by itself, so we do, every minute on the minute.

use std::{
    thread,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use crate::http;

/// What wrangler.toml names as the trigger, as a query value.
const TRIGGER: &str = "*+*+*+*+*";
const MINUTE_MS: u128 = 60_000;

/// Fires the scheduled event at once, and at every minute from now on, in a thread of its own.
pub fn every_minute(port: u16) {
    thread::spawn(move || {
        let mut minute = now_ms() / MINUTE_MS * MINUTE_MS;
        loop {
            fire(port, minute);
            let now = now_ms();
            minute = (now / MINUTE_MS + 1) * MINUTE_MS;
            thread::sleep(Duration::from_millis(u64::try_from(minute - now).unwrap_or(1)));
        }
    });
}

fn fire(port: u16, at_ms: u128) {
    let path = format!("/cdn-cgi/local/scheduled?cron={TRIGGER}&time={at_ms}");
    match http::get(port, &path) {
        Ok(answer) if answer.status == 200 => {}
        Ok(answer) => eprintln!("cron: the scheduled event answered {}", answer.status),
        Err(failure) => eprintln!("cron: {failure}"),
    }
}

fn now_ms() -> u128 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis())
}
