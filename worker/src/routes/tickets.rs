//! Tickets: listing, opening, reading, and the one route that changes them.

pub(super) mod consent;
mod list;
pub(super) mod numbered;
mod relate;

use self::numbered::Numbered;
use super::view::Viewer;
use crate::http::ask::Ask;
use crate::http::problem::{Answer, Failure};
use crate::http::{body, guard, secrets};
use crate::portal::Portal;
use crate::store::StoreError;
use crate::store::accounts::Belonging;
use crate::store::commit::Change;
use crate::store::context::{Caller, Context, Loaded, Names};
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use domain::access::{Actor, Door, sees_ticket};
use domain::api::{OpenTicket, TicketView};
use domain::ident::{AccountId, BranchId};
use domain::ticket::{
    Act, Channel, Command, Event, Opening, Refusal, Relation, Ticket, TicketNumber, decide, permit,
};
use wording::members::MemberProblem;
use wording::problems::Mistake;

/// How often a lost race is decided again before the client is told.
const RACES: u32 = 4;

/// The routes of tickets.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route("/api/v1/tickets", get(list::list).post(open))
        .route("/api/v1/tickets/{number}", get(read))
        .route("/api/v1/tickets/{number}/commands", post(command))
}

/// Reads the number in a path. What is no number is as unknown as a number that isn't there.
///
/// # Errors
/// Not found.
pub fn read_number(ask: &Ask, text: &str) -> Answer<TicketNumber> {
    TicketNumber::parse(text).map_err(|_| ask.fail(Mistake::NotFound))
}

/// The ticket, if the caller may know of it; unknown and forbidden look the same.
///
/// # Errors
/// Not found.
pub fn visible(ask: &Ask, caller: &Caller, loaded: Option<Loaded>) -> Answer<Loaded> {
    loaded
        .filter(|loaded| sees_ticket(&caller.person, &loaded.ticket))
        .ok_or_else(|| ask.fail(Mistake::NotFound))
}

#[worker::send]
async fn read(
    State(portal): State<Portal>,
    ask: Ask,
    Path(number): Path<String>,
) -> Answer<Json<TicketView>> {
    let number = read_number(&ask, &number)?;
    let (caller, Context { loaded, .. }) = ask.context(&portal, Some(number)).await?;
    let loaded = visible(&ask, &caller, loaded)?;
    Ok(Json(view(&portal, &caller, &loaded)))
}

/// The ticket for its reader.
pub fn view(portal: &Portal, caller: &Caller, loaded: &Loaded) -> TicketView {
    let viewer =
        Viewer { person: &caller.person, rules: portal.rules(), now: portal.now(), names: &loaded.names };
    viewer.view(&loaded.ticket, &loaded.events)
}

/// The answer to a write that was carried out before: the ticket it led to, as it is now.
///
/// # Errors
/// A failure when the key came with something else, or the ticket is gone.
pub(super) async fn repeated(
    portal: &Portal,
    ask: &Ask,
    caller: &Caller,
    context: &Context,
    print: &str,
) -> Answer<Option<Loaded>> {
    let Some(recorded) = &context.recorded else { return Ok(None) };
    if recorded.fingerprint != print {
        return Err(ask.fail(Mistake::KeyReused));
    }
    let number = read_number(ask, &recorded.ticket.to_string())?;
    let loaded = ask.tell(portal.store()?.load(number).await)?;
    visible(ask, caller, loaded).map(Some)
}

