//! The change of one's own address (fault 16): the new one is proven by a code before anything changes, the old one is told, and every
//! other way into the account ends. Tickets are the account's, so they stay with it; two accounts never become one.

use super::passes::post_soon;
use super::sessions::{read_address, signed_in};
use crate::http::ask::Ask;
use crate::http::problem::Answer;
use crate::http::secrets::{self, Hash};
use crate::http::{body, guard};
use crate::mail::{AccountNews, Letter, Post};
use crate::portal::Portal;
use crate::store::StoreError;
use crate::store::address::Proven;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{post, put};
use axum::{Json, Router};
use domain::access::Door;
use domain::api::people::{AskAddress, ProveAddress};
use domain::api::{CodeSent, Me};
use domain::audit::{AuditAct, Entry, SubjectKind};
use domain::people::{ADDRESS_CODE_LASTS, ADDRESS_TRIES, PeopleRefusal};
use domain::sign_in::codes_are_paused;
use wording::problems::Mistake;

/// The routes of one's own address.
pub fn routes() -> Router<Portal> {
    Router::new().route("/api/v1/me/address", put(prove)).route("/api/v1/me/address/codes", post(ask_code))
}

/// Mails a code to the new address. One that has an account gets a letter without a code instead; the answer, and the work for
/// it, are the same.
#[worker::send]
async fn ask_code(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    request: Request,
) -> Answer<Response> {
    guard::codes(&portal, &headers).await?;
    let (AskAddress { email }, _) = body::json(&ask, request).await?;
    let caller = ask.through(&portal, Door::Own).await?;
    let email = read_address(&ask, &email)?;
    if email == caller.me.email {
        return Err(super::people::refused(&ask, "/email", PeopleRefusal::SameAddress));
    }
    guard::mails(&portal, &email, &headers).await?;
    let (now, store) = (portal.now(), portal.store()?);
    let taken = ask.tell(store.account_of(&email).await)?.is_some();
    let code = secrets::code()?;
    // Of an address that isn't free the code that would prove it is told to nobody.
    let proof = if taken { secrets::token()? } else { code.clone() };
    let news = if taken { AccountNews::AddressTaken } else { AccountNews::AddressCode { code } };
    let letter = Post::new("address", &Letter::Account(news))?;
    let hash = hash(&caller.me, &email, &proof);
    let account = &caller.person.account;
    let wanted = store.want_address(account, &email, &hash, now + ADDRESS_CODE_LASTS, &letter, now).await;
    ask.tell(wanted)?;
    post_soon(&portal);
    let expires_in = u32::try_from(ADDRESS_CODE_LASTS.num_seconds()).unwrap_or(0);
    Ok((StatusCode::ACCEPTED, Json(CodeSent { expires_in })).into_response())
}

#[worker::send]
async fn prove(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    request: Request,
) -> Answer<Response> {
    guard::codes(&portal, &headers).await?;
    let (ProveAddress { code }, _) = body::json(&ask, request).await?;
    let caller = ask.through(&portal, Door::Own).await?;
    let session = ask.session.as_ref().ok_or_else(|| ask.fail(Mistake::SignInRequired))?;
    let code: String = code.chars().filter(char::is_ascii_digit).collect();
    let (now, store, account) = (portal.now(), portal.store()?, &caller.person.account);
    let counted = ask.tell(store.try_address(account, now).await)?;
    let counted = counted.ok_or_else(|| ask.fail(Mistake::CodeExpired))?;
    if codes_are_paused(counted.guesses) {
        return Err(ask.fail(Mistake::CodesPaused));
    }
    let over = counted.live.tries > ADDRESS_TRIES || counted.live.expires_at <= crate::instant::to_text(now);
    if over {
        return Err(ask.fail(Mistake::CodeExpired));
    }
    let hash = hash(&caller.me, &counted.email, &code);
    if !hash.matches(&counted.live.code_hash) {
        return Err(ask.fail(Mistake::CodeWrong));
    }
    let token = secrets::token()?;
    let next = Hash::of(&[&token]);
    let proven = Proven {
        account,
        from: &caller.me.email,
        to: &counted.email,
        code: &hash,
        session: (session, &next),
    };
    // Neither address stands in the record: it only grows, and people may have theirs erased.
    let entry = Entry::by(&caller.person, AuditAct::AddressChanged, SubjectKind::Account, account.as_str());
    let told = Post::new("account", &Letter::Account(AccountNews::AddressChanged))?;
    match store.change_address(&proven, &entry, &told, now).await {
        Ok(()) => Ok(signed_in(&token, Me { email: counted.email, ..caller.me })),
        // Used a moment earlier, or somebody signed in with that address for the first time meanwhile.
        Err(StoreError::Conflict) => Err(ask.fail(Mistake::CodeExpired)),
        Err(error) => Err(ask.fail(error)),
    }
}

/// A code is of one account and one address.
fn hash(me: &Me, email: &str, code: &str) -> Hash {
    Hash::of(&["address", me.account.as_str(), email, code])
}
