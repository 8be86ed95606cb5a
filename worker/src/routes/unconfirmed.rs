//! A critical ticket of somebody who isn't signed in is taken at once (R7); its address is confirmed afterwards.

use super::passes::{PASS_LASTS, entered, pass_cookie, post_soon};
use super::tickets::consent::of_stranger;
use super::tickets::numbered::Numbered;
use super::tickets::{read_number, view};
use crate::http::ask::Ask;
use crate::http::problem::{Answer, Failure};
use crate::http::secrets::{self, Hash};
use crate::http::{body, guard, turnstile};
use crate::mail::Letter;
use crate::portal::Portal;
use crate::store::StoreError;
use crate::store::commit::{Change, Key};
use crate::store::context::{Caller, Question};
use crate::store::unconfirmed::{Sender, SenderPass, Waiting};
use axum::Json;
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use chrono::TimeDelta;
use domain::access::{Actor, Door, Pass, Person, Role, Way, sees_ticket};
use domain::api::OpenTicket;
use domain::api::door::{ConfirmEmail, UnconfirmedTicket, UnconfirmedTickets};
use domain::calendar::BOGOTA;
use domain::guide::Request as Form;
use domain::ident::AccountId;
use domain::ticket::{
    Channel, Command, Opening, PromiseKind, Refusal, Ticket, TicketNumber, decide, promises,
};
use wording::problems::Mistake;

/// Tickets taken like this for one address on one day; whoever has more to tell signs in first.
const A_DAY: u32 = 3;
/// How long the device that sent one keeps its way to it, and the mail's link works.
const SENDER_LASTS: TimeDelta = TimeDelta::days(7);
/// How often a lost race is decided again before the client is told.
const RACES: u32 = 4;

/// The routes of confirmations.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route("/api/v1/tickets/{number}/confirmation", post(confirm))
        .route("/api/v1/me/unconfirmed", get(to_confirm))
}

/// Stands for the sender until the address's owner says that they sent it: an account of its own, with nothing in it.
fn stand_in(key: &str, print: &str) -> AccountId {
    AccountId(format!("sender.{}", Hash::of(&["sender", key, print]).as_str()))
}

/// Whether a ticket like this is taken of somebody who isn't signed in: it is critical, and refers to nothing of an account.
fn is_taken_at_once(asked: &OpenTicket, form: &Form) -> bool {
    form.impact.is_critical() && asked.origin.is_none() && asked.branch.is_none()
}

/// The same sending, tried again after its person signed in: it was taken already, and its device gets its way to it. The key
/// is the browser's secret, so whoever sends it again with the same words is who sent it.
///
/// # Errors
/// A failure of the store.
pub(super) async fn taken_before(
    portal: &Portal,
    ask: &Ask,
    asked: &OpenTicket,
    form: &Form,
    print: &str,
) -> Answer<Option<Response>> {
    if !is_taken_at_once(asked, form) {
        return Ok(None);
    }
    let (key, now, store) = (ask.key()?, portal.now(), portal.store()?);
    let stand_in = stand_in(key, print);
    let Some(ticket) = ask.tell(store.taken_of(&stand_in, key).await)? else { return Ok(None) };
    let number = read_number(ask, &ticket.to_string())?;
    let token = secrets::token()?;
    let hash = Hash::of(&[&token]);
    let name = form.full_name.as_str();
    let pass = SenderPass { token: &hash, account: &stand_in, name, until: now + SENDER_LASTS };
    ask.tell(store.give_sender_pass(number, &pass, now).await)?;
    taken(portal, ask, number, &token, &hash).await.map(Some)
}