#[worker::send]
async fn open(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    request: Request,
) -> Answer<Response> {
    ask.key()?;
    let (asked, print): (OpenTicket, _) = body::json(&ask, request).await?;
    let form = asked.draft.submit().map_err(|findings| Failure::findings(&findings, ask.locale))?;
    let (caller, context) = match ask.context(&portal, None).await {
        Ok(known) => known,
        Err(failure) if failure.asks_to_sign_in() => {
            return super::unconfirmed::take(&portal, &ask, &headers, &asked, &form, &print).await;
        }
        Err(failure) => return Err(failure),
    };
    if !Door::Opening.admits(Some(caller.person.role)) {
        return Err(ask.fail(Mistake::NotFound));
    }
    guard::writes(&portal, caller.person.account.as_str(), &headers).await?;
    if let Some(loaded) = repeated(&portal, &ask, &caller, &context, &print).await? {
        return Ok(created(view(&portal, &caller, &loaded)));
    }
    if let Some(answer) = super::unconfirmed::taken_before(&portal, &ask, &asked, &form, &print).await? {
        return Ok(answer);
    }
    let agreed = consent::to_record(&ask, &caller, &asked)?;
    let (belonging, channel) = requester(&portal, &ask, &caller, &form).await?;
    let branch = branch(&portal, &ask, &caller, &belonging, &asked).await?;
    // A requirement that leaves a ticket in writing is no call, whoever writes it down (R9, R14).
    let arrived = match asked.origin {
        Some((Relation::SplitFrom, _)) => Channel::Portal,
        _ => channel,
    };
    let agreed = agreed.map(|agreed| agreed.of(&belonging.account, &caller));
    for _ in 0..RACES {
        let numbered = if caller.person.role.is_staff() {
            Numbered::of_call(&portal, &ask, &asked).await?
        } else {
            Numbered::of_letter(&portal, &ask, &asked).await?
        };
        let number = numbered.number;
        let opening = Opening {
            number,
            company: belonging.company.clone(),
            branch: branch.clone(),
            requester: belonging.account.clone(),
            channel: arrived,
            request: form.clone(),
            origin: numbered.origin,
            unconfirmed: false,
        };
        let command = Command::Open(Box::new(opening));
        let events =
            decide(None, &command, &Actor::Person(caller.person.clone()), portal.now(), portal.rules())
                .map_err(|refusal| ask.fail(refusal))?;
        let change = Change::new(None, events, portal.rules()).ok_or_else(|| ask.fail(Mistake::Internal))?;
        let mut changes = vec![numbered.end(change)];
        changes.extend(relate::leave_origin(&portal, &ask, &caller, asked.origin, number).await?);
        let key = ask.write_key(&caller, &print)?;
        let committed =
            portal.store()?.open(&changes, key, agreed.as_ref(), portal.rules(), portal.now()).await;
        let change = changes.swap_remove(0);
        match committed {
            Ok(()) => {
                remember(&portal, &caller, &change.ticket, channel);
                let names = names_of(&caller, &change.ticket);
                let loaded = Loaded { ticket: change.ticket, events: change.events, names };
                return Ok(created(view(&portal, &caller, &loaded)));
            }
            // Either the number is taken, or the same request got in first: look again before drawing another.
            Err(StoreError::Conflict) => {
                let (_, context) = ask.context(&portal, None).await?;
                if let Some(loaded) = repeated(&portal, &ask, &caller, &context, &print).await? {
                    return Ok(created(view(&portal, &caller, &loaded)));
                }
            }
            Err(error) => return Err(ask.fail(error)),
        }
    }
    Err(ask.fail(Mistake::Busy))
}

fn created(view: TicketView) -> Response {
    let location = format!("/api/v1/tickets/{}", view.summary.number.digits());
    (StatusCode::CREATED, [(header::LOCATION, location)], Json(view)).into_response()
}

/// Whom the ticket is for: the caller, or, when staff register a call, the person of the form's address (R10).
async fn requester(
    portal: &Portal,
    ask: &Ask,
    caller: &Caller,
    form: &domain::guide::Request,
) -> Answer<(Belonging, Channel)> {
    if !caller.person.role.is_staff() {
        let person = &caller.person;
        let own = Belonging {
            account: person.account.clone(),
            company: person.company.clone(),
            branch: person.branch.clone(),
        };
        return Ok((own, Channel::Portal));
    }
    let new = AccountId(secrets::identifier()?);
    let belonging =
        ask.tell(portal.store()?.requester(form, &new, Some(&caller.person), portal.now()).await)?;
    Ok((belonging, Channel::Phone))
}

/// The branch asked for, if it is one of the person's; their own when none is. Staff may name any of the caller's hotel.
async fn branch(
    portal: &Portal,
    ask: &Ask,
    caller: &Caller,
    belonging: &Belonging,
    asked: &OpenTicket,
) -> Answer<Option<BranchId>> {
    let Some(branch) = &asked.branch else { return Ok(belonging.branch.clone()) };
    let own = caller.me.branches.iter().any(|(id, _)| id == branch);
    let theirs = match &belonging.company {
        Some(company) if caller.person.role.is_staff() => {
            ask.tell(portal.store()?.has_branch(company, branch).await)?
        }
        _ => false,
    };
    if own || theirs || belonging.branch.as_ref() == Some(branch) {
        Ok(Some(branch.clone()))
    } else {
        Err(Failure::member("/branch", MemberProblem::UnknownBranch, ask.locale))
    }
}

/// Keeps name and phone for the next form, after the answer has left.
fn remember(portal: &Portal, caller: &Caller, ticket: &Ticket, channel: Channel) {
    let (name, phone) =
        (ticket.request.full_name.as_str().to_owned(), ticket.request.phone.as_e164().to_owned());
    // The first one to write names the account; whoever else uses the mailbox is named in their own tickets.
    let known = !caller.me.name.is_empty();
    if channel != Channel::Portal || known {
        return;
    }
    let (portal_then, account) = (portal.clone(), caller.person.account.clone());
    portal.afterwards(async move {
        let Ok(store) = portal_then.store() else { return };
        if let Err(error) = store.remember_person(&account, &name, &phone).await {
            worker::console_error!("{error}");
        }
    });
}

