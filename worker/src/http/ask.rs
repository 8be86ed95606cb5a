//! What every request may carry besides its body: a session, an idempotency key, a language; and where it comes from.

use super::problem::{Answer, Failure, locale_of};
use super::secrets::Hash;
use crate::portal::Portal;
use crate::store::StoreError;
use crate::store::commit::Key;
use crate::store::context::{Caller, Context, Question};
use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use domain::ticket::TicketNumber;
use std::convert::Infallible;
use wording::Locale;
use wording::problems::Mistake;

/// Name of the session cookie. The prefix binds it to this host, over a secure connection (RFC 6265bis).
pub const SESSION_COOKIE: &str = "__Host-session";

/// The longest idempotency key that is taken, in bytes.
const LONGEST_KEY: usize = 64;

/// A request's headers, as far as routes care.
#[derive(Debug)]
pub struct Ask {
    /// The session's token, hashed.
    pub session: Option<Hash>,
    /// The language to answer in.
    pub locale: Locale,
    key: Option<String>,
}

impl Ask {
    fn read(headers: &HeaderMap) -> Self {
        let key = headers.get(domain::api::IDEMPOTENCY_KEY).and_then(|value| value.to_str().ok());
        Self {
            session: session_token(headers).map(|token| Hash::of(&[token])),
            locale: locale_of(headers),
            key: key.filter(|key| !key.is_empty() && key.len() <= LONGEST_KEY).map(str::to_owned),
        }
    }

    /// The key of a write.
    ///
    /// # Errors
    /// A failure that asks for the header when it is missing or too long.
    pub fn key(&self) -> Answer<&str> {
        self.key.as_deref().ok_or_else(|| self.fail(Mistake::KeyMissing))
    }

    /// A failure told in the request's language.
    #[must_use]
    pub fn fail(&self, failure: impl Into<Failure>) -> Failure {
        failure.into().told_in(self.locale)
    }

    /// Reads who asks, what the key led to, and the ticket, in one round trip.
    ///
    /// # Errors
    /// A failure when nobody is signed in or the database fails.
    pub async fn context(&self, portal: &Portal, ticket: Option<TicketNumber>) -> Answer<(Caller, Context)> {
        let question = Question { session: self.session.as_ref(), key: self.key.as_deref(), ticket };
        let mut context = self.tell(portal.store()?.context(question, portal.now()).await)?;
        let caller = context.caller.take().ok_or_else(|| self.fail(Mistake::SignInRequired))?;
        Ok((caller, context))
    }

    /// Tells a store's failure in the request's language.
    ///
    /// # Errors
    /// The failure.
    pub fn tell<T>(&self, result: Result<T, StoreError>) -> Answer<T> {
        result.map_err(|error| self.fail(error))
    }

    /// The idempotency row to write with a change.
    ///
    /// # Errors
    /// A failure when there is no key.
    pub fn write_key<'a>(&'a self, caller: &'a Caller, fingerprint: &'a str) -> Answer<Key<'a>> {
        Ok(Key { account: &caller.person.account, text: self.key()?, fingerprint })
    }
}

impl<S: Sync> FromRequestParts<S> for Ask {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        Ok(Self::read(&parts.headers))
    }
}

fn session_token(headers: &HeaderMap) -> Option<&str> {
    let cookies = headers.get_all(axum::http::header::COOKIE).into_iter();
    cookies
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == SESSION_COOKIE)
        .map(|(_, token)| token)
}
