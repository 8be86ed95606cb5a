//! What every request may carry besides its body: a session, an idempotency key, a language; and where it comes from.

use super::problem::{Answer, Failure, locale_of};
use super::secrets::{self, Hash};
use crate::portal::Portal;
use crate::store::StoreError;
use crate::store::commit::Key;
use crate::store::context::{Caller, Context, Question};
use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use domain::access::Door;
use domain::ticket::TicketNumber;
use std::convert::Infallible;
use wording::Locale;
use wording::problems::Mistake;

/// Name of the session cookie. The prefix binds it to this host, over a secure connection (RFC 6265bis).
pub const SESSION_COOKIE: &str = "__Host-session";

/// What the cookie of a pass to one ticket begins with; the number's digits follow.
pub const PASS_COOKIE: &str = "__Host-ticket-";

/// Name of the cookie by which a device of staff is known again; it lets nobody in.
pub const DEVICE_COOKIE: &str = "__Host-device";

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
    /// What the device carries to be known again, if it looks like something we gave it.
    device: Option<String>,
    /// Passes to single tickets: the number's digits and the hashed token of each.
    passes: Vec<(String, Hash)>,
}

impl Ask {
    fn read(headers: &HeaderMap) -> Self {
        let key = headers.get(domain::api::IDEMPOTENCY_KEY).and_then(|value| value.to_str().ok());
        Self {
            session: cookies(headers)
                .find(|(name, _)| *name == SESSION_COOKIE)
                .map(|(_, token)| Hash::of(&[token])),
            locale: locale_of(headers),
            passes: cookies(headers)
                .filter_map(|(name, token)| {
                    Some((name.strip_prefix(PASS_COOKIE)?.to_owned(), Hash::of(&[token])))
                })
                .collect(),
            device: cookies(headers)
                .find(|(name, mark)| *name == DEVICE_COOKIE && secrets::is_token(mark))
                .map(|(_, mark)| mark.to_owned()),
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

    /// What the device carries to be known again.
    #[must_use]
    pub fn device(&self) -> Option<&str> {
        self.device.as_deref()
    }

    /// A failure told in the request's language.
    #[must_use]
    pub fn fail(&self, failure: impl Into<Failure>) -> Failure {
        failure.into().told_in(self.locale)
    }

    /// Reads who asks, what the key led to, and the ticket, in one round trip. This is where one of SOHO's staff who hasn't
    /// shown their second factor is stopped, whatever they ask for.
    ///
    /// # Errors
    /// A failure when nobody is signed in, the second factor is missing, or the database fails.
    pub async fn context(&self, portal: &Portal, ticket: Option<TicketNumber>) -> Answer<(Caller, Context)> {
        let (caller, context) = self.half_context(portal, ticket).await?;
        if !caller.me.factor.admits() {
            return Err(self.fail(Mistake::SecondFactorRequired));
        }
        self.prolong(portal, &caller)?;
        Ok((caller, context))
    }

    /// The same for somebody who may be only half signed in: to tell them who they are, and to let them show their factor.
    async fn half_context(&self, portal: &Portal, ticket: Option<TicketNumber>) -> Answer<(Caller, Context)> {
        let question = Question { session: self.session.as_ref(), key: self.key.as_deref(), ticket };
        let pass = ticket.and_then(|ticket| self.pass_to(ticket));
        let mut context = self.tell(portal.store()?.context_through(question, pass, portal.now()).await)?;
        if let Some(adjustments) = context.adjustments.take() {
            portal.know(adjustments);
        }
        let caller = context.caller.take().ok_or_else(|| self.fail(Mistake::SignInRequired))?;
        Ok((caller, context))
    }

    /// Writes down that the session was used, after the answer has left. That it is written at all happens once in a while.
    fn prolong(&self, portal: &Portal, caller: &Caller) -> Answer<()> {
        if let (Some(until), Some(session)) = (caller.prolonged, self.session.clone()) {
            let (store, now) = (self.tell(portal.store())?, portal.now());
            portal.afterwards(async move {
                if let Err(error) = store.prolong_session(&session, until, now).await {
                    worker::console_error!("session: {error}");
                }
            });
        }
        Ok(())
    }

    /// Reads who asks, if the door admits them; to whoever it doesn't, there is nothing behind it.
    ///
    /// # Errors
    /// A failure when nobody is signed in, the role may not go through, or the database fails.
    pub async fn through(&self, portal: &Portal, door: Door) -> Answer<Caller> {
        let (caller, _) = self.context(portal, None).await?;
        if door.admits(Some(caller.person.role)) { Ok(caller) } else { Err(self.fail(Mistake::NotFound)) }
    }

    /// As [`Ask::through`], for somebody who may be only half signed in. Nothing but the session and its second factor may
    /// ask like this.
    ///
    /// # Errors
    /// As [`Ask::through`], but for the second factor.
    pub async fn half_through(&self, portal: &Portal, door: Door) -> Answer<Caller> {
        let (caller, _) = self.half_context(portal, None).await?;
        if caller.me.factor.admits() {
            self.prolong(portal, &caller)?;
        }
        if door.admits(Some(caller.person.role)) { Ok(caller) } else { Err(self.fail(Mistake::NotFound)) }
    }

    /// The hashed token of the pass this device holds to a ticket.
    #[must_use]
    pub fn pass_to(&self, ticket: TicketNumber) -> Option<&Hash> {
        let digits = ticket.digits();
        self.passes.iter().find(|(number, _)| *number == digits).map(|(_, token)| token)
    }

    /// Every pass this device holds: the number's digits and the hashed token of each.
    pub fn passes(&self) -> impl Iterator<Item = (&str, &Hash)> {
        self.passes.iter().map(|(number, token)| (number.as_str(), token))
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

fn cookies(headers: &HeaderMap) -> impl Iterator<Item = (&str, &str)> {
    let cookies = headers.get_all(axum::http::header::COOKIE).into_iter();
    cookies
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
}