/// The names a fresh ticket shows, from what is known without asking again.
fn names_of(caller: &Caller, ticket: &Ticket) -> Names {
    let me = &caller.me;
    let own_name = if me.name.is_empty() { ticket.request.full_name.as_str() } else { &me.name };
    let company = me.company.iter().map(|(id, name)| (id.to_string(), name.clone()));
    let branches = me.branches.iter().map(|(id, name)| (id.to_string(), name.clone()));
    let mut names: Names = company.chain(branches).collect();
    names.insert(me.account.to_string(), own_name.to_owned());
    names
}

#[worker::send]
async fn command(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    Path(number): Path<String>,
    request: Request,
) -> Answer<Json<TicketView>> {
    let number = read_number(&ask, &number)?;
    ask.key()?;
    let (act, print): (Act, _) = body::json(&ask, request).await?;
    let (caller, context) = ask.context(&portal, Some(number)).await?;
    guard::writes(&portal, &caller.writes_as, &headers).await?;
    // Whoever may not do it learns nothing of what it names; `change` tells them why they may not.
    if context.loaded.as_ref().is_some_and(|it| permit(&it.ticket, act.kind(), &caller.person).is_ok()) {
        check_reference(&portal, &ask, &context, &act).await?;
    }
    let loaded = change(&portal, &ask, &caller, context, number, &print, &Command::Act(act)).await?;
    Ok(Json(view(&portal, &caller, &loaded)))
}

/// What an act names must be there: a ticket is assigned to someone who works tickets, and a duplicate goes on in an open
/// ticket of the same client.
async fn check_reference(portal: &Portal, ask: &Ask, context: &Context, act: &Act) -> Answer<()> {
    match act {
        Act::Assign { to } => {
            let staff = ask.tell(portal.store()?.staff().await)?;
            let known = staff.iter().any(|(id, _)| id == to);
            known.then_some(()).ok_or_else(|| Failure::member("/to", MemberProblem::NotStaff, ask.locale))
        }
        Act::CloseDuplicate { of } => {
            let other = ask.tell(portal.store()?.load(*of).await)?;
            let goes_on = context.loaded.as_ref().zip(other.as_ref());
            let goes_on = goes_on.is_some_and(|(this, other)| this.ticket.may_go_on_in(&other.ticket));
            goes_on
                .then_some(())
                .ok_or_else(|| Failure::member("/of", MemberProblem::UnknownTicket, ask.locale))
        }
        _ => Ok(()),
    }
}

/// Decides a command on an existing ticket and writes it; after a lost race, again on the ticket as it is then.
///
/// # Errors
/// The refusal, or a failure of the store.
pub async fn change(
    portal: &Portal,
    ask: &Ask,
    caller: &Caller,
    mut context: Context,
    number: TicketNumber,
    print: &str,
    command: &Command,
) -> Answer<Loaded> {
    for _ in 0..RACES {
        if let Some(loaded) = repeated(portal, ask, caller, &context, print).await? {
            return Ok(loaded);
        }
        let Loaded { ticket, mut events, mut names } = visible(ask, caller, context.loaded.take())?;
        let actor = Actor::Person(caller.person.clone());
        let decided: Vec<Event> = decide(Some(&ticket), command, &actor, portal.now(), portal.rules())
            .map_err(|refusal: Refusal| ask.fail(refusal))?;
        let change =
            Change::new(Some(ticket), decided, portal.rules()).ok_or_else(|| ask.fail(Mistake::Internal))?;
        let mut changes = vec![change];
        if let Command::Act(Act::Link { to }) = command {
            changes.extend(relate::other_side(portal, ask, caller, *to, number).await?);
        }
        let key = Some(ask.write_key(caller, print)?);
        match portal.store()?.commit(&changes, key, portal.rules(), portal.now()).await {
            Ok(()) => {
                let Change { ticket, events: decided, .. } = changes.swap_remove(0);
                events.extend(decided);
                names.entry(caller.me.account.to_string()).or_insert_with(|| caller.me.name.clone());
                if ticket.assignee.as_ref().is_some_and(|assignee| !names.contains_key(assignee.as_str())) {
                    return visible(ask, caller, ask.tell(portal.store()?.load(number).await)?);
                }
                return Ok(Loaded { ticket, events, names });
            }
            Err(StoreError::Conflict) => context = ask.context(portal, Some(number)).await?.1,
            Err(error) => return Err(ask.fail(error)),
        }
    }
    Err(ask.fail(Mistake::Busy))
}