/// Takes a critical ticket from somebody who isn't signed in. Any other one asks to sign in.
///
/// # Errors
/// Sign in first, when it isn't critical, refers to something of an account, or the address had enough today.
pub(super) async fn take(
    portal: &Portal,
    ask: &Ask,
    headers: &HeaderMap,
    asked: &OpenTicket,
    form: &Form,
    print: &str,
) -> Answer<Response> {
    if !is_taken_at_once(asked, form) {
        return Err(ask.fail(Mistake::SignInRequired));
    }
    let consent = of_stranger(ask, asked.consent.as_deref())?;
    guard::unconfirmed(portal, headers).await?;
    turnstile::person(portal, headers).await?;
    ask.tell(portal.learn().await)?;
    let (key, now, store) = (ask.key()?, portal.now(), portal.store()?);
    let stand_in = stand_in(key, print);
    let (email, day) = (form.email.key(), now.with_timezone(&BOGOTA).date_naive().to_string());
    let name = form.full_name.as_str();
    for _ in 0..RACES {
        let token = secrets::token()?;
        let token_hash = Hash::of(&[&token]);
        let pass = SenderPass { token: &token_hash, account: &stand_in, name, until: now + SENDER_LASTS };
        let before = ask.tell(store.sent_before(&stand_in, key, &email, &day).await)?;
        if let Some(recorded) = before.recorded {
            let number = read_number(ask, &recorded.ticket.to_string())?;
            ask.tell(store.give_sender_pass(number, &pass, now).await)?;
            return taken(portal, ask, number, &token, &token_hash).await;
        }
        if before.today >= A_DAY {
            return Err(ask.fail(Mistake::SignInRequired));
        }
        let numbered = Numbered::of_letter(portal, ask, asked).await?;
        let number = numbered.number;
        let change = opened(portal, ask, &numbered, &stand_in, form)?;
        let secret = secrets::identifier()?;
        let letter = serde_json::to_string(&confirmation(portal, &change.ticket, &secret, ask)?)?;
        let message_id = format!("confirm.{}", secrets::identifier()?);
        let sender = Sender {
            email: &email,
            day: &day,
            place: before.today,
            secret: &secret_hash(number, &secret),
            until: now + SENDER_LASTS,
            consent,
            mail: (&message_id, &letter),
        };
        let key = Key { account: &stand_in, text: key, fingerprint: print };
        match store.take_unconfirmed(&change, key, portal.rules(), now, &sender, &pass).await {
            Ok(()) => {
                post_soon(portal);
                return taken(portal, ask, number, &token, &token_hash).await;
            }
            // The number is taken, or the same request, or another of the address, got in first.
            Err(StoreError::Conflict) => {}
            Err(error) => return Err(ask.fail(error)),
        }
    }
    Err(ask.fail(Mistake::Busy))
}

fn opened(
    portal: &Portal,
    ask: &Ask,
    &Numbered { number, origin, .. }: &Numbered,
    stand_in: &AccountId,
    form: &Form,
) -> Answer<Change> {
    let name = form.full_name.as_str().to_owned();
    let pass = Some(Pass { ticket: number, door: Way::Sender, name });
    let person = Person { account: stand_in.clone(), role: Role::Client, company: None, branch: None, pass };
    let opening = Opening {
        number,
        company: None,
        branch: None,
        requester: stand_in.clone(),
        channel: Channel::Portal,
        request: form.clone(),
        origin,
        unconfirmed: true,
    };
    let command = Command::Open(Box::new(opening));
    let events = decide(None, &command, &Actor::Person(person), portal.now(), portal.rules())
        .map_err(|refusal| ask.fail(refusal))?;
    Change::new(None, events, portal.rules()).ok_or_else(|| ask.fail(Mistake::Internal))
}

/// Facts of ours alone: the address may be somebody else's, so nothing the sender wrote is mailed to it.
fn confirmation(portal: &Portal, ticket: &Ticket, secret: &str, ask: &Ask) -> Answer<Letter> {
    let promises = promises(ticket, portal.rules(), portal.now());
    let first = promises.iter().find(|promise| promise.kind == PromiseKind::FirstResponse);
    let first = first.ok_or_else(|| ask.fail(Mistake::Internal))?;
    let (number, secret) = (ticket.number, secret.to_owned());
    Ok(Letter::ConfirmTicket { number, secret, first_response_due: first.due })
}

/// What the device that sent it is answered, with its way there.
async fn taken(
    portal: &Portal,
    ask: &Ask,
    number: TicketNumber,
    token: &str,
    pass: &Hash,
) -> Answer<Response> {
    let question = Question { session: None, key: None, ticket: Some(number) };
    let context = ask.tell(portal.store()?.context_through(question, Some(pass), portal.now()).await)?;
    // Its time may be over, or its owner's ways in: then nothing but that it arrived is said of it.
    let known = context.caller.zip(context.loaded);
    let (caller, loaded) = known.ok_or_else(|| ask.fail(Mistake::AlreadyReceived(number)))?;
    let headers = [
        (header::LOCATION, format!("/api/v1/tickets/{}", number.digits())),
        (header::SET_COOKIE, pass_cookie(number, token, SENDER_LASTS)),
    ];
    Ok((StatusCode::CREATED, headers, Json(view(portal, &caller, &loaded))).into_response())
}

/// Whoever is signed in has shown that the address is theirs; that they sent it, they still say themselves.
#[worker::send]
async fn to_confirm(State(portal): State<Portal>, ask: Ask) -> Answer<Json<UnconfirmedTickets>> {
    let caller = ask.through(&portal, Door::Hotel).await?;
    let waiting = ask.tell(portal.store()?.unconfirmed_of(&caller.person.account, portal.now()).await)?;
    let shown = |waiting: Waiting| -> Answer<_> {
        let number = read_number(&ask, &waiting.ticket.to_string())?;
        Ok(UnconfirmedTicket { number, sent_at: waiting.created_at })
    };
    let tickets = waiting.into_iter().map(shown).collect::<Answer<_>>()?;
    Ok(Json(UnconfirmedTickets { tickets }))
}

