//! What stands before the routes: the origin of writes, floods, and the headers of every answer.

use super::network::network_of;
use super::problem::{Answer, Failure, PROBLEM, locale_of};
use crate::portal::Portal;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, Request, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use wording::Locale;
use wording::problems::Mistake;
use worker::send::SendFuture;

/// Headers of every answer of the API. Nothing it sends is a page, so nothing may load or frame it.
const HEADERS: [(HeaderName, &str); 5] = [
    (header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'; sandbox"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// Refuses writes from other sites and puts the security headers on every answer.
pub async fn around(State(portal): State<Portal>, request: Request<Body>, next: Next) -> Response {
    let locale = locale_of(request.headers());
    let mut response = if is_write(request.method()) && !same_origin(&portal, request.headers()) {
        Failure::new(Mistake::ForeignOrigin).told_in(locale).into_response()
    } else {
        in_our_words(next.run(request).await, locale)
    };
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    // Whatever a route doesn't say may be cached is somebody's own.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// What the router itself refuses, as a path or query that can't be decoded, it tells in words for programmers; whoever
/// sent it gets a problem document like any other.
fn in_our_words(response: Response, locale: Locale) -> Response {
    let told = response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind == PROBLEM);
    match response.status() {
        status if told || !status.is_client_error() && !status.is_server_error() => response,
        status if status.is_server_error() => Failure::new(Mistake::Internal).told_in(locale).into_response(),
        _ => Failure::new(Mistake::Malformed).told_in(locale).into_response(),
    }
}

fn is_write(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// A browser always tells the origin of a write. What carries none is no browser, so no one's cookies are being misused.
fn same_origin(portal: &Portal, headers: &HeaderMap) -> bool {
    let site = headers.get("sec-fetch-site").and_then(|value| value.to_str().ok());
    if site.is_some_and(|site| site != "same-origin" && site != "none") {
        return false;
    }
    let Some(origin) = headers.get(header::ORIGIN) else { return true };
    let Ok(origin) = origin.to_str() else { return false };
    if origin == portal.setting("PUBLIC_ORIGIN") {
        return true;
    }
    let host = headers.get(header::HOST).and_then(|value| value.to_str().ok()).unwrap_or_default();
    !host.is_empty() && origin.split_once("://").is_some_and(|(_, origin_host)| origin_host == host)
}

/// Keeps floods from the public questions. Rough by nature: it is no protection of anything that must be exact.
///
/// # Errors
/// [`Mistake::TooMany`] when the address asked too often.
pub async fn public(portal: &Portal, headers: &HeaderMap) -> Answer<()> {
    limit(portal, "LIMIT_PUBLIC", network(headers), headers).await
}

/// Keeps floods from asking for and trying codes.
///
/// # Errors
/// [`Mistake::TooMany`] when the address asked too often.
pub async fn codes(portal: &Portal, headers: &HeaderMap) -> Answer<()> {
    limit(portal, "LIMIT_CODES", network(headers), headers).await
}

/// Keeps somebody's mailbox from being filled by whoever types their address, known or not.
///
/// # Errors
/// [`Mistake::TooMany`] when mail to the address was asked for too often.
pub async fn mails(portal: &Portal, email: &str, headers: &HeaderMap) -> Answer<()> {
    limit(portal, "LIMIT_MAILS", email.to_owned(), headers).await
}

/// Keeps floods from those who send critical tickets without signing in; what an address may is counted in D1.
///
/// # Errors
/// [`Mistake::TooMany`] when the address asked too often.
pub async fn unconfirmed(portal: &Portal, headers: &HeaderMap) -> Answer<()> {
    limit(portal, "LIMIT_UNCONFIRMED", network(headers), headers).await
}

/// Lets few of those on who could not show that they are a person.
///
/// # Errors
/// [`Mistake::TooMany`] when the address asked too often.
pub async fn unverified(portal: &Portal, headers: &HeaderMap) -> Answer<()> {
    limit(portal, "LIMIT_UNVERIFIED", network(headers), headers).await
}

/// Keeps floods of photos from one address, whoever its senders say they are.
///
/// # Errors
/// [`Mistake::TooMany`] when the address sent too many.
pub async fn uploads(portal: &Portal, headers: &HeaderMap) -> Answer<()> {
    limit(portal, "LIMIT_UPLOADS", network(headers), headers).await
}

/// Keeps one person from going through everything that a number or a name opens to them, one by one.
///
/// # Errors
/// [`Mistake::TooMany`] when the person looked too often.
pub async fn look_ups(portal: &Portal, account: &str, headers: &HeaderMap) -> Answer<()> {
    limit(portal, "LIMIT_CODES", account.to_owned(), headers).await
}

/// Keeps floods from one person's writes.
///
/// # Errors
/// [`Mistake::TooMany`] when the person wrote too often.
pub async fn writes(portal: &Portal, account: &str, headers: &HeaderMap) -> Answer<()> {
    limit(portal, "LIMIT_WRITES", account.to_owned(), headers).await
}

/// The address that the platform saw; it overwrites whatever a client claims.
#[must_use]
pub fn address(headers: &HeaderMap) -> String {
    headers.get("cf-connecting-ip").and_then(|value| value.to_str().ok()).unwrap_or("unknown").to_owned()
}

/// Whom limits by address count together: see [`network_of`].
#[must_use]
pub fn network(headers: &HeaderMap) -> String {
    network_of(&address(headers))
}

/// As [`writes`], for what arrives without a request to answer.
pub async fn may_write(portal: &Portal, account: &str) -> bool {
    allows(portal, "LIMIT_WRITES", account.to_owned()).await.unwrap_or(true)
}

async fn limit(portal: &Portal, binding: &str, key: String, headers: &HeaderMap) -> Answer<()> {
    if allows(portal, binding, key).await? {
        Ok(())
    } else {
        Err(Failure::new(Mistake::TooMany).told_in(locale_of(headers)))
    }
}

/// Whether the limiter lets it pass. An outage of the limiter must not close the desk.
async fn allows(portal: &Portal, binding: &str, key: String) -> worker::Result<bool> {
    let limiter = portal.env().rate_limiter(binding)?;
    Ok(SendFuture::new(limiter.limit(key)).await.map_or(true, |outcome| outcome.success))
}
