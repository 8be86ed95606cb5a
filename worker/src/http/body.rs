//! Reading bodies: capped while they stream in, JSON by its media type, and errors that say what to do.

use super::ask::Ask;
use super::problem::Answer;
use axum::body::Body;
use axum::http::{Request, header};
use serde::de::DeserializeOwned;
use wording::problems::Mistake;
use worker::send::SendFuture;

/// The most JSON a route takes, in bytes. The longest legitimate form is far below it.
pub const LARGEST_JSON: usize = 256 * 1024;

/// Reads at most `limit` bytes.
///
/// # Errors
/// A failure when there are more, or the client stops sending.
pub async fn bytes(ask: &Ask, request: Request<Body>, limit: usize) -> Answer<Vec<u8>> {
    let declared = request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    if declared.and_then(|length| length.parse::<usize>().ok()).is_some_and(|length| length > limit) {
        return Err(ask.fail(Mistake::TooLarge { limit }));
    }
    let read = SendFuture::new(axum::body::to_bytes(request.into_body(), limit)).await;
    read.map(Vec::from).map_err(|_| ask.fail(Mistake::TooLarge { limit }))
}

/// Reads JSON, and a digest of its bytes to recognise a repetition by.
///
/// # Errors
/// A failure when it isn't JSON, is too large, or doesn't have the members it should.
pub async fn json<T: DeserializeOwned>(ask: &Ask, request: Request<Body>) -> Answer<(T, String)> {
    json_within(ask, request, LARGEST_JSON).await
}

/// Like [`json`] with another limit, in bytes.
///
/// # Errors
/// As [`json`].
pub async fn json_within<T: DeserializeOwned>(
    ask: &Ask,
    request: Request<Body>,
    limit: usize,
) -> Answer<(T, String)> {
    let declared =
        request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !declared.to_ascii_lowercase().starts_with("application/json") {
        return Err(ask.fail(Mistake::NotJson));
    }
    let target = request.uri().path().to_owned();
    let bytes = bytes(ask, request, limit).await?;
    let value = serde_json::from_slice(&bytes).map_err(|error| {
        // serde's words name the member and the place; they are for whoever writes the program that sent this.
        ask.fail(Mistake::Malformed).at("", "malformed", error.to_string())
    })?;
    let fingerprint = super::secrets::Hash::of(&[&target, &String::from_utf8_lossy(&bytes)]);
    Ok((value, fingerprint.as_str().to_owned()))
}
