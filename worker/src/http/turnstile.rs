//! Cloudflare Turnstile, where a deployment asks for it: whoever isn't known shows that they are a person before mail is sent
//! for them. The service is somebody else's: when it doesn't answer, people are let through, fewer at a time.

use super::guard;
use super::problem::{Answer, Failure, locale_of};
use crate::portal::Portal;
use axum::http::HeaderMap;
use core::time::Duration;
use domain::api::{TURNSTILE_TOKEN, TURNSTILE_UNAVAILABLE};
use serde::{Deserialize, Serialize};
use wasm_bindgen_futures::spawn_local;
use wording::problems::Mistake;
use worker::send::SendFuture;
use worker::{AbortController, Delay, Fetch, Headers, Method, Request, RequestInit};

/// The setting with the key that pages show the widget with. Without it, or without the secret, nobody is asked anything.
const SITE_KEY: &str = "TURNSTILE_SITE_KEY";
/// The secret that tokens are verified with.
const SECRET: &str = "TURNSTILE_SECRET";
/// The setting with the address that verifies, when it isn't [`VERIFY`].
const VERIFY_URL: &str = "TURNSTILE_VERIFY_URL";
/// Where Cloudflare verifies tokens.
const VERIFY: &str = "https://challenges.cloudflare.com/turnstile/v0/siteverify";
/// How long it may take. Somebody waits at a counter.
const PATIENCE: Duration = Duration::from_secs(3);
/// The longest token that is looked at, in bytes: Cloudflare's own limit.
const LONGEST_TOKEN: usize = 2048;
/// What is wrong with a token that is no person's; anything else is wrong with the service or with our settings.
const NO_PERSON: [&str; 4] =
    ["missing-input-response", "invalid-input-response", "bad-request", "timeout-or-duplicate"];

#[derive(Serialize)]
struct Question<'a> {
    secret: &'a str,
    response: &'a str,
    remoteip: &'a str,
}

#[derive(Deserialize)]
struct Verdict {
    success: bool,
    #[serde(default, rename = "error-codes")]
    error_codes: Vec<String>,
}

/// The key that pages show the widget with, where the deployment asks for it.
#[must_use]
pub fn site_key(portal: &Portal) -> Option<String> {
    Some(portal.setting(SITE_KEY)).filter(|key| !key.is_empty() && !portal.setting(SECRET).is_empty())
}

/// Lets people on, and whoever can't show that they are one because the service is out of order; of those fewer at a time.
///
/// # Errors
/// [`Mistake::VerificationRequired`] without a token or with one that is no person's; [`Mistake::TooMany`] when too many of one
/// address were let on without.
pub async fn person(portal: &Portal, headers: &HeaderMap) -> Answer<()> {
    if site_key(portal).is_none() {
        return Ok(());
    }
    let refused = || Failure::new(Mistake::VerificationRequired).told_in(locale_of(headers));
    let token = headers.get(TURNSTILE_TOKEN).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if token.is_empty() || token.len() > LONGEST_TOKEN {
        return Err(refused());
    }
    let why = if token == TURNSTILE_UNAVAILABLE {
        "the page had no widget".to_owned()
    } else {
        let address = guard::address(headers);
        match SendFuture::new(verify(portal, token, &address)).await {
            Ok(verdict) if verdict.success => return Ok(()),
            Ok(Verdict { error_codes, .. }) if is_no_person(&error_codes) => return Err(refused()),
            Ok(Verdict { error_codes, .. }) => error_codes.join(", "),
            Err(error) => error.to_string(),
        }
    };
    worker::console_warn!("turnstile: let on without: {why}");
    guard::unverified(portal, headers).await
}

fn is_no_person(error_codes: &[String]) -> bool {
    error_codes.iter().any(|code| NO_PERSON.contains(&code.as_str()))
}

async fn verify(portal: &Portal, token: &str, address: &str) -> worker::Result<Verdict> {
    let url = Some(portal.setting(VERIFY_URL)).filter(|url| !url.is_empty());
    let question = Question { secret: &portal.setting(SECRET), response: token, remoteip: address };
    let headers = Headers::new();
    headers.set("Content-Type", "application/json")?;
    let mut init = RequestInit::new();
    init.with_method(Method::Post)
        .with_headers(headers)
        .with_body(Some(serde_json::to_string(&question)?.into()));
    let request = Request::new_with_init(url.as_deref().unwrap_or(VERIFY), &init)?;
    let controller = AbortController::default();
    let signal = controller.signal();
    spawn_local(async move {
        Delay::from(PATIENCE).await;
        controller.abort();
    });
    let mut answer = Fetch::Request(request).send_with_signal(&signal).await?;
    if answer.status_code() >= 500 {
        return Err(format!("it answered {}", answer.status_code()).into());
    }
    answer.json().await
}

#[cfg(test)]
mod tests {
    use super::is_no_person;

    #[test]
    fn a_wrong_token_is_told_apart_from_a_service_out_of_order() {
        let of =
            |codes: &[&str]| is_no_person(&codes.iter().map(|&code| code.to_owned()).collect::<Vec<_>>());
        assert!(of(&["invalid-input-response"]) && of(&["timeout-or-duplicate"]));
        assert!(!of(&["internal-error"]) && !of(&["invalid-input-secret"]) && !of(&[]));
    }
}