fn is_theirs(ticket: &Ticket, caller: &Caller) -> bool {
    !ticket.unconfirmed && ticket.requester == caller.person.account && sees_ticket(&caller.person, ticket)
}

/// What shows that an address is one's own.
enum Proof {
    /// What its mail carried, hashed.
    Mail(Hash),
    /// A session of it.
    Session(Box<Caller>),
}

#[worker::send]
async fn confirm(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    Path(number): Path<String>,
    request: Request,
) -> Answer<Response> {
    guard::codes(&portal, &headers).await?;
    ask.tell(portal.learn().await)?;
    let number = read_number(&ask, &number)?;
    let (ConfirmEmail { secret }, _) = body::json(&ask, request).await?;
    let proof = match secret {
        Some(secret) => Proof::Mail(secret_hash(number, secret.trim())),
        None => Proof::Session(Box::new(ask.through(&portal, Door::Hotel).await?)),
    };
    let (now, store) = (portal.now(), portal.store()?);
    let token = secrets::token()?;
    let pass = Hash::of(&[&token]);
    for _ in 0..RACES {
        let proven = match &proof {
            Proof::Mail(hash) => store.confirms(number, hash, now).await,
            Proof::Session(caller) => store.may_confirm(number, &caller.person.account, now).await,
        };
        let proven = ask.tell(proven)?;
        // A guessed secret costs no more than looking it up.
        let asked = proven || matches!(proof, Proof::Session(_));
        let loaded = if asked { ask.tell(store.load(number).await)? } else { None };
        let loaded = match (&proof, loaded) {
            (_, Some(loaded)) if proven => loaded,
            // Said before, and the answer was lost on its way.
            (Proof::Session(caller), Some(loaded)) if is_theirs(&loaded.ticket, caller) => {
                return Ok(Json(view(&portal, caller, &loaded)).into_response());
            }
            (Proof::Session(_), _) => return Err(ask.fail(Mistake::NotFound)),
            (Proof::Mail(_), _) => return Err(ask.fail(Mistake::LinkInvalid)),
        };
        let new = AccountId(secrets::identifier()?);
        let owner = ask.tell(store.requester(&loaded.ticket.request, &new, None, now).await)?;
        // Whoever is signed in may have changed their address this very moment.
        if matches!(&proof, Proof::Session(caller) if caller.person.account != owner.account) {
            continue;
        }
        let role = match &proof {
            Proof::Session(caller) => caller.person.role,
            Proof::Mail(_) => Role::Client,
        };
        let command = Command::ConfirmEmail {
            requester: owner.account.clone(),
            company: owner.company,
            branch: owner.branch,
        };
        let person = Person {
            account: owner.account,
            role,
            company: None,
            branch: None,
            // Their session is one of that address, as whoever reads its mail has it.
            pass: Some(Pass { ticket: number, door: Way::Code, name: String::new() }),
        };
        let events = decide(Some(&loaded.ticket), &command, &Actor::Person(person), now, portal.rules())
            .map_err(|refusal| match refusal {
                Refusal::EmailAlreadyConfirmed => ask.fail(Failure::new(Mistake::LinkInvalid)),
                refusal => ask.fail(refusal),
            })?;
        let change = Change::new(Some(loaded.ticket), events, portal.rules())
            .ok_or_else(|| ask.fail(Mistake::Internal))?;
        let given = matches!(proof, Proof::Mail(_)).then_some((&pass, now + PASS_LASTS));
        match store.confirm(&change, portal.rules(), now, given).await {
            Ok(()) => {
                if let Proof::Session(caller) = &proof {
                    let loaded = ask.tell(store.load(number).await)?;
                    let loaded = loaded.ok_or_else(|| ask.fail(Mistake::LinkInvalid))?;
                    return Ok(Json(view(&portal, caller, &loaded)).into_response());
                }
                let cookie = pass_cookie(number, &token, PASS_LASTS);
                let entered = entered(&portal, &ask, number, &pass, cookie).await?;
                // Whoever was deactivated this very moment has no way in by it.
                return entered.ok_or_else(|| ask.fail(Mistake::LinkInvalid));
            }
            Err(StoreError::Conflict) => {}
            Err(error) => return Err(ask.fail(error)),
        }
    }
    Err(ask.fail(Mistake::Busy))
}

fn secret_hash(number: TicketNumber, secret: &str) -> Hash {
    Hash::of(&["confirm", &number.digits(), secret])
}
